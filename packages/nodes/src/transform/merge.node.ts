// Brings two branches together by a stated policy: one after the other, or one row per key. Equal keys are found by
// sorting through the scratch, and the rows are then put back in order, so that memory holds a few pages only.
import { defineNode, type BarrierContext, type Json, type Port, type Row } from '@eclusa/flow';
import { sortKeyed, type KeyedRow } from './external-sort';
import { inPages } from './in-pages';
import { byMatchKey, byPlace, matchKey } from './match-key';
import { mergeFields } from './merge-fields';

interface Config {
  policy?: 'append' | 'first-wins' | 'second-wins' | 'combine';
  keys?: Json;
}

type Inputs = Readonly<Record<string, AsyncIterable<Row[]>>>;

const sides = ['first', 'second'] as const;
const first: Port = { id: 'first', type: 'row', name: { en: 'First', es: 'Primera', pt: 'Primeira' } };
const second: Port = { id: 'second', type: 'row', name: { en: 'Second', es: 'Segunda', pt: 'Segunda' } };

export default defineNode<Config>({
  id: 'transform.merge',
  version: 1,
  group: 'transform',
  name: { en: 'Merge branches', es: 'Unir caminos', pt: 'Unir caminhos' },
  help: {
    en: 'Waits for the rows of both inputs and makes one list of them: one after the other, or one row per key. Rows leave in the order of the first input, then what only the second has. Works on any number of rows: what does not fit in memory is put aside on disk meanwhile. Where neither order nor keys matter, no such box is needed: connect both branches to the same box.',
    es: 'Espera las filas de las dos entradas y forma una sola lista: una después de la otra o una fila por clave. Las filas salen en el orden de la primera entrada y luego lo que solo tiene la segunda. Funciona con cualquier cantidad de filas: lo que no cabe en memoria se guarda mientras tanto en disco. Si no importan el orden ni las claves, esta caja no hace falta: conecte los dos caminos a la misma caja.',
    pt: 'Espera as linhas das duas entradas e forma uma só lista: uma depois da outra ou uma linha por chave. As linhas saem na ordem da primeira entrada e depois o que só a segunda tem. Funciona com qualquer quantidade de linhas: o que não cabe na memória fica em disco enquanto isso. Se a ordem e as chaves não importam, esta caixa não é necessária: ligue os dois caminhos à mesma caixa.',
  },
  keywords: [
    'union',
    'append',
    'concat',
    'coalesce',
    'combine',
    'deduplicate',
    'distinct',
    'unir',
    'unión',
    'fusionar',
    'combinar',
    'sin duplicados',
    'juntar',
    'união',
    'mesclar',
    'concatenar',
    'sem duplicados',
  ],
  inputs: [first, second],
  fields: mergeFields,
  behaviour: {
    kind: 'barrier',
    collect(inputs, context) {
      const { policy = 'append' } = context.config;
      if (policy === 'append') return inTurn(inputs);
      return inPages(onePerKey(inputs, policy, context), context.pageSize);
    },
  },
  example: {
    config: { policy: 'combine', keys: [{ first: 'sku' }] },
    input: {
      first: [
        { sku: 'A', name: 'Coffee maker' },
        { sku: 'B', name: 'Blender' },
      ],
      second: [
        { sku: 'C', name: 'Toaster', stock: 2 },
        { sku: 'A', name: 'COFFEE MAKER', stock: 5 },
      ],
    },
    output: {
      out: [
        { sku: 'A', name: 'Coffee maker', stock: 5 },
        { sku: 'B', name: 'Blender' },
        { sku: 'C', name: 'Toaster', stock: 2 },
      ],
    },
  },
});

async function* inTurn(inputs: Inputs): AsyncIterable<Row[]> {
  for (const side of sides) yield* inputs[side] ?? [];
}

/** One row for each key, where the key was first seen; rows without a key as they came. */
async function* onePerKey(
  inputs: Inputs,
  policy: Policy,
  { config, parameters, scratch, signal }: BarrierContext<Config>,
): AsyncIterable<Row> {
  const keyOf = {
    first: matchKey(config.keys, { column: 'first', name: first.name }, parameters),
    second: matchKey(config.keys, { column: 'second', otherwise: 'first', name: second.name }, parameters),
  };
  async function* keyed(): AsyncIterable<KeyedRow> {
    let place = 0;
    for (const side of sides) {
      for await (const page of inputs[side] ?? []) {
        signal.throwIfAborted();
        for (const row of page) yield { keys: [await keyOf[side](row), place++, side], row };
      }
    }
  }
  const byKey = sortKeyed(keyed(), { compare: byMatchKey, scratch, signal });
  const settled = settle(byKey, policy);
  for await (const { row } of sortKeyed(settled, { compare: byPlace, scratch, signal })) yield row;
}

type Policy = Exclude<Config['policy'], 'append' | undefined>;
/** The first row of a key in each input. */
type Found = { first?: Row; second?: Row };

const winner: Record<Policy, (found: Found) => Row | undefined> = {
  'first-wins': ({ first, second }) => first ?? second,
  'second-wins': ({ first, second }) => second ?? first,
  combine: ({ first, second }) => ({ ...first, ...second, ...first }),
};

/** Of rows sorted by key one for each, keyed by the place of the first. */
async function* settle(sorted: AsyncIterable<KeyedRow>, policy: Policy): AsyncIterable<KeyedRow> {
  let current: { key: Json; place: Json; found: Found } | undefined;
  const row = ({ place, found }: NonNullable<typeof current>): KeyedRow => ({
    keys: [place],
    row: winner[policy](found) ?? {},
  });
  for await (const { keys, row: value } of sorted) {
    const [key = null, place = null, side] = keys;
    if (!current || key === null || current.key !== key) {
      if (current) yield row(current);
      current = { key, place, found: {} };
    }
    current.found[side === 'first' ? 'first' : 'second'] ??= value;
  }
  if (current) yield row(current);
}
