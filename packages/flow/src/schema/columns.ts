// What a few rows tell about their columns: types, formats, how many are empty, how long, whether they name the row,
// and what they are likely about. Pure, and quick enough to be asked while a person types.
import { isJsonObject, type Json, type Row } from '../json';
import { formatOf, oddValues, type ColumnFormat, type OddValues } from './formats';
import { meaningOf, type ColumnMeaning } from './meanings';

export type ValueType = 'text' | 'number' | 'boolean' | 'list' | 'object';

export interface Column {
  /** The member's name; members of objects after a dot: `price.base`. */
  path: string;
  /** `mixed`: values of several types. `empty`: no row has a value. */
  type: ValueType | 'mixed' | 'empty';
  /** Rows by the type of their value, only those that have one. */
  types: Readonly<Partial<Record<ValueType, number>>>;
  /** Rows with a value: neither null nor absent nor a text of nothing but spaces. */
  filled: number;
  nulls: number;
  /** Rows without this member. */
  missing: number;
  /** Empty texts. */
  blanks: number;
  /** Characters of the longest text; 0 without one. */
  longest: number;
  format: ColumnFormat | null;
  /** Where most values have one format: those that do not. */
  odd: OddValues | null;
  /** No row is empty and no value comes twice: it may serve to tell rows apart. */
  unique: boolean;
  meaning: ColumnMeaning | null;
  /** The first value that is not empty; null without one. */
  example: Json;
}

/** Rows that are looked at: more change the picture little and cost time. */
const most = 500;
const deepest = 4;

/** The columns of the rows in the order they first appear, those of objects after the object itself. */
export function describeColumns(rows: readonly Row[]): Column[] {
  const seen = rows.slice(0, most);
  const found = new Map<string, Json[]>();
  for (const row of seen) collect(found, row, '', 1);
  return inOrder([...found.keys()]).map((path) => describe(path, found.get(path) ?? [], seen.length));
}

function collect(found: Map<string, Json[]>, row: Row, prefix: string, depth: number): void {
  for (const [name, value] of Object.entries(row)) {
    const path = `${prefix}${name}`;
    const values = found.get(path);
    if (values) values.push(value);
    else found.set(path, [value]);
    if (isJsonObject(value) && depth < deepest) collect(found, value, `${path}.`, depth + 1);
  }
}

// A member first seen in a later row would otherwise stand far from the object it is part of.
function inOrder(paths: readonly string[]): string[] {
  const top = paths.filter((path) => !paths.some((other) => path.startsWith(`${other}.`)));
  return top.flatMap((path) => [path, ...paths.filter((inner) => inner.startsWith(`${path}.`))]);
}

function describe(path: string, values: readonly Json[], rows: number): Column {
  const filled = values.filter((value) => !isEmpty(value));
  const types = countTypes(filled);
  const scalars = filled.filter((value) => typeof value === 'string' || typeof value === 'number');
  const alike = scalars.length === filled.length;
  const common = alike && Object.keys(types).length === 1 ? formatOf(scalars) : null;
  const odd = alike ? oddValues(scalars, common) : null;
  const column = {
    path,
    type: typeOf(types),
    types,
    filled: filled.length,
    nulls: values.filter((value) => value === null).length,
    missing: rows - values.length,
    blanks: values.filter((value) => typeof value === 'string' && value.trim() === '').length,
    longest: values.reduce<number>(
      (most, value) => Math.max(most, typeof value === 'string' ? value.length : 0),
      0,
    ),
    format: odd ? null : common,
    odd,
    unique: isUnique(scalars, rows),
    example: filled[0] ?? null,
  };
  return { ...column, meaning: meaningOf(column) };
}

function isEmpty(value: Json): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

function valueType(value: Json): ValueType {
  if (Array.isArray(value)) return 'list';
  const type = typeof value;
  return type === 'string' ? 'text' : (type as 'number' | 'boolean' | 'object');
}

function countTypes(values: readonly Json[]): Partial<Record<ValueType, number>> {
  const types: Partial<Record<ValueType, number>> = {};
  for (const value of values) types[valueType(value)] = (types[valueType(value)] ?? 0) + 1;
  return types;
}

function typeOf(types: Partial<Record<ValueType, number>>): Column['type'] {
  const [first, ...more] = Object.keys(types) as ValueType[];
  if (!first) return 'empty';
  return more.length > 0 ? 'mixed' : first;
}

function isUnique(scalars: readonly Json[], rows: number): boolean {
  return rows > 1 && scalars.length === rows && new Set(scalars.map(String)).size === rows;
}

/** The column that most likely tells rows apart: a code that is never empty and never comes twice; else null. */
export function keyColumn(columns: readonly Column[]): Column | null {
  const unique = columns.filter((column) => column.unique && column.format !== 'decimal-comma');
  const rank = ({ meaning, path }: Column) => {
    if (meaning === 'sku') return 0;
    if (meaning === 'order' || meaning === 'ean') return 1;
    return /(?:^|[._\s])id$|^id|Id$/.test(path) ? 2 : 3;
  };
  const [best] = [...unique].sort((a, b) => rank(a) - rank(b));
  return best && rank(best) < 3 ? best : null;
}
