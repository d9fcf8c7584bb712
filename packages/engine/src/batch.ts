// Rows between two nodes, as columns: a page of rows then costs a few arrays, not an object per row and step.
import type { Row, RowResult } from '@eclusa/flow';

/** Rows that travel together. The arrays are shared by every node they go to and never changed once handed on. */
export interface Batch {
  values: Row[];
  /** Index of the page's row each came from. */
  origins: number[];
  /**
   * Names a row within its page: the origin, then what tells it from its siblings. The same after a restart,
   * because it is made of what was decided on the way and not of how many rows took it.
   */
  paths: string[];
}

/** The rows of a page as they enter it. */
export function batchOf(rows: readonly { value: Row }[]): Batch {
  return {
    values: rows.map((row) => row.value),
    origins: rows.map((_, index) => index),
    paths: rows.map((_, index) => String(index)),
  };
}

/** A batch that enters a node by one port. */
export interface Arrival extends Batch {
  port: string;
}

/** Rows about to enter a node, in page order; `ports` has one entry per row, or one for all of them. */
export interface Inbox extends Batch {
  ports: string[] | string;
}

export function emptyBatch(): Batch {
  return { values: [], origins: [], paths: [] };
}

/** The input port of row `index`. */
export function portOf(inbox: Inbox, index: number): string {
  return typeof inbox.ports === 'string' ? inbox.ports : (inbox.ports[index] as string);
}

/** Joins what arrived on all ways in; rows keep the order of the page. */
export function joinArrivals(arrivals: readonly Arrival[]): Inbox {
  const [only] = arrivals;
  if (only && arrivals.length === 1) return { ...only, ports: only.port };
  const all = arrivals.flatMap((arrival) => arrival.values.map((_, index) => ({ arrival, index })));
  all.sort((a, b) => at(a.arrival.origins, a.index) - at(b.arrival.origins, b.index));
  return {
    values: all.map(({ arrival, index }) => arrival.values[index] as Row),
    origins: all.map(({ arrival, index }) => at(arrival.origins, index)),
    paths: all.map(({ arrival, index }) => arrival.paths[index] as string),
    ports: all.map(({ arrival }) => arrival.port),
  };
}

/**
 * Where a page can be cut so that no node has more than `most` rows of a part waiting, except for those made of one row of
 * the page: the index after each part's last row. `length` is the page's.
 */
export function cuts(
  waiting: ReadonlyMap<string, readonly Arrival[]>,
  length: number,
  most: number,
): number[] {
  const fullest = [...waiting.values()]
    .map((arrivals) => arrivals.flatMap(({ origins }) => origins).sort((a, b) => a - b))
    .reduce((one, other) => (other.length > one.length ? other : one), []);
  const ends: number[] = [];
  for (let begun = 0; fullest.length - begun > most;) {
    let next = begun + most;
    while (next > begun && fullest[next] === fullest[next - 1]) next--;
    // One row became more than a part holds: they stay together.
    if (next === begun) while (fullest[next] === fullest[begun]) next++;
    if (next >= fullest.length) break;
    ends.push(at(fullest, next));
    begun = next;
  }
  return [...ends, length];
}

/** The rows of `arrivals` that were made of the page's rows `from` to `to`, `to` left out. */
export function between(arrivals: readonly Arrival[], from: number, to: number): Arrival[] {
  return arrivals
    .map(({ values, origins, paths, port }) => {
      // Rows come in page order.
      const first = origins.findIndex((origin) => origin >= from);
      const last = origins.findIndex((origin) => origin >= to);
      const range = [first < 0 ? origins.length : first, last < 0 ? origins.length : last] as const;
      return {
        port,
        values: values.slice(...range),
        origins: origins.slice(...range),
        paths: paths.slice(...range),
      };
    })
    .filter(({ values }) => values.length > 0);
}

/** Rows leaving a node, by output port. */
export type Outbox = Map<string, Batch>;

/** Adds one row to what leaves by `port`. */
export function put(outbox: Outbox, port: string, value: Row, origin: number, path: string): void {
  let batch = outbox.get(port);
  if (!batch) outbox.set(port, (batch = emptyBatch()));
  batch.values.push(value);
  batch.origins.push(origin);
  batch.paths.push(path);
}

/** Adds what a node answered for row `index`. Several rows made of one get a number each in their path. */
export function putResult(outbox: Outbox, result: RowResult, inbox: Inbox, index: number): void {
  const origin = at(inbox.origins, index);
  const path = inbox.paths[index] as string;
  for (let i = 0; i < result.length; i++) {
    const emit = result[i];
    if (!emit) continue;
    put(outbox, emit.port ?? 'out', emit.value, origin, result.length === 1 ? path : `${path}.${i}`);
  }
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] as number;
}
