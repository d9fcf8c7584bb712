// What a cell of a sheet says: text, number, yes or no, a date as ISO 8601, nothing, or one of Excel's faults.
import type { Json } from '@eclusa/flow';
import { unescaped, type Workbook } from './xlsx-book';

export interface Cell {
  /** 0-based. */
  column: number;
  type: string;
  style: number;
  value: string;
}

/** `#N/A` and its like, which are no values. */
export class CellFault {
  constructor(readonly fault: string) {}
}

/** The value of a cell by its type and style. */
export function cellValue(
  cell: Cell,
  book: Pick<Workbook, 'texts' | 'isDate' | 'from1904'>,
): Json | CellFault {
  const { type, value } = cell;
  if (type === 'e') return new CellFault(value);
  if (type === 's') return book.texts[Number(value)] ?? '';
  if (type === 'inlineStr' || type === 'str') return unescaped(value);
  if (value === '') return null;
  if (type === 'b') return value === '1';
  if (type === 'd') return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  return book.isDate[cell.style] ? isoDate(number, book.from1904) : number;
}

/** `BC12` is column 54. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const code = letter.charCodeAt(0) - 64;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
  }
  return column - 1;
}

/** Letters of a 0-based column, as Excel shows them. */
export function lettersOf(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : lettersOf(Math.floor(column / 26) - 1) + rest;
}

const DAY = 86_400_000;

/** Day numbers as Excel counts them, with its 29 February 1900 that never was. A time alone is `hh:mm:ss`. */
function isoDate(serial: number, from1904: boolean): string {
  if (serial >= 0 && serial < 1)
    return new Date(Math.round(serial * 86_400) * 1000).toISOString().slice(11, 19);
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const time = new Date(epoch + Math.round((serial * DAY) / 1000) * 1000);
  if (Number.isNaN(time.getTime())) return String(serial);
  const iso = time.toISOString();
  return Number.isInteger(serial) ? iso.slice(0, 10) : iso.slice(0, 19);
}
