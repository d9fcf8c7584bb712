// Entries in Postgres: how far a source or barrier has been read. Claimed and fenced as pages are.
import { addRowLog } from '@eclusa/db';
import { refusedLine, type EntryPage, type PlanEntry } from '@eclusa/engine';
import type { Json, Row } from '@eclusa/flow';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { WorkerConfig } from '../config';
import type { RunFailure } from '../failures';
import { LeaseLost } from '../leases';
import { addFailedRows } from '../pages/outcome-store';
import { rowsOf } from '../sql';
import { CONFIG } from '../tokens';
import { isPaused } from './pauses';

export interface ClaimedEntry {
  runId: string;
  workspaceId: string;
  node: string;
  cursor: Json;
  pages: number;
  rows: number;
  /** Rows of the source before the place this run began at: they are numbered, and not read. */
  rowsBefore: number;
  totalRows: number | null;
  fence: number;
  dryRun: boolean;
}

@Injectable()
export class EntryStore {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: WorkerConfig,
  ) {}

  /** Claims an entry of a running run, not paused, that is being read and held by nobody; null otherwise. */
  async claim(runId: string, node: string): Promise<ClaimedEntry | null> {
    const [entry] = await rowsOf<ClaimedEntry>(
      this.dataSource,
      `UPDATE run_entry SET fence = fence + 1, lease_until = now() + $3 * interval '1 ms'
       WHERE (run_id, node) = (
         SELECT e.run_id, e.node FROM run_entry e JOIN run r ON r.id = e.run_id AND r.state = 'running'
         WHERE e.run_id = $1 AND e.node = $2 AND e.state = 'reading'
           AND (e.lease_until IS NULL OR e.lease_until < now()) AND NOT ${isPaused}
         FOR UPDATE OF e SKIP LOCKED)
       RETURNING run_id AS "runId", workspace_id AS "workspaceId", node, cursor, pages, rows,
         rows_before AS "rowsBefore", total_rows AS "totalRows", fence,
         (SELECT r.dry_run FROM run r WHERE r.id = run_id) AS "dryRun"`,
      [runId, node, this.config.leaseMs],
    );
    return entry ?? null;
  }

  /** Pages of the run that are read and not done. */
  async openPages(runId: string): Promise<number> {
    const [count] = await rowsOf<{ open: number }>(
      this.dataSource,
      `SELECT count(*)::int AS open FROM run_page WHERE run_id = $1 AND state <> 'done'`,
      [runId],
    );
    return count?.open ?? 0;
  }

  /**
   * Stores a page and the cursor after it, in one transaction, and brings `entry` up to date. Answers the
   * page's id, null when all of its records were refused. Throws LeaseLost, having stored nothing.
   */
  async store(
    entry: ClaimedEntry,
    kind: PlanEntry['kind'],
    page: EntryPage,
    port: string,
  ): Promise<number | null> {
    const read = page.rows.length + page.refused.length;
    const total = page.total ?? entry.totalRows;
    const id = await this.dataSource.transaction(async (manager) => {
      await this.moveOn(manager, entry, page.cursor, read, total);
      const stored = page.rows.length > 0 ? await this.insertPage(manager, entry, page, port) : null;
      await addFailedRows(manager, { ...entry, entry: entry.node }, page.refused);
      const lines = entry.dryRun ? [] : page.refused.map(refusedLine);
      await addRowLog(manager, [{ ...entry, entry: entry.node, lines }]);
      if (total !== entry.totalRows) await this.expect(manager, entry.runId);
      await this.addTotals(manager, entry.runId, kind, read, page.refused.length);
      return stored;
    });
    Object.assign(entry, {
      pages: entry.pages + 1,
      rows: entry.rows + read,
      cursor: page.cursor,
      totalRows: total,
    });
    return id;
  }

  /** Read to its end: what was kept for a barrier is no longer needed. */
  async finish(entry: ClaimedEntry): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.close(manager, entry, 'read', null);
      await manager.query('DELETE FROM run_spool WHERE run_id = $1 AND node = $2', [entry.runId, entry.node]);
    });
  }

  /** Cannot be read on; the pages stored so far are kept and done. */
  async fail(entry: ClaimedEntry, error: RunFailure): Promise<void> {
    await this.close(this.dataSource.manager, entry, 'failed', error);
  }

  /** Gives the entry back, to be read on from its cursor; not before `waitMs` have passed. */
  async release(entry: ClaimedEntry, waitMs = 0): Promise<void> {
    await this.dataSource.query(
      `UPDATE run_entry SET lease_until = NULL,
         enqueued_at = CASE WHEN $4 = 0 THEN NULL ELSE now() + $4 * interval '1 ms' END
       WHERE run_id = $1 AND node = $2 AND fence = $3 AND state = 'reading'`,
      [entry.runId, entry.node, entry.fence, waitMs],
    );
  }

  /** A barrier's rows by input port, in the order of the entries and their pages. */
  async *spool(runId: string, node: string, port: string): AsyncGenerator<Row[]> {
    for (let after = -1; ;) {
      const [piece] = await rowsOf<{ seq: number; rows: Row[] }>(
        this.dataSource,
        `SELECT seq, rows FROM run_spool WHERE run_id = $1 AND node = $2 AND port = $3 AND seq > $4
         ORDER BY seq LIMIT 1`,
        [runId, node, port, after],
      );
      if (!piece) return;
      yield piece.rows;
      after = piece.seq;
    }
  }

  private async moveOn(
    manager: EntityManager,
    entry: ClaimedEntry,
    cursor: Json,
    read: number,
    total: number | null,
  ): Promise<void> {
    const [ours] = await rowsOf(
      manager,
      `UPDATE run_entry SET cursor = $4, pages = pages + 1, rows = rows + $5, total_rows = $6
       WHERE run_id = $1 AND node = $2 AND fence = $3 AND state = 'reading' RETURNING node`,
      [entry.runId, entry.node, entry.fence, JSON.stringify(cursor), read, total],
    );
    if (!ours) throw new LeaseLost(`entry ${entry.node} was taken over`);
  }

  private async insertPage(
    manager: EntityManager,
    entry: ClaimedEntry,
    page: EntryPage,
    port: string,
  ): Promise<number | null> {
    const [stored] = await rowsOf<{ id: number }>(
      manager,
      `INSERT INTO run_page (workspace_id, run_id, entry, seq, at, rows, row_count, order_keys, cursor_before, rows_before,
         enqueued_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now()) RETURNING id`,
      [
        entry.workspaceId,
        entry.runId,
        entry.node,
        entry.pages,
        JSON.stringify({ node: entry.node, port, side: 'output' }),
        JSON.stringify(page.rows),
        page.rows.length,
        page.orderKeys,
        entry.cursor === null ? null : JSON.stringify(entry.cursor),
        entry.rowsBefore + entry.rows,
      ],
    );
    return stored?.id ?? null;
  }

  // Known only when every source tells; barriers make rows of their own and are not part of it.
  private async expect(manager: EntityManager, runId: string): Promise<void> {
    await manager.query(
      `UPDATE run SET total_rows = (
         SELECT CASE WHEN bool_and(total_rows IS NOT NULL) THEN sum(greatest(total_rows - rows_before, 0))::bigint END
         FROM run_entry WHERE run_id = $1 AND state <> 'waiting') WHERE id = $1`,
      [runId],
    );
  }

  private async addTotals(
    manager: EntityManager,
    runId: string,
    kind: PlanEntry['kind'],
    read: number,
    refused: number,
  ): Promise<void> {
    const column = kind === 'source' ? 'read_rows' : 'derived_rows';
    await manager.query(
      `UPDATE run SET ${column} = ${column} + $2, failed = failed + $3, updated_at = now() WHERE id = $1`,
      [runId, read, refused],
    );
  }

  private async close(
    manager: EntityManager,
    entry: ClaimedEntry,
    state: 'read' | 'failed',
    error: RunFailure | null,
  ): Promise<void> {
    const [ours] = await rowsOf(
      manager,
      `UPDATE run_entry SET state = $4, error = $5, lease_until = NULL
       WHERE run_id = $1 AND node = $2 AND fence = $3 AND state = 'reading' RETURNING node`,
      [entry.runId, entry.node, entry.fence, state, error ? JSON.stringify(error) : null],
    );
    if (!ours) throw new LeaseLost(`entry ${entry.node} was taken over`);
  }
}
