// Makes a row of every entry of a list that a row carries: the items of an order, the prices of a product.
import {
  defineNode,
  isJsonObject,
  pathOf,
  UserError,
  type Emit,
  type Json,
  type JsonObject,
  type Row,
} from '@eclusa/flow';
import { evaluator, withValues } from './evaluation';
import { splitListFields } from './split-list-fields';

interface Config {
  list?: string;
  place?: 'field' | 'row';
  name?: string;
  keep?: 'rest' | 'all' | 'none';
  empty?: 'skip' | 'keep' | 'fail';
  position?: string;
}

/** Rows that one may become: they are in memory together. */
const mostEntries = 10_000;

export default defineNode<Config>({
  id: 'transform.split-list',
  version: 1,
  group: 'transform',
  name: { en: 'Split a list into rows', es: 'Dividir una lista en filas', pt: 'Dividir lista em linhas' },
  help: {
    en: 'Makes a row of every entry of a list: the items of an order, the variants of a product. A single entry where others have a list counts as a list of one. A list may have up to 10,000 entries.',
    es: 'Crea una fila por cada elemento de una lista: los ítems de un pedido, las variantes de un producto. Un solo elemento donde otros tienen una lista cuenta como lista de uno. Una lista puede tener hasta 10.000 elementos.',
    pt: 'Cria uma linha para cada item de uma lista: os itens de um pedido, as variações de um produto. Um item só, onde outros têm uma lista, conta como lista de um. Uma lista pode ter até 10.000 itens.',
  },
  keywords: [
    ...['explode', 'unnest', 'flatten', 'items', 'array', 'for each', 'loop', 'split'],
    ...['dividir', 'desglosar', 'aplanar', 'ítems', 'lista', 'por cada'],
    ...['explodir', 'desdobrar', 'itens', 'para cada', 'separar'],
  ],
  gives: {
    fields: ['position'],
    rest: 'always',
    entries: { of: 'list', into: 'name', spread: { field: 'place', is: 'row' } },
  },
  fields: splitListFields,
  behaviour: {
    kind: 'transform',
    prepare({ config, parameters }) {
      const source = config.list ?? '';
      const list = evaluator(source, source, parameters);
      const parentOf = parentFor(config.keep ?? 'rest', source);
      return (row) => withValues([list(row)], ([found]) => emits(row, found, config, parentOf));
    },
  },
  example: {
    config: { list: 'itens', place: 'row', keep: 'rest', position: 'linha' },
    input: [
      {
        pedido: '1001',
        itens: [
          { sku: 'A', qtd: 2 },
          { sku: 'B', qtd: 1 },
        ],
      },
      { pedido: '1002', itens: { sku: 'C', qtd: 5 } },
      { pedido: '1003', itens: [] },
    ],
    output: {
      out: [
        { pedido: '1001', sku: 'A', qtd: 2, linha: 1 },
        { pedido: '1001', sku: 'B', qtd: 1, linha: 2 },
        { pedido: '1002', sku: 'C', qtd: 5, linha: 1 },
      ],
    },
  },
});

type ParentOf = (row: Row) => Row;

/** What of a row goes along with each entry. */
function parentFor(keep: NonNullable<Config['keep']>, list: string): ParentOf {
  if (keep === 'none') return () => ({});
  const path = keep === 'rest' ? pathOf(list) : null;
  return path ? (row) => without(row, path) : (row) => row;
}

/** The row without what lies at the path; objects on the way are copied, since rows are shared with other branches. */
function without(row: JsonObject, [name = '', ...rest]: readonly string[]): JsonObject {
  const inner = row[name];
  if (rest.length > 0 && !isJsonObject(inner)) return row;
  const { [name]: _left, ...others } = row;
  return rest.length > 0 && isJsonObject(inner) ? { ...row, [name]: without(inner, rest) } : others;
}

function emits(row: Row, found: Json | undefined, config: Config, parentOf: ParentOf): Emit[] {
  const { name = 'item', empty = 'skip', list = '', position = '' } = config;
  const entries = entriesOf(found);
  if (entries.length > mostEntries) {
    const values = { list, count: entries.length, limit: mostEntries };
    throw new UserError('nodes.list-too-large', { values });
  }
  const parent = parentOf(row);
  if (entries.length === 0) {
    if (empty === 'fail') throw new UserError('nodes.list-empty', { values: { list } });
    return empty === 'keep' ? [{ value: parent }] : [];
  }
  return entries.map((entry, at): Emit => {
    // Entries that are no objects have no fields to stand beside those of the row.
    const own = config.place === 'row' && isJsonObject(entry) ? entry : { [name]: entry };
    return { value: { ...parent, ...own, ...(position !== '' && { [position]: at + 1 }) } };
  });
}

function entriesOf(found: Json | undefined): Json[] {
  if (Array.isArray(found)) return found;
  return found === undefined || found === null || found === '' ? [] : [found];
}
