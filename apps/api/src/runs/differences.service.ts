// What a dry run would change, and the run that does exactly that.
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { inWorkspace, RunPage, RunRequest, type Run } from '@eclusa/db';
import { runTurn, type MemberChange, type Row } from '@eclusa/flow';
import { csvLines } from '@eclusa/nodes';
import type { Response } from 'express';
import { IsNull, MoreThan, Not, type DataSource } from 'typeorm';
import type { Caller } from '../auth/workspace.decorator';
import { pageOf, readCursor, type Page } from '../http/cursor';
import { Refusal } from '../http/refusal';
import type { DifferenceQuery, RunDifferenceCountsDto, RunDifferenceDto } from './differences.dto';
import { RunPreparation } from './run-preparation';
import { RunReportService } from './run-report.service';
import type { RunDto } from './runs.dto';
import { RunsService } from './runs.service';

const csvPage = 1000;

@Injectable()
export class DifferencesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly preparation: RunPreparation,
    private readonly report: RunReportService,
    private readonly runs: RunsService,
  ) {}

  async list(
    caller: Caller,
    id: string,
    { cursor, limit = 200, node, kind }: DifferenceQuery,
  ): Promise<Page<RunDifferenceDto>> {
    await this.report.find(caller, id);
    const [last] = readCursor(cursor, 'whole') ?? [0];
    const rows = await this.requests(caller).find({
      where: { runId: id, id: MoreThan(last), ...(node && { node }), ...(kind && { kind }) },
      order: { id: 'ASC' },
      take: limit + 1,
    });
    return pageOf(rows, limit, (row) => [row.id], show);
  }

  async counts(caller: Caller, id: string): Promise<RunDifferenceCountsDto> {
    await this.report.find(caller, id);
    const counts: RunDifferenceCountsDto = { create: 0, update: 0, same: 0, delete: 0, other: 0 };
    const rows = (await this.database.query(
      'SELECT kind, count(*)::int AS rows FROM run_request WHERE run_id = $1 AND workspace_id = $2 GROUP BY kind',
      [id, caller.workspaceId],
    )) as { kind: keyof RunDifferenceCountsDto; rows: number }[];
    for (const { kind, rows: number } of rows) counts[kind] = number;
    return counts;
  }

  /** One line for each member that changes; a request without members has one line. */
  async csv(caller: Caller, id: string, answer: Response): Promise<void> {
    await this.report.find(caller, id);
    answer.setHeader('content-type', 'text/csv; charset=utf-8');
    answer.setHeader('content-disposition', `attachment; filename="differences-${id}.csv"`);
    const titles = ['row', 'node', 'kind', 'member', 'before', 'after', 'request'];
    const columns = titles.map((title) => ({ column: title, title }));
    const format = { delimiter: ',', decimalComma: false, guard: true };
    for await (const lines of csvLines(columns, this.lines(caller, id), format)) answer.write(lines);
    answer.end();
  }

  private async *lines(caller: Caller, runId: string): AsyncGenerator<Row[]> {
    for (let last = 0; ;) {
      const where = { runId, id: MoreThan(last) };
      const rows = await this.requests(caller).find({ where, order: { id: 'ASC' }, take: csvPage });
      yield rows.flatMap((row) => linesOf(show(row)));
      last = rows.at(-1)?.id ?? last;
      if (rows.length < csvPage) return;
    }
  }

  /** A real run over the rows the dry run read, through the same version; it may send only what was shown. */
  async apply(caller: Caller, id: string): Promise<RunDto> {
    const old = await this.report.find(caller, id);
    if (!old.dryRun) throw new Refusal(409, 'api.apply-no-dry-run');
    if (old.state !== 'completed') throw new Refusal(409, 'api.apply-not-done');
    await this.checkRows(caller, old);
    const prepared = await this.preparation.prepare(
      caller,
      old.flowId,
      { storeId: old.storeId, parameters: old.parameters, version: old.versionNumber },
      old.slots,
    );
    const turn = runTurn(prepared.version.document, old);
    const kind = { trigger: 'apply', dryRun: false, applies: id } as const;
    const accepted = await this.database.transaction((manager) =>
      this.runs.insert(manager, caller, prepared, turn && { ...turn, overlap: 'queue' }, kind),
    );
    await this.runs.tell(accepted);
    return this.report.one(caller, accepted.run.id);
  }

  // The rows of a dry run made before they were kept are gone, and rows of a replay are not those of a source.
  private async checkRows(caller: Caller, { id: runId, replayOf }: Run): Promise<void> {
    const pages = inWorkspace(this.database.getRepository(RunPage), caller.workspaceId);
    const kept = await pages.count({ where: { runId, rows: Not(IsNull()) } as never });
    if (kept === 0 || replayOf !== null) throw new Refusal(409, 'api.apply-no-rows');
  }

  private requests({ workspaceId }: Caller) {
    return inWorkspace(this.database.getRepository(RunRequest), workspaceId);
  }
}

function show({ node, rowNumber: row, kind, request }: RunRequest): RunDifferenceDto {
  const { difference, ...plain } = request ?? {};
  const members = (difference?.members ?? []) as MemberChange[];
  return { node, row, kind, members, request: request && plain };
}

function linesOf({ row, node, kind, members, request }: RunDifferenceDto): Row[] {
  const { method = '', url = '' } = (request ?? {}) as { method?: string; url?: string };
  const whole = { row, node, kind, request: `${method} ${url}`.trim() };
  if (members.length === 0) return [whole];
  return members.map(({ name, before, after }) => ({
    ...whole,
    member: name,
    before: text(before),
    after: text(after),
  }));
}

function text(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
