// What ran over time: runs by the piece of time they were made in. Changes nothing.
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { inWorkspace, Run } from '@eclusa/db';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import type { Caller } from '../auth/workspace.decorator';
import type { RunFilterQuery, RunHistoryDto, RunHistoryPieceDto, RunHistoryQuery } from './run-history.dto';

const lengths = { hour: 3_600_000, day: 86_400_000 } as const;
/** Pieces of one picture. */
const mostPieces = 400;

@Injectable()
export class RunHistoryService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** At most 400 pieces, the newest ones; a day's worth of hours when no time is given. */
  async of(
    caller: Pick<Caller, 'workspaceId'>,
    { step = 'day', ...filter }: RunHistoryQuery,
  ): Promise<RunHistoryDto> {
    const length = lengths[step];
    const until = filter.until ? new Date(filter.until) : new Date();
    const wished = filter.since ? new Date(filter.since) : new Date(until.getTime() - 24 * length);
    const count = Math.min(mostPieces, Math.max(1, Math.ceil((until.getTime() - wished.getTime()) / length)));
    const since = new Date(Math.max(wished.getTime(), until.getTime() - mostPieces * length));
    const query = inWorkspace(this.database.getRepository(Run), caller.workspaceId).query('r');
    narrow(query, { ...filter, since: since.toISOString(), until: until.toISOString() });
    const rows = await query
      .select(`floor(extract(epoch FROM r.created_at - :from::timestamptz) * 1000 / :length)::int`, 'piece')
      .addSelect(`(count(*) FILTER (WHERE r.state = 'completed' AND r.failed = 0))::int`, 'completed')
      .addSelect(
        `(count(*) FILTER (WHERE r.state = 'failed' OR r.state = 'completed' AND r.failed > 0))::int`,
        'failed',
      )
      .addSelect(`(count(*) FILTER (WHERE r.state IN ('cancelled', 'skipped')))::int`, 'stopped')
      .addSelect(`(count(*) FILTER (WHERE r.state IN ('queued', 'running', 'cancelling')))::int`, 'live')
      .addSelect('coalesce(sum(r.written) FILTER (WHERE NOT r.dry_run), 0)::float8', 'written')
      .addSelect('coalesce(sum(r.failed), 0)::float8', 'failedRows')
      .addSelect(
        `coalesce(max(extract(epoch FROM r.finished_at - r.started_at) * 1000), 0)::float8`,
        'longestMs',
      )
      .setParameters({ from: since.toISOString(), length })
      .groupBy('1')
      .getRawMany<RunHistoryPieceDto & { piece: number }>();
    const byPiece = new Map(rows.map(({ piece, ...row }) => [piece, row]));
    const items = Array.from({ length: count }, (_, piece) => ({
      ...{ completed: 0, failed: 0, stopped: 0, live: 0, written: 0, failedRows: 0, longestMs: 0 },
      ...byPiece.get(piece),
      at: new Date(since.getTime() + piece * length).toISOString(),
    }));
    return { items };
  }
}

/** Adds a filter's conditions to a query of runs called `r`. */
export function narrow(
  query: SelectQueryBuilder<Run>,
  { flowId, storeId, state, dryRun, since, until }: RunFilterQuery,
): void {
  if (flowId) query.andWhere('r.flow_id = :flowId', { flowId });
  if (storeId) query.andWhere('r.store_id = :storeId', { storeId });
  if (state) query.andWhere('r.state = :state', { state });
  if (dryRun !== undefined) query.andWhere('r.dry_run = :dryRun', { dryRun });
  if (since) query.andWhere('r.created_at >= :since::timestamptz', { since });
  if (until) query.andWhere('r.created_at < :until::timestamptz', { until });
}
