// How a run and its errors are shown.
import { openRunStates, type Run } from '@eclusa/db';
import { sentences, type ErrorRecord } from '@eclusa/flow';
import type { ErrorRecordDto } from '../http/problem.dto';
import type { PauseDto } from './pauses.dto';
import type { RunDto } from './runs.dto';

interface Named {
  name: string;
  paused: PauseDto | null;
}

/** What a run belongs to, as far as it is still there. */
export interface RunNames {
  flow: Named | null;
  store: Named | null;
}

export function showRun(run: Run, { flow, store }: RunNames): RunDto {
  return {
    id: run.id,
    flowId: run.flowId,
    flowName: flow?.name ?? '',
    version: run.versionNumber,
    storeId: run.storeId,
    storeName: store?.name ?? null,
    state: run.state,
    trigger: run.trigger,
    dryRun: run.dryRun,
    totals: {
      read: run.readRows,
      derived: run.derivedRows,
      written: run.written,
      skipped: run.skipped,
      failed: run.failed,
      waiting: run.waitingRows,
      collected: run.collected,
      unfinished: unfinishedOf(run),
    },
    expectedRows: run.totalRows,
    error: run.error && showError(run.error),
    replayOf: run.replayOf,
    applies: run.applies,
    concurrencyKey: run.concurrencyKey,
    tags: run.tags,
    runAt: run.runAt?.toISOString() ?? null,
    overlapRunId: run.overlapRunId,
    afterRunId: run.afterRunId,
    scheduledFor: run.scheduledFor?.toISOString() ?? null,
    readFrom: run.readFrom && { runId: run.readFrom.runId, page: run.readFrom.page },
    paused: openRunStates.includes(run.state)
      ? [
          ...(flow?.paused ? [{ what: 'flow' as const, ...flow.paused }] : []),
          ...(store?.paused ? [{ what: 'store' as const, ...store.paused }] : []),
        ]
      : [],
    createdAt: run.createdAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
  };
}

function unfinishedOf(run: Run): number {
  const ended = run.written + run.skipped + run.failed + run.waitingRows + run.collected;
  return run.readRows + run.derivedRows - ended;
}

/** A stored error with its sentence in every language. */
export function showError(error: ErrorRecord & { node?: string }): ErrorRecordDto {
  const { kind, code, values, retryable, request, response, node } = error;
  return {
    kind,
    code,
    values,
    text: sentences(code, values),
    ...(node !== undefined && { node }),
    ...(retryable !== undefined && { retryable }),
    ...(request && { request }),
    ...(response && { response }),
  };
}
