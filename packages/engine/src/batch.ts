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
