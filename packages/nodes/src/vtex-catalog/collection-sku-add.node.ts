// Puts a SKU into a group of a collection. A SKU that is in it stays in it: a repeat does no harm.
import type { Json } from '@eclusa/flow';
import { skuId, subCollectionId } from './catalog-targets';
import { tellUnknown } from './entity-update';
import { vtexAction } from '../vtex/vtex-action';

const request = 'POST /api/catalog/pvt/subcollection/{subCollectionId}/stockkeepingunit';

export default vtexAction({
  id: 'vtex.collection-sku-add',
  version: 1,
  name: { en: 'Add SKU to collection', es: 'Agregar SKU a una colección', pt: 'Incluir SKU em coleção' },
  help: {
    en: 'Puts a SKU, and with it its product, into a group (subcollection) of a collection. Collections made in the Admin of today have no groups and take products by file only; this works for those made by the API. The group’s number comes from the Admin or from VTEX’s list of the groups of a collection.',
    es: 'Pone un SKU, y con él su producto, en un grupo (subcolección) de una colección. Las colecciones creadas en el Admin actual no tienen grupos y solo reciben productos por archivo; esto sirve para las creadas por API. El número del grupo viene del Admin o de la lista de grupos de la colección en VTEX.',
    pt: 'Põe um SKU, e com ele o produto, em um grupo (subcoleção) de uma coleção. As coleções feitas no Admin atual não têm grupos e só recebem produtos por arquivo; isto serve para as feitas pela API. O número do grupo vem do Admin ou da lista de grupos da coleção na VTEX.',
  },
  keywords: [
    'collection',
    'colección',
    'coleção',
    'vitrine',
    'cluster',
    'subcollection',
    'agregar',
    'incluir',
  ],
  area: 'catalog',
  request,
  effect: 'idempotent',
  concurrency: 4,
  saveAs: 'collection',
  path: { subCollectionId },
  body: { SkuId: skuId },
  prepare: () => ({
    async run({ subCollectionId: group, SkuId: sku }, { store }): Promise<Json> {
      const values = { subCollectionId: group as number, skuId: sku as number };
      await tellUnknown('vtex.collection-or-sku-unknown', values, () =>
        store.send(request, { params: { subCollectionId: group as number }, body: { SkuId: sku ?? null } }),
      );
      return { subCollectionId: group ?? null, skuId: sku ?? null, change: 'added' };
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'subCollectionId', expression: 'grupo' },
        { target: 'SkuId', expression: 'sku' },
      ],
      saveAs: 'collection',
    },
    input: [{ grupo: 1, sku: 1 }],
    output: { out: [{ grupo: 1, sku: 1, collection: { subCollectionId: 1, skuId: 1, change: 'added' } }] },
  },
});
