// Sets one fixed price by the route of its table. VTEX does not say whether that route keeps the table's other entries.
import { isJsonObject, type JsonObject } from '@eclusa/flow';
import type { Store } from '../vtex/store';
import { skuId } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { samePlace } from './fixed-price';
import { heldIn, readFixed, setFixed } from './fixed-price-write';
import { fixedListPrice, fixedValue, minQuantity, priceTableId, validFrom, validTo } from './price-targets';

const write = 'POST /pricing/prices/{itemId}/fixed/{priceTableId}';

export default vtexAction({
  id: 'vtex.fixed-price-set-table',
  version: 1,
  name: {
    en: 'Set price by the route of its table',
    es: 'Definir precio por la ruta de su tabla',
    pt: 'Definir preço pela rota da tabela',
  },
  help: {
    en: 'Does the same as "Set price in a price table" by VTEX’s other route, for keys that may call only that one. VTEX does not say whether it removes the table’s other prices of the SKU, so they are read first and sent along. Prefer the other box.',
    es: 'Hace lo mismo que «Definir precio en una tabla de precios» por la otra ruta de VTEX, para claves que solo pueden llamar a esa. VTEX no dice si quita los demás precios del SKU en la tabla, por eso se leen antes y se envían juntos. Prefiera la otra caja.',
    pt: 'Faz o mesmo que "Definir preço em uma tabela de preços" pela outra rota da VTEX, para chaves que só podem chamar essa. A VTEX não diz se ela tira os outros preços do SKU na tabela, então eles são lidos antes e enviados junto. Prefira a outra caixa.',
  },
  keywords: ['fixed price', 'price table', 'precio fijo', 'tabla de precios', 'preço fixo', 'tabela'],
  area: 'prices',
  request: write,
  also: [readFixed],
  effect: 'idempotent',
  saveAs: 'price',
  path: { itemId: skuId, priceTableId },
  body: { value: fixedValue, listPrice: fixedListPrice, minQuantity, from: validFrom, to: validTo },
  prepare: () => ({
    run: (values, { store }) => {
      // Rows of one SKU wait for each other, or one would undo what the other wrote.
      const what = `fixed-price:${String(values['itemId'])}`;
      return store.lock(what, () => setFixed(values, store, sendTable));
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'itemId', expression: '1' },
        { target: 'priceTableId', expression: '"gold"' },
        { target: 'value', expression: 'preco' },
        { target: 'minQuantity', expression: '5' },
      ],
      saveAs: 'price',
    },
    input: [{ preco: 1099 }],
    output: {
      out: [
        {
          preco: 1099,
          price: { skuId: 1, tradePolicyId: 'gold', value: 1099, minQuantity: 5, change: 'set' },
        },
      ],
    },
  },
});

async function sendTable(entry: JsonObject, itemId: number, store: Store): Promise<void> {
  const table = String(entry['tradePolicyId']);
  const held = await heldIn(itemId, table, store);
  const others = (Array.isArray(held) ? held : [])
    .filter(isJsonObject)
    .filter((one) => !samePlace([one], entry));
  const body = [...others, entry].map(({ tradePolicyId: _table, listPrice, ...one }) => ({
    ...one,
    ...(listPrice !== undefined && listPrice !== null && { listPrice }),
  }));
  await store.send(write, { params: { itemId, priceTableId: table }, body });
}
