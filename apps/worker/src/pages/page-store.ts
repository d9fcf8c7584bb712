// Pages in Postgres: claimed by one worker at a time, given back, finished once. The fence decides: it goes
// up with every claim, and only its newest holder can store anything.
import { addRowLog, type PageAt, type PageSoFar } from '@eclusa/db';
import type { NumberedRow, PageOutcome } from '@eclusa/engine';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { WorkerConfig } from '../config';
import { addRemembered } from '../host/memory';
import { addSaved } from '../host/references';
import { LeaseLost } from '../leases';
import { rowsOf } from '../sql';
import { isPaused } from '../runs/pauses';
import { CONFIG } from '../tokens';
import { answerStatement, answerValues, type AnsweredPage } from './answer-store';
import { callsAreOver, isCalling } from './calls-over';
import { mayRun } from './page-order';
import { addCounts, addFailedRows, addRequests, addSamples, addSpool, replaceWaiting } from './outcome-store';
import type { Room } from './windows';

export interface ClaimedPage {
  id: number;
  runId: string;
  workspaceId: string;
  entry: string;
  seq: number;
  at: PageAt;
  rows: NumberedRow[];
  fence: number;
  /** Hashes of what its rows are kept in order by. */
  orderKeys: number[] | null;
  /** Claims that ended in order, without the page being done. */
  givenBack: number;
  /** How far an earlier attempt was seen to be. */
  progress: PageSoFar | null;
  /** Milliseconds since the page was stored. */
  age: number;
  /** Whose share of the workers it takes, and how urgent it is: see the run. */
  share: string;
  urgency: number;
}

/** A page that is less urgent by one waits as if it had come this much later: behind, but not for ever. */
const laterEach = '20 s';
const shareOfRun = 'coalesce(r.share, r.flow_id::text)';
const claimed = `RETURNING id, run_id AS "runId", workspace_id AS "workspaceId", entry, seq, at, rows, progress, fence,
  order_keys AS "orderKeys", given_back AS "givenBack", (extract(epoch FROM now() - created_at) * 1000)::float8 AS age,
  (SELECT ${shareOfRun} FROM run r WHERE r.id = run_id) AS share,
  (SELECT r.urgency FROM run r WHERE r.id = run_id) AS urgency`;

/** What finishing needs to know beside the outcome. */
export interface Finish {
  outcome: PageOutcome;
  /** Position of the page's entry in the plan: barriers get their rows in that order. */
  entryIndex: number;
  /** Ports of which samples are stored already: `node side port`. */
  sampled: ReadonlySet<string>;
}

@Injectable()
export class PageStore {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: WorkerConfig,
  ) {}

  /**
   * Claims, of the pages that are due and fit the room, one of the store that has the fewest at work over all workers;
   * of its pages the most urgent and oldest. A page is due that nobody holds, of a running run that is not paused, when it
   * need not wait for pages before it, nor for calls of an earlier holder. Null when there is none.
   */
  async claimNext({ closed, mostRows }: Room): Promise<ClaimedPage | null> {
    const [page] = await rowsOf<ClaimedPage>(
      this.dataSource,
      `WITH busy AS (
         SELECT ${shareOfRun} AS share, count(*) AS pages FROM run_page p JOIN run r ON r.id = p.run_id AND r.state = 'running'
         WHERE p.state = 'running' AND p.lease_until > now() GROUP BY 1)
       UPDATE run_page SET state = 'running', fence = fence + 1, lease_until = now() + $1 * interval '1 ms'
       WHERE id = (
         SELECT p.id FROM run_page p JOIN run r ON r.id = p.run_id AND r.state = 'running'
           LEFT JOIN busy b ON b.share = ${shareOfRun}
           LEFT JOIN unnest($2::text[], $3::int[]) AS shut (share, least) ON shut.share = ${shareOfRun}
         WHERE p.state <> 'done' AND (p.lease_until IS NULL OR p.lease_until < now())
           AND (p.enqueued_at IS NULL OR p.enqueued_at <= now())
           AND ${callsAreOver('p', '$5')}
           AND (shut.least IS NULL OR r.urgency < shut.least) AND p.row_count <= $4
           AND ${mayRun} AND NOT ${isPaused}
         ORDER BY coalesce(b.pages, 0), p.created_at + r.urgency * interval '${laterEach}', p.id
         LIMIT 1 FOR UPDATE OF p SKIP LOCKED)
       ${claimed}`,
      [
        this.config.leaseMs,
        closed.map(({ share }) => share),
        closed.map(({ from }) => from),
        Math.min(mostRows, 2 ** 31 - 1),
        this.config.callMs,
      ],
    );
    return page ?? null;
  }

  /** Gives a page back unfinished; its effects stay, so that whoever takes it next repeats no call. */
  async release(page: Pick<ClaimedPage, 'id' | 'fence'>, waitMs = 0): Promise<void> {
    await this.dataSource.query(
      `UPDATE run_page SET state = 'queued', lease_until = NULL, given_back = given_back + 1,
         enqueued_at = CASE WHEN ${isCalling('run_page.id')} THEN now() + greatest($3::float8, $4::float8) * interval '1 ms'
           WHEN $3::float8 = 0 THEN NULL ELSE now() + $3::float8 * interval '1 ms' END
       WHERE id = $1 AND fence = $2 AND state <> 'done'`,
      [page.id, page.fence, waitMs, this.config.callMs],
    );
  }

  /** Shows how far the page is, while the claim is the newest. A write that comes too late changes nothing. */
  async showProgress(page: Pick<ClaimedPage, 'id' | 'fence'>, progress: PageSoFar): Promise<void> {
    await this.dataSource.query(
      `UPDATE run_page SET progress = $3 WHERE id = $1 AND fence = $2 AND state <> 'done'`,
      [page.id, page.fence, JSON.stringify(progress)],
    );
  }

  /**
   * The rows of a dry run are kept: they may be applied as they are.
   * Stores all that came of a page, in one transaction, and the page is done. Throws LeaseLost, having
   * stored nothing, when the claim is no longer the newest. Tables are written in one order by everybody,
   * the run's row last: it is the one all pages share.
   */
  async finish(page: ClaimedPage, { outcome, entryIndex, sampled }: Finish): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const [done] = await rowsOf(
        manager,
        `UPDATE run_page SET state = 'done', progress = NULL, order_keys = NULL, lease_until = NULL,
           rows = CASE WHEN (SELECT r.dry_run FROM run r WHERE r.id = run_id) THEN rows END
         WHERE id = $1 AND fence = $2 AND state <> 'done' RETURNING id`,
        [page.id, page.fence],
      );
      if (!done) throw new LeaseLost(`page ${page.id} was taken over`);
      await manager.query('DELETE FROM run_effect WHERE page_id = $1', [page.id]);
      await replaceWaiting(manager, page, await addFailedRows(manager, page, outcome.failed));
      await addSpool(manager, page, entryIndex, outcome.spooled);
      await addRequests(manager, page, outcome);
      await addSamples(manager, page, outcome.samples, sampled);
      await addCounts(manager, page, outcome.counts);
      await addRemembered(manager, page, outcome.remembered);
      await addSaved(manager, page, outcome.saved);
      await this.addAnswers(manager, page, { entryIndex, answers: outcome.answers });
      await addRowLog(manager, [{ ...page, lines: outcome.log }]);
      await this.addTotals(manager, page, outcome);
    });
  }

  private async addAnswers(
    manager: EntityManager,
    { id: pageId }: ClaimedPage,
    answered: Omit<AnsweredPage, 'pageId'>,
  ): Promise<void> {
    if (answered.answers.length === 0) return;
    const values = answerValues([{ pageId, ...answered }]);
    await manager.query(`WITH ${answerStatement(2, 'SELECT $1::bigint')} SELECT 1`, [pageId, ...values]);
  }

  private async addTotals(manager: EntityManager, page: ClaimedPage, { totals }: PageOutcome): Promise<void> {
    await manager.query(
      `UPDATE run SET written = written + $2, skipped = skipped + $3, failed = failed + $4,
         collected = collected + $5, waiting_rows = waiting_rows + $6, updated_at = now() WHERE id = $1`,
      [page.runId, totals.written, totals.skipped, totals.failed, totals.collected, totals.waiting],
    );
  }
}
