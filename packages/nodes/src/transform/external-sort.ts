// Sorts more rows than fit in memory: sorted runs are written out in small chunks and merged, stably.
import type { BarrierContext, Json, Row } from '@eclusa/flow';
import { inPages } from './in-pages';
import type { SortOrder } from './sort-order';

export interface KeyedSortOptions extends Pick<SortOrder, 'compare'> {
  scratch: BarrierContext['scratch'];
  signal: AbortSignal;
  /** Rows sorted in memory at once. */
  runRows?: number;
  /** Runs merged at once: each holds one chunk in memory. */
  fanIn?: number;
}

export interface ExternalSortOptions extends KeyedSortOptions, SortOrder {
  pageSize: number;
}

/** A row beside its keys, as the scratch keeps it. */
export type KeyedRow = { keys: Json[]; row: Row };
/** A sorted sequence of rows, as chunk names in order. */
type Run = string[];

const RUN_ROWS = 10_000;
const CHUNK_ROWS = 250;
const FAN_IN = 32;

/** All rows of `pages` in order, in pages of `pageSize`. */
export async function* externalSort(
  pages: AsyncIterable<Row[]>,
  options: ExternalSortOptions,
): AsyncIterable<Row[]> {
  async function* keyed(): AsyncIterable<KeyedRow> {
    for await (const page of pages) {
      options.signal.throwIfAborted();
      for (const row of page) yield { keys: await options.keysOf(row), row };
    }
  }
  async function* rows(): AsyncIterable<Row> {
    for await (const { row } of sortKeyed(keyed(), options)) yield row;
  }
  yield* inPages(rows(), options.pageSize);
}

/** Rows that have their keys already, in the order that `compare` makes of these. */
export async function* sortKeyed(
  rows: AsyncIterable<KeyedRow>,
  options: KeyedSortOptions,
): AsyncIterable<KeyedRow> {
  const { compare, runRows = RUN_ROWS, fanIn = FAN_IN } = options;
  let runs: Run[] = [];
  let held: KeyedRow[] = [];
  for await (const row of rows) {
    held.push(row);
    if (held.length < runRows) continue;
    runs.push(await write(sortedEntries(held, compare), options));
    held = [];
  }
  if (runs.length === 0) return yield* sortedEntries(held, compare);
  if (held.length > 0) runs.push(await write(sortedEntries(held, compare), options));
  // Merging may go on for long, and what has been written need not be held until then.
  held = [];
  while (runs.length > fanIn) {
    const merged: Run[] = [];
    for (let at = 0; at < runs.length; at += fanIn) {
      merged.push(await write(merge(runs.slice(at, at + fanIn), options), options));
    }
    runs = merged;
  }
  yield* merge(runs, options);
}

function sortedEntries(entries: KeyedRow[], compare: SortOrder['compare']): KeyedRow[] {
  return entries.sort((a, b) => compare(a.keys, b.keys));
}

async function write(
  entries: Iterable<KeyedRow> | AsyncIterable<KeyedRow>,
  { scratch, signal }: KeyedSortOptions,
): Promise<Run> {
  const run: Run = [];
  let chunk: Row[] = [];
  for await (const { keys, row } of entries) {
    chunk.push({ keys, row });
    if (chunk.length < CHUNK_ROWS) continue;
    signal.throwIfAborted();
    run.push(await scratch.write(chunk));
    chunk = [];
  }
  if (chunk.length > 0) run.push(await scratch.write(chunk));
  return run;
}

/** The entries of some runs as one sorted sequence; of equal ones the earlier run's comes first. */
async function* merge(
  runs: readonly Run[],
  { scratch, compare, signal }: KeyedSortOptions,
): AsyncIterable<KeyedRow> {
  const before = (a: Head, b: Head) => {
    const order = compare(a.entry.keys, b.entry.keys);
    return order < 0 || (order === 0 && a.run < b.run);
  };
  const heap: Head[] = [];
  for (const [run, chunks] of runs.entries()) {
    const rest = read(chunks, scratch);
    const first = await rest.next();
    if (!first.done) push(heap, { entry: first.value, run, rest }, before);
  }
  for (let top = heap[0]; top; top = heap[0]) {
    signal.throwIfAborted();
    yield top.entry;
    const next = await top.rest.next();
    if (next.done) shrink(heap, before);
    else {
      top.entry = next.value;
      sink(heap, before);
    }
  }
}

async function* read(run: Run, scratch: BarrierContext['scratch']): AsyncGenerator<KeyedRow> {
  for (const chunk of run) {
    for await (const rows of scratch.read(chunk)) yield* rows as unknown as KeyedRow[];
    await scratch.drop(chunk);
  }
}

interface Head {
  entry: KeyedRow;
  run: number;
  rest: AsyncGenerator<KeyedRow>;
}

type Before = (a: Head, b: Head) => boolean;

function push(heap: Head[], head: Head, before: Before): void {
  heap.push(head);
  for (let at = heap.length - 1; at > 0;) {
    const parent = (at - 1) >> 1;
    if (!before(heap[at] as Head, heap[parent] as Head)) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function shrink(heap: Head[], before: Before): void {
  const last = heap.pop();
  if (last && heap.length > 0) {
    heap[0] = last;
    sink(heap, before);
  }
}

function sink(heap: Head[], before: Before): void {
  for (let at = 0; ;) {
    let first = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.length && before(heap[child] as Head, heap[first] as Head)) first = child;
    }
    if (first === at) return;
    swap(heap, at, first);
    at = first;
  }
}

function swap(heap: Head[], a: number, b: number): void {
  [heap[a], heap[b]] = [heap[b] as Head, heap[a] as Head];
}
