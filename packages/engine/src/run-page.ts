// Runs one page of rows through its stage.
import { Bug } from '@eclusa/flow';
import type { Plan } from './plan';
import type { EffectLog, Host, PageInput, PageOutcome } from './ports';

export interface PageOptions {
  host: Host;
  effects: EffectLog;
  signal: AbortSignal;
  /** Sends nothing: requests are recorded instead, and `effects` is neither read nor written. */
  dryRun?: boolean;
  /** Rows kept per node, port and side for the picture of the run; 3 when not given. */
  sampleSize?: number;
  /** Freezes every row, so that a node that changes its input throws. For tests. */
  freezeRows?: boolean;
}

export async function runPage(_plan: Plan, _page: PageInput, _options: PageOptions): Promise<PageOutcome> {
  throw new Bug('engine.not-built');
}

/** Forgets what `prepare` of the plan's nodes returned for this host. */
export function releasePrepared(_plan: Plan, _host: Host): void {}
