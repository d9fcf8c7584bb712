// Brings a result down to plain JSON within limits: no sequence marks, no functions, no odd prototypes.
import { EclusaError, UserError } from '../errors';
import type { Json } from '../json';
import { Fault } from './fault';
import { limits } from './limits';
import { type Bag, type Marked, setMember } from './values';

/** The result as JSON; `undefined` for nothing. Shares what is plain already with the input. */
export function toJson(value: unknown): Json | undefined {
  switch (typeof value) {
    case 'string':
      return checkText(value);
    case 'number':
      return checkNumber(value);
    case 'boolean':
    case 'undefined':
      return value;
    default:
      return clean(value, { left: limits.items }, 0) as Json | undefined;
  }
}

function checkText(text: string): string {
  if (text.length > limits.text) throw tooBig('text', limits.text);
  return text;
}

function checkNumber(number: number): number {
  if (!Number.isFinite(number)) throw new Fault('D1001', String(number));
  return number;
}

function clean(value: unknown, budget: { left: number }, depth: number): unknown {
  if (typeof value === 'string') return checkText(value);
  if (typeof value === 'number') return checkNumber(value);
  if (typeof value === 'function' || typeof value === 'symbol' || value === undefined) return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (isFunctionRecord(value)) return undefined;
  if (--budget.left < 0) throw tooBig('values', limits.items);
  if (depth >= limits.nesting) throw tooBig('levels', limits.nesting);
  return Array.isArray(value) ? cleanList(value, budget, depth) : cleanObject(value as Bag, budget, depth);
}

/** JSONata's lambdas are objects that hold their whole environment. */
function isFunctionRecord(value: object): boolean {
  return Object.hasOwn(value, '_jsonata_lambda') || Object.hasOwn(value, '_jsonata_function');
}

function cleanList(list: Marked, budget: { left: number }, depth: number): unknown[] {
  budget.left -= list.length;
  if (budget.left < 0) throw tooBig('values', limits.items);
  const marked = list.sequence || list.cons || list.keepSingleton || Object.hasOwn(list, 'push');
  let result = marked ? Array.from(list) : list;
  for (let at = 0; at < list.length; at++) {
    // As in JSON, what is nothing in a list keeps its place.
    const item = clean(list[at], budget, depth + 1) ?? null;
    if (item === result[at]) continue;
    if (result === list) result = Array.from(list);
    result[at] = item;
  }
  return result;
}

function cleanObject(object: Bag, budget: { left: number }, depth: number): Bag {
  const keys = Object.keys(object);
  const plain = Object.getPrototypeOf(object) === Object.prototype && !Object.hasOwn(object, '__proto__');
  let result = plain ? object : copy(object, keys);
  for (const key of keys) {
    const before = object[key];
    const after = clean(before, budget, depth + 1);
    if (after === before) continue;
    if (result === object) result = copy(object, keys);
    if (after === undefined) delete result[key];
    else setMember(result, key, after);
  }
  return result;
}

function copy(object: Bag, keys: string[]): Bag {
  const result: Bag = {};
  for (const key of keys) setMember(result, key, object[key]);
  return result;
}

function tooBig(what: string, limit: number): EclusaError {
  return new UserError('expression.result-too-big', { values: { what, limit } });
}
