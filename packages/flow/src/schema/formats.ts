// How the texts and numbers of a column are written: dates, decimal commas, codes with check digits. Pure; refuses to
// guess, so a column has a format only when every value of it is written so.
import { cnpj, cpf, ean } from '../functions/codes';
import type { Json } from '../json';

/** `decimal-comma`: 1.299,90. `date-br`: day before month. `date-compact`: 20261123. `code`: digits that no number keeps. */
export const columnFormats = [
  'cnpj',
  'cpf',
  'date-compact',
  'ean',
  'date-time',
  'date',
  'date-br',
  'boolean-word',
  'code',
  'integer',
  'decimal',
  'decimal-comma',
  'email',
  'address',
  'uuid',
] as const;
export type ColumnFormat = (typeof columnFormats)[number];

type Scalar = string | number;

const shaped = (shape: RegExp) => (value: Scalar) => typeof value === 'string' && shape.test(value);

/** True when `check` takes the value without an error; texts that are shorter than its code are none. */
function valid(check: (value: Json) => unknown, digits: RegExp): (value: Scalar) => boolean {
  return (value) => {
    if (!digits.test(String(value).replace(/[\s./-]/g, ''))) return false;
    try {
      return check(String(value)) !== undefined;
    } catch {
      return false;
    }
  };
}

const day = '(?:0?[1-9]|[12]\\d|3[01])';
const month = '(?:0?[1-9]|1[0-2])';
const compactDate = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const integer = /^-?\d{1,15}$/;

const tests: Record<ColumnFormat, (value: Scalar) => boolean> = {
  cnpj: valid(cnpj, /^[0-9A-Z]{12}\d{2}$/i),
  cpf: valid(cpf, /^\d{11}$/),
  ean: valid(ean, /^(?:\d{8}|\d{12,14})$/),
  'date-compact': (value) => compactDate.test(String(value)),
  'date-time': shaped(/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/),
  date: shaped(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/),
  'date-br': shaped(new RegExp(`^${day}[/.-]${month}[/.-]\\d{4}(?: \\d{2}:\\d{2}(?::\\d{2})?)?$`)),
  'boolean-word': shaped(/^(?:true|false|sim|não|nao|s|n|sí|si|no|yes|y)$/i),
  code: shaped(/^\d{2,}$/),
  integer: (value) => (typeof value === 'number' ? Number.isInteger(value) : integer.test(value.trim())),
  decimal: (value) => typeof value === 'number' || /^-?\d{1,15}(?:\.\d+)?$/.test(value.trim()),
  'decimal-comma': shaped(/^(?:R\$ ?)?-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/),
  email: shaped(/^[^\s@]+@[^\s@]+\.[^\s@]+$/),
  address: shaped(/^https?:\/\/\S+$/i),
  uuid: shaped(/^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i),
};

/** The first format that all values have, or null. `values` are the texts and numbers of a column, none of them empty. */
export function formatOf(values: readonly Scalar[]): ColumnFormat | null {
  if (values.length === 0) return null;
  return columnFormats.find((format) => fits(format, values)) ?? null;
}

/** Formats a few wrong values do not hide; the others are too loose to call a value wrong. */
const strict = [
  'cnpj',
  'cpf',
  'ean',
  'date-time',
  'date',
  'date-br',
  'integer',
  'decimal',
  'decimal-comma',
  'email',
] as const;

/** Values that do not look like the rest of their column. */
export interface OddValues {
  /** How the rest is written. */
  format: ColumnFormat;
  count: number;
  example: string | number;
}

/** Codes whose check digit tells a wrong one from a right one, where all are digits. */
const checked = ['cnpj', 'cpf', 'ean'] as const;

/**
 * Four in five values agree on a format: the others, likely wrong. Null for fewer than five values, or without others.
 * Of values that are all of `format`, only plain digits are looked at, for codes with a wrong check digit.
 */
export function oddValues(values: readonly Scalar[], format: ColumnFormat | null = null): OddValues | null {
  if (values.length < 5 || (format !== null && format !== 'integer' && format !== 'code')) return null;
  return oddAmong(values, format === null ? strict : checked);
}

function oddAmong(values: readonly Scalar[], formats: readonly ColumnFormat[]): OddValues | null {
  for (const format of formats) {
    const odd = values.filter((value) => !tests[format](value));
    const rest = values.filter((value) => tests[format](value));
    if (odd.length > 0 && odd.length * 5 <= values.length && fits(format, rest)) {
      return { format, count: odd.length, example: odd[0]! };
    }
  }
  return null;
}

function fits(format: ColumnFormat, values: readonly Scalar[]): boolean {
  if (!values.every(tests[format])) return false;
  // Digits are a code rather than a number only when a zero in front, or what is more than a number holds, would be lost.
  if (format === 'code') return values.some((value) => /^0|^\d{16}/.test(String(value)));
  // Eight digits may look like a date by chance, once.
  if (format === 'date-compact') return new Set(values.map(String)).size > 1;
  if (format === 'decimal-comma') return values.some((value) => String(value).includes(','));
  return true;
}
