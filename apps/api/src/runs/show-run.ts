// How a run and its errors are shown.
import type { Run } from '@eclusa/db';
import { sentences, type ErrorRecord } from '@eclusa/flow';
import type { ErrorRecordDto } from '../http/problem.dto';
import type { RunDto } from './runs.dto';

export interface RunNames {
  flowName: string;
  storeName: string | null;
}

export function showRun(run: Run, { flowName, storeName }: RunNames): RunDto {
  return {
    id: run.id,
    flowId: run.flowId,
    flowName,
    version: run.versionNumber,
    storeId: run.storeId,
    storeName,
    state: run.state,
    trigger: run.trigger,
    dryRun: run.dryRun,
    totals: {
      read: run.readRows,
      derived: run.derivedRows,
      written: run.written,
      skipped: run.skipped,
      failed: run.failed,
      collected: run.collected,
      unfinished: unfinishedOf(run),
    },
    expectedRows: run.totalRows,
    error: run.error && showError(run.error),
    replayOf: run.replayOf,
    concurrencyKey: run.concurrencyKey,
    overlapRunId: run.overlapRunId,
    createdAt: run.createdAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
  };
}

function unfinishedOf(run: Run): number {
  return run.readRows + run.derivedRows - run.written - run.skipped - run.failed - run.collected;
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
