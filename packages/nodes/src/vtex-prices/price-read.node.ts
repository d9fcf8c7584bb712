// Reads the price of one SKU for each row: base, cost, list and all fixed prices.
import { skuId } from '../vtex/targets';
import { vtexRead } from '../vtex/vtex-read';

export default vtexRead({
  id: 'vtex.price-read',
  version: 1,
  name: { en: 'Read price', es: 'Leer precio', pt: 'Ler preço' },
  help: {
    en: 'Reads, for each row, what VTEX holds of one SKU’s price: base, cost and list price, markup in percent, and the fixed prices of all tables. Decimal currency. This is what was set; what a shopper would pay is read by "Read computed price".',
    es: 'Lee, por cada fila, lo que VTEX guarda del precio de un SKU: precio base, de costo y de lista, margen en porcentaje y los precios fijos de todas las tablas. Moneda decimal. Es lo definido; lo que pagaría un comprador se lee con «Leer precio calculado».',
    pt: 'Lê, para cada linha, o que a VTEX guarda do preço de um SKU: preço base, de custo e de lista, markup em porcentagem e os preços fixos de todas as tabelas. Moeda com decimais. É o que foi definido; o que um comprador pagaria se lê com "Ler preço calculado".',
  },
  keywords: [
    'read price',
    'ler preço',
    'leer precio',
    'consultar preço',
    'fixed prices',
    'preço atual',
    'custo',
    'costo',
  ],
  area: 'prices',
  request: 'GET /pricing/prices/{itemId}',
  path: { itemId: skuId },
  saveAs: 'price',

  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'itemId', expression: 'sku' }],
      saveAs: 'price',
      whenMissing: 'empty',
    },
    input: [{ sku: 1 }, { sku: 99 }],
    output: {
      out: [
        {
          sku: 1,
          price: {
            itemId: '1',
            listPrice: null,
            basePrice: 1299.9,
            costPrice: 1299.9,
            markup: 0,
            fixedPrices: [{ tradePolicyId: 'gold', value: 1199.9, listPrice: null, minQuantity: 1 }],
          },
        },
        { sku: 99, price: null },
      ],
    },
  },
});
