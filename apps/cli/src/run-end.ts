// Waits for the end of a run, and says by an exit code how it ended.
import { ApiProblem, dataOf } from '@eclusa/client';
import type { Run } from '@eclusa/client';
import { UserError } from '@eclusa/flow';
import { setTimeout as sleep } from 'node:timers/promises';
import { exitCodes } from './exit-codes';
import type { ExitCode } from './exit-codes';
import { isPassing } from './service';
import type { Service } from './service';

/** Longest time the service keeps one question open, in seconds. */
const longest = 60;
/** How long a service that does not answer is asked again, in milliseconds. */
const patience = 5 * 60_000;

/** Everything of a run but its flow, which may be large. */
export const runFields =
  'id,flowId,flowName,version,storeId,storeName,state,trigger,dryRun,totals,expectedRows,error,replayOf,applies,' +
  'concurrencyKey,tags,runAt,overlapRunId,scheduledFor,readFrom,paused,createdAt,startedAt,finishedAt';

/** Seconds of `--wait`: undefined when it was not given, Infinity without a number. Throws UserError `cli.wait`. */
export function waitSeconds(given: string | true | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (given === true) return Infinity;
  const seconds = /^\d{1,7}$/.test(given) ? Number(given) : 0;
  if (seconds < 1) throw new UserError('cli.wait', { values: { given } });
  return seconds;
}

/** The run once it is over, or as it is when `seconds` are up. A line that breaks meanwhile is tried again. */
export async function waitForEnd(service: Service, id: string, seconds: number): Promise<Run> {
  const until = Date.now() + seconds * 1_000;
  let silentSince: number | undefined;
  for (;;) {
    const wait = Math.max(0, Math.min(longest, Math.ceil((until - Date.now()) / 1_000)));
    try {
      const run = await runAs(service, id, wait);
      silentSince = undefined;
      if (isOver(run) || Date.now() >= until) return run;
    } catch (error) {
      if (!(error instanceof ApiProblem) || !isPassing(error.status)) throw error;
      silentSince ??= Date.now();
      if (Date.now() - silentSince > patience || Date.now() >= until) throw error;
      await sleep(2_000, undefined, { signal: service.signal });
    }
  }
}

/** The run, after it is over or `wait` seconds. */
export async function runAs({ client, signal }: Service, id: string, wait?: number): Promise<Run> {
  const query = { fields: runFields, ...(wait !== undefined && { wait }) };
  return dataOf(client.GET('/runs/{id}', { params: { path: { id }, query }, signal }));
}

export function isOver({ state }: Pick<Run, 'state'>): boolean {
  return !['queued', 'running', 'cancelling'].includes(state);
}

/** How the run ended; `timeLimit` when it goes on. */
export function exitOfRun({ state, totals }: Pick<Run, 'state' | 'totals'>): ExitCode {
  if (state === 'failed') return exitCodes.failed;
  if (state === 'cancelled' || state === 'skipped') return exitCodes.stopped;
  if (state !== 'completed') return exitCodes.timeLimit;
  return totals.failed > 0 ? exitCodes.failedRows : exitCodes.ok;
}
