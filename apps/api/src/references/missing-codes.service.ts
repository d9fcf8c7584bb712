// Codes that rows wait for: which they are, and giving up on them. Filling one in is saving its pair.
import { Injectable } from '@nestjs/common';
import { giveUpWaiting, NO_STORE } from '@eclusa/db';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import type { Caller } from '../auth/workspace.decorator';
import { pageOf, readCursor, type Page } from '../http/cursor';
import type { CodesGivenUpDto, GiveUpCodesDto, MissingCodeDto, MissingQuery } from './references.dto';
import { ReferencesService } from './references.service';

type Missing = Omit<MissingCodeDto, 'since'> & { since: Date };

@Injectable()
export class MissingCodesService {
  constructor(
    private readonly database: DataSource,
    private readonly references: ReferencesService,
    private readonly audit: AuditService,
  ) {}

  /** The codes rows of a store wait for, by table and code, with how many rows and since when. */
  async list(
    caller: Caller,
    { storeId, table, cursor, limit = 50 }: MissingQuery,
  ): Promise<Page<MissingCodeDto>> {
    const place = await this.references.place(caller, storeId);
    const after = readCursor(cursor, 'text', 'text', 'text') ?? ['', '', ''];
    const rows = await this.database.query<Missing[]>(
      `SELECT f.missing_table AS "table", f.missing_by AS by, f.missing_code AS code,
         count(*)::int AS rows, min(f.created_at) AS since
       FROM run_failed_row f JOIN run r ON r.id = f.run_id
       WHERE f.state = 'waiting' AND f.workspace_id = $1 AND coalesce(r.store_id, $2) = $3
         AND ($4::text IS NULL OR f.missing_table = $4)
         AND (f.missing_table, f.missing_code, f.missing_by) > ($5, $6, $7)
       GROUP BY f.missing_table, f.missing_by, f.missing_code
       ORDER BY f.missing_table, f.missing_code, f.missing_by LIMIT $8`,
      [place.workspaceId, NO_STORE, place.storeId, table ?? null, ...after, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.table, row.code, row.by],
      (row) => ({ ...row, since: row.since.toISOString() }),
    );
  }

  /** Rows that wait for these codes become failed rows of their runs. */
  async giveUp(caller: Caller, { storeId, table, by, codes }: GiveUpCodesDto): Promise<CodesGivenUpDto> {
    await this.references.place(caller, storeId);
    const place = { workspaceId: caller.workspaceId, storeId: storeId ?? null };
    const rows = await this.database.transaction(async (manager) => {
      const given = await giveUpWaiting(manager, { ...place, missing: { table, by, codes } });
      const details = { storeId: place.storeId, by, codes: codes.slice(0, 20), rows: given };
      if (given > 0) await this.audit.record(caller, 'codes.give-up', table, details, manager);
      return given;
    });
    return { rows };
  }
}
