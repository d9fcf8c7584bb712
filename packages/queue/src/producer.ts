// Puts jobs on a queue without ever hanging: while Redis is away `queue.add` neither resolves nor rejects.
import type { JobOptions, Queue } from 'bull';
import { pageJobId, runJobId, type CallJob, type PageJob, type RunJob } from './jobs';

export interface EnqueueOptions extends JobOptions {
  /** How long Redis may take, in milliseconds. */
  timeoutMs?: number;
}

const TIMEOUT_MS = 1_000;

/**
 * Adds one job; true once Redis has it. False when Redis does not take it in time: nothing is lost, the
 * sweeper finds the work in Postgres and adds it later.
 */
export async function enqueue(
  queue: Queue,
  name: string,
  data: object,
  { timeoutMs = TIMEOUT_MS, ...options }: EnqueueOptions = {},
): Promise<boolean> {
  const until = Date.now() + timeoutMs;
  // Without this a job would wait in the client's memory, one for every call made while Redis is away.
  if (!(await isReady(queue, timeoutMs))) return false;
  return settles(queue.add(name, data, options), Math.max(until - Date.now(), 1));
}

async function isReady(queue: Queue, timeoutMs: number): Promise<boolean> {
  if (queue.client.status === 'ready') return settles(queue.isReady(), timeoutMs);
  const { client } = queue;
  let onReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    onReady = resolve;
    client.once('ready', resolve);
  });
  const came = await settles(ready, timeoutMs);
  client.off('ready', onReady);
  return came && (await settles(queue.isReady(), timeoutMs));
}

/** True when `work` resolves within `ms`. A later end of it, good or bad, is heard and dropped. */
async function settles(work: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const done = work.then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Puts a run's job on the run queue under its deterministic id. */
export function enqueueRun(queue: Queue, job: RunJob, fence = 0, timeoutMs?: number): Promise<boolean> {
  return enqueue(queue, 'run', job, { jobId: runJobId(job, fence), timeoutMs });
}

/** Tells of a run that was accepted, and of those that were stopped for it. */
export async function enqueueAccepted(
  queue: Queue,
  { run, stopped }: { run: { id: string; state: string }; stopped: readonly string[] },
): Promise<void> {
  for (const runId of stopped) await enqueueRun(queue, { kind: 'finish', runId });
  if (run.state === 'queued') await enqueueRun(queue, { kind: 'start', runId: run.id });
}

/** Puts a page on the page queue under its deterministic id. */
export function enqueuePage(
  queue: Queue,
  job: PageJob,
  fence: number,
  options: Pick<EnqueueOptions, 'timeoutMs' | 'delay'> = {},
): Promise<boolean> {
  return enqueue(queue, 'page', job, { ...options, jobId: pageJobId(job, fence) });
}

/** Puts pages of short runs on the call queue. A page that is in two jobs is done once. */
export function enqueueCalls(queue: Queue, job: CallJob): Promise<boolean> {
  return enqueue(queue, 'call', job);
}

/** True when no job waits; false also when Redis does not say so in time. */
export async function isIdle(queue: Queue): Promise<boolean> {
  let waiting = 1;
  const count = async () => (waiting = await queue.getWaitingCount());
  return (await isReady(queue, TIMEOUT_MS)) && (await settles(count(), TIMEOUT_MS)) && waiting === 0;
}

/** Puts a run's job back that is due by Postgres although it was queued before; see `redeliver`. */
export function redeliverRun(queue: Queue, job: RunJob, fence = 0): Promise<boolean> {
  return redeliver(queue, 'run', job, runJobId(job, fence));
}

/**
 * Puts a page back that is due by Postgres although it was queued before; see `redeliver`. `first`: before all that
 * wait, because it has waited its turn already.
 */
export function redeliverPage(queue: Queue, job: PageJob, fence: number, first = false): Promise<boolean> {
  return redeliver(queue, 'page', job, pageJobId(job, fence), first);
}

/**
 * Adds a job whose id may be held by one that a worker took and never claimed, because it was killed or told to
 * stop in between. Bull gives such a job back only after its lock and a check for stalled jobs; until then adding it
 * under its own id does nothing. And where a worker took a job from a Redis that lost its data at that moment, Bull
 * writes into a job that is no more, and what it wrote holds the id for ever. A job that waits is left as it is.
 */
async function redeliver(
  queue: Queue,
  name: string,
  data: object,
  id: string,
  lifo = false,
): Promise<boolean> {
  if (!(await isReady(queue, TIMEOUT_MS))) return false;
  const add = async () => queue.add(name, data, { jobId: await idNotTaken(queue, id), lifo });
  return settles(add(), TIMEOUT_MS);
}

/** Ids tried before one is made that nobody can hold. */
const MOST_COPIES = 8;

async function idNotTaken(queue: Queue, id: string): Promise<string> {
  for (let copy = 0; copy < MOST_COPIES; copy++) {
    const free = copy === 0 ? id : `${id}:${copy}`;
    const holder = await queue.getJob(free);
    if (!holder || (await holder.isWaiting())) return free;
  }
  return `${id}:at-${Date.now()}`;
}

/** Asks for one sweep now: what is due again goes on at once. */
export function enqueueSweep(queue: Queue, timeoutMs?: number): Promise<boolean> {
  return enqueue(queue, 'sweep', {}, { timeoutMs });
}

/** Makes the sweep come every `everyMs`, whatever was scheduled before. */
export async function scheduleSweep(queue: Queue, everyMs: number, timeoutMs = 5_000): Promise<boolean> {
  if (!(await isReady(queue, timeoutMs))) return false;
  const schedule = async () => {
    for (const job of await queue.getRepeatableJobs()) {
      if (job.every !== everyMs) await queue.removeRepeatableByKey(job.key);
    }
    await queue.add('sweep', {}, { repeat: { every: everyMs } });
  };
  return settles(schedule(), timeoutMs);
}
