// Promotions that give each of many SKUs a percentage of its own: a list of SKUs as CSV, everything else in headers.
import { empty, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { Store } from '../store/store';
import { activeOf, mostActive } from './promotion';

const mostSkus = 400;
const wanted = ['calculator-name', 'start-date', 'end-date', 'accumulate-with-manual-prices'];

export function promotionImportRoutes(store: Store, clock: () => number): Route[] {
  const base = '/api/rnb/pvt/import/calculatorConfiguration';
  return [
    { request: `POST ${base}`, handler: (call) => keep(store, clock, call, store.promotions.nextId()) },
    {
      request: `PUT ${base}/{promotionId}`,
      handler: (call) => {
        const id = call.params.promotionId ?? '';
        if (!store.promotions.all.has(id)) refuse(404, 'Promotion not found.');
        return keep(store, clock, call, id);
      },
    },
  ];
}

/** Replaces the whole list. The answer has no body: who wants the id looks the name up. */
function keep(store: Store, clock: () => number, call: Call, id: string): Reply {
  const missing = wanted.find((name) => !call.headers[`x-vtex-${name}`]);
  if (missing) refuse(400, `Header X-VTEX-${missing} is required.`);
  const header = (name: string): string => String(call.headers[`x-vtex-${name}`]);
  const dates = [header('start-date'), header('end-date')].map((date) => Date.parse(date));
  if (dates.some((date) => Number.isNaN(date)))
    refuse(400, 'X-VTEX-start-date or X-VTEX-end-date is no date.');
  const effects = effectsOf(call.body);
  const before = store.promotions.all.get(id);
  if (!before?.isActive && activeOf(store) >= mostActive)
    refuse(400, `The limit of ${mostActive} active promotions was reached.`);
  if (!before) store.creates.created('promotion', header('calculator-name'));
  store.promotions.effects.set(id, effects);
  store.promotions.all.set(id, {
    ...before,
    idCalculatorConfiguration: id,
    name: header('calculator-name'),
    type: 'campaign',
    isActive: true,
    isArchived: false,
    lastModified: new Date(clock()).toISOString(),
    beginDateUtc: new Date(dates[0] ?? 0).toISOString(),
    endDateUtc: new Date(dates[1] ?? 0).toISOString(),
    cumulative: call.headers['x-vtex-cumulative'] === 'true',
    skus: [...effects.keys()].map((sku) => ({ id: sku, name: sku })),
  });
  return before ? empty(202) : empty();
}

function effectsOf(body: unknown): Map<string, number> {
  const [first = '', ...lines] = String(body ?? '')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  if (first !== 'sku,effect') refuse(400, 'The file must have the columns sku,effect.');
  if (lines.length === 0 || lines.length > mostSkus) refuse(400, `The file must have 1 to ${mostSkus} SKUs.`);
  const pairs = lines.map((line): [string, number] => {
    const [sku = '', effect = ''] = line.split(',');
    const percent = Number(effect);
    if (!/^\d+$/.test(sku) || !(percent > 0 && percent <= 100)) refuse(400, `Line ${line} is not valid.`);
    return [sku, percent];
  });
  return new Map(pairs);
}
