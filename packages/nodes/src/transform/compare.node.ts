// Tells what differs between two inputs, by key: added, changed, removed, the same. Both sides are sorted through the
// scratch and gone through once, then put back in order, so that neither has to fit in memory.
import { defineNode, NOTE, rowOut, type BarrierContext, type Json, type Port, type Row } from '@eclusa/flow';
import { compareFields } from './compare-fields';
import { evaluator, lines, textOf } from './evaluation';
import { sortKeyed, type KeyedRow } from './external-sort';
import { inPages } from './in-pages';
import { byMatchKey, byPlace, matchKey } from './match-key';
import { sameContent } from './same-content';

interface Config {
  keys?: Json;
  fields?: Json;
  name?: string;
}

type Inputs = Readonly<Record<string, AsyncIterable<Row[]>>>;

const now: Port = { id: 'now', type: 'row', name: { en: 'Now', es: 'Ahora', pt: 'Agora' } };
const before: Port = { id: 'before', type: 'row', name: { en: 'Before', es: 'Antes', pt: 'Antes' } };
const port = (id: string, en: string, es: string, pt: string): Port => ({
  ...rowOut,
  id,
  name: { en, es, pt },
});

export default defineNode<Config>({
  id: 'transform.compare',
  version: 1,
  group: 'transform',
  name: { en: 'Compare two sources', es: 'Comparar dos orígenes', pt: 'Comparar duas origens' },
  help: {
    en: 'Waits for the rows of both inputs and tells by key what is new, what changed, what is gone and what is the same: the ERP against the store, this month’s table against last month’s. Works on any number of rows: what does not fit in memory is put aside on disk meanwhile. To compare with what this flow itself wrote before, use “Only what changed”.',
    es: 'Espera las filas de las dos entradas y dice por clave qué es nuevo, qué cambió, qué ya no está y qué es igual: el ERP contra la tienda, la tabla de este mes contra la anterior. Funciona con cualquier cantidad de filas: lo que no cabe en memoria se guarda mientras tanto en disco. Para comparar con lo que este mismo flujo escribió antes, use «Solo lo que cambió».',
    pt: 'Espera as linhas das duas entradas e diz por chave o que é novo, o que mudou, o que sumiu e o que é igual: o ERP contra a loja, a tabela deste mês contra a anterior. Funciona com qualquer quantidade de linhas: o que não cabe na memória fica em disco enquanto isso. Para comparar com o que este mesmo fluxo gravou antes, use “Só o que mudou”.',
  },
  keywords: [
    ...['compare', 'diff', 'difference', 'reconcile', 'added', 'removed', 'changed', 'sync'],
    ...['comparar', 'diferencias', 'conciliar', 'faltantes', 'sincronizar'],
    ...['diferenças', 'conciliação', 'reconciliar', 'faltando'],
  ],
  inputs: [now, before],
  outputs: [
    port('added', 'Added', 'Agregadas', 'Acrescentadas'),
    port('changed', 'Changed', 'Cambiadas', 'Mudadas'),
    port('removed', 'Removed', 'Quitadas', 'Removidas'),
    port('same', 'The same', 'Iguales', 'Iguais'),
  ],
  gives: { fields: [], rest: 'always', rows: { of: 'before', into: 'name', at: ['changed'] } },
  fields: compareFields,
  behaviour: {
    kind: 'barrier',
    collect: (inputs, context) => inPages(compared(inputs, context), context.pageSize),
  },
  example: {
    config: { keys: [{ now: 'codigo', before: 'sku' }], fields: [{ now: 'preco' }], name: 'before' },
    input: {
      now: [
        { codigo: 'A', preco: 10 },
        { codigo: 'B', preco: 25 },
        { codigo: 'D', preco: 5 },
      ],
      before: [
        { sku: 'A', preco: 10 },
        { sku: 'B', preco: 20 },
        { sku: 'C', preco: 7 },
      ],
    },
    output: {
      added: [{ codigo: 'D', preco: 5 }],
      changed: [{ codigo: 'B', preco: 25, before: { sku: 'B', preco: 20 } }],
      removed: [{ sku: 'C', preco: 7 }],
      same: [{ codigo: 'A', preco: 10 }],
    },
  },
});

/** All rows with the port they leave by noted: those of now in their order, then what is gone in its own. */
async function* compared(
  inputs: Inputs,
  { config, parameters, scratch, signal }: BarrierContext<Config>,
): AsyncIterable<Row> {
  const contentOf = {
    now: contentFor('now', config, parameters),
    before: contentFor('before', config, parameters),
  };
  const keyOf = {
    now: matchKey(config.keys, { column: 'now', name: now.name }, parameters),
    before: matchKey(config.keys, { column: 'before', otherwise: 'now', name: before.name }, parameters),
  };
  async function* keyed(): AsyncIterable<KeyedRow> {
    let place = 0;
    for (const side of ['now', 'before'] as const) {
      for await (const page of inputs[side] ?? []) {
        signal.throwIfAborted();
        for (const row of page) {
          yield { keys: [await keyOf[side](row), place++, side, await contentOf[side](row)], row };
        }
      }
    }
  }
  const byKey = sortKeyed(keyed(), { compare: byMatchKey, scratch, signal });
  const settled = settle(byKey, config.name ?? 'before');
  for await (const { row } of sortKeyed(settled, { compare: byPlace, scratch, signal })) yield row;
}

type ContentOf = (row: Row) => Promise<Json>;

/** What of a row counts when it is compared; null for all of it, which need not be kept twice. */
function contentFor(
  side: 'now' | 'before',
  { fields }: Config,
  parameters: Readonly<Record<string, Json>>,
): ContentOf {
  const reads = lines(fields).map((line) => {
    const source = (side === 'before' && textOf(line, 'before')) || textOf(line, 'now');
    return evaluator(source, source, parameters);
  });
  if (reads.length === 0) return async () => null;
  return async (row) => {
    const values: Json[] = [];
    for (const read of reads) values.push((await read(row)) ?? null);
    return values;
  };
}

/** The first row of a key in each input. */
interface Found {
  key: Json;
  now?: KeyedRow;
  before?: KeyedRow;
}

/** Of rows sorted by key what became of each key, keyed by the place of the row that leaves. */
async function* settle(sorted: AsyncIterable<KeyedRow>, name: string): AsyncIterable<KeyedRow> {
  let found: Found | undefined;
  for await (const one of sorted) {
    const [key = null, , side] = one.keys;
    if (!found || key === null || found.key !== key) {
      if (found) yield verdict(found, name);
      found = { key };
    }
    found[side === 'now' ? 'now' : 'before'] ??= one;
  }
  if (found) yield verdict(found, name);
}

function verdict({ now: current, before: earlier }: Found, name: string): KeyedRow {
  const { keys, row } = (current ?? earlier) as KeyedRow;
  const by = (note: string, value: Row = row): KeyedRow => ({
    keys: [keys[1] ?? null],
    row: { ...value, [NOTE]: note },
  });
  if (!earlier) return by('added');
  if (!current) return by('removed');
  const [mine, other] = [current.keys[3] ?? null, earlier.keys[3] ?? null];
  const isSame = mine === null ? sameContent(current.row, earlier.row) : sameContent(mine, other);
  return isSame ? by('same') : by('changed', { ...row, [name]: earlier.row });
}
