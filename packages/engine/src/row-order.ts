// Rows of one key keep their order: what the key of a row is, and what of several waits for what. Rows without a key,
// and all rows of a flow that asks for no order, wait for nothing.
import { createHash } from 'node:crypto';
import { compileExpression, isJsonObject } from '@eclusa/flow';
import type { FlowDocument, Json, Row } from '@eclusa/flow';
import type { NumberedRow } from './ports';

/** The key of a row as it is read; undefined for a row that has none. */
export type OrderKey = (row: Row) => string | undefined | Promise<string | undefined>;

/** What of a plan is looked at here. */
interface Ordered {
  orderKey?: OrderKey;
}

/** Where a key cannot be worked out nobody knows what the row belongs to: such rows keep their order among themselves. */
const unknownKey = 'unknown';

/** The key the flow asks for, or undefined. Throws UserError `expression.syntax…`. */
export function compileOrderKey(
  { settings }: FlowDocument,
  parameters: Readonly<Record<string, Json>>,
): OrderKey | undefined {
  if (settings?.orderKey === undefined) return undefined;
  const expression = compileExpression(settings.orderKey);
  const variables = { params: { ...parameters } };
  return (row) => {
    try {
      const value = expression.evaluate(row, variables);
      return value instanceof Promise ? value.then(keyText, () => unknownKey) : keyText(value);
    } catch {
      return unknownKey;
    }
  };
}

// A number and the text of it are one key: sources differ in how they read a code.
function keyText(value: Json | undefined): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (Array.isArray(value) || isJsonObject(value)) return `=${JSON.stringify(value)}`;
  return `=${String(value).trim()}`;
}

/** The key of each row, or undefined when the flow asks for no order. */
export async function orderKeys(
  { orderKey }: Ordered,
  rows: readonly NumberedRow[],
): Promise<(string | undefined)[] | undefined> {
  if (!orderKey) return undefined;
  const keys: (string | undefined)[] = [];
  for (const { value } of rows) {
    const key = orderKey(value);
    keys.push(key instanceof Promise ? await key : key);
  }
  return keys;
}

/**
 * The keys of a page as 32-bit numbers, each once: what a page is compared by with pages before it. Two keys with one
 * number make a page wait in vain, and never make it overtake. Null when no row of it has a key.
 */
export async function orderHashes(plan: Ordered, rows: readonly NumberedRow[]): Promise<number[] | null> {
  const keys = new Set(await orderKeys(plan, rows));
  keys.delete(undefined);
  if (keys.size === 0) return null;
  return [
    ...new Set(
      [...keys].map((key) =>
        createHash('sha256')
          .update(key as string)
          .digest()
          .readInt32BE(),
      ),
    ),
  ];
}

/** Things to do, one after the other where they share a key. */
export class Turns<T> {
  private readonly last = new Map<string, Waiting<T>>();
  private readonly ready: Waiting<T>[] = [];
  private next = 0;

  /** Adds a thing that waits for those added before it under any of `keys`. */
  add(thing: T, keys: readonly string[]): void {
    const waiting: Waiting<T> = { thing, waitsFor: 0, followers: [] };
    const before = new Set(keys.flatMap((key) => this.last.get(key) ?? []));
    for (const one of before) one.followers.push(waiting);
    waiting.waitsFor = before.size;
    for (const key of keys) this.last.set(key, waiting);
    if (waiting.waitsFor === 0) this.ready.push(waiting);
  }

  /** How many things could be taken now. */
  get open(): number {
    return this.ready.length - this.next;
  }

  /** The next thing that nothing is waited for; undefined when there is none now. `done` tells that it is over. */
  take(): { thing: T; done: () => void } | undefined {
    const taken = this.ready[this.next];
    if (!taken) return undefined;
    this.next++;
    return { thing: taken.thing, done: () => this.release(taken) };
  }

  private release({ followers }: Waiting<T>): void {
    for (const follower of followers) if (--follower.waitsFor === 0) this.ready.push(follower);
  }
}

interface Waiting<T> {
  thing: T;
  waitsFor: number;
  followers: Waiting<T>[];
}
