// The statement that reads: the person's table or query, sorted by what says where to go on, from there on.
import { UserError, type Json } from '@eclusa/flow';
import type { Dialect } from './database';
import { bind, namesIn, placesIn, quotedTable, type Statement } from './statement';

export interface Selection {
  from?: 'table' | 'query';
  table?: string;
  columns?: string;
  query?: string;
}

/** Where reading begins: at the start, `after` a row, or `from` or `beyond` a value of the first column sorted by. */
export type Start = { kind: 'start' } | { kind: 'after' | 'from' | 'beyond'; at: readonly Json[] };

/** What rows are sorted by: the column that says what is new, then the key. */
export interface Order {
  since: string | null;
  key: readonly string[];
}

/** The columns rows are sorted by; none when nothing was said of it. */
export const sortedBy = ({ since, key }: Order): readonly string[] =>
  since === null ? key : [since, ...key.filter((column) => column !== since)];

/** Throws UserError where the person's settings make no statement. */
export function selectionOf(
  selection: Selection,
  order: Order,
  start: Start,
  values: Readonly<Record<string, Json>>,
  dialect: Dialect,
): Statement {
  const used: Json[] = [];
  const columns = sortedBy(order);
  const base = baseOf(selection, columns, values, dialect, used);
  if (columns.length === 0) return { text: base, values: used };
  const quoted = columns.map((column) => dialect.quote(column));
  const given = (value: Json | undefined) => dialect.place(used.push(value ?? null));
  const conditions = order.since === null ? [] : [`${quoted[0]} IS NOT NULL`];
  if (start.kind === 'from') conditions.push(`${quoted[0]} >= ${given(start.at[0])}`);
  if (start.kind === 'beyond') conditions.push(`${quoted[0]} > ${given(start.at[0])}`);
  if (start.kind === 'after') conditions.push(...afterRow(quoted, start.at, given));
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  return { text: `${base}${where} ORDER BY ${quoted.join(', ')}`, values: used };
}

/** The names of the values a query asks for. */
export function asked({ from, query }: Selection): string[] {
  return from === 'table' ? [] : placesIn(query ?? '');
}

function baseOf(
  { from, table, columns, query }: Selection,
  sorted: readonly string[],
  values: Readonly<Record<string, Json>>,
  dialect: Dialect,
  used: Json[],
): string {
  if (from === 'table') {
    if (!table?.trim()) throw new UserError('nodes.sql-table-empty');
    const named = namesIn(columns);
    const wanted = named.length === 0 ? [] : [...new Set([...named, ...sorted])];
    const list = wanted.length === 0 ? '*' : wanted.map((column) => dialect.quote(column)).join(', ');
    return `SELECT ${list} FROM ${quotedTable(table, dialect)}`;
  }
  const text = (query ?? '').trim().replace(/[;\s]+$/, '');
  if (text === '') throw new UserError('nodes.sql-query-empty');
  const bound = bind(text, values, dialect, used).text;
  // A line comment at the end of the query would swallow the bracket.
  return sorted.length === 0 ? bound : `SELECT * FROM (\n${bound}\n) eclusa_rows`;
}

/** `a >= 1 AND (a > 1 OR (a = 1 AND b > 2))`: the first part lets the database use an index. */
function afterRow(
  columns: readonly string[],
  at: readonly Json[],
  given: (value: Json | undefined) => string,
): string[] {
  if (columns.length === 1) return [`${columns[0]} > ${given(at[0])}`];
  const first = `${columns[0]} >= ${given(at[0])}`;
  const ways = columns.map((column, index) => {
    const equal = columns.slice(0, index).map((one, before) => `${one} = ${given(at[before])}`);
    return `(${[...equal, `${column} > ${given(at[index])}`].join(' AND ')})`;
  });
  return [first, `(${ways.join(' OR ')})`];
}
