// Reads what one SKU costs in one table and quantity for each row.
import { skuId } from '../vtex/targets';
import { vtexRead } from '../vtex/vtex-read';
import { computedQuery, priceTable } from './terms';

export default vtexRead({
  id: 'vtex.price-computed-read',
  version: 1,
  name: { en: 'Read computed price', es: 'Leer precio calculado', pt: 'Ler preço calculado' },
  help: {
    en: 'Reads, for each row, what one SKU costs in one price table and quantity right now: the fixed price that applies, else the base price with the table’s rules. Decimal currency, before promotions, taxes and shipping: "Simulate cart" knows those. A SKU without any price there fails the row, or goes on empty.',
    es: 'Lee, por cada fila, cuánto cuesta un SKU en una tabla de precios y cantidad en este momento: el precio fijo que aplica o, si no hay, el precio base con las reglas de la tabla. Moneda decimal, antes de promociones, impuestos y envío: eso lo sabe «Simular carrito». Un SKU sin precio ahí hace fallar la fila, o sigue vacío.',
    pt: 'Lê, para cada linha, quanto um SKU custa em uma tabela de preços e quantidade neste momento: o preço fixo que vale ou, sem ele, o preço base com as regras da tabela. Moeda com decimais, antes de promoções, impostos e frete: isso a caixa "Simular carrinho" sabe. Um SKU sem preço ali faz a linha falhar, ou segue vazio.',
  },
  keywords: [
    'computed price',
    'preço calculado',
    'precio calculado',
    'selling price',
    'preço de venda',
    'precio de venta',
    'simular preço',
    'quanto custa',
  ],
  area: 'prices',
  request: 'GET /pricing/prices/{itemId}/computed/{priceTableId}',
  path: { itemId: skuId, priceTableId: priceTable },
  saveAs: 'computedPrice',
  query: computedQuery,

  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'itemId', expression: 'sku' },
        { target: 'priceTableId', expression: 'tabela' },
        { target: 'quantity', expression: '1' },
      ],
      saveAs: 'computedPrice',
    },
    input: [{ sku: 1, tabela: 'b2b' }],
    output: {
      out: [
        {
          sku: 1,
          tabela: 'b2b',
          computedPrice: {
            tradePolicyId: 'b2b',
            listPrice: 1169.91,
            costPrice: 1299.9,
            sellingPrice: 1169.91,
            priceValidUntil: '2027-11-23T12:00:00.000Z',
          },
        },
      ],
    },
  },
});
