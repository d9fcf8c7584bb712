// Keeps a store in a file between two lives of the process, so that a demo does not forget. No format of record:
// what cannot be read is left aside and the store starts empty.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { types } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import type { Store } from './store';

/** Writes everything the store knows to `file`, whole or not at all. */
export async function keepStore(store: Store, file: string): Promise<void> {
  const half = `${file}.${process.pid}`;
  await writeFile(half, serialize(partsOf(store)), { mode: 0o600 });
  await rename(half, file);
}

/** Fills `store` from `file`. False when there is no such file or it cannot be read. */
export async function recallStore(store: Store, file: string): Promise<boolean> {
  let kept: Record<string, unknown>;
  try {
    kept = deserialize(await readFile(file)) as Record<string, unknown>;
  } catch {
    return false;
  }
  const parts = partsOf(store);
  for (const [name, part] of Object.entries(parts)) refill(part, kept[name]);
  return true;
}

type Part = Map<unknown, unknown> | Set<unknown> | Record<string, number>;

// All that is in a store but its log of creates: collections and the last ids given, also of the books in it.
function partsOf(store: Store): Record<string, Part> {
  const parts = collections(store, '');
  for (const [name, book] of Object.entries(store)) {
    if (isBook(book)) parts.push(...collections(book, `${name}.`));
  }
  return Object.fromEntries(parts) as Record<string, Part>;
}

function collections(owner: object, prefix: string): [string, unknown][] {
  return Object.entries(owner)
    .filter(([name, part]) => types.isMap(part) || types.isSet(part) || name === 'lastIds')
    .map(([name, part]) => [`${prefix}${name}`, part]);
}

// A part of the store with collections of its own, such as the order book.
const isBook = (part: unknown): part is object =>
  part !== null && typeof part === 'object' && 'reset' in part && typeof part.reset === 'function';

function refill(part: Part, kept: unknown): void {
  if (types.isMap(part) && types.isMap(kept)) {
    part.clear();
    for (const [key, value] of kept) part.set(key, value);
  } else if (types.isSet(part) && types.isSet(kept)) {
    part.clear();
    for (const value of kept) (part as Set<unknown>).add(value);
  } else {
    Object.assign(part, kept);
  }
}
