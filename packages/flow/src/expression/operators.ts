// JSONata's operators on values that are already there. Each mirrors one rule of the interpreter, faults included.
import { builtins } from './builtins';
import { type Scope, spend } from './compiler';
import { Fault } from './fault';
import { limits } from './limits';
import { isDeepEqual, isObject, sequence } from './values';

export type Operator = (left: unknown, right: unknown, scope: Scope, position?: number) => unknown;

/** A finite number. Infinity is a fault wherever JSONata looks at a number. */
export function isNumeric(value: unknown): value is number {
  if (typeof value !== 'number' || Number.isNaN(value)) return false;
  if (!Number.isFinite(value)) throw new Fault('D1001', value);
  return true;
}

/** The truth of a value; nothing is false. */
export function truth(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return value.length > 0;
  if (Array.isArray(value)) return value.some(truth);
  if (isNumeric(value)) return value !== 0;
  return isObject(value) && Object.keys(value).length > 0;
}

const stringify = builtins.get('string')?.call as (value: unknown) => string;

/** `$string` as the `&` operator uses it: nothing is the empty text. */
function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined ? '' : stringify(value);
}

function concatenate(left: unknown, right: unknown): string {
  const text = asText(left) + asText(right);
  if (text.length > limits.text) throw new Fault('D2015', text.length);
  return text;
}

function arithmetic(token: string, compute: (left: number, right: number) => number): Operator {
  return (left, right, _scope, position) => {
    if (left !== undefined && !isNumeric(left)) throw new Fault('T2001', left, { token, position });
    if (right !== undefined && !isNumeric(right)) throw new Fault('T2002', right, { token, position });
    return left === undefined || right === undefined ? undefined : compute(left as number, right as number);
  };
}

type Comparable = string | number | undefined;
const isComparable = (value: unknown): value is Comparable =>
  value === undefined || typeof value === 'string' || typeof value === 'number';

function comparison(token: string, compare: (left: string, right: string) => boolean): Operator {
  return (left, right, _scope, position) => {
    if (!isComparable(left) || !isComparable(right)) {
      throw new Fault('T2010', isComparable(left) && left !== undefined ? right : left, { token, position });
    }
    if (left === undefined || right === undefined) return undefined;
    if (typeof left !== typeof right) {
      throw new Fault('T2009', left, { token, value2: right, position });
    }
    return compare(left as string, right as string);
  };
}

function range(from: unknown, to: unknown, scope: Scope, position?: number): unknown {
  if (from !== undefined && !Number.isInteger(from))
    throw new Fault('T2003', from, { token: '..', position });
  if (to !== undefined && !Number.isInteger(to)) throw new Fault('T2004', to, { token: '..', position });
  if (from === undefined || to === undefined) return undefined;
  const [first, last] = [from as number, to as number];
  if (first > last) return undefined;
  const size = last - first + 1;
  if (size > 1e7) throw new Fault('D2014', size);
  if (size > limits.items) throw new Fault('D2015', size);
  spend(scope, size);
  const list = sequence();
  for (let item = first; item <= last; item++) list.push(item);
  return list;
}

function isIn(left: unknown, right: unknown, scope: Scope): boolean {
  if (left === undefined || right === undefined) return false;
  if (!Array.isArray(right)) return right === left;
  spend(scope, right.length);
  return right.indexOf(left) >= 0;
}

/** By token. `and` and `or` are not here: they do not evaluate both sides. */
export const operators: Readonly<Record<string, Operator>> = {
  '+': arithmetic('+', (a, b) => a + b),
  '-': arithmetic('-', (a, b) => a - b),
  '*': arithmetic('*', (a, b) => a * b),
  '/': arithmetic('/', (a, b) => a / b),
  '%': arithmetic('%', (a, b) => a % b),
  '=': (a, b) => a !== undefined && b !== undefined && isDeepEqual(a, b),
  '!=': (a, b) => a !== undefined && b !== undefined && !isDeepEqual(a, b),
  '<': comparison('<', (a, b) => a < b),
  '<=': comparison('<=', (a, b) => a <= b),
  '>': comparison('>', (a, b) => a > b),
  '>=': comparison('>=', (a, b) => a >= b),
  '&': concatenate,
  '..': range,
  in: isIn,
};

/** Unary minus. */
export function negate(value: unknown, position?: number): unknown {
  if (value === undefined) return undefined;
  if (!isNumeric(value)) throw new Fault('D1002', value, { token: '-', position });
  return -value;
}

/** `left` followed by `right`, lists joined, singles added: JSONata's append with its limit. */
export function append(list: unknown[], value: unknown): void {
  if (!Array.isArray(value)) {
    list.push(value);
  } else {
    for (const item of value) list.push(item);
  }
  if (list.length > limits.items) throw new Fault('D2015', list.length);
}
