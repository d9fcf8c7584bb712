// Logistics: freight tables. A list of lines, each inserted, updated or deleted; all of it or nothing is taken.
import {
  listBody,
  objectBody,
  optionalNumber,
  optionalText,
  requiredText,
  type JsonObject,
} from '../http/fields';
import { empty, json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { Freight } from '../store/logistics';
import type { Store } from '../store/store';
import { duration } from './dock';

const insert = 1;
const update = 2;
const remove = 3;

export function freightRoutes(store: Store): Route[] {
  const base = '/api/logistics/pvt/configuration/freights/{carrierId}';
  return [
    { request: `POST ${base}/values/update`, handler: (call) => change(store, call) },
    { request: `GET ${base}/{postalcode}/values`, handler: (call) => json(atPostalCode(store, call)) },
  ];
}

function carrierOf(store: Store, call: Call): string {
  const id = call.params.carrierId ?? '';
  return store.logistics.policies.has(id) ? id : refuse(404, `Carrier ${id} not found.`);
}

function change(store: Store, call: Call): Reply {
  const carrier = carrierOf(store, call);
  const lines = [...(store.logistics.freights.get(carrier) ?? [])];
  const inserted: string[] = [];
  for (const entry of listBody(call.body)) {
    const body = objectBody(entry);
    const operation = optionalNumber(body, 'operationType');
    const line = lineOf(body);
    const at = lines.findIndex((one) => samePlace(one, line));
    if (operation === insert) {
      // A second line of the same range: VTEX does not look whether there is one.
      lines.push(line);
      inserted.push(`${carrier} ${placeOf(line)}`);
    } else if (operation === update || operation === remove) {
      if (at < 0) refuse(400, `No freight value for ${placeOf(line)}.`);
      lines.splice(at, 1, ...(operation === update ? [line] : []));
    } else refuse(400, 'Field operationType must be 1, 2 or 3');
  }
  for (const key of inserted) store.creates.created('freight', key);
  store.logistics.freights.set(carrier, lines);
  return empty();
}

const placeOf = (line: Freight): string =>
  [line.country, line.zipCodeStart, line.zipCodeEnd, line.weightStart, line.weightEnd, line.polygon].join(
    ' ',
  );

const samePlace = (a: Freight, b: Freight): boolean => placeOf(a) === placeOf(b);

function lineOf(body: JsonObject): Freight {
  const number = (name: string) => optionalNumber(body, name) ?? refuse(400, `Field ${name} is required`);
  const line = {
    country: requiredText(body, 'country'),
    zipCodeStart: optionalText(body, 'zipCodeStart') ?? '',
    zipCodeEnd: optionalText(body, 'zipCodeEnd') ?? '',
    weightStart: number('weightStart'),
    weightEnd: number('weightEnd'),
    absoluteMoneyCost: money(body),
    pricePercent: number('pricePercent'),
    pricePercentByWeight: optionalNumber(body, 'pricePercentByWeight') ?? 0,
    maxVolume: number('maxVolume'),
    timeCost: duration(body, 'timeCost'),
    polygon: optionalText(body, 'polygon') ?? '',
    minimumValueInsurance: optionalNumber(body, 'minimumValueInsurance') ?? 0,
  };
  if (!/^[A-Z]{3}$/.test(line.country)) refuse(400, 'Field country must have three letters');
  if (line.polygon === '' && (line.zipCodeStart === '' || line.zipCodeEnd === ''))
    refuse(400, 'Fields zipCodeStart and zipCodeEnd are required');
  if (line.weightEnd < line.weightStart) refuse(400, 'weightEnd is less than weightStart');
  return line;
}

/** A decimal in a text. */
function money(body: JsonObject): number {
  const value = requiredText(body, 'absoluteMoneyCost');
  return /^\d+(\.\d+)?$/.test(value)
    ? Number(value)
    : refuse(400, 'Field absoluteMoneyCost must be a decimal');
}

function atPostalCode(store: Store, call: Call): object[] {
  const lines = store.logistics.freights.get(carrierOf(store, call)) ?? [];
  const code = digits(call.params.postalcode ?? '');
  return lines
    .filter((line) => isInRange(line, code))
    .map((line) => ({ ...line, operationType: insert, restrictedFreights: [] }));
}

const digits = (code: string): string => code.replace(/\D/g, '');

/** True for a line that delivers to this postal code. What a polygon holds is not worked out here. */
export const covers = (line: Freight, postalCode: string): boolean =>
  line.polygon === '' && isInRange(line, postalCode);

function isInRange(line: Freight, postalCode: string): boolean {
  const [code, from, to] = [postalCode, line.zipCodeStart, line.zipCodeEnd].map((one) =>
    digits(one).padStart(8, '0'),
  ) as [string, string, string];
  return code >= from && code <= to;
}
