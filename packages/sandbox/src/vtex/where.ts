// The query language of Master Data's `_where`: comparisons, between, is null, AND, OR, parentheses, wildcards.
// Throws BadWhere for what it cannot read. That AND binds before OR is a choice: no source tells.
import type { Fields } from '../store/master-data';

export class BadWhere extends Error {}

export type Condition = (document: Fields) => boolean;

export interface Where {
  test: Condition;
  /** Every field the condition names. */
  fields: Set<string>;
}

const operators = ['<>', '>=', '<=', '=', '>', '<'] as const;
type Operator = (typeof operators)[number];

/** Reads a condition. */
export function parseWhere(text: string): Where {
  const reader = new Reader(text);
  const test = reader.either();
  reader.end();
  return { test, fields: reader.fields };
}

/** A filter as in `?email=a@b.c`: equality, with wildcards. */
export function equals(field: string, wanted: string): Condition {
  return (document) => compare(valueOf(document, field), '=', wanted);
}

class Reader {
  readonly fields = new Set<string>();
  private at = 0;

  constructor(private readonly text: string) {}

  either(): Condition {
    const parts = [this.all()];
    while (this.word('OR')) parts.push(this.all());
    return (document) => parts.some((part) => part(document));
  }

  end(): void {
    this.space();
    if (this.at < this.text.length) throw new BadWhere(`Unexpected '${this.text.slice(this.at)}'`);
  }

  private all(): Condition {
    const parts = [this.term()];
    while (this.word('AND')) parts.push(this.term());
    return (document) => parts.every((part) => part(document));
  }

  private term(): Condition {
    this.space();
    if (!this.take('(')) return this.comparison();
    const inner = this.either();
    this.space();
    if (!this.take(')')) throw new BadWhere('A parenthesis is not closed');
    return inner;
  }

  private comparison(): Condition {
    const field = this.match(/[A-Za-z_][\w.-]*/y);
    if (field === undefined) throw new BadWhere(`A field is missing at '${this.text.slice(this.at)}'`);
    this.fields.add(field.split('.')[0] ?? field);
    if (this.word('between')) {
      const low = this.value();
      if (!this.word('AND')) throw new BadWhere('between needs two values with AND');
      const high = this.value();
      return (document) => {
        const value = valueOf(document, field);
        return compare(value, '>=', low) && compare(value, '<=', high);
      };
    }
    if (this.word('is')) {
      const wanted = !this.word('not');
      if (!this.word('null')) throw new BadWhere('is needs null');
      return (document) => isNothing(valueOf(document, field)) === wanted;
    }
    this.space();
    const operator = operators.find((one) => this.take(one));
    if (!operator) throw new BadWhere(`An operator is missing after '${field}'`);
    const value = this.value();
    return (document) => compare(valueOf(document, field), operator, value);
  }

  private value(): string {
    this.space();
    const quoted = this.match(/"[^"]*"|'[^']*'/y);
    if (quoted !== undefined) return quoted.slice(1, -1);
    const plain = this.match(/(?:(?!\s+(?:AND|OR)\b)[^)])+/iy)?.trim();
    if (!plain) throw new BadWhere('A value is missing');
    return plain;
  }

  private word(word: string): boolean {
    this.space();
    return this.match(new RegExp(`${word}\\b`, 'iy')) !== undefined;
  }

  private take(sign: string): boolean {
    if (!this.text.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    return true;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private space(): void {
    this.match(/\s*/y);
  }
}

/** A field may name a member one level down: `wishlist.name`. */
function valueOf(document: Fields, field: string): unknown {
  const [first = '', second] = field.split('.');
  const value = document[first];
  return second === undefined ? value : (value as Fields | undefined)?.[second];
}

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '';

function compare(held: unknown, operator: Operator, wanted: string): boolean {
  if (Array.isArray(held)) return held.some((one) => compare(one, operator, wanted));
  if (operator === '<>') return !compare(held, '=', wanted);
  if (isNothing(held)) return false;
  if (operator === '=' && wanted.includes('*')) return matches(text(held), wanted);
  const order = orderOf(held, wanted);
  if (operator === '=') return order === 0;
  if (operator === '>') return order > 0;
  if (operator === '<') return order < 0;
  return operator === '>=' ? order >= 0 : order <= 0;
}

/** Numbers as numbers, dates as instants, anything else as text without case. */
export function orderOf(held: unknown, wanted: string): number {
  const number = Number(wanted);
  if (typeof held === 'number' && wanted !== '' && !Number.isNaN(number)) return held - number;
  const isDate = /^\d{4}-\d\d-\d\d/;
  if (isDate.test(wanted) && isDate.test(text(held))) return Date.parse(text(held)) - Date.parse(wanted);
  return text(held).toLowerCase().localeCompare(wanted.toLowerCase());
}

const text = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

function matches(held: string, pattern: string): boolean {
  const escaped = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`, 'is').test(held);
}
