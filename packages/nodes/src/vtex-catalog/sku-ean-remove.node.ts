// Takes one EAN away from a SKU. One that is not there is no error, so a repeat does no harm.
import type { Json } from '@eclusa/flow';
import { ean, skuId } from './catalog-targets';
import { tellUnknown } from './entity-update';
import { newId } from '../vtex/coerce';
import { vtexAction } from '../vtex/vtex-action';

const list = 'GET /api/catalog/pvt/stockkeepingunit/{skuId}/ean';
const remove = 'DELETE /api/catalog/pvt/stockkeepingunit/{skuId}/ean/{ean}';

export default vtexAction({
  id: 'vtex.sku-ean-remove',
  version: 1,
  name: { en: 'Remove EAN from SKU', es: 'Quitar EAN del SKU', pt: 'Retirar EAN do SKU' },
  help: {
    en: 'Takes one bar code (EAN) away from a SKU; its others stay. A SKU needs a reference code or an EAN, so give it one of them first. An EAN the SKU does not have is no error.',
    es: 'Quita un código de barras (EAN) de un SKU; los otros se conservan. Un SKU necesita un código de referencia o un EAN: déle antes uno de los dos. Un EAN que el SKU no tiene no es un error.',
    pt: 'Retira um código de barras (EAN) de um SKU; os outros ficam. Um SKU precisa de um código de referência ou de um EAN: dê antes um dos dois. Um EAN que o SKU não tem não é erro.',
  },
  keywords: [
    'EAN',
    'GTIN',
    'código de barras',
    'barcode',
    'sku',
    'remove',
    'delete',
    'quitar',
    'retirar',
    'remover',
  ],
  area: 'catalog',
  request: remove,
  also: [list],
  effect: 'idempotent',
  concurrency: 4,
  saveAs: 'ean',
  path: { skuId, ean },
  prepare: () => ({
    async run({ skuId: id, ean: code }, { store }): Promise<Json> {
      const params = { skuId: id as number };
      const answer = { skuId: id ?? null, ean: code ?? null };
      return tellUnknown('vtex.sku-unknown', params, async () => {
        const held = id === newId ? [code ?? null] : await store.send(list, { params });
        if (!Array.isArray(held) || !held.includes(code ?? null)) return { ...answer, change: 'unchanged' };
        await store.send(remove, { params: { ...params, ean: String(code) } });
        return { ...answer, change: 'removed' };
      });
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'skuId', expression: 'sku' },
        { target: 'ean', expression: 'ean' },
      ],
      saveAs: 'ean',
    },
    input: [
      { sku: 1, ean: '7891000315507' },
      { sku: 2, ean: '7891000315507' },
    ],
    output: {
      out: [
        { sku: 1, ean: { skuId: 1, ean: '7891000315507', change: 'removed' } },
        { sku: 2, ean: { skuId: 2, ean: '7891000315507', change: 'unchanged' } },
      ],
    },
  },
});
