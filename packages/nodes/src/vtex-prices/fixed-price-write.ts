// Writes one fixed price of a table. VTEX tells entries apart by table, minimum quantity and dates, and leaves others alone.
import { isJsonObject, UserError, type Json, type JsonObject } from '@eclusa/flow';
import { newId } from '../vtex/coerce';
import type { Values } from '../vtex/mapping';
import { hasStatus, retold } from '../vtex/remote';
import type { Store } from '../vtex/store';

export const readFixed = 'GET /pricing/prices/{itemId}/fixed';
export const mergeFixed = 'PATCH /pricing/prices/{itemId}/fixed';

/** The entry as VTEX wants it; `zone` such as -03:00 for dates without one. Throws UserError for half a date range. */
export function fixedEntry(values: Values, zone: string): JsonObject {
  const { value, listPrice, minQuantity = 1, from, to } = values;
  if ((from === undefined) !== (to === undefined)) throw new UserError('vtex.fixed-price-half-dates');
  const dates = { from: zoned(String(from), zone), to: zoned(String(to), zone) };
  if (from !== undefined && !(Date.parse(dates.from) < Date.parse(dates.to))) {
    throw new UserError('vtex.fixed-price-dates', { values: dates });
  }
  return {
    value: value ?? null,
    minQuantity,
    ...(listPrice !== undefined && { listPrice }),
    ...(from !== undefined && { dateRange: dates }),
  };
}

const zoned = (date: string, zone: string): string =>
  /(Z|[+-]\d{2}:?\d{2})$/.test(date) ? date : date + zone;

/** The entry of the same table, quantity and dates among `held`: those of one moment may be written in two ways. */
export function sameEntry(held: readonly Json[], table: string, entry: JsonObject): JsonObject | undefined {
  const place = (one: JsonObject): string => {
    const dates = isJsonObject(one['dateRange']) ? one['dateRange'] : {};
    const at = (name: string) => (dates[name] === undefined ? '' : Date.parse(String(dates[name])));
    return [one['minQuantity'], at('from'), at('to')].join('|');
  };
  return held
    .filter(isJsonObject)
    .find((one) => String(one['tradePolicyId']) === table && place(one) === place(entry));
}

/** Fixed prices VTEX holds for the SKU; none for one without any price. */
export async function heldFixed(itemId: number, store: Store): Promise<Json[]> {
  try {
    const held = await store.send(readFixed, { params: { itemId } });
    return Array.isArray(held) ? held : [];
  } catch (error) {
    if (hasStatus(error, 404)) return [];
    throw error;
  }
}

/** Sets one fixed price by `send`, which gets the entry; sends nothing when VTEX holds it already. */
export async function setFixed(
  values: Values,
  table: string,
  {
    store,
    zone,
    send,
  }: { store: Store; zone: string; send(entry: JsonObject, itemId: number): Promise<unknown> },
): Promise<JsonObject> {
  const { itemId } = values;
  const entry = fixedEntry(values, zone);
  const shown = { skuId: itemId ?? null, tradePolicyId: table, ...entry };
  const held = itemId === newId ? [] : await heldFixed(itemId as number, store);
  const same = sameEntry(held, table, entry);
  const list = (one: JsonObject): Json => one['listPrice'] ?? null;
  const keepsList = values['listPrice'] === undefined && same !== undefined && list(same) !== null;
  const sent: JsonObject = {
    ...entry,
    // In VTEX's own writing, so that it is the same entry for VTEX, too.
    ...(same?.['dateRange'] && { dateRange: same['dateRange'] }),
    ...(keepsList && { listPrice: list(same) }),
  };
  if (same && same['value'] === sent['value'] && list(same) === list(sent))
    return { ...shown, change: 'unchanged' };
  try {
    await send(sent, itemId as number);
  } catch (error) {
    if (hasStatus(error, 404)) throw retold('vtex.sku-unknown', error, { skuId: itemId ?? null });
    throw error;
  }
  return { ...shown, change: 'set' };
}
