// Reads the EANs of one SKU for each row.
import { skuId } from './catalog-targets';
import { vtexRead } from '../vtex/vtex-read';

export default vtexRead({
  id: 'vtex.sku-eans-get',
  version: 1,
  name: { en: 'Read EANs of a SKU', es: 'Leer los EAN de un SKU', pt: 'Ler os EANs de um SKU' },
  help: {
    en: 'Reads the bar codes (EAN) of a SKU as a list. A SKU may have several; the list is empty when it has none.',
    es: 'Lee los códigos de barras (EAN) de un SKU como una lista. Un SKU puede tener varios; la lista queda vacía si no tiene ninguno.',
    pt: 'Lê os códigos de barras (EAN) de um SKU como uma lista. Um SKU pode ter vários; a lista fica vazia quando não tem nenhum.',
  },
  keywords: ['EAN', 'GTIN', 'código de barras', 'barcode', 'sku'],
  area: 'catalog',
  request: 'GET /api/catalog/pvt/stockkeepingunit/{skuId}/ean',
  saveAs: 'eans',
  path: { skuId },
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'skuId', expression: 'sku' }],
      saveAs: 'eans',
    },
    input: [{ codigo: 'S-1', sku: 1 }],
    output: { out: [{ codigo: 'S-1', sku: 1, eans: ['7891000315507'] }] },
  },
});
