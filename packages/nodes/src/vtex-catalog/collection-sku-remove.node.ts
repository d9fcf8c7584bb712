// Takes a SKU out of a group of a collection. One that is not in it is no error, so a repeat does no harm.
import type { Json } from '@eclusa/flow';
import { skuId, subCollectionId } from './catalog-targets';
import { tellUnknown } from './entity-update';
import { vtexAction } from '../vtex/vtex-action';

const request = 'DELETE /api/catalog/pvt/subcollection/{subCollectionId}/stockkeepingunit/{skuId}';

export default vtexAction({
  id: 'vtex.collection-sku-remove',
  version: 1,
  name: { en: 'Remove SKU from collection', es: 'Quitar SKU de una colección', pt: 'Retirar SKU de coleção' },
  help: {
    en: 'Takes a SKU out of a group (subcollection) of a collection made by the API. A SKU that is not in it is no error.',
    es: 'Quita un SKU de un grupo (subcolección) de una colección creada por API. Un SKU que no está en él no es un error.',
    pt: 'Retira um SKU de um grupo (subcoleção) de uma coleção feita pela API. Um SKU que não está nele não é erro.',
  },
  keywords: [
    'collection',
    'colección',
    'coleção',
    'vitrine',
    'cluster',
    'subcollection',
    'quitar',
    'retirar',
  ],
  area: 'catalog',
  request,
  effect: 'idempotent',
  concurrency: 4,
  saveAs: 'collection',
  path: { subCollectionId, skuId },
  prepare: () => ({
    async run({ subCollectionId: group, skuId: sku }, { store }): Promise<Json> {
      const values = { subCollectionId: group as number, skuId: sku as number };
      await tellUnknown('vtex.collection-or-sku-unknown', values, () =>
        store.send(request, { params: { subCollectionId: group as number, skuId: sku as number } }),
      );
      return { subCollectionId: group ?? null, skuId: sku ?? null, change: 'removed' };
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'subCollectionId', expression: 'grupo' },
        { target: 'skuId', expression: 'sku' },
      ],
      saveAs: 'collection',
    },
    input: [{ grupo: 1, sku: 2 }],
    output: { out: [{ grupo: 1, sku: 2, collection: { subCollectionId: 1, skuId: 2, change: 'removed' } }] },
  },
});
