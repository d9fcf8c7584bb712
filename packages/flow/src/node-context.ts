// What every box gets to work with when a run prepares it: its settings, the other side, files, limits, a clock.
import type { Connection } from './connection';
import type { Difference } from './difference';
import type { RemoteError } from './errors';
import type { Files } from './files';
import type { Json } from './json';

/** A token bucket shared by everything that talks to one account and API family. */
export interface Bucket {
  key: string;
  ratePerSecond: number;
  burst: number;
  /** What answers the calls, when its silence is to be counted. Of the buckets one call pays, one names it. */
  service?: string;
}

/** What an answer says about the bucket that paid for its call. Times in milliseconds. */
export interface BucketAnswer {
  /** The HTTP status; 0 when a call that was sent got no answer. */
  status: number;
  /** Calls the bucket holds when it is full. */
  limit?: number;
  /** Calls left in it. */
  remaining?: number;
  /** Until it is full again. */
  resetMs?: number;
  /** Until a call may be made again. */
  retryAfterMs?: number;
}

export interface Limiter {
  /** Resolves when one call may be made. Rejects with the signal's reason when aborted. */
  acquire(bucket: Bucket, signal: AbortSignal): Promise<void>;
  /** Tells what the other side answered, so that all callers slow down together. */
  observe(bucket: Bucket, answer: BucketAnswer): void;
  /**
   * Resolves when fewer than `most` calls under the key are under way, in all processes, with what ends this one.
   * Rejects with the signal's reason when aborted. Absent where calls are only tried.
   */
  hold?(key: string, most: number, signal: AbortSignal): Promise<() => void>;
}

/** What lies outside and is not spoken to by HTTP: servers of other protocols, folders of this machine. */
export interface Reach {
  /** The address to connect to for a host and port. Throws UserError `nodes.address-refused` where flows may not go. */
  address(host: string, port: number): Promise<string>;
  /** Folders of this machine that flows may read and write below, as the operator of the installation says. */
  readonly folders: readonly string[];
}

/** What every node gets when a run prepares it. */
export interface NodeContext<Config = Record<string, Json>> {
  readonly nodeId: string;
  readonly config: Config;
  readonly parameters: Readonly<Record<string, Json>>;
  /** A dry run: `fetch` lets reads through, records writes, and answers writes with what was sent. */
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
  /** Guarded against private addresses, recorded in dry runs. */
  readonly fetch: typeof fetch;
  /** For what is not HTTP. */
  readonly reach: Reach;
  readonly limiter: Limiter;
  readonly files: Files;
  now(): Date;
  /** The connection bound to the slot that `field` of this node names. Throws UserError when unbound. */
  connection(field: string): Promise<Connection>;
  /** Runs `work` while no other row, page or worker runs work under the same key. */
  lock<T>(key: string, work: () => Promise<T>): Promise<T>;
  /**
   * Tells what the write that `work` makes would change. Absent where nobody asks: outside dry runs, and outside runs
   * that may only do what a dry run showed.
   */
  readonly telling?: (<T>(difference: Difference, work: () => Promise<T>) => Promise<T>) | undefined;
  /** Repeats `call` under the run's policy while it throws a retryable RemoteError. */
  retry<T>(call: () => Promise<T>): Promise<T>;
  /** Resolves after `ms`; `why` tells a person meanwhile why nothing moves. Rejects when aborted. */
  pause(ms: number, why: RemoteError): Promise<void>;
}
