// What the engine takes and gives. The worker implements these over Postgres and Redis, tests over a Map.
import type {
  AnswerRule,
  CodePair,
  Connection,
  ErrorRecord,
  Files,
  FlowCalls,
  Json,
  Limiter,
  LookupBy,
  Reach,
  RecordedRequest,
  RemoteError,
  Row,
  RowResult,
} from '@eclusa/flow';

/** A row with its 1-based number in the entry (source or barrier) that read it. */
export interface NumberedRow {
  row: number;
  value: Row;
}

/** One page to run: rows that leave a node by a port, or (a replay) that enter one. */
export interface PageInput {
  entry: string;
  at: { node: string; port: string; side: 'output' | 'input' };
  rows: readonly NumberedRow[];
}

/**
 * What is known of one call of an action. `item` names the row within its page and node, the same after a restart.
 * `withdrawn`: an intent after which nothing was sent.
 */
export interface EffectRecord {
  node: string;
  item: string;
  state: 'intent' | 'withdrawn' | 'done' | 'failed';
  result?: RowResult;
  failure?: ErrorRecord;
}

/** The page's own memory of calls made. `write` resolves once the records are durable. */
export interface EffectLog {
  load(): Promise<readonly EffectRecord[]>;
  write(records: readonly EffectRecord[]): Promise<void>;
}

export interface FailedRow {
  node: string;
  port: string;
  row: number;
  /** The row as it entered the node, or the raw record a source refused. */
  input: Json;
  error: ErrorRecord;
  /** The row has not failed: it waits for this code, and goes into the node again when it is known. */
  waitsFor?: MissingCode;
}

/** A code that a table of the store does not have. */
export interface MissingCode {
  table: string;
  by: LookupBy;
  code: string;
}

/** A pair of codes to be stored in a table. */
export interface SavedPair extends CodePair {
  table: string;
  /** A value that is there already stays. */
  keepFirst: boolean;
}

/** Every source row ends as exactly one of these: failed before waiting before written before collected before skipped. */
export interface RowTotals {
  written: number;
  skipped: number;
  failed: number;
  /** Stopped at a code that is not known yet; they go on in a run of their own. */
  waiting: number;
  /** Handed to a barrier, whose own rows are counted again from there. */
  collected: number;
}

/** Rows that entered or left a node by a port. */
export interface PageCount {
  node: string;
  port: string;
  side: 'in' | 'out';
  rows: number;
}

/** How far a page is. Of one attempt at a page no number ever goes back, and none ends above the outcome's. */
export interface PageProgress {
  /** Rows that are through, by estimate: a row on its way counts in part. */
  rows: number;
  counts: PageCount[];
}

/** What landed under a key, as a hash of what was compared. */
export interface Remembered {
  node: string;
  key: string;
  hash: string;
}

/** A write as it was sent; its body is the text that was sent, cut to a readable length. */
export interface SentRequest {
  method: string;
  url: string;
  body?: string;
  status: number;
}

/** What one box did with a row. */
export interface LoggedStep {
  node: string;
  /** The row as it entered the box, where that is not the row as it was read. */
  input?: Row;
  requests?: SentRequest[];
  /** What the answer put on the row. */
  result?: Row;
  error?: ErrorRecord;
}

/** What happened to one row, for people who ask later. Long values are cut. */
export interface LoggedRow {
  row: number;
  end: 'written' | 'failed' | 'waiting' | 'skipped';
  /** The codes it can be found by, at most `mostKeys`. */
  keys: string[];
  value: Row;
  steps: LoggedStep[];
  /** Of a skipped row: the last box it came to. */
  leftAt?: string;
}

/** What one box of a page says to whoever started the run. The first answer of a run decides which box is heard. */
export interface PageAnswer extends AnswerRule {
  node: string;
  /** Rows that were answers, those over `most` included. */
  total: number;
  /** In page order, at most `most`. */
  rows: NumberedRow[];
}

export interface PageOutcome {
  totals: RowTotals;
  /** One line for each row that ended, where the host asked for it; of those found unchanged none. */
  log: LoggedRow[];
  counts: PageCount[];
  /** Rows that failed, and those that wait. */
  failed: FailedRow[];
  /** Rows for barriers, by barrier node and input port, in page order. */
  spooled: { node: string; port: string; rows: NumberedRow[] }[];
  /** At most a few rows per node and port, for the picture of the run. */
  samples: { node: string; port: string; side: 'in' | 'out'; rows: Row[] }[];
  /** What may be taken for landed from now on: to be stored together with everything else here, or not at all. */
  remembered: Remembered[];
  /** Pairs of codes: to be stored together with everything else here, or not at all. One per table and key. */
  saved: SavedPair[];
  /** To be stored together with everything else here, or not at all. The box whose answer is the page's first comes first. */
  answers: PageAnswer[];
  /** In a dry run: the exact requests, by node and row. */
  requests: { node: string; row: number; request: RecordedRequest }[];
  /** In a dry run: rows for which a writing box found nothing to change, and would send nothing. */
  unchanged: { node: string; row: number }[];
}

/** One stored step of an entry: rows to run, rows refused at the source, and where to go on. */
export interface EntryPage {
  rows: NumberedRow[];
  refused: FailedRow[];
  cursor: Json;
  total?: number;
  /** Of a step without rows: the entry goes on after so many milliseconds, and need not be held meanwhile. */
  after?: number;
  /** What its rows are kept in order by; see `orderHashes`. Null when none of them is. */
  orderKeys: number[] | null;
}

export interface Clock {
  now(): Date;
  /** Resolves after `ms`; rejects with the signal's reason when aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** How often and how long a call is repeated. Delays in milliseconds, exponential with full jitter. */
export interface RetryPolicy {
  maxAttempts: number;
  /** Gives up when this much time has passed since the first attempt. */
  maxAge: number;
  baseDelay: number;
  maxDelay: number;
}

/** What the engine needs of the process it runs in. */
export interface Host {
  fetch: typeof fetch;
  /** Without it, flows reach what speaks HTTP and nothing else. */
  reach?: Reach;
  limiter: Limiter;
  files: Files;
  clock: Clock;
  random(): number;
  retry: RetryPolicy;
  /** Told when a call of `node` is made again after `ms`, for people to see why nothing moves. */
  onWait?(node: string, error: RemoteError, ms: number): void;
  /** Opens the connection bound to a slot of the flow. Throws UserError `engine.slot-unbound`. */
  connection(slot: string): Promise<Connection>;
  lock<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** What landed in earlier runs of the flow for the store. It is filled from `PageOutcome.remembered`. */
  memory: {
    /** The hashes of these keys, as far as they are known. */
    load(node: string, keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
    /** From now on nothing is known of these keys. Resolves once that is durable. */
    forget(node: string, keys: readonly string[]): Promise<void>;
    /** What a source notes by itself. Resolves once that is durable. */
    keep(remembered: readonly Remembered[]): Promise<void> | void;
  };
  /** Tables of codes of the run's store. They are filled from `PageOutcome.saved`. */
  references: {
    /** What the codes stand for, as far as they are known. Of a value that several keys have, two of them at least. */
    find(
      table: string,
      by: LookupBy,
      codes: readonly string[],
    ): Promise<ReadonlyMap<string, readonly string[]>>;
    /** Rows can wait here for a code; where not, a row whose code is unknown fails. */
    canWait: boolean;
  };
  /** Runs of other flows, for one box; absent where there are none. */
  flows?(node: string): FlowCalls;
  /** Room outside memory for barriers. */
  scratch: {
    write(rows: readonly Row[]): Promise<string>;
    read(chunk: string): AsyncIterable<Row[]>;
    drop(chunk: string): Promise<void>;
  };
}
