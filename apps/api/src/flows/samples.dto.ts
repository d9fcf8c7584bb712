// Shapes of the rows kept with a flow.
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { Row } from '@eclusa/flow';
import { AListOf, AText, ATime } from '../http/answers';
import { IdField, ListField, TextField } from '../http/fields';
import { PortRowsDto } from './test-node.dto';

export class SampleParams {
  @IdField() id: string;
  @TextField({ max: 64, description: 'a box of the flow' }) node: string;
}

@ApiSchema({ name: 'KeepSample' })
export class KeepSampleDto {
  @ListField(PortRowsDto, { max: 50, description: 'rows by output port' }) outputs: PortRowsDto[];
}

@ApiSchema({ name: 'FlowSample' })
export class FlowSampleDto {
  @AText() node: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { $ref: '#/components/schemas/Row' } },
    description: 'rows by output port',
  })
  outputs: Record<string, Row[]>;
  @ATime() updatedAt: string;
  @AText({ nullable: true, description: 'name of the person' }) updatedBy: string | null;
}

@ApiSchema({ name: 'FlowSampleList' })
export class FlowSampleListDto {
  @AListOf(FlowSampleDto) items: FlowSampleDto[];
}
