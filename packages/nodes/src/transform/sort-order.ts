// What "before" means for two rows: keys read from a row once, compared by type and language.
import type { Json, Row } from '@eclusa/flow';
import { parseDecimalComma } from '../source/decimal-comma';
import { evaluator } from './evaluation';

export interface SortKey {
  expression: string;
  /** `text`, `number` or `date`; anything else is text. */
  type: string;
  down: boolean;
}

export interface SortOrder {
  /** The keys of a row, in a form that can be stored beside it. Null sorts last. */
  keysOf(row: Row): Promise<Json[]>;
  compare(a: readonly Json[], b: readonly Json[]): number;
}

/** The order these keys make. Throws UserError for an expression that does not compile. */
export function sortOrder(
  keys: readonly SortKey[],
  locale: string,
  parameters: Readonly<Record<string, Json>>,
): SortOrder {
  const read = keys.map(({ expression, type }) => ({
    type,
    evaluate: evaluator(expression, expression, parameters),
  }));
  const compareText = locale === 'none' ? byCode : new Intl.Collator(locale, { numeric: true }).compare;
  return {
    async keysOf(row) {
      const values: Json[] = [];
      for (const { type, evaluate } of read) values.push(keyOf((await evaluate(row)) ?? null, type));
      return values;
    },
    compare(a, b) {
      for (const [at, { down }] of keys.entries()) {
        const [left, right] = [a[at] ?? null, b[at] ?? null];
        if (left === right) continue;
        // Last, whichever the direction.
        if (left === null) return 1;
        if (right === null) return -1;
        const order =
          typeof left === 'number' && typeof right === 'number'
            ? left - right
            : compareText(String(left), String(right));
        if (order !== 0) return down ? -order : order;
      }
      return 0;
    },
  };
}

function keyOf(value: Json, type: string): Json {
  if (value === null || value === '') return null;
  if (type === 'number') return numberOf(value);
  if (type === 'date') return dateOf(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A number as it is, or as a text has it in either notation; null for anything else. */
export function numberOf(value: Json): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  const plain = Number(value);
  return Number.isFinite(plain) ? plain : (parseDecimalComma(value) ?? null);
}

/** Milliseconds; dd/mm/yyyy is read the way Brazil and Spain write it. */
function dateOf(value: Json): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  const local = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(.*)$/.exec(value.trim());
  const ms = Date.parse(
    local ? `${local[3]}-${pad(local[2])}-${pad(local[1])}${local[4] ? `T${local[4].trim()}` : ''}` : value,
  );
  return Number.isNaN(ms) ? null : ms;
}

function pad(part: string | undefined): string {
  return (part ?? '').padStart(2, '0');
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
