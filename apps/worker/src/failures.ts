// Tells apart what ends a run (the flow or the node is at fault) from what only interrupts work (database,
// queue, lost claim, cancel, pause), which is done again later.
import { isDatabaseAway } from '@eclusa/db';
import { EclusaError, RemoteError, toErrorRecord, type ErrorRecord } from '@eclusa/flow';
import { TypeORMError } from 'typeorm';
import { ServiceAway } from './host/breaker';
import { LeaseLost, Postponed } from './leases';
import { RunStopped } from './runs/run-stopped';

/** An error of the whole run, and the node it came from when it says so. */
export type RunFailure = ErrorRecord & { node?: string };

/** `away`: what it calls is away, and the work waits for it. */
export type Interruption = 'lost' | 'stopped' | 'storage' | 'remote' | 'away';

/** Why work was interrupted; undefined when `error` is a fault of the flow, a node or Eclusa. */
export function interruption(error: unknown): Interruption | undefined {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (one instanceof LeaseLost) return 'lost';
    if (one instanceof RunStopped) return 'stopped';
    if (one instanceof Postponed || one instanceof ServiceAway) return 'away';
    if (one instanceof RemoteError && one.retryable) return 'remote';
    if (one instanceof TypeORMError || isDatabaseAway(one)) return 'storage';
    if (one instanceof EclusaError) return undefined;
  }
  return undefined;
}

/** What is away, of an error that `interruption` calls so. */
export function awayOf(error: unknown): ServiceAway | undefined {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (one instanceof ServiceAway) return one;
    if (one instanceof Postponed) return one.by;
  }
  return undefined;
}

/** The error as stored with a run. `node` is used unless the error names its own. */
export function runFailure(error: unknown, node?: string): RunFailure {
  const record = toErrorRecord(error);
  const named = typeof record.values.node === 'string' ? record.values.node : node;
  return named === undefined ? record : { ...record, node: named };
}
