// Adds an EAN to a SKU. Reads first: an EAN cannot be updated, and one that is there is left alone.
import type { Json } from '@eclusa/flow';
import { ean, skuId } from './catalog-targets';
import { tellUnknown } from './entity-update';
import { newId } from '../vtex/coerce';
import { vtexAction } from '../vtex/vtex-action';

const list = 'GET /api/catalog/pvt/stockkeepingunit/{skuId}/ean';
const add = 'POST /api/catalog/pvt/stockkeepingunit/{skuId}/ean/{ean}';

export default vtexAction({
  id: 'vtex.sku-ean-add',
  version: 1,
  name: { en: 'Add EAN to SKU', es: 'Agregar EAN al SKU', pt: 'Incluir EAN no SKU' },
  help: {
    en: 'Adds a bar code (EAN) to a SKU that does not have it. VTEX cannot change an EAN: to replace one, add the new one and remove the old one with "Remove EAN from SKU". An EAN that another SKU has fails the row.',
    es: 'Agrega un código de barras (EAN) a un SKU que no lo tiene. VTEX no puede cambiar un EAN: para reemplazarlo, agregue el nuevo y quite el anterior con «Quitar EAN del SKU». Un EAN que ya tiene otro SKU hace fallar la fila.',
    pt: 'Inclui um código de barras (EAN) em um SKU que não o tem. A VTEX não altera um EAN: para trocar, inclua o novo e retire o antigo com "Retirar EAN do SKU". Um EAN que já é de outro SKU faz a linha falhar.',
  },
  keywords: ['EAN', 'GTIN', 'código de barras', 'barcode', 'sku', 'add', 'agregar', 'incluir'],
  area: 'catalog',
  request: add,
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
        const held = id === newId ? [] : await store.send(list, { params });
        if (Array.isArray(held) && held.includes(code ?? null)) return { ...answer, change: 'unchanged' };
        await store.send(add, { params: { ...params, ean: String(code) } });
        return { ...answer, change: 'added' };
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
      { sku: 2, ean: '7891000100103' },
      { sku: 1, ean: '7891000315507' },
    ],
    output: {
      out: [
        { sku: 2, ean: { skuId: 2, ean: '7891000100103', change: 'added' } },
        { sku: 1, ean: { skuId: 1, ean: '7891000315507', change: 'unchanged' } },
      ],
    },
  },
});
