// Starts a queued run: one entry for each source and barrier, which may begin before a page of an earlier run, or, for a
// replay, pages made of failed rows. A run that was started before goes on where it stopped.
import { lockTurns, mustWait, resumeCalls, Run, type PageAt } from '@eclusa/db';
import { orderHashes, type NumberedRow, type Plan } from '@eclusa/engine';
import { EclusaError, type Row } from '@eclusa/flow';
import { enqueuePage, enqueueRun, PAGE_QUEUE, RUN_QUEUE, type PageJob } from '@eclusa/queue';
import { InjectQueue } from '@nestjs/bull';
import { Inject, Injectable } from '@nestjs/common';
import type { Queue } from 'bull';
import { DataSource, type EntityManager } from 'typeorm';
import type { WorkerConfig } from '../config';
import { runFailure } from '../failures';
import { rowsOf } from '../sql';
import { CONFIG } from '../tokens';
import { addFailedRows } from '../pages/outcome-store';
import { ActiveRuns } from './active-runs';
import { isPaused } from './pauses';
import { groupReplay, type ReplayRow } from './replay-pages';
import { RunProgress } from './run-progress.service';
import { shareOf, urgencyOf } from './shares';

interface Reading {
  node: string;
  fence: number;
}

@Injectable()
export class RunStart {
  constructor(
    private readonly dataSource: DataSource,
    private readonly runs: ActiveRuns,
    private readonly progress: RunProgress,
    @InjectQueue(RUN_QUEUE) private readonly queue: Queue,
    @InjectQueue(PAGE_QUEUE) private readonly pages: Queue,
    @Inject(CONFIG) private readonly config: WorkerConfig,
  ) {}

  /** Starts the run if it is queued. A flow that cannot run makes it a failed run with the reason. */
  async start(runId: string): Promise<void> {
    const run = await this.dataSource.getRepository(Run).findOneBy({ id: runId, state: 'queued' });
    if (!run) return this.progress.advance(runId);
    try {
      const plan = await this.runs.planOf(run);
      const reading = await this.dataSource.transaction((manager) => this.store(manager, run, plan));
      if (!reading) return;
      for (const { node, fence } of reading) {
        await enqueueRun(this.queue, { kind: 'read', runId, entry: node }, fence);
      }
      await this.enqueueStored(runId);
    } catch (error) {
      if (!(error instanceof EclusaError)) throw error;
      await this.progress.fail(runId, runFailure(error));
    }
    await this.progress.advance(runId);
  }

  /** The entries to read now; null when somebody else has started the run, it is paused, or others come first. */
  private async store(manager: EntityManager, run: Run, plan: Plan): Promise<Reading[] | null> {
    await lockTurns(manager, run);
    const [ours] = await rowsOf<{ begun: boolean }>(
      manager,
      `UPDATE run r SET state = 'running', started_at = coalesce(r.started_at, now()), updated_at = now(),
         share = ${shareOf}, urgency = coalesce(r.priority, $2)
       FROM (SELECT r.id, r.started_at FROM run r
         WHERE r.id = $1 AND r.state = 'queued' AND NOT ${isPaused} AND NOT ${mustWait} FOR UPDATE OF r) old
       WHERE r.id = old.id RETURNING old.started_at IS NOT NULL AS begun`,
      [run.id, urgencyOf(plan)],
    );
    if (!ours) return null;
    if (ours.begun) await this.goOn(manager, run.id);
    else await this.begin(manager, run, plan);
    return rowsOf<Reading>(
      manager,
      `SELECT node, fence FROM run_entry WHERE run_id = $1 AND state = 'reading' ORDER BY node`,
      [run.id],
    );
  }

  // Cursors, pages and their effects are all there. What was given back while the run stood still is due at once;
  // the time that calls are repeated for begins anew.
  private async goOn(manager: EntityManager, runId: string): Promise<void> {
    await manager.query(
      `UPDATE run_entry SET state = 'reading', error = NULL, enqueued_at = now()
       WHERE run_id = $1 AND state IN ('failed', 'reading')`,
      [runId],
    );
    await manager.query(
      `UPDATE run_page SET enqueued_at = NULL, created_at = now() WHERE run_id = $1 AND state <> 'done'`,
      [runId],
    );
    await resumeCalls(manager, runId);
  }

  private async begin(manager: EntityManager, run: Run, plan: Plan): Promise<void> {
    // What is replayed, or came with the call, is stored already.
    const given = (node: string) => run.replayOf !== null || run.applies !== null || isCalled(plan, node);
    await manager.query(
      `INSERT INTO run_entry (run_id, workspace_id, node, state, enqueued_at)
       SELECT $1, $2, e.node, e.state, now() FROM unnest($3::text[], $4::text[]) AS e (node, state)`,
      [
        run.id,
        run.workspaceId,
        plan.entries.map((entry) => entry.node),
        plan.entries.map(({ kind, node }) => {
          if (kind === 'barrier') return 'waiting';
          return given(node) ? 'read' : 'reading';
        }),
      ],
    );
    if (run.replayOf) await this.storeReplay(manager, run, plan);
    if (run.applies) await this.storeShown(manager, run, plan);
    if (run.readFrom) {
      const { entry, cursor, rows } = run.readFrom;
      await manager.query(
        'UPDATE run_entry SET cursor = $3, rows_before = $4 WHERE run_id = $1 AND node = $2',
        [run.id, entry, JSON.stringify(cursor), rows],
      );
    } else if (plan.orderKey) await this.orderCalled(manager, run, plan);
  }

  // The very rows the dry run read. What barriers make of them they make again.
  private async storeShown(manager: EntityManager, run: Run, plan: Plan): Promise<void> {
    const sources = plan.entries.filter(({ kind }) => kind === 'source').map(({ node }) => node);
    await manager.query(
      `INSERT INTO run_page (workspace_id, run_id, entry, seq, at, rows, row_count)
       SELECT workspace_id, $1, entry, seq, at, rows, row_count FROM run_page
       WHERE run_id = $2 AND workspace_id = $3 AND entry = ANY($4::text[]) AND rows IS NOT NULL
       ORDER BY entry, seq`,
      [run.id, run.applies, run.workspaceId, sources],
    );
    await manager.query(
      `UPDATE run SET read_rows = t.rows, total_rows = t.rows
       FROM (SELECT coalesce(sum(row_count), 0) AS rows FROM run_page WHERE run_id = $1) t WHERE id = $1`,
      [run.id],
    );
  }

  // Pages that came with the call were stored without looking into their rows.
  private async orderCalled(manager: EntityManager, run: Run, plan: Plan): Promise<void> {
    const pages = await rowsOf<{ id: number }>(manager, 'SELECT id FROM run_page WHERE run_id = $1', [
      run.id,
    ]);
    for (const { id } of pages) {
      const [page] = await rowsOf<{ rows: NumberedRow[] }>(
        manager,
        'SELECT rows FROM run_page WHERE id = $1',
        [id],
      );
      const keys = await orderHashes(plan, page?.rows ?? []);
      await manager.query('UPDATE run_page SET order_keys = $2 WHERE id = $1', [id, keys]);
    }
  }

  // As many as may be in flight; the sweep brings the rest.
  private async enqueueStored(runId: string): Promise<void> {
    const stored = await rowsOf<PageJob & { fence: number }>(
      this.dataSource,
      `UPDATE run_page SET enqueued_at = now() WHERE id IN (
         SELECT id FROM run_page WHERE run_id = $1 AND state <> 'done' AND enqueued_at IS NULL
         ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED)
       RETURNING id AS "pageId", run_id AS "runId", fence`,
      [runId, this.config.pagesInFlight],
    );
    for (const { fence, ...job } of stored) await enqueuePage(this.pages, job, fence);
  }

  private async storeReplay(manager: EntityManager, run: Run, plan: Plan): Promise<void> {
    let total = 0;
    let refused = 0;
    // Below 0, so that they never meet the pages a barrier makes when it is read.
    let seq = -(2 ** 31);
    for await (const rows of this.failedRows(manager, run)) {
      total += rows.length;
      const { pages, rest } = groupReplay(rows, plan, this.config.pageSize);
      for (const page of pages) {
        const orderKeys = await orderHashes(plan, page.rows);
        await this.storePage(manager, run, { ...page, orderKeys }, seq++);
      }
      refused += rest.length;
      for (const { entry, ...row } of rest) {
        await addFailedRows(manager, { runId: run.id, workspaceId: run.workspaceId, entry }, [row]);
      }
    }
    await manager.query('UPDATE run SET read_rows = $2, total_rows = $2, failed = $3 WHERE id = $1', [
      run.id,
      total,
      refused,
    ]);
  }

  private async *failedRows(manager: EntityManager, run: Run): AsyncGenerator<ReplayRow[]> {
    let after = { node: '', port: '', id: 0 };
    for (;;) {
      const rows = await rowsOf<ReplayRow & { id: number; happened: Row | null }>(
        manager,
        `SELECT id, node, port, entry, row_number AS row, coalesce(edited, input) AS input, error,
           CASE state WHEN 'happened' THEN coalesce(given, '{}'::json) END AS happened
         FROM run_failed_row
         WHERE replay_run_id = $1 AND workspace_id = $2 AND (node, port, id) > ($3, $4, $5)
         ORDER BY node, port, id LIMIT $6`,
        [run.id, run.workspaceId, after.node, after.port, after.id, this.config.pageSize],
      );
      const last = rows.at(-1);
      if (!last) return;
      yield rows.map(({ id: _id, ...row }) => row);
      after = last;
    }
  }

  private async storePage(
    manager: EntityManager,
    run: Run,
    page: { entry: string; at: PageAt; rows: NumberedRow[]; orderKeys: number[] | null },
    seq: number,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO run_page (workspace_id, run_id, entry, seq, at, rows, row_count, order_keys)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        run.workspaceId,
        run.id,
        page.entry,
        seq,
        JSON.stringify(page.at),
        JSON.stringify(page.rows),
        page.rows.length,
        page.orderKeys,
      ],
    );
  }
}

function isCalled(plan: Plan, node: string): boolean {
  const behaviour = plan.nodes.get(node)?.type.behaviour;
  return behaviour?.kind === 'source' && behaviour.called === true;
}
