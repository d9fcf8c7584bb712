// Writes the stock of one SKU in one warehouse by the narrowest request, so that nothing is zeroed.
import { UserError, type Json, type JsonObject } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import { asObject, hasStatus, retold } from '../vtex/remote';
import type { Store } from '../vtex/store';
import { toDuration } from './duration';
import type { Warehouses } from './warehouses';

export const whole = 'PUT /api/logistics/pvt/inventory/skus/{skuId}/warehouses/{warehouseId}';
export const quantityOnly =
  'PATCH /api/logistics/pvt/inventory/skus/{skuId}/warehouses/{warehouseId}/quantity';
export const leadTimeOnly =
  'PATCH /api/logistics/pvt/inventory/skus/{skuId}/warehouses/{warehouseId}/lead-time';

export const balanceOf = 'GET /api/logistics/pvt/inventory/skus/{skuId}';

/** Sets it and answers what was set. Throws UserError for a warehouse in other capitals, or when nothing is mapped. */
export async function setStock(values: Values, store: Store, warehouses: Warehouses): Promise<JsonObject> {
  const { skuId: sku = null, warehouseId: warehouse = null } = values;
  const { request, body } = stockRequest(values);
  await warehouses.check(String(warehouse), store);
  const params = { skuId: sku as number, warehouseId: warehouse as string };
  try {
    await store.send(request, { params, body, before: () => stockBefore(values, store) });
  } catch (error) {
    if (hasStatus(error, 404)) throw retold('vtex.sku-unknown', error, { skuId: sku });
    throw error;
  }
  return { skuId: sku, warehouseId: warehouse, ...body, change: 'set' };
}

/** What the warehouse has now, under the names of the write; null when it never had the SKU. */
async function stockBefore({ skuId: sku, warehouseId: id }: Values, store: Store): Promise<Json | undefined> {
  if (typeof sku !== 'number') return undefined;
  const balance = (await store.find(balanceOf, { params: { skuId: sku } }))?.['balance'];
  if (!Array.isArray(balance)) return null;
  const own = balance.map(asObject).find((one) => one?.['warehouseId'] === id);
  if (!own) return null;
  const { totalQuantity = null, hasUnlimitedQuantity = null, leadTime = null, timeToRefill = null } = own;
  return {
    quantity: totalQuantity,
    unlimitedQuantity: hasUnlimitedQuantity,
    leadTime: leadTime ?? timeToRefill,
  };
}

/** The narrowest write that carries what is mapped: PUT zeroes what it is not sent. Throws UserError when nothing is. */
export function stockRequest(values: Values): { request: string; body: JsonObject } {
  const { quantity, unlimitedQuantity } = values;
  const leadTime = values['leadTime'] === undefined ? undefined : toDuration(values['leadTime']);
  if (quantity === undefined && unlimitedQuantity !== true) {
    if (leadTime !== undefined && unlimitedQuantity === undefined)
      return { request: leadTimeOnly, body: { leadTime } };
    throw new UserError('vtex.stock-without-quantity');
  }
  const amounts = { quantity: quantity ?? 0, unlimitedQuantity: unlimitedQuantity ?? false };
  if (leadTime === undefined) return { request: quantityOnly, body: amounts };
  return { request: whole, body: { ...amounts, leadTime } };
}
