// Shapes of runs: starting them, watching them, and what came of their rows.
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { RunState, RunTrigger } from '@eclusa/db';
import type { FlowDocument, Json } from '@eclusa/flow';
import { IsArray, IsOptional, ArrayMaxSize, ValidateIf, IsInt, Matches } from 'class-validator';
import { A, AChoice, ADocument, AFlag, AListOf, AnId, AnObject, AnyJson } from '../http/answers';
import { AText, ATime, AWhole, Rows } from '../http/answers';
import { ChoiceField, FlagField, IdField, ObjectField, TextField, WholeField } from '../http/fields';
import { ErrorRecordDto } from '../http/problem.dto';

const runStates: readonly RunState[] = [
  'queued',
  'running',
  'cancelling',
  'completed',
  'failed',
  'cancelled',
];
const runTriggers: readonly RunTrigger[] = ['manual', 'replay', 'demo', 'api'];

@ApiSchema({ name: 'StartRun' })
export class StartRunDto {
  @IdField({ optional: true, nullable: true }) storeId?: string | null;
  @FlagField({ optional: true, description: 'show the requests, send none' }) dryRun?: boolean;
  @WholeField({ optional: true, min: 1, description: 'the published version when left out' })
  version?: number;
  @ObjectField({ optional: true, description: 'on top of the binding' }) parameters?: Record<string, Json>;
}

@ApiSchema({ name: 'Replay' })
export class ReplayDto {
  @ApiProperty({ type: [String], required: false, maxItems: 10_000 })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10_000)
  @Matches(/^\d{1,18}$/, { each: true })
  failedRowIds?: string[];

  @TextField({ optional: true, max: 64, description: 'all open failed rows of this node' }) node?: string;
  @FlagField({ optional: true, description: 'all open failed rows of the run' }) all?: boolean;

  @ApiProperty({
    required: false,
    oneOf: [
      { type: 'integer', minimum: 1 },
      { type: 'string', enum: ['newest'] },
    ],
    description: 'the version of the run itself when left out',
  })
  @IsOptional()
  @ValidateIf((body: ReplayDto) => body.version !== 'newest')
  @IsInt()
  version?: number | 'newest';
}

@ApiSchema({ name: 'RunTotals' })
export class RunTotalsDto {
  @AWhole() read: number;
  @AWhole({ description: 'rows that barriers made' }) derived: number;
  @AWhole() written: number;
  @AWhole({ description: 'filtered out' }) skipped: number;
  @AWhole() failed: number;
  @AWhole({ description: 'handed to a barrier' }) collected: number;
  @AWhole({
    description:
      'read or made, and not brought to an end: read + derived = written + skipped + failed + collected + unfinished. ' +
      'Of a run that was cancelled or failed: rows of pages that were stopped, some of them sent; resuming finishes them',
  })
  unfinished: number;
}

@ApiSchema({ name: 'Run' })
export class RunDto {
  @AnId() id: string;
  @AnId() flowId: string;
  @AText() flowName: string;
  @AWhole() version: number;
  @AnId({ nullable: true }) storeId: string | null;
  @AText({ nullable: true }) storeName: string | null;
  @AChoice(runStates) state: RunState;
  @AChoice(runTriggers) trigger: RunTrigger;
  @AFlag() dryRun: boolean;
  @A(RunTotalsDto) totals: RunTotalsDto;
  @AWhole({ nullable: true, description: 'rows in all, when the source tells' }) expectedRows: number | null;
  @A(ErrorRecordDto, { nullable: true }) error: ErrorRecordDto | null;
  @AnId({ nullable: true, description: 'the run whose failed rows this one repeats' }) replayOf:
    string | null;
  @ATime() createdAt: string;
  @ATime({ nullable: true }) startedAt: string | null;
  @ATime({ nullable: true }) finishedAt: string | null;
}

@ApiSchema({ name: 'RunList' })
export class RunListDto {
  @AListOf(RunDto) items: RunDto[];
  @AText({ optional: true }) nextCursor?: string;
}

/** Rows that entered or left a node by a port. */
@ApiSchema({ name: 'RunCount' })
export class RunCountDto {
  @AText() node: string;
  @AChoice(['in', 'out']) side: 'in' | 'out';
  @AText() port: string;
  @AWhole() rows: number;
}

/** A source or barrier and how far it has been read. */
@ApiSchema({ name: 'RunEntry' })
export class RunEntryDto {
  @AText() node: string;
  @AChoice(['waiting', 'reading', 'read', 'failed']) state: string;
  @AWhole() pages: number;
  @AWhole() rows: number;
  @AWhole({ nullable: true }) totalRows: number | null;
  @A(ErrorRecordDto, { nullable: true }) error: ErrorRecordDto | null;
}

/** A call that is made again because the other side refused it or was silent, or pages that wait for it. */
@ApiSchema({ name: 'RunWait' })
export class RunWaitDto {
  @AText({ nullable: true, description: 'the box whose call it is; null when whole pages wait' })
  node: string | null;
  @AText({ nullable: true, description: 'what is away, as vtex:account:family; null when single calls fail' })
  service: string | null;
  @AWhole({ nullable: true, description: 'the HTTP status of the refusal; null when there was no answer' })
  status: number | null;
  @ATime() since: string;
  @ATime({ nullable: true, description: 'when the next call is made, if that is known' })
  nextTry: string | null;
}

/** What the event stream sends: the run with its counts so far, those of pages under way included. */
@ApiSchema({ name: 'RunProgress' })
export class RunProgressDto extends RunDto {
  @AWhole({ description: 'rows that have come to an end; those of pages under way by estimate' })
  settledRows: number;
  @AListOf(RunCountDto) counts: RunCountDto[];
  @A(RunWaitDto, { nullable: true, description: 'what the run waits for right now' })
  waiting: RunWaitDto | null;
}

@ApiSchema({ name: 'RunDetail' })
export class RunDetailDto extends RunProgressDto {
  @AListOf(RunEntryDto) entries: RunEntryDto[];
  @ADocument({ description: 'the version that ran' }) document: FlowDocument;
}

@ApiSchema({ name: 'FailedRow' })
export class FailedRowDto {
  @AText() id: string;
  @AText() node: string;
  @AText() port: string;
  @AText({ description: 'the source or barrier that made the row' }) entry: string;
  @AWhole({ description: 'from 1, in its entry' }) row: number;
  @AnyJson({ description: 'the row as it entered the node' }) input: Json;
  @A(ErrorRecordDto) error: ErrorRecordDto;
  @AChoice(['open', 'replayed']) state: 'open' | 'replayed';
  @AnId({ nullable: true }) replayRunId: string | null;
}

@ApiSchema({ name: 'FailedRowList' })
export class FailedRowListDto {
  @AListOf(FailedRowDto) items: FailedRowDto[];
  @AText({ optional: true }) nextCursor?: string;
}

@ApiSchema({ name: 'RunSample' })
export class RunSampleDto {
  @AText() node: string;
  @AChoice(['in', 'out']) side: 'in' | 'out';
  @AText() port: string;
  @Rows() rows: object[];
}

@ApiSchema({ name: 'RunSampleList' })
export class RunSampleListDto {
  @AListOf(RunSampleDto) items: RunSampleDto[];
}

@ApiSchema({ name: 'RunRequest' })
export class RunRequestDto {
  @AText() node: string;
  @AWhole() row: number;
  @AnObject({ description: 'method, url, headers and body, without secrets' }) request: object;
}

@ApiSchema({ name: 'RunRequestList' })
export class RunRequestListDto {
  @AListOf(RunRequestDto) items: RunRequestDto[];
  @AText({ optional: true }) nextCursor?: string;
}

export class PageQuery {
  @TextField({ optional: true, max: 200, description: '`nextCursor` of the page before' }) cursor?: string;
  @WholeField({ optional: true, min: 1, max: 200 }) limit?: number;
}

export class RunListQuery extends PageQuery {
  @IdField({ optional: true }) flowId?: string;
  @ChoiceField(runStates, { optional: true }) state?: RunState;
}

export class NodeQuery {
  @TextField({ optional: true, max: 64, description: 'id of a node' }) node?: string;
}

export class NodePageQuery extends PageQuery {
  @TextField({ optional: true, max: 64, description: 'id of a node' }) node?: string;
}
