// Runs a whole plan in this process.
import { Bug } from '@eclusa/flow';
import type { ErrorRecord } from '@eclusa/flow';
import type { Plan } from './plan';
import type { FailedRow, Host, PageOutcome, RowTotals } from './ports';

/** `read` and `derived` rows end as exactly one of the other four. */
export interface RunTotals extends RowTotals {
  /** Rows that sources gave, refused ones included. */
  read: number;
  /** Rows that barriers gave. */
  derived: number;
}

export interface RunProgress {
  totals: RunTotals;
  counts: PageOutcome['counts'];
  /** Rows the sources say there are, when they say. */
  expected?: number;
  seconds: number;
}

export interface RunSummary extends RunProgress {
  state: 'completed' | 'failed' | 'cancelled';
  /** Why the run failed. */
  error?: ErrorRecord;
}

export interface RunOptions {
  host: Host;
  signal: AbortSignal;
  /** Rows; 500 when not given. */
  pageSize?: number;
  /** 4 when not given. */
  pagesInFlight?: number;
  dryRun?: boolean;
  freezeRows?: boolean;
  /** After every page. */
  onProgress?(progress: RunProgress): void;
  onFailed?(row: FailedRow): void;
  onRequest?(request: PageOutcome['requests'][number]): void;
}

export async function runInProcess(_plan: Plan, _options: RunOptions): Promise<RunSummary> {
  throw new Bug('engine.not-built');
}
