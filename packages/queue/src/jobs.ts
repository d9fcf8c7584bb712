// The jobs that travel through Redis: names, payloads, ids. A job is only a hint; Postgres says what is due.
import { Bug, isJsonObject } from '@eclusa/flow';

/** Starting, reading and finishing runs: few, and reading one lasts as long as its source does. */
export const RUN_QUEUE = 'eclusa:runs';
/** Pages of all runs: many and short. */
export const PAGE_QUEUE = 'eclusa:pages';
/** Runs that came with their rows, many in one job. */
export const CALL_QUEUE = 'eclusa:calls';
/** The repeatable sweep; a queue of its own, so that long reads cannot keep it waiting. */
export const SWEEP_QUEUE = 'eclusa:sweep';

export type RunJob =
  /** A queued run: make its entries, then read. */
  | { kind: 'start'; runId: string }
  | { kind: 'read'; runId: string; entry: string }
  /** Look whether the run (cancelled ones too) has anything left, and end it if not. */
  | { kind: 'finish'; runId: string };

/** Some page is due: this one when the job was made, but whoever takes the job may find another one to be next. */
export interface PageJob {
  pageId: number;
  runId: string;
}

/** Pages of short runs, each the only one of its run. */
export interface CallJob {
  pageIds: number[];
}

/** Most pages, and most rows of them, in one call job: a worker holds all of a job in memory. */
export const CALL_JOB_PAGES = 50;
export const CALL_JOB_ROWS = 500;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Checks a payload of the run queue; throws Bug `queue.bad-job`. */
export function parseRunJob(data: unknown): RunJob {
  if (isJsonObject(data) && typeof data.runId === 'string' && uuid.test(data.runId)) {
    const { kind, runId, entry } = data;
    if (kind === 'start' || kind === 'finish') return { kind, runId };
    if (kind === 'read' && typeof entry === 'string' && entry !== '') return { kind, runId, entry };
  }
  throw badJob(RUN_QUEUE, data);
}

/** Checks a payload of the page queue; throws Bug `queue.bad-job`. */
export function parsePageJob(data: unknown): PageJob {
  if (isJsonObject(data) && typeof data.runId === 'string' && uuid.test(data.runId)) {
    const { pageId, runId } = data;
    if (typeof pageId === 'number' && Number.isSafeInteger(pageId) && pageId > 0) return { pageId, runId };
  }
  throw badJob(PAGE_QUEUE, data);
}

/** Checks a payload of the call queue; throws Bug `queue.bad-job`. */
export function parseCallJob(data: unknown): CallJob {
  if (isJsonObject(data) && Array.isArray(data.pageIds)) {
    const pageIds = data.pageIds.filter((id): id is number => Number.isSafeInteger(id));
    if (pageIds.length > 0 && pageIds.length === data.pageIds.length) return { pageIds };
  }
  throw badJob(CALL_QUEUE, data);
}

/** Pages in the order given, cut into jobs that keep to the limits. */
export function callJobs(pages: readonly { id: number; rows: number }[]): CallJob[] {
  const jobs: CallJob[] = [];
  let rows = 0;
  for (const page of pages) {
    const last = jobs.at(-1);
    rows += page.rows;
    if (last && last.pageIds.length < CALL_JOB_PAGES && rows <= CALL_JOB_ROWS) {
      last.pageIds.push(page.id);
    } else {
      jobs.push({ pageIds: [page.id] });
      rows = page.rows;
    }
  }
  return jobs;
}

function badJob(queue: string, data: unknown): Bug {
  return new Bug('queue.bad-job', { values: { queue, job: JSON.stringify(data)?.slice(0, 200) } });
}

/**
 * The same work gets the same id, so adding it twice is harmless while it waits or runs. `fence` is the
 * one stored when the job is made: after a lost lease the fence has moved on, and so has the id.
 */
export function runJobId(job: RunJob, fence = 0): string {
  return job.kind === 'read' ? `read:${job.runId}:${job.entry}:${fence}` : `${job.kind}:${job.runId}`;
}

export function pageJobId(job: PageJob, fence: number): string {
  return `page:${job.pageId}:${fence}`;
}
