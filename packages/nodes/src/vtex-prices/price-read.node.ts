// Reads the price of a SKU with all its fixed prices.
import { skuId } from '../vtex/targets';
import { vtexRead } from '../vtex/vtex-read';

export default vtexRead({
  id: 'vtex.price-read',
  version: 1,
  name: { en: 'Read price of a SKU', es: 'Leer precio de un SKU', pt: 'Ler preço de um SKU' },
  help: {
    en: 'Reads, for each row, base price, cost, markup (a percentage), list price and all fixed prices of one SKU, in decimal currency. What a shopper would pay is read by "Read computed price".',
    es: 'Lee, por cada fila, precio base, costo, margen (porcentaje), precio de lista y todos los precios fijos de un SKU, en moneda decimal. Lo que pagaría un comprador se lee con «Leer precio calculado».',
    pt: 'Lê, para cada linha, preço base, custo, markup (porcentagem), preço de lista e todos os preços fixos de um SKU, em moeda com decimais. O que um comprador pagaria se lê com "Ler preço calculado".',
  },
  keywords: ['price', 'precio', 'preço', 'consultar', 'custo', 'costo', 'markup', 'get price'],
  area: 'prices',
  request: 'GET /pricing/prices/{itemId}',
  path: { itemId: skuId },
  saveAs: 'price',
  example: {
    config: { connection: 'store', mapping: [{ target: 'itemId', expression: 'sku' }], saveAs: 'price' },
    input: [{ sku: 1 }],
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
            fixedPrices: [{ tradePolicyId: 'gold', value: 1250, listPrice: null, minQuantity: 1 }],
          },
        },
      ],
    },
  },
});
