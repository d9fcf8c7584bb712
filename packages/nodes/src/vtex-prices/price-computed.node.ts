// Reads what a SKU costs in a price table for a quantity: fixed prices and rules worked in, promotions not.
import { skuId, target, units } from '../vtex/targets';
import { vtexRead } from '../vtex/vtex-read';
import { priceTableId } from './price-targets';

export default vtexRead({
  id: 'vtex.price-computed',
  version: 1,
  name: { en: 'Read computed price', es: 'Leer precio calculado', pt: 'Ler preço calculado' },
  help: {
    en: 'Reads, for each row, what one SKU costs in one price table for a quantity, in decimal currency: fixed prices, rules and periods are worked in. Promotions and taxes are not: those show in "Check price, stock and delivery".',
    es: 'Lee, por cada fila, cuánto cuesta un SKU en una tabla de precios para una cantidad, en moneda decimal: con precios fijos, reglas y períodos. Sin promociones ni impuestos: esos se ven en «Verificar precio, stock y entrega».',
    pt: 'Lê, para cada linha, quanto custa um SKU em uma tabela de preços para uma quantidade, em moeda com decimais: com preços fixos, regras e períodos. Sem promoções nem impostos: esses aparecem em "Conferir preço, estoque e entrega".',
  },
  keywords: [
    'computed price',
    'selling price',
    'precio calculado',
    'preço calculado',
    'simulação',
    'simular',
  ],
  area: 'prices',
  request: 'GET /pricing/prices/{itemId}/computed/{priceTableId}',
  path: { itemId: skuId, priceTableId },
  query: {
    quantity: target.integer(
      { en: 'Quantity', es: 'Cantidad', pt: 'Quantidade' },
      { min: 1, unit: units.pieces },
    ),
    categoryIds: target.text({ en: 'Category ids', es: 'Ids de categoría', pt: 'Ids de categoria' }),
    brandId: target.integer({ en: 'Brand id', es: 'Id de la marca', pt: 'Id da marca' }, { min: 1 }),
  },
  saveAs: 'price',
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'itemId', expression: 'sku' },
        { target: 'priceTableId', expression: '"gold"' },
        { target: 'quantity', expression: '2' },
      ],
      saveAs: 'price',
    },
    input: [{ sku: 1 }],
    output: {
      out: [
        {
          sku: 1,
          price: {
            tradePolicyId: 'gold',
            listPrice: 1250,
            costPrice: 1299.9,
            sellingPrice: 1250,
            priceValidUntil: '2027-11-23T12:00:00.000Z',
          },
        },
      ],
    },
  },
});
