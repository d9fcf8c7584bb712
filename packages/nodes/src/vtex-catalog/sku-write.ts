// What the boxes that write SKUs share: where they are, and the words for VTEX refusing to activate one.
import { UserError, type Json, type JsonObject } from '@eclusa/flow';
import type { Change, EntityId } from '../vtex/entity';
import type { Values } from '../vtex/mapping';
import { hasStatus, retold } from '../vtex/remote';
import type { Store } from '../vtex/store';
import { obstaclesOf, reasonsOf } from './activation-obstacles';
import { writeOver, type Update } from './entity-update';

export const createSku = 'POST /api/catalog/pvt/stockkeepingunit';
export const oneSku = '/api/catalog/pvt/stockkeepingunit/{skuId}';
export const skuByRefId = 'GET /api/catalog/pvt/stockkeepingunit';

/** The place of one SKU, as `readAt` wants it. */
export function skuAt(skuId: Json | undefined): {
  path: string;
  params: { skuId: EntityId };
  unknown: string;
} {
  return { path: oneSku, params: { skuId: skuId as EntityId }, unknown: 'vtex.sku-unknown' };
}

/**
 * The mapped values; where they switch the SKU off, VTEX's own activation goes off with it. Left on, VTEX brings the SKU
 * back with its next image, while the row says that it is inactive.
 */
export function lasting(wanted: Values): Values {
  return wanted['IsActive'] === false ? { ...wanted, ActivateIfPossible: false } : wanted;
}

/**
 * Writes what differs over a SKU that has been read. Throws `vtex.activation-refused`, with all that stands in the way,
 * when VTEX refuses to activate it or leaves it inactive without a word.
 */
export async function writeSku(
  before: JsonObject,
  update: Omit<Update, 'without'>,
  store: Store,
): Promise<Change> {
  const wakes = update.wanted['IsActive'] === true && before['IsActive'] !== true;
  const { skuId } = update.params;
  try {
    const { change } = await writeOver(before, { ...update, without: ['Id'] }, store);
    if (!wakes || store.dryRun) return change;
  } catch (error) {
    if (!wakes || !hasStatus(error, 400)) throw error;
    const obstacles = await obstaclesOf({ ...before, ...update.wanted }, store);
    // Nothing of what VTEX asks for is missing: then it refused another value of the row.
    if (obstacles.length === 0) throw error;
    throw retold('vtex.activation-refused', error, { skuId, reasons: { ...reasonsOf(obstacles) } });
  }
  const after = await store.find(`GET ${oneSku}`, { params: update.params });
  if (after?.['IsActive'] === true) return 'updated';
  const obstacles = await obstaclesOf({ ...before, ...update.wanted }, store);
  throw new UserError('vtex.activation-refused', {
    values: { skuId, reasons: { ...reasonsOf(obstacles) } },
  });
}
