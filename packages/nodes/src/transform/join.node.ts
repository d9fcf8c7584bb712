// Brings rows of two inputs together by key, in the order of the left ones. Both sides are sorted through the scratch
// and merged, then put back in order, so that neither has to fit in memory.
import { defineNode, type BarrierContext, type Json, type Port, type Row } from '@eclusa/flow';
import { sortKeyed, type KeyedRow } from './external-sort';
import { inPages } from './in-pages';
import { joinFields } from './join-fields';
import { byMatchKey, byPlace, matchKey } from './match-key';
import { mergeJoin, type MergeJoinOptions, type Pair } from './merge-join';

interface Config {
  keys?: Json;
  kind?: MergeJoinOptions['kind'];
  matches?: 'each' | 'first' | 'list';
  into?: 'field' | 'row';
  name?: string;
  maxMatches?: number;
}

const left: Port = { id: 'left', type: 'row', name: { en: 'Left', es: 'Izquierda', pt: 'Esquerda' } };
const right: Port = { id: 'right', type: 'row', name: { en: 'Right', es: 'Derecha', pt: 'Direita' } };

export default defineNode<Config>({
  id: 'transform.join',
  version: 1,
  group: 'transform',
  name: { en: 'Join rows', es: 'Cruzar filas', pt: 'Cruzar linhas' },
  help: {
    en: 'Waits for the rows of both inputs and adds to each left row the right row that has the same key: prices to products, customers to orders. Rows leave in the order of the left input, matches of one row in the order of the right. Works on any number of rows: what does not fit in memory is put aside on disk meanwhile.',
    es: 'Espera las filas de las dos entradas y agrega a cada fila izquierda la fila derecha con la misma clave: precios a productos, clientes a pedidos. Las filas salen en el orden de la entrada izquierda; las que corresponden a una misma fila, en el orden de la derecha. Funciona con cualquier cantidad de filas: lo que no cabe en memoria se guarda mientras tanto en disco.',
    pt: 'Espera as linhas das duas entradas e acrescenta a cada linha da esquerda a linha da direita com a mesma chave: preços a produtos, clientes a pedidos. As linhas saem na ordem da entrada da esquerda; as que combinam com uma mesma linha, na ordem da direita. Funciona com qualquer quantidade de linhas: o que não cabe na memória fica em disco enquanto isso.',
  },
  keywords: [
    'left join',
    'inner join',
    'anti join',
    'lookup',
    'vlookup',
    'xlookup',
    'match',
    'combine',
    'enrich',
    'buscarv',
    'cruzar',
    'combinar',
    'unir',
    'enriquecer',
    'procv',
    'juntar',
    'cruzamento',
    'relacionar',
  ],
  inputs: [left, right],
  fields: joinFields,
  behaviour: {
    kind: 'barrier',
    collect(inputs, context) {
      const { config, pageSize } = context;
      const name = config.name || 'right';
      const rows = inRows(joined(inputs, context), config, name);
      return config.matches === 'list' && config.kind !== 'left-only'
        ? inPages(rows, pageSize, (row) => Math.max(1, (row[name] as Row[]).length))
        : inPages(rows, pageSize);
    },
  },
  example: {
    config: { keys: [{ left: 'sku', right: 'codigo' }], kind: 'left', name: 'price' },
    input: {
      left: [
        { sku: '123', name: 'Coffee maker' },
        { sku: '456', name: 'Blender' },
      ],
      right: [
        { codigo: 789, value: 10 },
        { codigo: 123, value: 249.9 },
      ],
    },
    output: {
      out: [
        { sku: '123', name: 'Coffee maker', price: { codigo: 123, value: 249.9 } },
        { sku: '456', name: 'Blender', price: null },
      ],
    },
  },
});

/** The pairs in the order of the left rows. */
function joined(
  inputs: Readonly<Record<string, AsyncIterable<Row[]>>>,
  { config, parameters, scratch, signal }: BarrierContext<Config>,
): AsyncIterable<KeyedRow> {
  const { kind = 'left', matches = 'each', maxMatches = 10_000 } = config;
  const leftKey = matchKey(config.keys, { column: 'left', name: left.name }, parameters);
  const rightKey = matchKey(
    config.keys,
    { column: 'right', otherwise: 'left', name: right.name },
    parameters,
  );
  async function* lefts(): AsyncIterable<KeyedRow> {
    let place = 0;
    for await (const page of inputs['left'] ?? []) {
      signal.throwIfAborted();
      for (const row of page) yield { keys: [await leftKey(row), place++], row };
    }
  }
  async function* rights(): AsyncIterable<KeyedRow> {
    for await (const page of inputs['right'] ?? []) {
      signal.throwIfAborted();
      for (const row of page) {
        const key = await rightKey(row);
        if (key !== null) yield { keys: [key], row };
      }
    }
  }
  const byKey = { compare: byMatchKey, scratch, signal };
  const firstOnly = matches === 'first' || kind === 'left-only';
  const pairs = mergeJoin(sortKeyed(lefts(), byKey), sortKeyed(rights(), byKey), {
    kind,
    firstOnly,
    maxMatches,
  });
  return sortKeyed(pairs, { compare: byPlace, scratch, signal });
}

/** What leaves for the pairs: a row for each, or one with a list for all of a left row. */
async function* inRows(pairs: AsyncIterable<KeyedRow>, config: Config, name: string): AsyncIterable<Row> {
  const { kind, matches, into } = config;
  if (matches === 'list' && kind !== 'left-only') return yield* withLists(pairs, name);
  for await (const { row } of pairs) {
    const pair = row as Pair;
    if (kind === 'left-only') yield pair.left;
    else if (into === 'row') yield { ...pair.left, ...pair.right, ...pair.left };
    else yield { ...pair.left, [name]: pair.right ?? null };
  }
}

async function* withLists(pairs: AsyncIterable<KeyedRow>, name: string): AsyncIterable<Row> {
  let current: { place: Json | undefined; left: Row; list: Row[] } | undefined;
  for await (const { keys, row } of pairs) {
    const pair = row as Pair;
    if (!current || current.place !== keys[0]) {
      if (current) yield { ...current.left, [name]: current.list };
      current = { place: keys[0], left: pair.left, list: [] };
    }
    if (pair.right) current.list.push(pair.right);
  }
  if (current) yield { ...current.left, [name]: current.list };
}
