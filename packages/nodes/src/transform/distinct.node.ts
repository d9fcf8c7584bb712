// Keeps one row of those that have the same key. Equal keys are found by sorting through the scratch, and the rows are
// then put back in order, so that memory holds a few pages only.
import { defineNode, type BarrierContext, type Json, type Row } from '@eclusa/flow';
import { sortKeyed, type KeyedRow } from './external-sort';
import { inPages } from './in-pages';
import { byMatchKey, byPlace, compareField, matchKey } from './match-key';

interface Config {
  keys?: Json;
  which?: 'first' | 'last';
}

const rowsName = { en: 'Rows', es: 'Filas', pt: 'Linhas' };

export default defineNode<Config>({
  id: 'transform.distinct',
  version: 1,
  group: 'transform',
  name: { en: 'Remove duplicates', es: 'Quitar duplicados', pt: 'Remover duplicados' },
  help: {
    en: 'Waits for all rows and keeps one of those with the same key, the first or the last, in the order they came. Works on any number of rows: what does not fit in memory is put aside on disk meanwhile.',
    es: 'Espera todas las filas y conserva una de las que tienen la misma clave, la primera o la última, en el orden de llegada. Funciona con cualquier cantidad de filas: lo que no cabe en memoria se guarda mientras tanto en disco.',
    pt: 'Espera todas as linhas e mantém uma das que têm a mesma chave, a primeira ou a última, na ordem de chegada. Funciona com qualquer quantidade de linhas: o que não cabe na memória fica em disco enquanto isso.',
  },
  keywords: [
    ...['distinct', 'unique', 'duplicates', 'deduplicate', 'dedupe', 'repeated'],
    ...['duplicados', 'únicos', 'repetidas', 'sin repetir'],
    ...['duplicadas', 'únicas', 'repetidos', 'sem repetição'],
  ],
  fields: {
    keys: {
      kind: 'table',
      required: true,
      minRows: 1,
      name: { en: 'Key', es: 'Clave', pt: 'Chave' },
      help: {
        en: 'Rows whose values here are equal are one and the same; with several lines, all values must be equal. Rows with an empty or missing value here are all kept.',
        es: 'Las filas con valores iguales aquí son la misma; si hay varias líneas, todos los valores deben ser iguales. Las filas con un valor vacío o ausente aquí se conservan todas.',
        pt: 'Linhas com valores iguais aqui são a mesma; se houver várias linhas nesta tabela, todos os valores devem ser iguais. Linhas com valor vazio ou ausente aqui são todas mantidas.',
      },
      columns: {
        expression: {
          kind: 'expression',
          required: true,
          placeholder: 'sku',
          name: { en: 'Field', es: 'Campo', pt: 'Campo' },
        },
        compare: compareField,
      },
    },
    which: {
      kind: 'choice',
      default: 'first',
      name: { en: 'Keep', es: 'Conservar', pt: 'Manter' },
      help: {
        en: 'The last is right where a system writes each correction below. To keep the newest by a date, sort the rows by it before.',
        es: 'La última sirve cuando un sistema escribe cada corrección más abajo. Para conservar la más nueva por fecha, ordene antes las filas por ella.',
        pt: 'A última serve quando um sistema escreve cada correção mais abaixo. Para manter a mais nova por data, ordene as linhas por ela antes.',
      },
      choices: [
        { value: 'first', name: { en: 'The first', es: 'La primera', pt: 'A primeira' } },
        { value: 'last', name: { en: 'The last', es: 'La última', pt: 'A última' } },
      ],
    },
  },
  behaviour: {
    kind: 'barrier',
    collect: (inputs, context) => inPages(onePerKey(inputs['in'], context), context.pageSize),
  },
  example: {
    config: { keys: [{ expression: 'sku' }], which: 'last' },
    input: [
      { sku: 'A', preco: 10 },
      { sku: 'B', preco: 20 },
      { sku: ' A ', preco: 12 },
    ],
    output: {
      out: [
        { sku: 'B', preco: 20 },
        { sku: ' A ', preco: 12 },
      ],
    },
  },
});

async function* onePerKey(
  input: AsyncIterable<Row[]> | undefined,
  { config, parameters, scratch, signal }: BarrierContext<Config>,
): AsyncIterable<Row> {
  const keyOf = matchKey(config.keys, { column: 'expression', name: rowsName }, parameters);
  async function* keyed(): AsyncIterable<KeyedRow> {
    let place = 0;
    for await (const page of input ?? []) {
      signal.throwIfAborted();
      for (const row of page) yield { keys: [await keyOf(row), place++], row };
    }
  }
  const byKey = sortKeyed(keyed(), { compare: byMatchKey, scratch, signal });
  const kept = settle(byKey, config.which === 'last');
  for await (const { row } of sortKeyed(kept, { compare: byPlace, scratch, signal })) yield row;
}

/** Of rows sorted by key one for each, keyed by its place; all of those without a key. */
async function* settle(sorted: AsyncIterable<KeyedRow>, last: boolean): AsyncIterable<KeyedRow> {
  let current: { key: Json; kept: KeyedRow } | undefined;
  for await (const { keys, row } of sorted) {
    const [key = null, place = null] = keys;
    const kept = { keys: [place], row };
    if (current && key !== null && current.key === key) {
      if (last) current.kept = kept;
      continue;
    }
    if (current) yield current.kept;
    current = { key, kept };
  }
  if (current) yield current.kept;
}
