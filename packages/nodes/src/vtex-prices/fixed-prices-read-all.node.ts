// Reads the fixed prices of a SKU in all price tables.
import { skuId } from '../vtex/targets';
import { vtexRead } from '../vtex/vtex-read';

export default vtexRead({
  id: 'vtex.fixed-prices-read-all',
  version: 1,
  name: {
    en: 'Read prices of all price tables',
    es: 'Leer precios de todas las tablas de precios',
    pt: 'Ler preços de todas as tabelas de preços',
  },
  help: {
    en: 'Reads, for each row, the fixed prices that one SKU has in all price tables, with their quantities and periods, also periods that are over. In decimal currency.',
    es: 'Lee, por cada fila, los precios fijos que un SKU tiene en todas las tablas de precios, con sus cantidades y períodos, también los vencidos. En moneda decimal.',
    pt: 'Lê, para cada linha, os preços fixos que um SKU tem em todas as tabelas de preços, com quantidades e períodos, também os vencidos. Em moeda com decimais.',
  },
  keywords: [
    'fixed prices',
    'price tables',
    'precios fijos',
    'todas las tablas',
    'preços fixos',
    'todas as tabelas',
  ],
  area: 'prices',
  request: 'GET /pricing/prices/{itemId}/fixed',
  path: { itemId: skuId },
  saveAs: 'prices',
  example: {
    config: { connection: 'store', mapping: [{ target: 'itemId', expression: 'sku' }], saveAs: 'prices' },
    input: [{ sku: 1 }],
    output: {
      out: [{ sku: 1, prices: [{ tradePolicyId: 'gold', value: 1250, listPrice: null, minQuantity: 1 }] }],
    },
  },
});
