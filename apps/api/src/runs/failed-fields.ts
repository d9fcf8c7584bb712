// Rows as a spreadsheet shows them, and back: every member a column, what is not a text in the words of JSON. Pure.
import { isJsonObject, type Json, type Row } from '@eclusa/flow';

/** SQL for the field that the error of a failed row names: its id where it has one. */
export function fieldOf(alias: string): string {
  return `coalesce(${alias}.error->'values'->>'target', ${alias}.error->'values'->>'field')`;
}

/** The column rows are known by when they come back. */
export const ID_COLUMN = 'eclusa_id';
/** Columns for the reader only; what is written there is not looked at. */
export const readersColumns = ['eclusa_row', 'eclusa_box', 'eclusa_reason'] as const;
/** Holds a record that is no object. */
export const VALUE_COLUMN = 'eclusa_value';

/** What `csvLines` puts before a text that a spreadsheet would run. */
const disarmed = /^'(?=[=+\-@\t\r])/;

/** A member that cannot be read back. */
export class CellFault extends Error {
  constructor(readonly column: string) {
    super(column);
  }
}

/**
 * A row with what came back for its columns put in. A cell takes the kind its member has: a number stays a number as long
 * as it is one. An empty cell is an empty text, a null, or, where the row had no such member, nothing. Columns that did not come
 * back leave their members as they are. Throws CellFault for JSON that cannot be read.
 */
export function mended(input: Json, cells: ReadonlyMap<string, string>): Row {
  if (!isJsonObject(input)) {
    const text = cells.get(VALUE_COLUMN);
    const value = text === undefined ? input : cellValue(VALUE_COLUMN, text, input);
    return isJsonObject(value) ? value : { value: value ?? null };
  }
  const row: Row = { ...input };
  for (const [column, text] of cells) {
    if (column === VALUE_COLUMN) continue;
    const value = cellValue(column, text, input[column]);
    if (value === undefined) delete row[column];
    else row[column] = value;
  }
  return row;
}

function cellValue(column: string, text: string, before: Json | undefined): Json | undefined {
  const plain = text.replace(disarmed, '');
  if (plain.trim() === shown(before).trim()) return before;
  switch (typeof before) {
    case 'undefined':
      return plain === '' ? undefined : plain;
    case 'string':
      return plain;
    case 'number':
      return number(plain.trim());
    case 'boolean':
      return flag(plain);
    default:
      return before === null ? plain : json(column, plain);
  }
}

// A spreadsheet of our languages writes 12,5 for 12.5.
function number(text: string): Json {
  if (text === '') return null;
  const value = Number(/^-?\d+,\d+$/.test(text) ? text.replace(',', '.') : text);
  return Number.isFinite(value) ? value : text;
}

function flag(text: string): Json {
  const word = text.trim().toLowerCase();
  if (['true', 'verdadeiro', 'verdadero', '1'].includes(word)) return true;
  return ['false', 'falso', '0'].includes(word) ? false : text;
}

function json(column: string, text: string): Json {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new CellFault(column);
  }
}

/** A member as its cell shows it. */
export function shown(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
