// Tables of codes of a store: looking, saving, removing. Saving lets rows go on that waited for a code.
import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import { CrossReference, inWorkspace, NO_STORE, releaseWaiting, saveReferences } from '@eclusa/db';
import type { CodePair } from '@eclusa/flow';
import { enqueueRun, RUN_QUEUE } from '@eclusa/queue';
import type { Queue } from 'bull';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import type { Caller } from '../auth/workspace.decorator';
import { BindingLookup } from '../flows/binding-lookup';
import { pageOf, readCursor, type Page } from '../http/cursor';
import { Refusal } from '../http/refusal';
import { RunReportService } from '../runs/run-report.service';
import type { CodesSavedDto, CodeTableDto, PairQuery, StoredCodePairDto } from './references.dto';

/** A store of the caller's workspace, or none. */
export type StoreChoice = string | null | undefined;

/** Pairs stored by one statement. */
const atOnce = 1_000;
/** Pairs written out in the audit log. */
const shownPairs = 20;

@Injectable()
export class ReferencesService {
  constructor(
    private readonly database: DataSource,
    @InjectQueue(RUN_QUEUE) private readonly queue: Queue,
    private readonly lookup: BindingLookup,
    private readonly report: RunReportService,
    private readonly audit: AuditService,
  ) {}

  /** Tables that have pairs or that rows wait for, by name. */
  async tables(caller: Caller, storeId: StoreChoice): Promise<{ items: CodeTableDto[] }> {
    const place = await this.place(caller, storeId);
    const items = await this.database.query<CodeTableDto[]>(
      `SELECT name, sum(pairs)::int AS pairs, sum(waiting)::int AS "waitingRows" FROM (
         SELECT table_name AS name, count(*) AS pairs, 0 AS waiting FROM cross_reference
         WHERE workspace_id = $1 AND store_id = $2 GROUP BY table_name
         UNION ALL
         SELECT f.missing_table, 0, count(*) FROM run_failed_row f JOIN run r ON r.id = f.run_id
         WHERE f.state = 'waiting' AND f.workspace_id = $1 AND coalesce(r.store_id, $3) = $2
         GROUP BY f.missing_table) AS one GROUP BY name ORDER BY name`,
      [place.workspaceId, place.storeId, NO_STORE],
    );
    return { items };
  }

  /** Pairs of a table by key, those whose key or value holds `search`. */
  async pairs(
    caller: Caller,
    table: string,
    { storeId, search, cursor, limit = 50 }: PairQuery,
  ): Promise<Page<StoredCodePairDto>> {
    const place = await this.place(caller, storeId);
    const after = readCursor(cursor, 'text');
    const query = inWorkspace(this.database.getRepository(CrossReference), caller.workspaceId)
      .query('c')
      .andWhere({ storeId: place.storeId, tableName: table })
      .orderBy('c.key')
      .take(limit + 1);
    if (after) query.andWhere('c.key > :after', { after: after[0] });
    if (search) {
      const part = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
      query.andWhere('(c.key ILIKE :part OR c.value ILIKE :part)', { part });
    }
    return pageOf(await query.getMany(), limit, ({ key }) => [key], show);
  }

  /** Stores pairs, all or none, and lets rows go on that waited for them, in the same commit. */
  async save(
    caller: Caller,
    table: string,
    storeId: StoreChoice,
    pairs: readonly CodePair[],
  ): Promise<CodesSavedDto> {
    const { workspaceId, userId } = caller;
    const place = { workspaceId, storeId: await this.store(caller, storeId) };
    const byKey = new Map(pairs.map((pair) => [pair.key, pair.value]));
    const rows = [...byKey].map(([key, value]) => ({ table, key, value }));
    if (rows.length === 0) throw new Refusal(422, 'api.codes-none');
    const runs = await this.database.transaction(async (manager) => {
      for (let from = 0; from < rows.length; from += atOnce) {
        await saveReferences(manager, place, rows.slice(from, from + atOnce));
      }
      const released = await releaseWaiting(manager, { ...place, table, userId });
      const shown = rows.slice(0, shownPairs).map(({ key, value }) => ({ key, value }));
      const details = { storeId: place.storeId, count: rows.length, pairs: shown, runs: released };
      await this.audit.record(caller, 'codes.save', table, details, manager);
      return released;
    });
    for (const runId of runs) await enqueueRun(this.queue, { kind: 'start', runId });
    return { pairs: rows.length, runs: await Promise.all(runs.map((id) => this.report.one(caller, id))) };
  }

  /** Forgets one pair; a key that is not there is none the less gone. */
  async remove(caller: Caller, table: string, storeId: StoreChoice, key: string): Promise<void> {
    const place = await this.place(caller, storeId);
    const rows = inWorkspace(this.database.getRepository(CrossReference), caller.workspaceId);
    const gone = await rows.delete({ storeId: place.storeId, tableName: table, key });
    if (gone > 0) await this.audit.record(caller, 'codes.delete', table, { storeId: storeId ?? null, key });
  }

  /** Where the tables of a store are kept; 404 for a store of another workspace. */
  async place(caller: Caller, storeId: StoreChoice): Promise<{ workspaceId: string; storeId: string }> {
    return { workspaceId: caller.workspaceId, storeId: (await this.store(caller, storeId)) ?? NO_STORE };
  }

  private async store(caller: Caller, storeId: StoreChoice): Promise<string | null> {
    return storeId ? (await this.lookup.store(caller, storeId)).id : null;
  }
}

function show({ key, value, updatedAt }: CrossReference): StoredCodePairDto {
  return { key, value, updatedAt: updatedAt.toISOString() };
}
