// The components of kits: their targets, and how one is known again.
import type { Json, JsonObject } from '@eclusa/flow';
import { listAt } from './activation-obstacles';
import { skuId } from './catalog-targets';
import { newId } from '../vtex/coerce';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import { maxId, target, type Targets } from '../vtex/targets';

export const kitItems = 'GET /api/catalog/pvt/stockkeepingunitkit';

export const kitAndComponent: Targets = {
  StockKeepingUnitParent: target.integer(
    { en: 'SKU id of the kit', es: 'Id del SKU del kit', pt: 'Id do SKU do kit' },
    { required: true, min: 1, max: maxId, suggest: '$exists(kit.id) ? kit.id : kitId' },
  ),
  StockKeepingUnitId: {
    ...skuId,
    name: { en: 'SKU id of the component', es: 'Id del SKU componente', pt: 'Id do SKU componente' },
  },
};

/** The lines of one SKU in one kit; VTEX allows several. */
export async function linesOf(values: Values, store: Store): Promise<JsonObject[]> {
  const { StockKeepingUnitParent: kit, StockKeepingUnitId: sku } = values;
  if (kit === newId || sku === newId) return [];
  const items = await listAt(kitItems, { query: { parentSkuId: kit as number } }, store);
  return items.filter((item) => item['StockKeepingUnitId'] === sku);
}

/** What is kept in the row. */
export function kitAnswer(values: Values, id: Json, change: string): JsonObject {
  const { StockKeepingUnitParent = null, StockKeepingUnitId = null } = values;
  return { id, kitId: StockKeepingUnitParent, skuId: StockKeepingUnitId, change };
}
