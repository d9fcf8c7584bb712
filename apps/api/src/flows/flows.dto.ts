// Shapes of flows, drafts, versions and bindings. The graph itself has one shape: its schema in `flow`.
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { FlowDocument, Json } from '@eclusa/flow';
import { A, ADocument, AListOf, AnId, AnObject, AText, ATime, AWhole } from '../http/answers';
import { DocumentField, IdField, ObjectField, TextField, WholeField } from '../http/fields';
import { FlowProblemDto, ProblemDocumentDto } from '../http/problem.dto';
import { PauseDto } from '../runs/pauses.dto';
import { RunDto } from '../runs/runs.dto';

@ApiSchema({ name: 'CreateFlow' })
export class CreateFlowDto {
  @TextField() name: string;
  @DocumentField({ optional: true, description: 'an empty flow when left out' }) document?: FlowDocument;
}

@ApiSchema({ name: 'SaveFlow' })
export class SaveFlowDto {
  @WholeField({ min: 1, description: 'the revision this draft started from' }) revision: number;
  @DocumentField() document: FlowDocument;
}

@ApiSchema({ name: 'ValidateFlow' })
export class ValidateFlowDto {
  @DocumentField() document: FlowDocument;
}

@ApiSchema({ name: 'PublishFlow' })
export class PublishFlowDto {
  @WholeField({ min: 1, description: 'the revision to publish' }) revision: number;
  @TextField({ optional: true, max: 2000, description: 'why: shown in the list of versions' }) note?: string;
}

/** What is left out stays; null takes it away. */
@ApiSchema({ name: 'DescribeVersion' })
export class DescribeVersionDto {
  @TextField({ optional: true, nullable: true, max: 80 }) name?: string | null;
  @TextField({ optional: true, nullable: true, max: 2000 }) note?: string | null;
}

@ApiSchema({ name: 'SaveBinding' })
export class SaveBindingDto {
  @IdField({ optional: true, nullable: true, description: 'left out: the binding used without a store' })
  storeId?: string | null;
  @ObjectField({ values: 'string', description: 'connection id by slot id' }) slots: Record<string, string>;
  @ObjectField({ description: 'value by parameter id' }) parameters: Record<string, Json>;
}

@ApiSchema({ name: 'Binding' })
export class BindingDto {
  @AnId({ nullable: true }) storeId: string | null;
  @AnObject({ values: 'string' }) slots: Record<string, string>;
  @AnObject() parameters: Record<string, Json>;
}

@ApiSchema({ name: 'FlowSummary' })
export class FlowSummaryDto {
  @AnId() id: string;
  @AText() name: string;
  @AWhole() revision: number;
  @AWhole({ nullable: true }) publishedVersion: number | null;
  @ATime() updatedAt: string;
  @AText({ nullable: true, description: 'name of the person' }) updatedBy: string | null;
  @AWhole() nodeCount: number;
  @A(RunDto, { optional: true }) lastRun?: RunDto;
  @A(PauseDto, { nullable: true, description: 'set while its runs are held' }) paused: PauseDto | null;
}

@ApiSchema({ name: 'FlowList' })
export class FlowListDto {
  @AListOf(FlowSummaryDto) items: FlowSummaryDto[];
  @AText({ optional: true }) nextCursor?: string;
}

@ApiSchema({ name: 'Flow' })
export class FlowDto extends FlowSummaryDto {
  @ADocument() draft: FlowDocument;
  @AListOf(FlowProblemDto) problems: FlowProblemDto[];
  @AListOf(BindingDto) bindings: BindingDto[];
}

@ApiSchema({ name: 'FlowSaved' })
export class FlowSavedDto {
  @AWhole() revision: number;
  @AListOf(FlowProblemDto) problems: FlowProblemDto[];
}

@ApiSchema({ name: 'FlowPublished' })
export class FlowPublishedDto {
  @AWhole() version: number;
  @AListOf(FlowProblemDto, { description: 'warnings only' }) problems: FlowProblemDto[];
}

@ApiSchema({ name: 'FlowProblems' })
export class FlowProblemsDto {
  @AListOf(FlowProblemDto) problems: FlowProblemDto[];
}

@ApiSchema({ name: 'FlowVersionSummary' })
export class FlowVersionSummaryDto {
  @AWhole() number: number;
  @ATime() createdAt: string;
  @AText({ nullable: true, description: 'name of the person' }) createdBy: string | null;
  @AText({ nullable: true, description: 'what people call it' }) name: string | null;
  @AText({ nullable: true, description: 'why it was published' }) note: string | null;
}

@ApiSchema({ name: 'FlowVersionList' })
export class FlowVersionListDto {
  @AListOf(FlowVersionSummaryDto) items: FlowVersionSummaryDto[];
}

@ApiSchema({ name: 'FlowVersion' })
export class FlowVersionDto extends FlowVersionSummaryDto {
  @ADocument() document: FlowDocument;
}

@ApiSchema({ name: 'FlowMigrated' })
export class FlowMigratedDto {
  @ADocument() document: FlowDocument;
  @ApiProperty({ type: String, isArray: true, description: 'the boxes that were brought up to date' })
  nodes: string[];
}

/** 409: somebody else saved first. Both sides are there to compare: yours in hand, theirs in here. */
@ApiSchema({ name: 'FlowChangedProblem' })
export class FlowChangedProblemDto extends ProblemDocumentDto {
  @AWhole() revision: number;
  @AText({ nullable: true, description: 'name of the person' }) updatedBy: string | null;
  @ATime() updatedAt: string;
  @ADocument() draft: FlowDocument;
}

export class VersionParams {
  @IdField() id: string;
  @WholeField({ min: 1 }) number: number;
}

export class FlowListQuery {
  @TextField({ optional: true, max: 200, description: '`nextCursor` of the page before' }) cursor?: string;
  @WholeField({ optional: true, min: 1, max: 200 }) limit?: number;
}

export class MemoryQuery {
  @IdField({ optional: true, description: 'left out: what runs without a store remember' }) storeId?: string;
}

@ApiSchema({ name: 'MemoryForgotten' })
export class MemoryForgottenDto {
  @AWhole({ description: 'rows that were remembered, and are no more' }) keys: number;
}

/** The JSON Schema of a flow document. */
@ApiSchema({ name: 'FlowSchema' })
export class FlowSchemaDto {
  @ApiProperty({ type: String }) $schema: string;
}
