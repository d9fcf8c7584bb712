// Short runs in Postgres, many in one statement: claimed, finished, or made into ordinary ones.
import { grouped, logStatement, logValues, type RunPicture } from '@eclusa/db';
import type { PageOutcome } from '@eclusa/engine';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { WorkerConfig } from '../config';
import { LeaseLost } from '../leases';
import { answerStatement, answerValues } from '../pages/answer-store';
import { callsAreOver } from '../pages/calls-over';
import { addFailedRows } from '../pages/outcome-store';
import type { ClaimedPage } from '../pages/page-store';
import { isPaused } from '../runs/pauses';
import { shareOf } from '../runs/shares';
import { rowsOf } from '../sql';
import { CONFIG } from '../tokens';

/** The one page of a short run, claimed, with what is needed to run it. */
export interface ShortPage extends ClaimedPage {
  flowId: string;
  versionId: string;
  storeId: string | null;
  slots: Record<string, string>;
  parameters: Record<string, never>;
  claimedAt: Date;
}

interface Finished {
  page: ShortPage;
  outcome: PageOutcome;
}

@Injectable()
export class CallStore {
  /** Stores what came of a page, and its run is over. Throws LeaseLost when the claim is no longer the newest. */
  readonly finish: (finished: Finished) => Promise<void>;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: WorkerConfig,
  ) {
    const store = grouped((all: readonly Finished[]) => this.finishAll(all), { lanes: 2 });
    this.finish = async (finished) => {
      if (!(await store(finished))) throw new LeaseLost(`page ${finished.page.id} was taken over`);
    };
  }

  /** Claims those of the pages whose run waits to be done in one go and is not paused, and which nobody holds. */
  claim(ids: readonly number[]): Promise<ShortPage[]> {
    return rowsOf<ShortPage>(
      this.dataSource,
      // OFFSET 0: a run is looked up by its id, and not among all that are queued, most of which have long been done.
      `WITH due AS MATERIALIZED (
         SELECT f.id, r.* FROM (
           SELECT p.id, p.run_id FROM run_page p WHERE p.id = ANY($1::bigint[]) AND p.state <> 'done'
             AND (p.lease_until IS NULL OR p.lease_until < now()) AND ${callsAreOver('p', '$3')}
           FOR UPDATE SKIP LOCKED) f
         CROSS JOIN LATERAL (
           SELECT r.flow_id, r.version_id, r.store_id, r.slots, r.parameters, r.share, r.urgency,
             r.short AND r.state = 'queued' AND NOT ${isPaused} AS waits
           FROM run r WHERE r.id = f.run_id OFFSET 0) r
         WHERE r.waits)
       UPDATE run_page p SET state = 'running', fence = p.fence + 1, lease_until = now() + $2 * interval '1 ms'
       FROM due r WHERE p.id = r.id
       RETURNING p.id, p.run_id AS "runId", p.workspace_id AS "workspaceId", p.entry, p.seq, p.at, p.rows, p.progress,
         p.fence, p.order_keys AS "orderKeys", p.given_back AS "givenBack",
         coalesce(r.share, r.flow_id::text) AS share, r.urgency,
         (extract(epoch FROM now() - p.created_at) * 1000)::float8 AS age, now() AS "claimedAt",
         r.flow_id AS "flowId", r.version_id AS "versionId", r.store_id AS "storeId", r.slots, r.parameters`,
      [ids, this.config.leaseMs, this.config.callMs],
    );
  }

  /**
   * From now on the run is one like any other, whose page is being worked on: it shows as running, can be cancelled, and
   * its page may be done by somebody else. False when the run has been stopped meanwhile.
   */
  async makeOrdinary(page: ShortPage): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const [run] = await rowsOf(
        manager,
        `UPDATE run r SET state = 'running', short = false, started_at = $2, updated_at = now(), share = ${shareOf}
         WHERE id = $1 AND state = 'queued' RETURNING id`,
        [page.runId, page.claimedAt],
      );
      if (!run) return false;
      await manager.query(
        `INSERT INTO run_entry (run_id, workspace_id, node, state, pages, rows, total_rows)
         VALUES ($1, $2, $3, 'read', 1, $4, $4) ON CONFLICT DO NOTHING`,
        [page.runId, page.workspaceId, page.entry, page.rows.length],
      );
      return true;
    });
  }

  /** Whether each page was still ours, and is done now. */
  private async finishAll(all: readonly Finished[]): Promise<boolean[]> {
    const failed = all.filter(({ outcome }) => outcome.failed.length > 0);
    if (failed.length === 0) return this.close(this.dataSource, all);
    return this.dataSource.transaction(async (manager) => {
      const done = await this.close(manager, all);
      for (const { page, outcome } of all.filter((_, index) => done[index])) {
        await addFailedRows(manager, page, outcome.failed);
      }
      return done;
    });
  }

  private async close(on: Parameters<typeof rowsOf>[0], all: readonly Finished[]): Promise<boolean[]> {
    // Most flows answer nothing, and need not pay for it.
    const answers = all.some(({ outcome }) => outcome.answers.length > 0);
    const done = await rowsOf<{ id: number }>(on, answers ? closeAndAnswer : closeAll, [
      all.map(({ page }) => page.id),
      all.map(({ page }) => page.fence),
      all.map(({ page }) => page.claimedAt),
      all.map(({ outcome }) => outcome.totals.written),
      all.map(({ outcome }) => outcome.totals.skipped),
      all.map(({ outcome }) => outcome.totals.failed),
      all.map(({ outcome }) => JSON.stringify(pictureOf(outcome))),
      ...logValues(all.map(({ page, outcome }) => ({ ...page, pageId: page.id, lines: outcome.log }))),
      ...(answers
        ? answerValues(
            all.map(({ page, outcome }) => ({ pageId: page.id, entryIndex: 0, answers: outcome.answers })),
          )
        : []),
    ]);
    const ids = new Set(done.map(({ id }) => id));
    return all.map(({ page }) => ids.has(page.id));
  }
}

function pictureOf({ counts, samples }: PageOutcome): RunPicture {
  return { counts, samples };
}

/** A run that was told to stop ends by itself: what was done is added all the same. */
const closing = (also: string): string => `
WITH outcome AS (
  SELECT * FROM unnest($1::bigint[], $2::int[], $3::timestamptz[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[])
    AS o (page_id, fence, claimed_at, written, skipped, failed, picture)
), done AS (
  UPDATE run_page p SET state = 'done', rows = NULL, progress = NULL, lease_until = NULL
  FROM outcome o WHERE p.id = o.page_id AND p.fence = o.fence AND p.state <> 'done'
  RETURNING p.id, p.run_id
), forgotten AS (
  DELETE FROM run_effect WHERE page_id IN (SELECT id FROM done)
), ${logStatement(8, 'SELECT id FROM done')}${also}
UPDATE run r SET
  state = CASE WHEN r.state IN ('queued', 'running') THEN 'completed' ELSE r.state END,
  finished_at = CASE WHEN r.state IN ('queued', 'running') THEN now() ELSE r.finished_at END,
  started_at = coalesce(r.started_at, o.claimed_at), updated_at = now(), picture = o.picture::json,
  written = r.written + o.written, skipped = r.skipped + o.skipped, failed = r.failed + o.failed
FROM done d JOIN outcome o ON o.page_id = d.id WHERE r.id = d.run_id
RETURNING d.id`;

const closeAll = closing('');
const closeAndAnswer = closing(`, ${answerStatement(16, 'SELECT id FROM done')}`);
