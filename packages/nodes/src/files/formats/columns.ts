// Values that stand at fixed places of a line: cut out, trimmed, and read as what a layout says they are.
import { isJsonObject, UserError, type Json } from '@eclusa/flow';

export type ColumnKind = 'text' | 'number' | 'date' | 'raw';

/** One value of a line. */
export interface Column {
  name: string;
  /** 1-based, as layouts print it. */
  start: number;
  length: number;
  /** `text`: blanks around it removed. `raw`: as it stands. */
  kind: ColumnKind;
  /** Of a number without a sign for it: the last so many digits are decimals. */
  decimals?: number;
  /** Of a date: `ddMMyyyy`, `ddMMyy`, `yyyyMMdd`, `HHmmss`. */
  pattern?: string;
}

/** A value that is not what the layout says. */
export class ColumnFault {
  constructor(
    readonly column: Column,
    readonly value: string,
  ) {}
}

/** The values of a line; one that is too short for a column has blanks there. */
export function valuesOf(line: string, columns: readonly Column[]): Record<string, Json> | ColumnFault {
  const values: Record<string, Json> = {};
  for (const column of columns) {
    const text = line.slice(column.start - 1, column.start - 1 + column.length);
    const value = valueOf(text, column);
    if (value === undefined) return new ColumnFault(column, text);
    values[column.name] = value;
  }
  return values;
}

function valueOf(text: string, column: Column): Json | undefined {
  if (column.kind === 'raw') return text;
  const trimmed = text.trim();
  if (column.kind === 'text') return trimmed;
  // Banks fill a date or number that does not exist with zeros or blanks.
  if (trimmed === '') return null;
  return column.kind === 'number'
    ? numberOf(trimmed, column.decimals ?? 0)
    : dateOf(trimmed, column.pattern ?? 'ddMMyyyy');
}

/** `000000001250` with two decimals is 12.5; a sign may stand before or, as SAP has it, after. */
function numberOf(text: string, decimals: number): number | undefined {
  const found = /^([+-]?)(\d+(?:[.,]\d+)?)([+-]?)$/.exec(text);
  if (!found) return undefined;
  const [, before, digits = '', after] = found;
  const hasSeparator = /[.,]/.test(digits);
  // By text, not by division: 1005 with two decimals is 10.05 and nothing near it.
  const plain = hasSeparator || decimals === 0 ? digits.replace(',', '.') : withDecimals(digits, decimals);
  return Number(`${before === '-' || after === '-' ? '-' : ''}${plain}`);
}

function withDecimals(digits: string, decimals: number): string {
  const padded = digits.padStart(decimals + 1, '0');
  return `${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
}

/** ISO 8601; null for zeros. Two digits of a year are of 1970 to 2069. */
function dateOf(text: string, pattern: string): string | null | undefined {
  if (/^0+$/.test(text))
    return pattern.includes('y') ? null : text.replace(/^(\d\d)(\d\d)(\d\d)?$/, '$1:$2:$3');
  if (text.length !== pattern.length || !/^\d+$/.test(text)) return undefined;
  const part = (letter: string) => [...pattern].map((one, at) => (one === letter ? text[at] : '')).join('');
  const time = [part('H'), part('m'), part('s')].filter((two) => two !== '').join(':');
  if (!pattern.includes('y')) return time;
  const short = part('y');
  const year = short.length === 4 ? short : `${Number(short) < 70 ? 20 : 19}${short}`;
  const date = `${year}-${part('M')}-${part('d')}`;
  const isReal =
    !Number.isNaN(Date.parse(`${date}T00:00:00Z`)) &&
    new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
  if (!isReal) return undefined;
  return time === '' ? date : `${date}T${time}`;
}

/** The columns of a layout table. Throws UserError `nodes.layout-empty` and `nodes.layout-line`. */
export function columnsOfLayout(table: Json | undefined, mayBeEmpty = false): Column[] {
  const lines = (Array.isArray(table) ? table : []).filter(isJsonObject);
  const columns = lines.map((line, at): Column => {
    const [name, start, length] = [
      String(line['name'] ?? '').trim(),
      Number(line['start']),
      Number(line['length']),
    ];
    if (name === '' || name === '__proto__' || !(start >= 1) || !(length >= 1)) {
      throw new UserError('nodes.layout-line', { values: { line: at + 1 } });
    }
    const kind = (line['kind'] ?? 'text') as ColumnKind;
    const pattern = line['pattern'];
    return {
      ...{ name, start, length, kind, decimals: Number(line['decimals'] ?? 0) },
      ...(typeof pattern === 'string' && pattern !== '' && { pattern }),
    };
  });
  if (columns.length === 0 && !mayBeEmpty) throw new UserError('nodes.layout-empty');
  return columns;
}

/** What is wrong with a value of a line. */
export function columnError(file: string, line: number, { column, value }: ColumnFault): UserError {
  const values = { file, line, field: column.name, value: value.trim(), start: column.start };
  return new UserError(column.kind === 'number' ? 'nodes.fixed-number' : 'nodes.fixed-date', { values });
}
