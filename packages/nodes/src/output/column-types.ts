// The types of columns in files that have such (Excel, Parquet), and values as these types want them. Refuses a value that
// is not of its column's type: a file that silently lost one would be wrong for good.
import { UserError, type Field, type Json, type Text } from '@eclusa/flow';
import { textOf } from '../transform/evaluation';

export type ColumnType = 'text' | 'number' | 'integer' | 'boolean' | 'date' | 'timestamp';

const names: Record<ColumnType, Text> = {
  text: { en: 'text', es: 'texto', pt: 'texto' },
  number: { en: 'number', es: 'número', pt: 'número' },
  integer: { en: 'whole number', es: 'número entero', pt: 'número inteiro' },
  boolean: { en: 'yes or no', es: 'sí o no', pt: 'sim ou não' },
  date: { en: 'date', es: 'fecha', pt: 'data' },
  timestamp: { en: 'date and time', es: 'fecha y hora', pt: 'data e hora' },
};

/** The column of the table of columns that asks for a type. */
export const columnTypeField: Field = {
  kind: 'choice',
  default: 'auto',
  name: { en: 'Type', es: 'Tipo', pt: 'Tipo' },
  help: {
    en: 'For Excel and Parquet. Found out: numbers, yes/no and texts as the rows have them; in Excel also dates such as 2026-11-23.',
    es: 'Para Excel y Parquet. Detectar: números, sí/no y textos tal como están en las filas; en Excel también fechas como 2026-11-23.',
    pt: 'Para Excel e Parquet. Detectar: números, sim/não e textos como estão nas linhas; no Excel também datas como 2026-11-23.',
  },
  choices: [
    { value: 'auto', name: { en: 'Find out', es: 'Detectar', pt: 'Detectar' } },
    ...Object.entries(names).map(([value, { en, es, pt }]) => ({
      value,
      name: { en: capital(en), es: capital(es), pt: capital(pt) },
    })),
  ],
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The type that a line of the table asks for; undefined to find it out. */
export function typeOf(line: Record<string, Json>): ColumnType | undefined {
  const type = textOf(line, 'type');
  return type in names ? (type as ColumnType) : undefined;
}

/** Where a value stands, for the error about it. */
export interface CellPlace {
  column: string;
  /** 1-based, without the line of titles. */
  row: number;
}

/** ISO 8601: `2026-11-23`, and with a time, its zone or none. */
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** Whether a text is a date, or one with a time. */
export function dateTypeOf(text: string): 'date' | 'timestamp' | undefined {
  if (DATE.test(text)) return Number.isNaN(Date.parse(text)) ? undefined : 'date';
  return TIMESTAMP.test(text) && !Number.isNaN(Date.parse(zoned(text))) ? 'timestamp' : undefined;
}

/** The moment of such a text; one without a zone is taken for UTC. */
export function momentOf(text: string): Date {
  return new Date(DATE.test(text) ? text : zoned(text));
}

function zoned(text: string): string {
  const iso = text.replace(' ', 'T');
  return /(Z|[+-]\d{2}:?\d{2})$/.test(iso) ? iso : `${iso}Z`;
}

export type Cell = string | number | boolean | Date | null;

/** The value in the type of its column. Throws UserError `nodes.column-value`. */
export function typed(value: Json | undefined, type: ColumnType, place: CellPlace): Cell {
  if (value === null || value === undefined) return null;
  if (type === 'text') return typeof value === 'string' ? value : JSON.stringify(value);
  if (value === '') return null;
  const cell = readers[type](value);
  if (cell !== undefined) return cell;
  const shown = (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 100);
  throw new UserError('nodes.column-value', { values: { ...place, value: shown, type: { ...names[type] } } });
}

const readers: Record<Exclude<ColumnType, 'text'>, (value: Json) => Cell | undefined> = {
  number: numberOf,
  integer(value) {
    const number = numberOf(value);
    return Number.isSafeInteger(number) ? number : undefined;
  },
  boolean(value) {
    if (typeof value === 'boolean') return value;
    return value === 'true' ? true : value === 'false' ? false : undefined;
  },
  date: (value) => dateOf(value),
  timestamp: (value) => dateOf(value),
};

function numberOf(value: Json): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^\s*[+-]?\d+(\.\d+)?(e[+-]?\d+)?\s*$/i.test(value)) return undefined;
  return Number(value);
}

function dateOf(value: Json): Date | undefined {
  return typeof value === 'string' && dateTypeOf(value) ? momentOf(value) : undefined;
}
