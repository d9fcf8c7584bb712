// One row per group, with sums, counts and the like. Holds the groups in memory, so their number is limited.
import { defineNode, UserError, type Json, type Row } from '@eclusa/flow';
import { evaluator, lines, textOf, type Evaluate } from './evaluation';
import { aggregateFields } from './aggregate-fields';
import { isOperation, newMeasure, type Measure, type Operation } from './measures';

interface Config {
  groups?: Json;
  measures?: Json;
  maxGroups?: number;
}

interface Group {
  keys: Json[];
  measures: Measure[];
}

export default defineNode<Config>({
  id: 'transform.aggregate',
  version: 1,
  group: 'transform',
  name: { en: 'Aggregate', es: 'Agrupar y sumar', pt: 'Agrupar e somar' },
  help: {
    en: 'Waits for all rows and gives one per group: stock summed over warehouses, items listed per order. There may be any number of rows: they are put aside on disk meanwhile. The groups are held in memory, 100,000 of them unless you allow more.',
    es: 'Espera todas las filas y entrega una por grupo: stock sumado entre almacenes, ítems listados por pedido. Puede haber cualquier cantidad de filas: mientras tanto se guardan en disco. Los grupos se guardan en memoria, 100.000 si no permite más.',
    pt: 'Espera todas as linhas e entrega uma por grupo: estoque somado entre depósitos, itens listados por pedido. Pode haver qualquer quantidade de linhas: enquanto isso elas ficam em disco. Os grupos ficam na memória, 100.000 se você não permitir mais.',
  },
  keywords: [
    'group by',
    'sum',
    'count',
    'total',
    'agrupar',
    'somar',
    'sumar',
    'contar',
    'media',
    'média',
    'average',
  ],
  gives: { fields: ['groups', 'measures'] },
  fields: aggregateFields,
  behaviour: {
    kind: 'barrier',
    async *collect(inputs, { config, parameters, pageSize, signal }) {
      const groupBy = columnsOf(config.groups, parameters);
      const measures = measuresOf(config.measures, parameters);
      const limit = config.maxGroups ?? 100_000;
      const groups = new Map<string, Group>();
      for await (const page of inputs['in'] ?? []) {
        signal.throwIfAborted();
        for (const row of page) {
          const keys: Json[] = [];
          for (const { evaluate } of groupBy) keys.push((await evaluate(row)) ?? null);
          const id = JSON.stringify(keys);
          const group = groups.get(id) ?? {
            keys,
            measures: measures.map(({ operation, name }) => newMeasure(operation, name)),
          };
          if (!groups.has(id) && groups.size >= limit)
            throw new UserError('nodes.too-many-groups', { values: { limit } });
          groups.set(id, group);
          for (const [at, { evaluate }] of measures.entries()) {
            group.measures[at]?.add(evaluate ? await evaluate(row) : 1);
          }
        }
      }
      yield* pagesOf(groups.values(), groupBy, measures, pageSize);
    },
  },
  example: {
    config: {
      groups: [{ name: 'sku', expression: 'codigo' }],
      measures: [
        { name: 'estoque', operation: 'sum', expression: 'saldo' },
        { name: 'depositos', operation: 'count' },
      ],
    },
    input: [
      { codigo: 'SKU-1', deposito: 'SP', saldo: 3 },
      { codigo: 'SKU-2', deposito: 'SP', saldo: 1 },
      { codigo: 'SKU-1', deposito: 'RJ', saldo: 4 },
    ],
    output: {
      out: [
        { sku: 'SKU-1', estoque: 7, depositos: 2 },
        { sku: 'SKU-2', estoque: 1, depositos: 1 },
      ],
    },
  },
});

interface Column {
  name: string;
  evaluate: Evaluate;
}

function columnsOf(table: Json | undefined, parameters: Readonly<Record<string, Json>>): Column[] {
  return lines(table).map((line) => {
    const expression = textOf(line, 'expression');
    const name = textOf(line, 'name') || expression;
    return { name, evaluate: evaluator(expression, name, parameters) };
  });
}

function measuresOf(
  table: Json | undefined,
  parameters: Readonly<Record<string, Json>>,
): { name: string; operation: Operation; evaluate?: Evaluate }[] {
  return lines(table).map((line) => {
    const operation = textOf(line, 'operation') || 'count';
    const expression = textOf(line, 'expression');
    const name = textOf(line, 'name') || operation;
    if (!isOperation(operation)) throw new UserError('nodes.aggregate-operation', { values: { operation } });
    if (expression !== '') return { name, operation, evaluate: evaluator(expression, name, parameters) };
    if (operation !== 'count') throw new UserError('nodes.aggregate-field', { values: { name, operation } });
    return { name, operation };
  });
}

/** The groups in the order in which their first rows came. */
function* pagesOf(
  groups: Iterable<Group>,
  columns: readonly Column[],
  measures: readonly { name: string }[],
  pageSize: number,
): Iterable<Row[]> {
  let page: Row[] = [];
  for (const group of groups) {
    const pairs = [
      ...columns.map(({ name }, at) => [name, group.keys[at] ?? null] as const),
      ...measures.map(({ name }, at) => [name, group.measures[at]?.result() ?? null] as const),
    ];
    page.push(Object.fromEntries(pairs));
    if (page.length < pageSize) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
