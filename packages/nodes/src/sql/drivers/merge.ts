// MERGE for one row, as Firebird, SQL Server and Oracle write it nearly alike. Types come from the columns.
import type { Merge } from '../database';

/** `from`: a table of one row; `hint`: what follows the table's name. */
export function mergeOne(
  { from, hint = '', end = '' }: { from: string; hint?: string; end?: string },
  { quote, place }: { quote(name: string): string; place(at: number): string },
  table: string,
  columns: readonly string[],
  key: readonly string[],
  replace: boolean,
): Merge {
  const order: [number, number][] = [];
  const valueOf = (column: string) => {
    order.push([0, columns.indexOf(column)]);
    return place(order.length);
  };
  const others = columns.filter((column) => !key.includes(column));
  const on = key.map((column) => `t.${quote(column)} = ${valueOf(column)}`).join(' AND ');
  const set = others.map((column) => `t.${quote(column)} = ${valueOf(column)}`).join(', ');
  const matched = replace && others.length > 0 ? ` WHEN MATCHED THEN UPDATE SET ${set}` : '';
  if (matched === '') order.length = key.length;
  const values = columns.map(valueOf).join(', ');
  const names = columns.map(quote).join(', ');
  const text = `MERGE INTO ${table} ${hint}t USING ${from} ON (${on})${matched} WHEN NOT MATCHED THEN INSERT (${names}) VALUES (${values})${end}`;
  return { text, order };
}

/** INSERT of many rows, row after row. */
export function insertMany(
  { quote, place }: { quote(name: string): string; place(at: number): string },
  table: string,
  columns: readonly string[],
  rows: number,
): Merge {
  const order: [number, number][] = [];
  const lines: string[] = [];
  for (let row = 0; row < rows; row++) {
    const places = columns.map((_, column) => {
      order.push([row, column]);
      return place(order.length);
    });
    lines.push(`(${places.join(', ')})`);
  }
  return {
    text: `INSERT INTO ${table} (${columns.map(quote).join(', ')}) VALUES ${lines.join(', ')}`,
    order,
  };
}
