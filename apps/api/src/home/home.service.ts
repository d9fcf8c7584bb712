// The first page: what is red, what is late, what ran. Each part is one query of bounded size. Changes nothing.
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { NO_STORE } from '@eclusa/db';
import { IN_DOUBT } from '@eclusa/engine';
import type { DataSource } from 'typeorm';
import type { Caller } from '../auth/workspace.decorator';
import type * as dto from './home.dto';

type Where = Pick<Caller, 'workspaceId'>;
/** Times as the database gives them. */
type Raw<T, Moments extends keyof T> = Omit<T, Moments> & Record<Moments, Date>;

/** Things shown of each kind; the rest is behind their pages. */
const most = 20;
/** A schedule is overdue, and a run late, after this. */
const patience = '5 minutes';
/** Rows in doubt are looked for in runs of this age at most. */
const doubtFor = '90 days';

@Injectable()
export class HomeService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async of({ workspaceId }: Where): Promise<dto.HomeDto> {
    const [counts, failing, away, inDoubt, missing, late, paused, ran] = await Promise.all([
      this.counts(workspaceId),
      this.failing(workspaceId),
      this.away(workspaceId),
      this.inDoubt(workspaceId),
      this.missing(workspaceId),
      this.late(workspaceId),
      this.paused(workspaceId),
      this.ran(workspaceId),
    ]);
    return { ...counts, failing, away, inDoubt, missing, late, paused, ran };
  }

  private async counts(workspaceId: string): Promise<{ flows: number; everRan: number }> {
    const [counts] = await this.database.query<{ flows: number; everRan: number }[]>(
      `SELECT (SELECT count(*)::int FROM flow WHERE workspace_id = $1) AS flows,
         (SELECT count(*)::int FROM (SELECT FROM run WHERE workspace_id = $1 LIMIT 1) r) AS "everRan"`,
      [workspaceId],
    );
    return counts ?? { flows: 0, everRan: 0 };
  }

  /** Flows whose newest run that was no dry run failed, or left rows behind that nobody has sent again. */
  private async failing(workspaceId: string): Promise<dto.HomeFlowDto[]> {
    const rows = await this.database.query<Raw<dto.HomeFlowDto, 'at'>[]>(
      `SELECT f.id AS "flowId", f.name, r.id AS "runId", r.state, r.failed, r.created_at AS at FROM flow f
       CROSS JOIN LATERAL (
         SELECT r.id, r.state, r.failed, r.created_at FROM run r
         WHERE r.flow_id = f.id AND NOT r.dry_run AND r.state NOT IN ('queued', 'running', 'skipped')
         ORDER BY r.created_at DESC LIMIT 1) r
       WHERE f.workspace_id = $1 AND (r.state = 'failed' OR EXISTS (
         SELECT FROM run_failed_row o WHERE o.run_id = r.id AND o.state = 'open'))
       ORDER BY r.created_at DESC LIMIT ${most}`,
      [workspaceId],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  /** What runs wait for right now; each service once, since the earliest. */
  private async away(workspaceId: string): Promise<dto.HomeStoreDto[]> {
    const rows = await this.database.query<dto.HomeStoreDto[]>(
      `SELECT DISTINCT ON (service) coalesce(r.waiting->>'service', f.name) AS service, s.name, r.id AS "runId",
         r.waiting->>'since' AS since
       FROM run r JOIN flow f ON f.id = r.flow_id LEFT JOIN store s ON s.id = r.store_id
       WHERE r.workspace_id = $1 AND r.state = 'running' AND (r.waiting->>'until')::timestamptz > now()
       ORDER BY service, since LIMIT ${most}`,
      [workspaceId],
    );
    return rows;
  }

  private inDoubt(workspaceId: string): Promise<dto.HomeDoubtDto[]> {
    return this.database.query(
      `SELECT r.id AS "runId", f.name AS "flowName", count(*)::int AS rows FROM run r JOIN flow f ON f.id = r.flow_id
       JOIN run_failed_row o ON o.run_id = r.id AND o.error->>'code' = $2 AND o.state = 'open'
       WHERE r.workspace_id = $1 AND r.failed > 0 AND r.created_at > now() - interval '${doubtFor}'
       GROUP BY r.id, f.name ORDER BY r.created_at DESC LIMIT ${most}`,
      [workspaceId, IN_DOUBT],
    );
  }

  private missing(workspaceId: string): Promise<dto.HomeCodesDto[]> {
    return this.database.query(
      `SELECT o.missing_table AS "table", nullif(coalesce(r.store_id, $2::uuid), $2::uuid) AS "storeId",
         s.name AS "storeName", count(DISTINCT o.missing_code)::int AS codes, count(*)::int AS rows
       FROM run_failed_row o JOIN run r ON r.id = o.run_id LEFT JOIN store s ON s.id = r.store_id
       WHERE o.state = 'waiting' AND o.workspace_id = $1
       GROUP BY 1, 2, 3 ORDER BY rows DESC LIMIT ${most}`,
      [workspaceId, NO_STORE],
    );
  }

  /** Schedules nobody fired, and those whose last run was left out or has not begun. */
  private async late(workspaceId: string): Promise<dto.HomeLateDto[]> {
    const rows = await this.database.query<Raw<dto.HomeLateDto, 'at'>[]>(
      `SELECT * FROM (
         SELECT 'overdue' AS why, f.id AS "flowId", f.name AS "flowName", NULL::uuid AS "runId", s.next_at AS at
         FROM schedule s JOIN flow f ON f.id = s.flow_id
         WHERE s.workspace_id = $1 AND s.enabled AND s.next_at < now() - interval '${patience}'
         UNION ALL
         SELECT CASE r.state WHEN 'skipped' THEN 'skipped' ELSE 'waiting' END, f.id, f.name, r.id, r.scheduled_for
         FROM schedule s JOIN flow f ON f.id = s.flow_id
         JOIN run r ON r.schedule_id = s.id AND r.scheduled_for = s.last_at
         WHERE s.workspace_id = $1 AND s.enabled
           AND (r.state = 'skipped' OR r.state = 'queued' AND r.scheduled_for < now() - interval '${patience}')) l
       ORDER BY at DESC LIMIT ${most}`,
      [workspaceId],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  private async paused(workspaceId: string): Promise<dto.HomePausedDto[]> {
    const rows = await this.database.query<Raw<dto.HomePausedDto, 'since'>[]>(
      `SELECT 'flow' AS what, id, name, paused_at AS since FROM flow WHERE workspace_id = $1 AND paused_at IS NOT NULL
       UNION ALL
       SELECT 'store', id, name, paused_at FROM store WHERE workspace_id = $1 AND paused_at IS NOT NULL
       ORDER BY since LIMIT ${most}`,
      [workspaceId],
    );
    return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
  }

  private async ran(workspaceId: string): Promise<dto.HomeRanDto> {
    const [ran] = await this.database.query<Raw<dto.HomeRanDto, 'since'>[]>(
      `SELECT now() - interval '1 day' AS since, count(*)::int AS runs,
         (count(*) FILTER (WHERE state IN ('queued', 'running', 'cancelling')))::int AS live,
         (count(*) FILTER (WHERE state = 'failed'))::int AS "failedRuns",
         coalesce(sum(read_rows), 0)::float8 AS read, coalesce(sum(written), 0)::float8 AS written,
         coalesce(sum(failed), 0)::float8 AS failed
       FROM run WHERE workspace_id = $1 AND NOT dry_run AND created_at > now() - interval '1 day'`,
      [workspaceId],
    );
    const { since, ...figures } = ran as Raw<dto.HomeRanDto, 'since'>;
    return { since: since.toISOString(), ...figures };
  }
}
