// New runs out of an old one: over its failed rows, over its rows in doubt, or over its source from a page on.
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { FlowVersion, inWorkspace, openRunStates, Run, RunFailedRow, RunPage } from '@eclusa/db';
import { IN_DOUBT } from '@eclusa/engine';
import { runTurn, type RunTurn } from '@eclusa/flow';
import type { DataSource, EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import type { Caller } from '../auth/workspace.decorator';
import { knownNodes } from '../flows/check-flow';
import { notFound, Refusal } from '../http/refusal';
import type { EditedRowDto, ReplayDto, ReplayRowsDto, RerunDto, SettleDoubtDto } from './repeats.dto';
import { fieldOf } from './failed-fields';
import { readsTheSame, rerunPlace } from './rerun-place';
import { RunPreparation, type Prepared } from './run-preparation';
import { RunReportService } from './run-report.service';
import type { RunDto } from './runs.dto';
import { RunsService } from './runs.service';

/** How rows leave the list of those that wait. */
interface Marking {
  inDoubt: boolean;
  state: 'replayed' | 'happened';
}

@Injectable()
export class RepeatsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly preparation: RunPreparation,
    private readonly report: RunReportService,
    private readonly runs: RunsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * A new run over failed rows of another. Each row is repeated once: marking and the new run are one commit. Rows in
   * doubt are left out, also of "all": sending them again is for a person who has looked.
   */
  async replay(caller: Caller, id: string, { edits = [], ...body }: ReplayRowsDto): Promise<RunDto> {
    const named = body.all || body.node !== undefined || body.code !== undefined;
    const ids = [...(body.failedRowIds ?? []), ...(named ? [] : edits.map((one) => one.failedRowId))];
    const what = { ...body, ...(ids.length > 0 && { failedRowIds: ids }) };
    return this.repeat(caller, id, what, { inDoubt: false, state: 'replayed' }, async (manager, made) => {
      if (edits.length === 0) return;
      await this.edit(manager, made, edits);
      await this.audit.record(caller, 'run.edit-rows', id, { rows: edits.length, in: made }, manager);
    });
  }

  /** What became of rows in doubt, by a person who has looked: done, and they go on behind their node; or sent again. */
  async settle(
    caller: Caller,
    id: string,
    { outcome, answers = [], ...body }: SettleDoubtDto,
  ): Promise<RunDto> {
    const state = outcome === 'happened' ? 'happened' : 'replayed';
    return this.repeat(caller, id, body, { inDoubt: true, state }, async (manager, made, rows) => {
      if (state === 'happened' && answers.length > 0) {
        await manager.query(
          `UPDATE run_failed_row f SET given = a.given::json
           FROM unnest($1::bigint[], $2::text[]) AS a (id, given) WHERE f.id = a.id AND f.replay_run_id = $3`,
          [answers.map((one) => one.failedRowId), answers.map((one) => JSON.stringify(one.values)), made],
        );
      }
      await this.audit.record(caller, 'run.settle', id, { outcome, rows, in: made }, manager);
    });
  }

  /** A new run of the same source, read from where a page of the old run began. */
  async rerun(caller: Caller, id: string, body: RerunDto): Promise<RunDto> {
    const old = await this.report.find(caller, id);
    if (openRunStates.includes(old.state)) throw new Refusal(409, 'api.rerun-open');
    const { document } = await this.database
      .getRepository(FlowVersion)
      .findOneByOrFail({ id: old.versionId });
    const place = rerunPlace(old, document, knownNodes());
    if ('refused' in place) throw new Refusal(422, `api.rerun-${place.refused}`);
    const page = await this.page(caller, id, place.source, body.page);
    const prepared = await this.prepare(caller, old, body);
    const { version } = prepared;
    const then = rerunPlace({ replayOf: null }, version.document, knownNodes());
    const same = readsTheSame(document.nodes[place.source], version.document.nodes[place.source]);
    if ('refused' in then || then.source !== place.source || !same) {
      throw new Refusal(422, 'api.rerun-source-changed', { version: version.number });
    }
    const { cursorBefore: cursor, rowsBefore } = page;
    const readFrom = { runId: id, page: body.page, entry: place.source, cursor, rows: rowsBefore ?? 0 };
    const kind = { trigger: 'rerun', dryRun: old.dryRun, readFrom } as const;
    const accepted = await this.database.transaction((manager) =>
      this.runs.insert(manager, caller, prepared, turnAfter(old, prepared), kind),
    );
    await this.runs.tell(accepted);
    return this.report.one(caller, accepted.run.id);
  }

  private async repeat(
    caller: Caller,
    id: string,
    body: ReplayDto,
    marking: Marking,
    also?: (manager: EntityManager, runId: string, rows: number) => Promise<void>,
  ): Promise<RunDto> {
    const old = await this.report.find(caller, id);
    const prepared = await this.prepare(caller, old, body);
    const accepted = await this.database.transaction(async (manager) => {
      const kind = { trigger: 'replay', dryRun: old.dryRun, replayOf: id } as const;
      const made = await this.runs.insert(manager, caller, prepared, turnAfter(old, prepared), kind);
      const rows = await this.mark(manager, old, made.run.id, body, marking, prepared.version);
      await also?.(manager, made.run.id, rows);
      return made;
    });
    await this.runs.tell(accepted);
    return this.report.one(caller, accepted.run.id);
  }

  // What failed stays as it was, beside what is sent now. A row somebody else has sent meanwhile is not sent twice.
  private async edit(manager: EntityManager, made: string, edits: readonly EditedRowDto[]): Promise<void> {
    const edited = await manager.query<unknown>(
      `UPDATE run_failed_row f SET edited = e.row::json
       FROM unnest($1::bigint[], $2::text[]) AS e (id, row) WHERE f.id = e.id AND f.replay_run_id = $3`,
      [edits.map((one) => one.failedRowId), edits.map((one) => JSON.stringify(one.row)), made],
    );
    const count = Array.isArray(edited) ? Number(edited[1]) : 0;
    if (count !== edits.length) throw new Refusal(409, 'api.edit-not-open', { rows: edits.length - count });
  }

  private prepare(
    caller: Caller,
    old: Run,
    { version: wish }: Pick<ReplayDto, 'version'>,
  ): Promise<Prepared> {
    const version = wish === 'newest' ? undefined : (wish ?? old.versionNumber);
    const same = { storeId: old.storeId, parameters: old.parameters };
    return this.preparation.prepare(
      caller,
      old.flowId,
      { ...same, ...(version !== undefined && { version }) },
      old.slots,
    );
  }

  private async page({ workspaceId }: Caller, runId: string, entry: string, number: number) {
    const pages = inWorkspace(this.database.getRepository(RunPage) as never, workspaceId);
    const page = (await pages.findOneBy({ runId, entry, seq: number - 1 } as never)) as RunPage | null;
    if (!page || page.rowsBefore === null) throw notFound('page');
    return page;
  }

  /** How many rows were marked. Of two people at the same moment each row goes to one. */
  private async mark(
    manager: EntityManager,
    { id: runId, workspaceId }: Run,
    replayRunId: string,
    { all, node, code, field, failedRowIds }: ReplayDto,
    { inDoubt, state }: Marking,
    version: FlowVersion,
  ): Promise<number> {
    const some = node !== undefined || code !== undefined || (failedRowIds ?? []).length > 0;
    if (!all && !some) throw new Refusal(422, 'api.replay-what');
    const marked = await manager
      .createQueryBuilder()
      .update(RunFailedRow)
      .set({ state, replayRunId })
      .where({ workspaceId, runId, state: 'open' })
      .andWhere(`(error->>'code' = :doubt) = :inDoubt`, { doubt: IN_DOUBT, inDoubt })
      .andWhere(all || node === undefined ? 'TRUE' : 'node = :node', { node })
      .andWhere(all || code === undefined ? 'TRUE' : `error->>'code' = :code`, { code })
      .andWhere(all || field === undefined ? 'TRUE' : `${fieldOf('run_failed_row')} = :field`, { field })
      .andWhere(all || !failedRowIds?.length ? 'TRUE' : 'id = ANY(:ids::bigint[])', { ids: failedRowIds })
      .returning(['node'])
      .execute();
    const rows = marked.raw as { node: string }[];
    if (rows.length === 0) throw new Refusal(409, inDoubt ? 'api.nothing-in-doubt' : 'api.nothing-to-replay');
    const missing = [...new Set(rows.map((row) => row.node))].filter(
      (one) => !Object.hasOwn(version.document.nodes, one),
    );
    if (missing.length > 0) {
      throw new Refusal(422, 'api.replay-node-missing', {
        nodes: missing.join(', '),
        version: version.number,
      });
    }
    return rows.length;
  }
}

/** The old run's turn. What a person chose is neither left out nor put in the place of a run that goes on: it waits. */
function turnAfter(old: Run, { version }: Prepared): RunTurn | null {
  const ownKey = old.concurrencyKey === null ? {} : { concurrencyKey: old.concurrencyKey };
  const turn = runTurn(version.document, old, ownKey);
  return turn && { ...turn, overlap: 'queue' };
}
