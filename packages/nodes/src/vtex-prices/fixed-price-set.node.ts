// Sets one fixed price in a price table and leaves all others alone.
import { skuId } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { mergeFixed, readFixed, setFixed } from './fixed-price-write';
import { fixedPrice, priceTable, zoneField } from './terms';

export default vtexAction({
  id: 'vtex.fixed-price-set',
  version: 1,
  name: {
    en: 'Set fixed price in a table',
    es: 'Definir precio fijo en una tabla',
    pt: 'Definir preço fixo em uma tabela',
  },
  help: {
    en: 'Sets the price of one SKU in one price table, in decimal currency; it wins over the base price and the rules of that table. An entry is known by table, quantity and dates: the same again is replaced, all others stay. What is equal already is not sent; a list price you do not map stays.',
    es: 'Define el precio de un SKU en una tabla de precios, en moneda decimal; vale más que el precio base y las reglas de esa tabla. Una entrada se identifica por tabla, cantidad y fechas: la misma se reemplaza, las demás quedan. Lo que ya es igual no se envía; el precio de lista no mapeado se conserva.',
    pt: 'Define o preço de um SKU em uma tabela de preços, em moeda com decimais; ele vale mais que o preço base e as regras da tabela. Uma entrada se identifica por tabela, quantidade e datas: a mesma é substituída, as outras ficam. O que já é igual não é enviado; o preço de lista não mapeado é mantido.',
  },
  keywords: [
    'fixed price',
    'preço fixo',
    'precio fijo',
    'tabela de preços',
    'price table',
    'b2b',
    'atacado',
    'mayorista',
    'preço promocional',
    'agendado',
  ],
  area: 'prices',
  request: mergeFixed,
  also: [readFixed],
  effect: 'idempotent',
  saveAs: 'fixedPrice',
  path: { itemId: skuId },
  body: { tradePolicyId: priceTable, ...fixedPrice },
  options: { zone: zoneField },
  prepare: ({ config }) => ({
    run(values, { store }) {
      const table = String(values['tradePolicyId']);
      const send = (entry: object, itemId: number) =>
        store.send(mergeFixed, { params: { itemId }, body: [{ tradePolicyId: table, ...entry }] });
      return setFixed(values, table, { store, zone: String(config['zone'] ?? '-03:00'), send });
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'itemId', expression: 'sku' },
        { target: 'tradePolicyId', expression: 'tabela' },
        { target: 'value', expression: 'preco' },
        { target: 'minQuantity', expression: 'apartir' },
      ],
      saveAs: 'fixedPrice',
    },
    input: [
      { sku: 1, tabela: 'gold', preco: 1199.9 },
      { sku: 1, tabela: 'b2b', preco: 999, apartir: 10 },
    ],
    output: {
      out: [
        {
          sku: 1,
          tabela: 'gold',
          preco: 1199.9,
          fixedPrice: { skuId: 1, tradePolicyId: 'gold', value: 1199.9, minQuantity: 1, change: 'unchanged' },
        },
        {
          sku: 1,
          tabela: 'b2b',
          preco: 999,
          apartir: 10,
          fixedPrice: { skuId: 1, tradePolicyId: 'b2b', value: 999, minQuantity: 10, change: 'set' },
        },
      ],
    },
  },
});
