// Moves a run on after something of it ended: lets barriers read, ends the run. Safe to call at any time, by
// anybody, any number of times: it looks at what is stored and changes the run under its row lock.
import { afterCall, openRunStates, type Run, type RunState } from '@eclusa/db';
import type { Plan } from '@eclusa/engine';
import { EclusaError } from '@eclusa/flow';
import { enqueueRun, RUN_QUEUE } from '@eclusa/queue';
import { InjectQueue } from '@nestjs/bull';
import { Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bull';
import { DataSource, type EntityManager } from 'typeorm';
import { runFailure, type RunFailure } from '../failures';
import { rowsOf } from '../sql';
import { ActiveRuns } from './active-runs';
import { nextSteps, type EntryProgress } from './next-steps';

@Injectable()
export class RunProgress {
  private readonly log = new Logger('runs');

  constructor(
    private readonly dataSource: DataSource,
    private readonly runs: ActiveRuns,
    @InjectQueue(RUN_QUEUE) private readonly queue: Queue,
  ) {}

  /** Does what is due for a run. Cheap when nothing is. */
  async advance(runId: string): Promise<void> {
    if (!(await this.mayAdvance(runId))) return;
    // Before the transaction: compiling reads over a connection of its own.
    const plan = await this.planOf(runId);
    const released = await this.dataSource.transaction((on) => this.advanceLocked(on, runId, plan));
    if (released === 'ended') return this.goOnAfter(runId);
    for (const entry of released) await enqueueRun(this.queue, { kind: 'read', runId, entry });
  }

  /** Ends a run because of a fault; what it has not done stays stored. */
  async fail(runId: string, error: RunFailure): Promise<void> {
    const [ended] = await rowsOf<Ended>(
      this.dataSource,
      `UPDATE run SET state = 'failed', error = $2, finished_at = now(), updated_at = now()
       WHERE id = $1 AND state IN ('queued', 'running') RETURNING request_id AS "requestId"`,
      [runId, JSON.stringify(error)],
    );
    this.log.warn(`run ${runId} failed: ${error.code}${requestOf(ended)}`);
    await this.goOnAfter(runId);
  }

  /** Stops a run because its flow says so; `why` is shown with it. */
  async stop(runId: string, why: RunFailure): Promise<void> {
    await this.dataSource.query(
      `UPDATE run SET state = 'cancelling', error = $2, updated_at = now()
       WHERE id = $1 AND state IN ('queued', 'running')`,
      [runId, JSON.stringify(why)],
    );
  }

  // At once, where the run was started by a box: others of that box, or the box itself. The sweep would find them too.
  private async goOnAfter(runId: string): Promise<void> {
    const after = await afterCall(this.dataSource, runId);
    for (const next of after?.next ?? []) await enqueueRun(this.queue, { kind: 'start', runId: next });
    if (!after?.caller) return;
    const { fence, ...entry } = after.caller;
    await enqueueRun(this.queue, { kind: 'read', ...entry }, fence);
  }

  // A run that is being cancelled needs no plan, and must end even when it never could have been run.
  private async planOf(runId: string): Promise<Plan | undefined> {
    try {
      return (await this.runs.use(runId, async (active) => active)).plan;
    } catch (error) {
      if (!(error instanceof EclusaError)) throw error;
      await this.fail(runId, runFailure(error));
      return undefined;
    }
  }

  // Most pages end while others are open and nothing waits for them: then one read decides, without a lock.
  private async mayAdvance(runId: string): Promise<boolean> {
    const [found] = await rowsOf<{ due: boolean }>(
      this.dataSource,
      `SELECT r.state = 'cancelling' OR (r.state = 'running' AND (
         NOT EXISTS (SELECT FROM run_page p WHERE p.run_id = r.id AND p.state <> 'done')
         OR EXISTS (SELECT FROM run_entry e WHERE e.run_id = r.id AND e.state = 'waiting'))) AS due
       FROM run r WHERE r.id = $1`,
      [runId],
    );
    return found?.due ?? false;
  }

  /** The barriers that may be read now. */
  private async advanceLocked(
    manager: EntityManager,
    runId: string,
    plan?: Plan,
  ): Promise<string[] | 'ended'> {
    const [run] = await rowsOf<{ state: RunState }>(
      manager,
      'SELECT state FROM run WHERE id = $1 FOR UPDATE',
      [runId],
    );
    if (!run || !openRunStates.includes(run.state) || run.state === 'queued') return [];
    if (run.state === 'cancelling') {
      if (await this.isHeld(manager, runId)) return [];
      await this.end(manager, runId, 'cancelled');
      return 'ended';
    }
    if (!plan) return [];
    const entries = await this.entries(manager, runId);
    const next = nextSteps(plan.entries, new Map(entries.map((entry) => [entry.node, entry])));
    if (next.release.length > 0) {
      await manager.query(
        `UPDATE run_entry SET state = 'reading', enqueued_at = now()
         WHERE run_id = $1 AND node = ANY($2) AND state = 'waiting'`,
        [runId, next.release],
      );
    }
    if (!next.end) return next.release;
    await this.end(manager, runId, next.end.state, next.end.error);
    return 'ended';
  }

  private entries(manager: EntityManager, runId: string): Promise<EntryProgress[]> {
    return rowsOf(
      manager,
      `SELECT e.node, e.state, e.error, coalesce(p.open, 0)::int AS "openPages"
       FROM run_entry e LEFT JOIN (
         SELECT entry, count(*) AS open FROM run_page WHERE run_id = $1 AND state <> 'done' GROUP BY entry
       ) p ON p.entry = e.node
       WHERE e.run_id = $1`,
      [runId],
    );
  }

  /** Somebody is working on it. */
  private async isHeld(manager: EntityManager, runId: string): Promise<boolean> {
    const [found] = await rowsOf<{ held: boolean }>(
      manager,
      `SELECT EXISTS (SELECT FROM run_page WHERE run_id = $1 AND state <> 'done' AND lease_until > now())
         OR EXISTS (SELECT FROM run_entry WHERE run_id = $1 AND lease_until > now()) AS held`,
      [runId],
    );
    return found?.held ?? false;
  }

  private async end(
    manager: EntityManager,
    runId: string,
    state: RunState,
    error?: RunFailure,
  ): Promise<void> {
    // What waits for a barrier is needed again when a run that stopped goes on.
    if (state === 'completed') await manager.query('DELETE FROM run_spool WHERE run_id = $1', [runId]);
    await manager.query('DELETE FROM run_scratch WHERE run_id = $1', [runId]);
    const [ended] = await rowsOf<Ended>(
      manager,
      `UPDATE run SET state = $2, finished_at = now(), updated_at = now(),
         error = CASE WHEN state = 'cancelling' THEN error ELSE $3::json END
       WHERE id = $1 RETURNING request_id AS "requestId"`,
      [runId, state, error ? JSON.stringify(error) : null],
    );
    this.log.log(`run ${runId} ${state}${requestOf(ended)}`);
  }
}

type Ended = Pick<Run, 'requestId'>;

/** The request that started the run, by which its lines in the log of the API are found. */
function requestOf(ended: Ended | undefined): string {
  return ended?.requestId ? ` [${ended.requestId}]` : '';
}
