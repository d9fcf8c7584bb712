// How a fixed price of a table is written: read first, sent only where something differs.
import type { Json, JsonObject } from '@eclusa/flow';
import { newId } from '../vtex/coerce';
import type { Values } from '../vtex/mapping';
import { hasStatus, retold } from '../vtex/remote';
import type { Store } from '../vtex/store';
import { fixedPriceOf, sameAmounts, samePlace } from './fixed-price';

export const writeFixed = 'PATCH /pricing/prices/{itemId}/fixed';
export const readFixed = 'GET /pricing/prices/{itemId}/fixed/{priceTableId}';

/** Writes one entry of a SKU. */
type SendFixed = (entry: JsonObject, itemId: number, store: Store) => Promise<unknown>;

const merge: SendFixed = (entry, itemId, store) =>
  store.send(writeFixed, { params: { itemId }, body: [entry] });

/** Sets the price of `values`; answers it with what changed. */
export async function setFixed(values: Values, store: Store, send = merge): Promise<JsonObject> {
  const { itemId, priceTableId: table } = values;
  const entry = fixedPriceOf(values, table ?? '');
  const shown = { skuId: itemId ?? null, ...entry };
  const held = await heldIn(itemId as Json, table as Json, store);
  const before = samePlace(held, entry);
  if (before && sameAmounts(before, entry)) return { ...shown, change: 'unchanged' };
  // What PATCH is not given of an entry it drops; and a period written in another way is another entry for it.
  const kept = before?.['listPrice'] ?? null;
  const period = before?.['dateRange'] ?? null;
  const sent = {
    ...(kept !== null && { listPrice: kept }),
    ...entry,
    ...(period !== null && { dateRange: period }),
  };
  try {
    await send(sent, itemId as number, store);
  } catch (error) {
    if (hasStatus(error, 404)) throw retold('vtex.sku-unknown', error, { skuId: itemId });
    throw error;
  }
  return { ...shown, change: 'set' };
}

/** The entries of one table; null for a SKU without any price. */
export async function heldIn(itemId: Json, table: Json, store: Store): Promise<Json> {
  if (itemId === newId) return null;
  try {
    const params = { itemId: itemId as number, priceTableId: String(table) };
    const all = await store.send(readFixed, { params });
    // The answer of one table need not repeat its name.
    return Array.isArray(all)
      ? all.map((one) => ({ ...(one as JsonObject), tradePolicyId: String(table) }))
      : null;
  } catch (error) {
    if (hasStatus(error, 404)) return null;
    throw error;
  }
}
