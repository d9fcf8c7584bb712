// The statements that write rows into a table by a key, so that writing the same rows again changes nothing.
import { UserError, type Json } from '@eclusa/flow';
import type { Dialect } from './database';
import { bareName, quotedTable, type Statement } from './statement';

/** `insert` leaves rows alone whose key is there, `upsert` writes them anew, `update` writes no others. */
export type WriteMode = 'insert' | 'upsert' | 'update';

export interface TableWrite {
  mode: WriteMode;
  table: string;
  key: readonly string[];
}

/** The values of one row by column. */
export type Values = ReadonlyMap<string, Json>;

/** Rows that one statement can write have the same columns in the same order. */
export const columnsOf = (values: Values): string[] => [...values.keys()];

/** Checks what a row needs for being written. Throws UserError. */
export function checkRow({ mode, key }: TableWrite, values: Values): void {
  for (const column of key) {
    if ((values.get(nameIn(values, column)) ?? null) !== null) continue;
    throw new UserError('nodes.sql-key-value-missing', { values: { column } });
  }
  if (mode === 'update' && values.size <= key.length) throw new UserError('nodes.sql-nothing-to-write');
}

/** One statement for rows of the same columns. With `update` one row only. */
export function writeStatement(write: TableWrite, rows: readonly Values[], dialect: Dialect): Statement {
  const [first] = rows as [Values];
  const columns = columnsOf(first);
  const key = write.key.map((column) => nameIn(first, column));
  const table = quotedTable(write.table, dialect);
  if (write.mode === 'update') return updateOf(table, columns, key, first, dialect);
  const { text, order } = dialect.merge(table, columns, key, rows.length, write.mode === 'upsert');
  const values = order.map(([row, column]) => rows[row]?.get(columns[column] as string) ?? null);
  return { text, values };
}

function updateOf(
  table: string,
  columns: readonly string[],
  key: readonly string[],
  row: Values,
  { quote, place }: Dialect,
): Statement {
  const values: Json[] = [];
  const equal = (column: string) => `${quote(column)} = ${place(values.push(row.get(column) ?? null))}`;
  const set = columns.filter((column) => !key.includes(column)).map(equal);
  return { text: `UPDATE ${table} SET ${set.join(', ')} WHERE ${key.map(equal).join(' AND ')}`, values };
}

/** How the row spells a column of the key. */
function nameIn(values: Values, column: string): string {
  if (values.has(column)) return column;
  const bare = bareName(column).name.toLowerCase();
  return [...values.keys()].find((one) => bareName(one).name.toLowerCase() === bare) ?? column;
}
