// Shapes of trying one node on a few rows.
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { FlowDocument, Row } from '@eclusa/flow';
import { AListOf, AnyJson, AText, AWhole, A } from '../http/answers';
import { DocumentField, FlagField, IdField, ListField, RowsField, TextField } from '../http/fields';
import { ErrorRecordDto } from '../http/problem.dto';
import { RunRequestDto } from '../runs/runs.dto';

@ApiSchema({ name: 'PortRows' })
export class PortRowsDto {
  @TextField({ max: 64, description: 'an input port of the node' }) port: string;
  @RowsField({ max: 50 }) rows: Row[];
}

@ApiSchema({ name: 'TestNode' })
export class TestNodeDto {
  @DocumentField({ description: 'as it stands in the editor, saved or not' }) document: FlowDocument;
  @TextField({ max: 64 }) nodeId: string;
  @RowsField({ optional: true, max: 50, description: 'rows that enter the node by its first input' })
  rows?: Row[];
  @ListField(PortRowsDto, { optional: true, max: 10, description: 'in place of `rows`: rows by input port' })
  inputs?: PortRowsDto[];
  @IdField({ optional: true, nullable: true }) storeId?: string | null;
  @FlagField({ optional: true, description: 'really send; by default requests are only shown' })
  real?: boolean;
}

@ApiSchema({ name: 'TestFailedRow' })
export class TestFailedRowDto {
  @AText() node: string;
  @AText() port: string;
  @AWhole() row: number;
  @AnyJson() input: unknown;
  @A(ErrorRecordDto) error: ErrorRecordDto;
}

@ApiSchema({ name: 'NodeTested' })
export class NodeTestedDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { $ref: '#/components/schemas/Row' } },
    description: 'rows by output port',
  })
  outputs: Record<string, Row[]>;
  @AListOf(TestFailedRowDto) failed: TestFailedRowDto[];
  @AListOf(RunRequestDto) requests: RunRequestDto[];
}
