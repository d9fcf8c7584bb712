// Failed rows as CSV: out to a spreadsheet, and back to be sent again. A file is sent whole or not at all; rows that are not
// in it stay where they are.
import { Injectable, Logger } from '@nestjs/common';
import { FlowVersion, inWorkspace, RunFailedRow } from '@eclusa/db';
import { IN_DOUBT } from '@eclusa/engine';
import { sentence, sentences, type Json, type Locale, type Row } from '@eclusa/flow';
import { csvLines, csvRowsOf } from '@eclusa/nodes';
import type { Request, Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DataSource, In } from 'typeorm';
import type { Caller } from '../auth/workspace.decorator';
import { attachment } from '../files/content-disposition';
import { bounded } from '../http/bounded';
import { isStorable } from '../http/json-body';
import { Refusal } from '../http/refusal';
import { CellFault, fieldOf, ID_COLUMN, mended, readersColumns, shown, VALUE_COLUMN } from './failed-fields';
import type {
  EditedRowDto,
  FailedFileLineDto,
  FailedFileQuery,
  FailedFileResultDto,
  FailedFileSendQuery,
} from './repeats.dto';
import { RepeatsService } from './repeats.service';
import { RunReportService } from './run-report.service';

const mostRows = 10_000;
const mostBytes = 16 * 2 ** 20;
const mostColumns = 200;
const mostFaults = 50;
const pageSize = 500;
// Excel takes a file for UTF-8 only with this mark.
const byteOrderMark = '\ufeff';

interface FileLine {
  line: number;
  id: string;
  cells: Map<string, string>;
}

type Known = Pick<RunFailedRow, 'input' | 'state'> & { inDoubt: boolean };

@Injectable()
export class FailedFilesService {
  private readonly logger = new Logger('Failed rows');

  constructor(
    private readonly database: DataSource,
    private readonly report: RunReportService,
    private readonly repeats: RepeatsService,
  ) {}

  /** All open failed rows that fit, those in doubt left out, as they entered their boxes. */
  async download(caller: Caller, id: string, query: FailedFileQuery, answer: Response): Promise<void> {
    const run = await this.report.find(caller, id);
    const version = await this.database.getRepository(FlowVersion).findOneByOrFail({ id: run.versionId });
    const boxes = (node: string) => version.document.nodes[node]?.name ?? node;
    const members = await this.members(caller, id, query);
    const columns = [ID_COLUMN, ...readersColumns, ...members].map((column) => ({ column, title: column }));
    const format = { delimiter: ';', decimalComma: false, guard: true };
    const pages = this.lines(caller, id, query, members, boxes);
    async function* text(): AsyncIterable<string> {
      yield byteOrderMark;
      yield* csvLines(columns, pages, format);
    }
    answer.setHeader('content-type', 'text/csv; charset=utf-8');
    answer.setHeader('content-disposition', attachment(`failed-rows-${id.slice(0, 8)}.csv`));
    try {
      await pipeline(Readable.from(text()), answer);
    } catch (error) {
      // The reader went away, or the database did: the shortened answer tells, the log keeps why.
      this.logger.warn(`download ended early: ${error instanceof Error ? error.message : 'unknown'}`);
    }
  }

  /** Looks at a file that came back and, unless it is only to be checked or a line is not right, sends its rows again. */
  async upload(
    caller: Caller,
    id: string,
    { check = false, newest = false }: FailedFileSendQuery,
    request: Request,
  ): Promise<FailedFileResultDto> {
    await this.report.find(caller, id);
    const lines = await readLines(request);
    if (lines.length === 0) throw new Refusal(422, 'api.failed-file-empty');
    const known = await this.known(caller, id, lines);
    const faults: FailedFileLineDto[] = [];
    const edits: EditedRowDto[] = [];
    const seen = new Set<string>();
    for (const line of lines) {
      const fault = faultOf(line, known.get(line.id), seen);
      seen.add(line.id);
      const edit = fault ?? editOf(line, known.get(line.id)?.input ?? null);
      if (edit && 'code' in edit) faults.push(edit);
      else if (edit) edits.push(edit);
    }
    const rows = lines.length - faults.length;
    const result = { rows, changed: edits.length, faults: faults.slice(0, mostFaults) };
    if (check || faults.length > 0) return { ...result, run: null };
    const what = { failedRowIds: [...seen], edits, ...(newest && { version: 'newest' as const }) };
    return { ...result, run: await this.repeats.replay(caller, id, what) };
  }

  private open(caller: Caller, runId: string, { node, code, field }: FailedFileQuery) {
    const query = inWorkspace(this.database.getRepository(RunFailedRow), caller.workspaceId)
      .query('f')
      .andWhere(`f.run_id = :runId AND f.state = 'open' AND f.error->>'code' <> :doubt`, {
        runId,
        doubt: IN_DOUBT,
      });
    if (node) query.andWhere('f.node = :node', { node });
    if (code) query.andWhere(`f.error->>'code' = :code`, { code });
    if (field) query.andWhere(`${fieldOf('f')} = :field`, { field });
    return query;
  }

  /** Names of all members of the rows, in the order they are met. */
  private async members(caller: Caller, runId: string, query: FailedFileQuery): Promise<string[]> {
    const names = new Set<string>();
    for await (const rows of this.pages(caller, runId, query)) {
      for (const { input } of rows) {
        const own = isRow(input) ? Object.keys(input) : [VALUE_COLUMN];
        for (const name of own) if (names.size < mostColumns) names.add(name);
      }
    }
    return [...names];
  }

  private async *pages(
    caller: Caller,
    runId: string,
    query: FailedFileQuery,
  ): AsyncGenerator<RunFailedRow[]> {
    for (let after = 0; ;) {
      const rows = await this.open(caller, runId, query)
        .andWhere('f.id > :after', { after })
        .orderBy('f.id')
        .take(pageSize)
        .getMany();
      if (rows.length > 0) yield rows;
      if (rows.length < pageSize) return;
      after = rows.at(-1)?.id ?? after;
    }
  }

  private async *lines(
    caller: Caller,
    runId: string,
    query: FailedFileQuery,
    members: readonly string[],
    boxes: (node: string) => string,
  ): AsyncGenerator<Row[]> {
    const locale: Locale = query.locale ?? 'en';
    for await (const rows of this.pages(caller, runId, query)) {
      yield rows.map(({ id, rowNumber, node, error, input }) => ({
        [ID_COLUMN]: String(id),
        eclusa_row: rowNumber,
        eclusa_box: boxes(node),
        eclusa_reason: sentence(error.code, error.values, locale),
        ...Object.fromEntries(members.map((name) => [name, cellOf(input, name)])),
      }));
    }
  }

  private async known(
    caller: Caller,
    runId: string,
    lines: readonly FileLine[],
  ): Promise<Map<string, Known>> {
    const ids = lines.map(({ id }) => id).filter((id) => /^\d{1,15}$/.test(id));
    const found = new Map<string, Known>();
    const rows = inWorkspace(this.database.getRepository(RunFailedRow), caller.workspaceId);
    for (let from = 0; from < ids.length; from += pageSize) {
      const some = await rows.find({
        where: { runId, id: In(ids.slice(from, from + pageSize)) as never } as never,
      });
      for (const { id, input, state, error } of some)
        found.set(String(id), { input, state, inDoubt: error.code === IN_DOUBT });
    }
    return found;
  }
}

function cellOf(input: Json, name: string): string {
  if (!isRow(input)) return name === VALUE_COLUMN ? shown(input) : '';
  return Object.hasOwn(input, name) ? shown(input[name]) : '';
}

function isRow(input: Json): input is Row {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

async function readLines(request: Request): Promise<FileLine[]> {
  let titles: Map<string, string> | undefined;
  const lines: FileLine[] = [];
  for await (const { line, row } of csvRowsOf(bounded(request, mostBytes, tooLarge))) {
    const cells = Object.entries(row).map(([column, value]) => [column, shown(value)] as const);
    if (!titles) {
      titles = new Map(cells.map(([column, title]) => [column, title.trim()]));
      if (![...titles.values()].includes(ID_COLUMN)) throw new Refusal(422, 'api.failed-file-without-ids');
      continue;
    }
    if (lines.length === mostRows) throw tooLarge();
    const named = new Map<string, string>();
    for (const [column, value] of cells) named.set(titles.get(column) ?? '', value);
    const id = (named.get(ID_COLUMN) ?? '').trim().replace(/^'/, '');
    for (const column of ['', ID_COLUMN, ...readersColumns]) named.delete(column);
    lines.push({ line, id, cells: named });
  }
  return lines;
}

function faultOf({ line, id }: FileLine, row: Known | undefined, seen: ReadonlySet<string>) {
  if (id === '') return fault(line, 'api.failed-line-without-id', {});
  if (seen.has(id)) return fault(line, 'api.failed-line-twice', { id });
  if (!row) return fault(line, 'api.failed-line-unknown', { id });
  if (row.inDoubt) return fault(line, 'api.failed-line-in-doubt', { id });
  return row.state === 'open' ? undefined : fault(line, 'api.failed-line-sent', { id });
}

/** The row as it is to be sent when it differs from what failed. */
function editOf({ line, id, cells }: FileLine, input: Json): EditedRowDto | FailedFileLineDto | undefined {
  try {
    const row = mended(input, cells);
    if (!isStorable(row)) return fault(line, 'api.text-unstorable', {});
    return JSON.stringify(row) === JSON.stringify(input) ? undefined : { failedRowId: id, row };
  } catch (error) {
    if (error instanceof CellFault) return fault(line, 'api.failed-line-json', { column: error.column });
    throw error;
  }
}

function fault(line: number, code: string, values: Record<string, string>): FailedFileLineDto {
  return { line, code, text: sentences(code, { ...values, line }) };
}

function tooLarge(): Refusal {
  return new Refusal(413, 'api.failed-file-too-large', { rows: mostRows, megabytes: mostBytes / 2 ** 20 });
}
