// Complements of a SKU: their targets, and how one is known again.
import type { Json, JsonObject } from '@eclusa/flow';
import { listAt } from './activation-obstacles';
import { skuId } from './catalog-targets';
import { newId } from '../vtex/coerce';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import { maxId, target, type Targets } from '../vtex/targets';

export const complementsOfKind =
  'GET /api/catalog/pvt/stockkeepingunit/{skuId}/complement/{complementTypeId}';
export const complementIds = 'GET /api/catalog_system/pvt/sku/complements/{parentSkuId}/{type}';

const kind = (value: string, en: string, es: string, pt: string) => ({ value, name: { en, es, pt } });

export const complementTargets: Targets = {
  ParentSkuId: target.integer(
    { en: 'Main SKU (id)', es: 'SKU principal (id)', pt: 'SKU principal (id)' },
    {
      required: true,
      min: 1,
      max: maxId,
      suggest: '$exists(principal.id) ? principal.id : parentSkuId',
      help: {
        en: 'The SKU that the other one goes with.',
        es: 'El SKU al que acompaña el otro.',
        pt: 'O SKU que o outro acompanha.',
      },
    },
  ),
  SkuId: {
    ...skuId,
    name: {
      en: 'SKU that goes with it (id)',
      es: 'SKU que lo acompaña (id)',
      pt: 'SKU que o acompanha (id)',
    },
  },
  ComplementTypeId: target.text(
    { en: 'Kind', es: 'Tipo', pt: 'Tipo' },
    {
      required: true,
      suggest: '"1"',
      choices: [
        kind('1', 'Accessory', 'Accesorio', 'Acessório'),
        kind('2', 'Suggestion', 'Sugerencia', 'Sugestão'),
        kind('3', 'Similar product', 'Producto similar', 'Produto similar'),
        kind('5', 'Show together', 'Mostrar juntos', 'Mostrar junto'),
      ],
    },
  ),
};

/** True when the main SKU has the other one as this kind. */
export async function isComplement(values: Values, store: Store): Promise<boolean> {
  const { ParentSkuId: parent, SkuId: sku, ComplementTypeId: type } = values;
  if (parent === newId || sku === newId) return false;
  const params = { parentSkuId: parent as number, type: String(type) };
  const answer = await store.find(complementIds, { params });
  const ids = answer?.['ComplementSkuIds'];
  return Array.isArray(ids) && ids.includes(sku ?? null);
}

/** The pair's entries, which carry the numbers needed to remove them. VTEX does not say which of the two it lists by. */
export async function entriesOf(values: Values, store: Store): Promise<JsonObject[]> {
  const { ParentSkuId: parent, SkuId: sku, ComplementTypeId: type } = values;
  for (const id of [parent, sku]) {
    const params = { skuId: id as number, complementTypeId: String(type) };
    const all = await listAt(complementsOfKind, { params }, store);
    const fitting = all.filter((one) => one['ParentSkuId'] === parent && one['SkuId'] === sku);
    if (fitting.length > 0) return fitting;
  }
  return [];
}

/** What is kept in the row. */
export function complementAnswer(values: Values, id: Json, change: string): JsonObject {
  const { ParentSkuId: parentSkuId = null, SkuId = null, ComplementTypeId = null } = values;
  return { id, parentSkuId, skuId: SkuId, type: Number(ComplementTypeId), change };
}
