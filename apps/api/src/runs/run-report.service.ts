// Reads runs: lists, one run's picture, its samples and dry-run requests. Changes nothing.
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import * as db from '@eclusa/db';
import { inWorkspace, type Owned, type Scoped } from '@eclusa/db';
import { In, IsNull, MoreThan, Not, type DataSource, type EntityTarget } from 'typeorm';
import type { Caller } from '../auth/workspace.decorator';
import { namesOf } from '../flows/people';
import { pageOf, readCursor, type Page } from '../http/cursor';
import { notFound } from '../http/refusal';
import { liveFigures } from './live-figures';
import { showPause } from './pauses.service';
import { narrow } from './run-history.service';
import type * as dto from './runs.dto';
import { showError, showRun, type RunNames } from './show-run';

type Where = Pick<Caller, 'workspaceId'>;
type Place = Pick<db.Run, 'flowId' | 'storeId'>;

@Injectable()
export class RunReportService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async list(
    caller: Where & Pick<Caller, 'key'>,
    { cursor, limit = 50, key, tag, startedBy, ...filter }: dto.RunListQuery,
  ): Promise<Page<dto.RunDto>> {
    const after = readCursor(cursor, 'time', 'id');
    const query = this.of(db.Run, caller)
      .query('r')
      .orderBy('r.createdAt', 'DESC')
      .addOrderBy('r.id', 'DESC')
      .take(limit + 1);
    const { flowIds, storeIds } = caller.key ?? {};
    if (flowIds) query.andWhere('r.flow_id = ANY(:flowIds)', { flowIds });
    if (storeIds) query.andWhere('r.store_id = ANY(:storeIds)', { storeIds });
    if (startedBy) query.andWhere('r.after_run_id = :startedBy', { startedBy });
    if (tag) query.andWhere(':tag = ANY(r.tags)', { tag });
    narrow(query, filter);
    if (key !== undefined) {
      query.andWhere('r.id = ANY(:runIds)', {
        runIds: await db.runsOfKey(this.database, caller.workspaceId, key),
      });
    }
    if (after) {
      const place = { at: after[0], id: after[1] };
      query.andWhere('(r.created_at, r.id) < (:at::timestamptz, :id::uuid)', place);
    }
    const rows = await query.getMany();
    const names = await this.namesOf(caller, rows);
    return pageOf(
      rows,
      limit,
      (run) => [run.createdAt.toISOString(), run.id],
      (run) => showRun(run, names(run)),
    );
  }

  /** The newest run of each of these flows. */
  async lastOf(workspaceId: string, flowIds: string[]): Promise<Map<string, dto.RunDto>> {
    if (flowIds.length === 0) return new Map();
    const rows = await this.of(db.Run, { workspaceId })
      .query('r')
      .andWhere('r.flow_id = ANY(:flowIds)', { flowIds })
      .distinctOn(['r.flow_id'])
      .orderBy('r.flow_id')
      .addOrderBy('r.created_at', 'DESC')
      .getMany();
    const names = await this.namesOf({ workspaceId }, rows);
    return new Map(rows.map((run) => [run.flowId, showRun(run, names(run))]));
  }

  async one(caller: Where, id: string): Promise<dto.RunDto> {
    const run = await this.find(caller, id);
    return showRun(run, (await this.namesOf(caller, [run]))(run));
  }

  async progress(caller: Where, id: string): Promise<dto.RunProgressDto> {
    // The run first: figures read after an end are the last ones.
    const run = await this.one(caller, id);
    return { ...run, ...(await liveFigures(this.database, caller.workspaceId, id)) };
  }

  async detail(caller: Where, id: string): Promise<dto.RunDetailDto> {
    const run = await this.find(caller, id);
    const entries = await this.of(db.RunEntry, caller).find({ where: { runId: id }, order: { node: 'ASC' } });
    const version = await this.of(db.FlowVersion, caller).findOneBy({ id: run.versionId });
    if (!version) throw notFound('version');
    return {
      ...(await this.progress(caller, id)),
      entries: entries.map(({ node, state, pages, rows, totalRows, error }) => ({
        ...{ node, state, pages, rows, totalRows },
        error: error && showError(error),
      })),
      document: version.document,
    };
  }

  async samples(caller: Where, id: string, node?: string): Promise<{ items: dto.RunSampleDto[] }> {
    const { picture } = await this.find(caller, id);
    const stored = await this.of(db.RunSample, caller).find({
      where: { runId: id, ...(node && { node }) },
      order: { node: 'ASC', side: 'ASC', port: 'ASC' },
    });
    const short = (picture?.samples ?? []).filter((sample) => node === undefined || sample.node === node);
    return { items: [...stored, ...short].map(({ node, side, port, rows }) => ({ node, side, port, rows })) };
  }

  async requests(
    caller: Where,
    id: string,
    { cursor, limit = 200, node }: dto.NodePageQuery,
  ): Promise<Page<dto.RunRequestDto>> {
    await this.find(caller, id);
    const rows = await this.of(db.RunRequest, caller).find({
      where: {
        runId: id,
        id: MoreThan(after(cursor)),
        request: Not(IsNull()) as never,
        ...(node && { node }),
      },
      order: { id: 'ASC' },
      take: limit + 1,
    });
    return pageOf(
      rows,
      limit,
      (row) => [row.id],
      (row) => ({
        ...{ node: row.node, row: row.rowNumber, request: row.request ?? {} },
      }),
    );
  }

  /** The run, or 404. */
  async find(caller: Where, id: string): Promise<db.Run> {
    const run = await this.of(db.Run, caller).findOneBy({ id });
    if (!run) throw notFound('run');
    return run;
  }

  private of<T extends Owned>(entity: EntityTarget<T & object>, { workspaceId }: Where): Scoped<T> {
    return inWorkspace<T>(this.database.getRepository(entity) as never, workspaceId);
  }

  /** What runs of these flows and stores belong to. */
  async namesOf(caller: Where, runs: readonly Place[]): Promise<(run: Place) => RunNames> {
    const flowIds = [...new Set(runs.map((run) => run.flowId))];
    const storeIds = [...new Set(runs.flatMap((run) => run.storeId ?? []))];
    const flows = await this.of(db.Flow, caller).find({
      where: { id: In(flowIds) },
      select: { id: true, name: true, pausedAt: true, pausedBy: true },
    });
    const stores = await this.of(db.Store, caller).find({ where: { id: In(storeIds) } });
    const nameOf = await namesOf(
      this.database.manager,
      [...flows, ...stores].map((one) => one.pausedBy),
    );
    const shown = (one: db.Flow | db.Store) => ({ name: one.name, paused: showPause(one, nameOf) });
    const byId = new Map([...flows, ...stores].map((one) => [one.id, shown(one)]));
    return ({ flowId, storeId }) => ({
      flow: byId.get(flowId) ?? null,
      store: storeId === null ? null : (byId.get(storeId) ?? null),
    });
  }
}

/** The last id shown; 0 at the start. */
function after(cursor: string | undefined): number {
  const [id] = readCursor(cursor, 'whole') ?? [0];
  return id;
}
