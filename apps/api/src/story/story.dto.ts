// Shapes of what is told about one thing: everything that happened to it, the newest first.
import { ApiSchema } from '@nestjs/swagger';
import type { RunTrigger } from '@eclusa/db';
import type { LoggedRow } from '@eclusa/engine';
import type { Json, Row } from '@eclusa/flow';
import { A, AChoice, AListOf, AnId, AnObject, AnyJson, AText, ATime, AWhole } from '../http/answers';
import { IdField, TextField } from '../http/fields';
import { ErrorRecordDto } from '../http/problem.dto';
import { PageQuery } from '../runs/runs.dto';

export class StoryParams {
  @TextField({
    max: 64,
    description: 'a code of the thing: SKU, RefId, EAN, order, invoice, or the key of a row',
  })
  key: string;
}

export class StoryQuery extends PageQuery {
  @IdField({ optional: true, description: 'only what happened for this store' }) storeId?: string;
}

/** A write as it was sent. */
@ApiSchema({ name: 'StoryRequest' })
export class StoryRequestDto {
  @AText() method: string;
  @AText() url: string;
  @AText({ optional: true, description: 'what was sent, cut to a readable length' }) body?: string;
  @AWhole({ description: 'the HTTP status of the answer' }) status: number;
}

/** What one box did with the row. */
@ApiSchema({ name: 'StoryStep' })
export class StoryStepDto {
  @AText() node: string;
  @AText({ nullable: true, description: 'what the person called the box' }) name: string | null;
  @AText({ nullable: true, description: 'id of its type in the catalogue' }) type: string | null;
  @AnObject({
    nullable: true,
    description: 'the row as it entered, where that is not the row as it was read',
  })
  input: Row | null;
  @AListOf(StoryRequestDto) requests: StoryRequestDto[];
  @AnObject({ nullable: true, description: 'what the answer put on the row' }) result: Row | null;
  @A(ErrorRecordDto, { nullable: true }) error: ErrorRecordDto | null;
}

@ApiSchema({ name: 'StoryEntry' })
export class StoryEntryDto {
  @ATime() at: string;
  @AChoice(['written', 'failed', 'waiting', 'skipped']) end: LoggedRow['end'];
  @AnId() runId: string;
  @AnId() flowId: string;
  @AText() flowName: string;
  @AWhole() version: number;
  @AText({ nullable: true }) storeName: string | null;
  @AText() trigger: RunTrigger;
  @AText({ description: 'the source or barrier that made the row' }) entry: string;
  @AWhole({ description: 'from 1, in its entry' }) row: number;
  @AnyJson({ description: 'the row as it was read; long values are cut' }) value: Json;
  @AText({ nullable: true, description: 'of a row that was left out: the box it was left out at' })
  leftAt: string | null;
  @AListOf(StoryStepDto) steps: StoryStepDto[];
}

@ApiSchema({ name: 'Story' })
export class StoryDto {
  @AText() key: string;
  @AWhole({ description: 'how far back the log goes, in days' }) days: number;
  @AListOf(StoryEntryDto) items: StoryEntryDto[];
  @AText({ optional: true }) nextCursor?: string;
}
