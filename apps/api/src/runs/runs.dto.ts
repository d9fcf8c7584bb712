// Shapes of runs: watching them, and what came of their rows.
import { ApiProperty, ApiSchema, IntersectionType } from '@nestjs/swagger';
import type { PageState, RunState, RunTrigger } from '@eclusa/db';
import type { FlowDocument, Json, Locale } from '@eclusa/flow';
import { A, AChoice, ADocument, AFlag, AListOf, AnId, AnObject, AnyJson } from '../http/answers';
import { AText, ATime, AWhole, Rows } from '../http/answers';
import { FlagField, IdField, TextField, WholeField } from '../http/fields';
import { ErrorRecordDto, TextDto } from '../http/problem.dto';
import { RunPauseDto } from './pauses.dto';
import type { RerunRefusal } from './rerun-place';
import { RunFilterQuery } from './run-history.dto';
import { runStates, runTriggers } from './run-states';
import { RunTotalsDto } from './run-totals.dto';
import { MOST_WAIT_SECONDS } from './run-waiting.service';
import { FieldsField } from './sparse';

/** Where a run began to read: before a page of an earlier run. */
@ApiSchema({ name: 'RunReadFrom' })
export class RunReadFromDto {
  @AnId() runId: string;
  @AWhole() page: number;
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
  @AnId({ nullable: true, description: 'the dry run that this one does as it was shown' }) applies:
    string | null;
  @AText({ nullable: true, description: 'runs with the same key do not overlap' }) concurrencyKey:
    string | null;
  @ApiProperty({ type: String, isArray: true }) tags: string[];
  @ATime({ nullable: true, description: 'it does not begin before' }) runAt: string | null;
  @AnId({
    nullable: true,
    description: 'the run that went on when this one came: it was skipped for it, or took its place',
  })
  overlapRunId: string | null;
  @ATime({ nullable: true, description: 'of a run a schedule fired: the time it was to be' })
  scheduledFor: string | null;
  @AnId({
    nullable: true,
    description:
      'the run of another flow that started this one: by its end, or (`call`) by a box that waits for it',
  })
  afterRunId: string | null;
  @A(RunReadFromDto, { nullable: true, description: 'set when the source was not read from its beginning' })
  readFrom: RunReadFromDto | null;
  @AListOf(RunPauseDto, { description: 'what holds a run that is not over' }) paused: RunPauseDto[];
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
  @AText({
    nullable: true,
    description: 'the box whose call it is, or that holds its rows; null when whole pages wait',
  })
  node: string | null;
  @AText({ nullable: true, description: 'what is away, as vtex:account:family; null when single calls fail' })
  service: string | null;
  @AWhole({ nullable: true, description: 'the HTTP status of the refusal; null when there was no answer' })
  status: number | null;
  @ATime() since: string;
  @ATime({
    nullable: true,
    description: 'when the next call is made, or a box lets its rows go on, if that is known',
  })
  nextTry: string | null;
}

/** What the event stream sends: the run with its counts so far, those of pages under way included. */
@ApiSchema({ name: 'RunProgress' })
export class RunProgressDto extends RunDto {
  @AWhole({ description: 'rows that have come to an end; those of pages under way by estimate' })
  settledRows: number;
  @AWhole({ description: 'of its waiting rows, those whose code is still not known' }) stillWaiting: number;
  @AListOf(RunCountDto) counts: RunCountDto[];
  @A(RunWaitDto, { nullable: true, description: 'what the run waits for right now' })
  waiting: RunWaitDto | null;
  @AnId({ nullable: true, description: 'of a queued run: the run that has to end before it' })
  waitsFor: string | null;
  @AWhole({ description: 'rows in doubt that wait for a person; part of the failed ones' }) inDoubt: number;
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
  @AnyJson({ nullable: true, description: 'the row as a person changed it before it was sent again' })
  edited: Json;
  @AChoice(['open', 'replayed', 'happened'], { description: '`happened`: was in doubt, and had been done' })
  state: 'open' | 'replayed' | 'happened';
  @AnId({ nullable: true }) replayRunId: string | null;
}

@ApiSchema({ name: 'FailedRowList' })
export class FailedRowListDto {
  @AListOf(FailedRowDto) items: FailedRowDto[];
  @AText({ optional: true }) nextCursor?: string;
}

/** Rows that failed at one node with one error code, over one field where the error names one. */
@ApiSchema({ name: 'FailedCause' })
export class FailedCauseDto {
  @AText() node: string;
  @AText() code: string;
  @AText({ nullable: true, description: 'the field the error is about' }) field: string | null;
  @A(TextDto, { description: 'the sentence, with what is different from row to row left out' })
  text: Record<Locale, string>;
  @AText({ nullable: true, description: 'method and address of the request of one of the rows' })
  request: string | null;
  @AWhole() rows: number;
  @AWhole({ description: 'those not yet repeated' }) open: number;
  @AFlag() inDoubt: boolean;
}

@ApiSchema({ name: 'FailedCauseList' })
export class FailedCauseListDto {
  @AListOf(FailedCauseDto) items: FailedCauseDto[];
}

@ApiSchema({ name: 'RunPage' })
export class RunPageDto {
  @AWhole({ description: 'from 1, in its entry' }) number: number;
  @AText({ description: 'the source or barrier that made it' }) entry: string;
  @AWhole() rows: number;
  @AChoice(['queued', 'running', 'done']) state: PageState;
  @ATime() readAt: string;
  @AFlag({ description: 'the source can be read again from where this page began' }) canReadAgain: boolean;
}

@ApiSchema({ name: 'RunPageList' })
export class RunPageListDto {
  @AListOf(RunPageDto) items: RunPageDto[];
  @AText({ optional: true }) nextCursor?: string;
  @AChoice(['replay', 'sources', 'barrier', 'open'], {
    nullable: true,
    description: 'why the source cannot be read again from a page of this run; null when it can',
  })
  refused: RerunRefusal | 'open' | null;
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

export class RunListQuery extends IntersectionType(PageQuery, RunFilterQuery) {
  @TextField({
    optional: true,
    max: 64,
    description: 'only runs with a row of this key, the newest 500 of them',
  })
  key?: string;
  @TextField({ optional: true, max: 64, description: 'runs with this tag' }) tag?: string;
  @IdField({ optional: true, description: 'only runs of other flows that this run has started' })
  startedBy?: string;
  @FieldsField() fields?: string;
}

export class StoreFlowParams {
  @IdField() storeId: string;
  @IdField() flowId: string;
}

export class RunQuery {
  @FieldsField() fields?: string;
  @WholeField({
    optional: true,
    max: MOST_WAIT_SECONDS,
    description: 'seconds to wait for the end of the run; then it is answered as it is',
  })
  wait?: number;
}

export class NodeQuery {
  @TextField({ optional: true, max: 64, description: 'id of a node' }) node?: string;
}

export class NodePageQuery extends PageQuery {
  @TextField({ optional: true, max: 64, description: 'id of a node' }) node?: string;
}

export class FailedRowQuery extends NodePageQuery {
  @TextField({ optional: true, max: 120, description: 'an error code' }) code?: string;
  @TextField({ optional: true, max: 500, description: 'a field the error names' }) field?: string;
  @FlagField({ optional: true, description: 'only rows in doubt, or only the others' }) inDoubt?: boolean;
}
