// Reads what a SKU costs in every price table: fixed prices and rules worked in, promotions not.
import { skuId, target, units } from '../vtex/targets';
import { vtexRead } from '../vtex/vtex-read';

const untilNextYear = '2027-11-23T12:00:00.000Z';

export default vtexRead({
  id: 'vtex.prices-computed',
  version: 1,
  name: {
    en: 'Read computed prices of all tables',
    es: 'Leer precios calculados de todas las tablas',
    pt: 'Ler preços calculados de todas as tabelas',
  },
  help: {
    en: 'Reads, for each row, what one SKU costs in every price table for a quantity, in decimal currency: fixed prices, rules and periods are worked in, promotions and taxes are not. Tables in which it has no price are left out.',
    es: 'Lee, por cada fila, cuánto cuesta un SKU en cada tabla de precios para una cantidad, en moneda decimal: con precios fijos, reglas y períodos, sin promociones ni impuestos. Las tablas en que no tiene precio quedan fuera.',
    pt: 'Lê, para cada linha, quanto custa um SKU em cada tabela de preços para uma quantidade, em moeda com decimais: com preços fixos, regras e períodos, sem promoções nem impostos. Tabelas em que ele não tem preço ficam de fora.',
  },
  keywords: [
    'computed prices',
    'precios calculados',
    'preços calculados',
    'todas las tablas',
    'todas as tabelas',
  ],
  area: 'prices',
  request: 'GET /pricing/prices/{itemId}/computed',
  path: { itemId: skuId },
  query: {
    quantity: target.integer(
      { en: 'Quantity', es: 'Cantidad', pt: 'Quantidade' },
      { min: 1, unit: units.pieces },
    ),
    categoryIds: target.text({ en: 'Category ids', es: 'Ids de categoría', pt: 'Ids de categoria' }),
    brandId: target.integer({ en: 'Brand id', es: 'Id de la marca', pt: 'Id da marca' }, { min: 1 }),
  },
  saveAs: 'prices',
  example: {
    config: { connection: 'store', mapping: [{ target: 'itemId', expression: 'sku' }], saveAs: 'prices' },
    input: [{ sku: 1 }],
    output: {
      out: [
        {
          sku: 1,
          prices: [
            {
              ...{ tradePolicyId: '1', listPrice: 1299.9, costPrice: 1299.9, sellingPrice: 1299.9 },
              priceValidUntil: untilNextYear,
            },
            {
              ...{ tradePolicyId: 'gold', listPrice: 1250, costPrice: 1299.9, sellingPrice: 1250 },
              priceValidUntil: untilNextYear,
            },
          ],
        },
      ],
    },
  },
});
