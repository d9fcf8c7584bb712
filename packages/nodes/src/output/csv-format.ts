// Rows as CSV lines a spreadsheet opens without harm. Quotes by csv-stringify; values are prepared here.
import { stringify } from 'csv-stringify/sync';
import type { Json, Row } from '@eclusa/flow';
import { valueAt } from '../source/http-paging';
import type { ColumnType } from './column-types';

export interface CsvColumn {
  /** Field of the row, or a dotted path to one. */
  column: string;
  title: string;
  /** For files whose columns have types; found out when not given. */
  type?: ColumnType;
}

export interface CsvFormat {
  delimiter: string;
  decimalComma: boolean;
  /** Disarms texts that a spreadsheet would run as a formula. */
  guard: boolean;
}

/** A header line, then one piece of lines a page. Lines end in CR LF, as RFC 4180 has it. */
export async function* csvLines(
  columns: readonly CsvColumn[],
  pages: AsyncIterable<Row[]>,
  format: CsvFormat,
): AsyncIterable<string> {
  const lines = (records: string[][]) =>
    stringify(records, { delimiter: format.delimiter, record_delimiter: '\r\n' });
  yield lines([columns.map(({ title }) => csvText(title, format))]);
  for await (const page of pages) {
    yield lines(page.map((row) => columns.map(({ column }) => csvCell(fieldOf(row, column), format))));
  }
}

/** A field by its own name first: names may hold dots. */
export function fieldOf(row: Row, column: string): Json | undefined {
  return Object.hasOwn(row, column) ? row[column] : valueAt(row, column);
}

/** A value as it stands in a cell, before it is quoted. */
export function csvCell(value: Json | undefined, format: CsvFormat): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') {
    return format.decimalComma ? String(value).replace('.', ',') : String(value);
  }
  return csvText(typeof value === 'string' ? value : JSON.stringify(value), format);
}

/** What a spreadsheet takes for the beginning of a formula. */
export const FORMULA = /^[=+\-@\t\r]/;
/** -5,00 or +55 11 99999-0000 start like a formula and are none. */
const NUMBER_LIKE = /^[+-][\d.,\s()-]*$/;

/** A text as it stands in a cell: one that a spreadsheet would run is disarmed. */
export function csvText(text: string, { guard }: CsvFormat): string {
  return guard && FORMULA.test(text) && !NUMBER_LIKE.test(text) ? `'${text}` : text;
}
