// Puts back on the queues what is due according to Postgres and not known to be queued: after a lost Redis, a
// killed worker, an enqueue that found Redis away, a pause that ended. Adding twice is harmless. Has schedules fired that
// are due, lets rows go on whose code has become known, and clears away uploads that were cut off, old events, names of
// calls, and history that need not be kept.
import {
  clearHistory,
  forgetCallKeys,
  forgetEvents,
  mustWait,
  releaseCallers,
  releaseWaiting,
  removeCutFiles,
} from '@eclusa/db';
import {
  CALL_QUEUE,
  callJobs,
  enqueueCalls,
  isIdle,
  PAGE_QUEUE,
  redeliverPage,
  redeliverRun,
  RUN_QUEUE,
  type PageJob,
  type RunJob,
} from '@eclusa/queue';
import { InjectQueue } from '@nestjs/bull';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bull';
import { DataSource } from 'typeorm';
import type { WorkerConfig } from '../config';
import { mayRun } from '../pages/page-order';
import { isPaused } from '../runs/pauses';
import { Scheduler } from '../schedules/scheduler';
import { rowsOf } from '../sql';
import { CONFIG } from '../tokens';

/** Most jobs of a kind in one sweep; the rest follows with the next. */
const most = 1_000;
/** A call that is in no queue while others are. */
const longWaitMs = 60_000;
/** Files are looked through once in this long: one left over is a day old at least, and in nobody's way. */
const filesMs = 3_600_000;

@Injectable()
export class Sweeper {
  private readonly log = new Logger('sweep');
  /** `performance.now()` of the last sweep this process made. */
  lastSweep = 0;
  private lastFiles = 0;

  constructor(
    private readonly dataSource: DataSource,
    @InjectQueue(RUN_QUEUE) private readonly runs: Queue,
    @InjectQueue(PAGE_QUEUE) private readonly pages: Queue,
    @InjectQueue(CALL_QUEUE) private readonly calls: Queue,
    private readonly schedules: Scheduler,
    @Inject(CONFIG) private readonly config: WorkerConfig,
  ) {}

  /** Never rejects: the next sweep does what this one could not. */
  async sweep(): Promise<void> {
    this.lastSweep = performance.now();
    try {
      // First, and whether Redis is there or not: a run that is stored is kept, and due at once.
      await this.alone('schedules', () => this.schedules.fireDue());
      await this.alone('rows that wait for codes', () =>
        this.dataSource.transaction((manager) => releaseWaiting(manager)),
      );
      await this.alone('boxes that wait for runs', () => releaseCallers(this.dataSource));
      for (const job of await this.dueRuns()) {
        if (!(await redeliverRun(this.runs, job))) return;
      }
      await this.sweepEntries();
      await this.sweepPages();
      await this.sweepCalls();
      await this.sweepFiles();
    } catch (error) {
      this.log.warn(String(error));
    }
  }

  // What makes new runs must not keep those that are there from going on.
  private async alone(what: string, work: () => Promise<unknown>): Promise<void> {
    await work().catch((error: unknown) => this.log.warn(`${what}: ${String(error)}`));
  }

  // Runs nobody has started and whose turn it is, cancels nobody has carried out, runs with nothing left that nobody has ended.
  private async dueRuns(): Promise<RunJob[]> {
    const rows = await rowsOf<{ runId: string; kind: 'start' | 'finish' }>(
      this.dataSource,
      `SELECT r.id AS "runId", CASE r.state WHEN 'queued' THEN 'start' ELSE 'finish' END AS kind
       FROM run r WHERE r.state = 'cancelling' OR (r.state = 'queued' AND NOT r.short AND NOT ${isPaused}
         AND NOT ${mustWait}) OR (r.state = 'running'
         AND NOT EXISTS (SELECT FROM run_page p WHERE p.run_id = r.id AND p.state <> 'done')
         AND NOT EXISTS (SELECT FROM run_entry e WHERE e.run_id = r.id AND e.state = 'reading'))
       ORDER BY r.created_at LIMIT $1`,
      [most],
    );
    return rows;
  }

  private async sweepEntries(): Promise<void> {
    const due = await rowsOf<{ runId: string; entry: string; fence: number }>(
      this.dataSource,
      `UPDATE run_entry SET enqueued_at = now() WHERE (run_id, node) IN (
         SELECT e.run_id, e.node FROM run_entry e JOIN run r ON r.id = e.run_id AND r.state = 'running'
         WHERE e.state = 'reading' AND (e.lease_until IS NULL OR e.lease_until < now())
           AND (e.enqueued_at IS NULL OR e.enqueued_at < now() - $1 * interval '1 ms')
           AND NOT ${isPaused} AND $2 > (SELECT count(*) FROM run_page p WHERE p.run_id = r.id AND p.state <> 'done')
         LIMIT $3 FOR UPDATE OF e SKIP LOCKED)
       RETURNING run_id AS "runId", node AS entry, fence`,
      [this.staleMs(), this.config.pagesInFlight, most],
    );
    for (const { fence, ...job } of due) {
      if (await redeliverRun(this.runs, { kind: 'read', ...job }, fence)) continue;
      await this.dataSource.query(
        `UPDATE run_entry SET enqueued_at = NULL WHERE state = 'reading' AND run_id = ANY($1::uuid[])`,
        [due.map((one) => one.runId)],
      );
      return;
    }
  }

  // A page whose holder died comes first: it has waited its turn, and behind all that came after it a run that is
  // hit again and again would not end. One that was given back may belong to a store that is away, and waits.
  private async sweepPages(): Promise<void> {
    const due = await rowsOf<PageJob & { fence: number; orphaned: boolean }>(
      this.dataSource,
      `UPDATE run_page SET enqueued_at = now(), state = 'queued' WHERE id IN (
         SELECT p.id FROM run_page p JOIN run r ON r.id = p.run_id AND r.state = 'running'
         WHERE p.state <> 'done' AND (p.lease_until IS NULL OR p.lease_until < now())
           AND (p.enqueued_at IS NULL OR p.enqueued_at < now() - $1 * interval '1 ms') AND ${mayRun}
           AND NOT ${isPaused}
         ORDER BY p.id LIMIT $2 FOR UPDATE OF p SKIP LOCKED)
       RETURNING id AS "pageId", run_id AS "runId", fence, lease_until IS NOT NULL AS orphaned`,
      [this.staleMs(), most],
    );
    for (const { fence, orphaned, ...job } of due) {
      if (await redeliverPage(this.pages, job, fence, orphaned)) continue;
      const ids = due.map((one) => one.pageId);
      await this.dataSource.query('UPDATE run_page SET enqueued_at = NULL WHERE id = ANY($1::bigint[])', [
        ids,
      ]);
      return;
    }
  }

  // While calls queue up, those that wait there in good order look as if they were lost: then only what has waited for
  // very long is added once more.
  private async sweepCalls(): Promise<void> {
    const afterMs = (await isIdle(this.calls)) ? this.staleMs() : longWaitMs;
    const due = await rowsOf<{ id: number; rows: number }>(
      this.dataSource,
      `UPDATE run_page SET enqueued_at = now() WHERE id IN (
         SELECT p.id FROM run r JOIN run_page p ON p.run_id = r.id AND p.state <> 'done'
         WHERE r.state = 'queued' AND r.short AND NOT ${isPaused} AND (p.lease_until IS NULL OR p.lease_until < now())
           AND (p.enqueued_at IS NULL OR p.enqueued_at < now() - $1 * interval '1 ms')
         ORDER BY p.id LIMIT $2 FOR UPDATE OF p SKIP LOCKED)
       RETURNING id, row_count AS rows`,
      [afterMs, most],
    );
    for (const job of callJobs(due)) {
      if (await enqueueCalls(this.calls, job)) continue;
      const text = 'UPDATE run_page SET enqueued_at = NULL WHERE id = ANY($1::bigint[])';
      return void (await this.dataSource.query(text, [due.map(({ id }) => id)]));
    }
  }

  private async sweepFiles(): Promise<void> {
    if (this.lastFiles > 0 && this.lastSweep - this.lastFiles < filesMs) return;
    await removeCutFiles(this.dataSource);
    await forgetEvents(this.dataSource);
    await forgetCallKeys(this.dataSource);
    await this.dataSource.query(forgetDeliveries);
    await this.alone('history', () => clearHistory(this.dataSource));
    this.lastFiles = this.lastSweep;
  }

  // What was queued this long ago and is not held may have been lost with its queue.
  private staleMs(): number {
    return this.config.sweepMs * 2;
  }
}

/** What programs were told is looked up for weeks at most. */
const forgetDeliveries = `
DELETE FROM callback_delivery WHERE next_at IS NULL AND created_at < now() - interval '30 days'`;
