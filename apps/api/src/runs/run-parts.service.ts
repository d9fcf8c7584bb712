// Reads the parts of a run that a person can repeat: failed rows, their causes, pages. Changes nothing.
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { FlowVersion, inWorkspace, openRunStates, RunFailedRow, RunPage } from '@eclusa/db';
import { IN_DOUBT } from '@eclusa/engine';
import { sentences, type ErrorRecord, type Json } from '@eclusa/flow';
import type { DataSource } from 'typeorm';
import type { Caller } from '../auth/workspace.decorator';
import { knownNodes } from '../flows/check-flow';
import { pageOf, readCursor, type Page } from '../http/cursor';
import { fieldOf } from './failed-fields';
import { rerunPlace } from './rerun-place';
import { RunReportService } from './run-report.service';
import type * as dto from './runs.dto';
import { showError } from './show-run';

type Where = Pick<Caller, 'workspaceId'>;
type PageRow = Pick<RunPage, 'entry' | 'seq' | 'rowCount' | 'state' | 'createdAt' | 'rowsBefore'>;

/** Pages made of replayed rows are counted up from here. */
const firstReplayed = -(2 ** 31);

@Injectable()
export class RunPartsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly report: RunReportService,
  ) {}

  async failedRows(
    caller: Where,
    id: string,
    { cursor, limit = 50, node, code, field, inDoubt }: dto.FailedRowQuery,
  ): Promise<Page<dto.FailedRowDto>> {
    await this.report.find(caller, id);
    const [after] = readCursor(cursor, 'whole') ?? [0];
    const query = inWorkspace(this.database.getRepository(RunFailedRow), caller.workspaceId)
      .query('f')
      // Rows that wait, or waited, for a code have not failed.
      .andWhere('f.run_id = :id AND f.missing_code IS NULL AND f.id > :after', {
        id,
        after,
      })
      .orderBy('f.id')
      .take(limit + 1);
    if (node) query.andWhere('f.node = :node', { node });
    if (code) query.andWhere(`f.error->>'code' = :code`, { code });
    if (field) query.andWhere(`${fieldOf('f')} = :field`, { field });
    if (inDoubt !== undefined) {
      query.andWhere(`(f.error->>'code' = :doubt) = :inDoubt`, { doubt: IN_DOUBT, inDoubt });
    }
    return pageOf(
      await query.getMany(),
      limit,
      (row) => [row.id],
      (row) => ({
        id: String(row.id),
        ...{ node: row.node, port: row.port, entry: row.entry, row: row.rowNumber, input: row.input },
        ...{ error: showError(row.error), edited: row.edited },
        ...{ state: row.state === 'waiting' ? 'open' : row.state, replayRunId: row.replayRunId },
      }),
    );
  }

  /** The largest first. What first and last row of a cause tell alike is told of all; the rest is left out. */
  async causes(caller: Where, id: string): Promise<{ items: dto.FailedCauseDto[] }> {
    await this.report.find(caller, id);
    type Cause = Omit<dto.FailedCauseDto, 'text' | 'inDoubt' | 'request'> & {
      one: ErrorRecord;
      other: ErrorRecord;
    };
    const causes = await this.database.query<Cause[]>(
      `SELECT c.node, c.code, c.field, c.rows, c.open, f.error AS one, l.error AS other FROM (
         SELECT node, error->>'code' AS code, ${fieldOf('c')} AS field, count(*)::int AS rows,
           (count(*) FILTER (WHERE state = 'open'))::int AS open, min(id) AS first, max(id) AS last
         FROM run_failed_row c WHERE run_id = $1 AND workspace_id = $2 AND missing_code IS NULL GROUP BY 1, 2, 3) c
       JOIN run_failed_row f ON f.id = c.first JOIN run_failed_row l ON l.id = c.last
       ORDER BY c.rows DESC, c.node, c.code, c.field`,
      [id, caller.workspaceId],
    );
    return {
      items: causes.map(({ one, other, ...cause }) => ({
        ...cause,
        inDoubt: cause.code === IN_DOUBT,
        text: sentences(one.code, alike(one.values, other.values)),
        request: one.request ? `${one.request.method} ${one.request.url}` : null,
      })),
    };
  }

  async pages(caller: Where, id: string, { cursor, limit = 50 }: dto.PageQuery) {
    const run = await this.report.find(caller, id);
    const { document } = await this.database
      .getRepository(FlowVersion)
      .findOneByOrFail({ id: run.versionId });
    const place = rerunPlace(run, document, knownNodes());
    const [entry, seq] = readCursor(cursor, 'text', 'whole') ?? ['', firstReplayed - 1];
    const rows = await this.database.query<PageRow[]>(
      `SELECT entry, seq, row_count AS "rowCount", state, created_at AS "createdAt", rows_before AS "rowsBefore"
       FROM run_page WHERE run_id = $1 AND workspace_id = $2 AND (entry, seq::bigint) > ($3, $4::bigint)
       ORDER BY entry, seq LIMIT $5`,
      [id, caller.workspaceId, entry, seq, limit + 1],
    );
    const source = 'source' in place ? place.source : null;
    return {
      ...pageOf(
        rows,
        limit,
        (row) => [row.entry, row.seq],
        (row) => showPage(row, source),
      ),
      refused: 'refused' in place ? place.refused : openRunStates.includes(run.state) ? 'open' : null,
    };
  }
}

/** Values as all rows of a cause have them; what differs from row to row is an ellipsis, inside of other values too. */
function alike(one: ErrorRecord['values'], other: ErrorRecord['values']): ErrorRecord['values'] {
  const masked = (values: ErrorRecord['values'], value: Json): string =>
    Object.values(values)
      .filter((short) => typeof short === 'string' && short.length > 2 && short !== value)
      .reduce<string>((text, short) => text.replaceAll(String(short), '…'), JSON.stringify(value));
  const entries = Object.entries(one).map(([name, value]): [string, Json] => {
    const same = JSON.stringify(value) === JSON.stringify(other[name]);
    if (same) return [name, value];
    const text = masked(one, value);
    return [name, text === masked(other, other[name] ?? null) ? (JSON.parse(text) as Json) : '…'];
  });
  return Object.fromEntries(entries);
}

function showPage(page: PageRow, source: string | null): dto.RunPageDto {
  const { entry, seq, rowCount: rows, state, createdAt, rowsBefore } = page;
  return {
    ...{ entry, rows, state },
    number: seq < 0 ? seq - firstReplayed + 1 : seq + 1,
    readAt: createdAt.toISOString(),
    canReadAgain: entry === source && rowsBefore !== null,
  };
}
