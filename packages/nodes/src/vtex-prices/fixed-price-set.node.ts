// Sets one fixed price of a SKU in a price table. PATCH touches that one only; what is equal already is not sent.
import { skuId } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { readFixed, setFixed, writeFixed } from './fixed-price-write';
import { fixedListPrice, fixedValue, minQuantity, priceTableId, validFrom, validTo } from './price-targets';

export default vtexAction({
  id: 'vtex.fixed-price-set',
  version: 1,
  name: {
    en: 'Set price in a price table',
    es: 'Definir precio en una tabla de precios',
    pt: 'Definir preço em uma tabela de preços',
  },
  help: {
    en: 'Sets a fixed price of one SKU in one price table, in decimal currency, from a quantity on and for a period where you map them. Fixed prices of other tables, quantities and periods stay as they are. A fixed price wins over base price and rules of its table. What is equal already is not sent. The store’s search and pages show a change seconds to minutes later.',
    es: 'Define un precio fijo de un SKU en una tabla de precios, en moneda decimal, desde una cantidad y por un período si los mapea. Los precios fijos de otras tablas, cantidades y períodos no cambian. Un precio fijo gana al precio base y a las reglas de su tabla. Lo que ya es igual no se envía. La búsqueda y las páginas de la tienda muestran un cambio segundos o minutos después.',
    pt: 'Define um preço fixo de um SKU em uma tabela de preços, em moeda com decimais, a partir de uma quantidade e por um período quando você os mapeia. Preços fixos de outras tabelas, quantidades e períodos ficam como estão. Um preço fixo vence o preço base e as regras da sua tabela. O que já é igual não é enviado. A busca e as páginas da loja mostram uma mudança segundos ou minutos depois.',
  },
  keywords: [
    ...['fixed price', 'price table', 'precio fijo', 'tabla', 'lista de precios', 'preço fixo', 'tabela'],
    ...['b2b', 'atacado', 'mayorista', 'wholesale', 'promocional', 'política comercial', 'trade policy'],
  ],
  area: 'prices',
  request: writeFixed,
  also: [readFixed],
  effect: 'idempotent',
  saveAs: 'price',
  path: { itemId: skuId, priceTableId },
  body: { value: fixedValue, listPrice: fixedListPrice, minQuantity, from: validFrom, to: validTo },
  prepare: () => ({ run: (values, { store }) => setFixed(values, store) }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'itemId', expression: 'sku' },
        { target: 'priceTableId', expression: 'tabela' },
        { target: 'value', expression: 'preco' },
        { target: 'minQuantity', expression: 'minimo' },
      ],
      saveAs: 'price',
    },
    input: [
      { sku: 1, tabela: 'atacado', preco: 1099.9, minimo: 10 },
      { sku: 1, tabela: 'gold', preco: 1250, minimo: 1 },
    ],
    output: {
      out: [
        {
          ...{ sku: 1, tabela: 'atacado', preco: 1099.9, minimo: 10 },
          price: { skuId: 1, tradePolicyId: 'atacado', value: 1099.9, minQuantity: 10, change: 'set' },
        },
        {
          ...{ sku: 1, tabela: 'gold', preco: 1250, minimo: 1 },
          price: { skuId: 1, tradePolicyId: 'gold', value: 1250, minQuantity: 1, change: 'unchanged' },
        },
      ],
    },
  },
});
