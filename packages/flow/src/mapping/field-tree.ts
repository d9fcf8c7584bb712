// The fields of sample rows as a tree: what kind of value each holds, how it is written, and what it looks like. Pure.
import { ean } from '../functions/codes';
import { isJsonObject, type Json, type Row } from '../json';

export type ValueKind = 'text' | 'number' | 'yes-no' | 'group' | 'list' | 'nothing';

/** How texts of a field are written, as far as the samples agree. */
export type Writing =
  /** 1.299,90 */
  | 'decimal-comma'
  /** 1299.90 */
  | 'decimal-dot'
  /** 1.299 or 2,350 alone: two numbers in one text. */
  | 'decimal-unclear'
  /** Texts that can only be whole numbers. */
  | 'whole'
  /** 23/11/2026 */
  | 'date-day-first'
  | 'date-compact'
  | 'date-iso'
  /** S and N, A and I, sim and não. */
  | 'yes-no'
  /** Barcodes whose check digits are right. */
  | 'ean';

export interface SourceField {
  /** From the row to here; entries of a list have no name of their own. */
  path: readonly string[];
  kind: ValueKind;
  writing?: Writing;
  /** Different values seen, at most five, longer texts cut by the reader. */
  samples: readonly Json[];
  /** Some row has an empty text here. */
  gaps?: true;
  /** Index in `path` of the nearest list this stands in or is; absent outside lists. */
  listAt?: number;
  children: readonly SourceField[];
}

const looked = 50;
const deepest = 6;
const mostFields = 500;

/** The fields of the first rows. Those of every row together, in the order they first appear. */
export function fieldTree(rows: readonly Row[]): SourceField[] {
  const budget = { left: mostFields };
  const fields = fieldsOf(rows.slice(0, looked), [], undefined, budget);
  return cleared(fields, allFields(fields));
}

/** One table is written in one way: where other fields leave no doubt, the unclear ones follow them. */
function cleared(fields: readonly SourceField[], all: readonly SourceField[]): SourceField[] {
  const commas = all.some(({ writing }) => writing === 'decimal-comma');
  const dots = all.some(({ writing }) => writing === 'decimal-dot');
  if (commas === dots) return [...fields];
  const mark = commas ? 'decimal-comma' : 'decimal-dot';
  return fields.map((field) => ({
    ...field,
    ...(field.writing === 'decimal-unclear' && { writing: mark }),
    children: cleared(field.children, all),
  }));
}

/** The tree as one list, parents before their children. */
export function allFields(fields: readonly SourceField[]): SourceField[] {
  return fields.flatMap((field) => [field, ...allFields(field.children)]);
}

function fieldsOf(
  values: readonly Json[],
  path: readonly string[],
  listAt: number | undefined,
  budget: { left: number },
): SourceField[] {
  const found = new Map<string, Json[]>();
  for (const value of values) {
    if (!isJsonObject(value)) continue;
    for (const [name, inner] of Object.entries(value)) {
      const seen = found.get(name);
      if (seen) seen.push(inner);
      else if (budget.left-- > 0) found.set(name, [inner]);
    }
  }
  return [...found].map(([name, seen]) => describe(seen, [...path, name], listAt, budget));
}

function describe(
  values: readonly Json[],
  path: readonly string[],
  outer: number | undefined,
  budget: { left: number },
): SourceField {
  const filled = values.filter((value) => value !== null && value !== '');
  const kind = kindOf(filled);
  const listAt = kind === 'list' ? path.length - 1 : outer;
  const inside = kind === 'list' ? filled.flatMap((value) => (Array.isArray(value) ? value : [])) : filled;
  const writing = writingOf(inside.filter((value) => typeof value !== 'object'));
  const opens = (kind === 'group' || kind === 'list') && path.length < deepest;
  return {
    path,
    kind,
    ...(writing && { writing }),
    samples: different(filled),
    ...(filled.length > 0 && values.some((value) => value === '') && { gaps: true }),
    ...(listAt !== undefined && { listAt }),
    children: opens ? fieldsOf(inside.slice(0, looked), path, listAt, budget) : [],
  };
}

function kindOf(filled: readonly Json[]): ValueKind {
  const first = filled[0];
  if (first === undefined) return 'nothing';
  if (filled.some(Array.isArray)) return 'list';
  if (isJsonObject(first)) return 'group';
  if (filled.every((value) => typeof value === 'number')) return 'number';
  return filled.every((value) => typeof value === 'boolean') ? 'yes-no' : 'text';
}

function different(values: readonly Json[]): Json[] {
  const seen = new Map(values.map((value) => [JSON.stringify(value), value]));
  return [...seen.values()].slice(0, 5);
}

const money = '(?:R\\$|US\\$|[$€£])?\\s*';
const shapes: readonly (readonly [Writing, RegExp])[] = [
  ['date-day-first', /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?: \d{1,2}:\d{2}(?::\d{2})?)?$/],
  ['date-iso', /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/],
  ['date-compact', /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/],
  ['whole', /^[+-]?\d+$/],
  ['decimal-comma', new RegExp(`^${money}[+-]?(?:\\d+|\\d{1,3}(?:\\.\\d{3})+)(?:,\\d+)?$`)],
  ['decimal-dot', new RegExp(`^${money}[+-]?(?:\\d+|\\d{1,3}(?:,\\d{3})+)(?:\\.\\d+)?$`)],
  [
    'yes-no',
    /^(?:s|n|sim|n[ãa]o|s[ií]|no|y|yes|true|false|a|i|ativo|inativo|activo|inactivo|active|inactive)$/i,
  ],
];

/** How most of these are written; a dirty value here and there does not hide it. */
function writingOf(values: readonly Json[]): Writing | undefined {
  const texts = values
    .filter((value): value is string => typeof value === 'string')
    .map((text) => text.trim());
  const filled = texts.filter((text) => text !== '');
  if (filled.length === 0) return numbersAsCodes(values);
  const mostly = (test: (text: string) => boolean) => filled.filter(test).length >= filled.length * 0.7;
  const fitting = shapes
    .filter(([, shape]) => mostly((text) => shape.test(text)))
    .map(([writing]) => writing);
  const found = fitting[0];
  if (found === 'whole' && mostly(isEan)) return 'ean';
  // 1.299 alone fits both; the mark that is seen with other than three digits after it decides.
  if (found === 'decimal-comma' && fitting.includes('decimal-dot')) {
    const dots = filled.filter(
      (text) => /\.\d+$/.test(text) && (/^0\./.test(text) || !/\.\d{3}$/.test(text)),
    );
    const commas = filled.filter((text) => /,\d+$/.test(text) && (/^0,/.test(text) || !/,\d{3}$/.test(text)));
    if (dots.length === commas.length) return 'decimal-unclear';
    return dots.length > commas.length ? 'decimal-dot' : 'decimal-comma';
  }
  return found;
}

function numbersAsCodes(values: readonly Json[]): Writing | undefined {
  return values.length > 0 && values.every((value) => typeof value === 'number' && isEan(String(value)))
    ? 'ean'
    : undefined;
}

function isEan(text: string): boolean {
  // Short numbers with a matching check digit are a matter of chance.
  if (!/^\d{8}$|^\d{12,14}$/.test(text)) return false;
  try {
    return ean(text) !== undefined;
  } catch {
    return false;
  }
}
