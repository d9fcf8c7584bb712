// Sets one fixed price by the route of its table. VTEX does not say whether that route keeps the table's other entries.
import { isJsonObject, type JsonObject } from '@eclusa/flow';
import { skuId } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { heldFixed, readFixed, sameEntry, setFixed } from './fixed-price-write';
import { fixedPrice, priceTable, zoneField } from './terms';

const write = 'POST /pricing/prices/{itemId}/fixed/{priceTableId}';

export default vtexAction({
  id: 'vtex.fixed-price-set-table',
  version: 1,
  name: {
    en: 'Set fixed price by its table’s route',
    es: 'Definir precio fijo por la ruta de su tabla',
    pt: 'Definir preço fixo pela rota da tabela',
  },
  help: {
    en: 'The same as "Set fixed price in a table", for keys that may only call the route of one table. VTEX does not say whether this route removes the table’s other entries, so they are read first and sent along. Prefer the other box.',
    es: 'Lo mismo que «Definir precio fijo en una tabla», para claves que solo pueden llamar a la ruta de una tabla. VTEX no dice si esta ruta elimina las otras entradas de la tabla, por eso se leen antes y se envían juntas. Prefiera la otra caja.',
    pt: 'O mesmo que "Definir preço fixo em uma tabela", para chaves que só podem chamar a rota de uma tabela. A VTEX não diz se esta rota remove as outras entradas da tabela, então elas são lidas antes e enviadas junto. Prefira a outra caixa.',
  },
  keywords: ['fixed price', 'preço fixo', 'precio fijo', 'tabela de preços', 'price table'],
  area: 'prices',
  request: write,
  also: [readFixed],
  effect: 'idempotent',
  saveAs: 'fixedPrice',
  path: { itemId: skuId, priceTableId: priceTable },
  body: fixedPrice,
  options: { zone: zoneField },
  prepare: ({ config }) => ({
    run(values, { store }) {
      const table = String(values['priceTableId']);
      const send = async (entry: JsonObject, itemId: number) => {
        // Rows of one SKU and table wait for each other, or one would undo what the other wrote.
        const others = (await heldFixed(itemId, store))
          .filter(isJsonObject)
          .filter((one) => String(one['tradePolicyId']) === table && !sameEntry([one], table, entry))
          .map(({ tradePolicyId: _table, ...one }) => one);
        const body = [...others, entry].map(withoutNulls);
        await store.send(write, { params: { itemId, priceTableId: table }, body });
      };
      const zone = String(config['zone'] ?? '-03:00');
      return store.lock(`fixed-price:${String(values['itemId'])}`, () =>
        setFixed(values, table, { store, zone, send }),
      );
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
        { target: 'from', expression: 'de' },
        { target: 'to', expression: 'ate' },
      ],
      saveAs: 'fixedPrice',
    },
    input: [{ preco: 1099, de: '2026-11-27', ate: '2026-11-30' }],
    output: {
      out: [
        {
          preco: 1099,
          de: '2026-11-27',
          ate: '2026-11-30',
          fixedPrice: {
            skuId: 1,
            tradePolicyId: 'gold',
            value: 1099,
            minQuantity: 5,
            dateRange: { from: '2026-11-27T00:00:00-03:00', to: '2026-11-30T00:00:00-03:00' },
            change: 'set',
          },
        },
      ],
    },
  },
});

function withoutNulls(entry: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null));
}
