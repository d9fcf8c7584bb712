// Reads what one SKU costs in every table for each row.
import { skuId } from '../vtex/targets';
import { vtexRead } from '../vtex/vtex-read';
import { computedQuery } from './terms';

export default vtexRead({
  id: 'vtex.prices-computed-read',
  version: 1,
  name: {
    en: 'Read computed prices of all tables',
    es: 'Leer precios calculados de todas las tablas',
    pt: 'Ler preços calculados de todas as tabelas',
  },
  help: {
    en: 'Reads, for each row, what one SKU costs in every price table right now. A list in decimal currency, before promotions; tables without a price for it are left out.',
    es: 'Lee, por cada fila, cuánto cuesta un SKU en cada tabla de precios en este momento. Una lista en moneda decimal, antes de promociones; las tablas sin precio quedan fuera.',
    pt: 'Lê, para cada linha, quanto um SKU custa em cada tabela de preços neste momento. Uma lista em moeda com decimais, antes de promoções; tabelas sem preço ficam de fora.',
  },
  keywords: [
    'computed prices',
    'preços calculados',
    'precios calculados',
    'todas as tabelas',
    'all price tables',
  ],
  area: 'prices',
  request: 'GET /pricing/prices/{itemId}/computed',
  path: { itemId: skuId },
  saveAs: 'computedPrices',
  query: computedQuery,

  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'itemId', expression: 'sku' }],
      saveAs: 'computedPrices',
    },
    input: [{ sku: 1 }],
    output: {
      out: [
        {
          sku: 1,
          computedPrices: [
            {
              tradePolicyId: '1',
              listPrice: 1299.9,
              costPrice: 1299.9,
              sellingPrice: 1299.9,
              priceValidUntil: '2027-11-23T12:00:00.000Z',
            },
            {
              tradePolicyId: 'gold',
              listPrice: 1199.9,
              costPrice: 1299.9,
              sellingPrice: 1199.9,
              priceValidUntil: '2027-11-23T12:00:00.000Z',
            },
            {
              tradePolicyId: 'b2b',
              listPrice: 1169.91,
              costPrice: 1299.9,
              sellingPrice: 1169.91,
              priceValidUntil: '2027-11-23T12:00:00.000Z',
            },
          ],
        },
      ],
    },
  },
});
