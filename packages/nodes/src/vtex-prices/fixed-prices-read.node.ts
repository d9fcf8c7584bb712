// Reads the fixed prices of one SKU in all tables for each row.
import { skuId } from '../vtex/targets';
import { vtexRead } from '../vtex/vtex-read';

export default vtexRead({
  id: 'vtex.fixed-prices-read',
  version: 1,
  name: { en: 'Read fixed prices', es: 'Leer precios fijos', pt: 'Ler preços fixos' },
  help: {
    en: 'Reads, for each row, the fixed prices of one SKU in all price tables, also those whose dates are over. A list, in decimal currency.',
    es: 'Lee, por cada fila, los precios fijos de un SKU en todas las tablas de precios, también los de fechas vencidas. Una lista, en moneda decimal.',
    pt: 'Lê, para cada linha, os preços fixos de um SKU em todas as tabelas de preços, também os de datas vencidas. Uma lista, em moeda com decimais.',
  },
  keywords: ['fixed prices', 'preços fixos', 'precios fijos', 'tabelas', 'price tables'],
  area: 'prices',
  request: 'GET /pricing/prices/{itemId}/fixed',
  path: { itemId: skuId },
  saveAs: 'fixedPrices',

  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'itemId', expression: 'sku' }],
      saveAs: 'fixedPrices',
    },
    input: [{ sku: 1 }],
    output: {
      out: [
        { sku: 1, fixedPrices: [{ tradePolicyId: 'gold', value: 1199.9, listPrice: null, minQuantity: 1 }] },
      ],
    },
  },
});
