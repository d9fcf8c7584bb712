// Shapes of trying several nodes in turn.
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsString } from 'class-validator';
import type { FlowDocument } from '@eclusa/flow';
import { A, AListOf, AText } from '../http/answers';
import { DocumentField, IdField, ListField, TextField } from '../http/fields';
import { ErrorRecordDto } from '../http/problem.dto';
import { NodeTestedDto, PortRowsDto } from './test-node.dto';

const MOST_NODES = 200;

@ApiSchema({ name: 'GivenRows' })
export class GivenRowsDto {
  @TextField({ max: 64 }) node: string;
  @ListField(PortRowsDto, { max: 50, description: 'rows by output port' }) outputs: PortRowsDto[];
}

@ApiSchema({ name: 'TestChain' })
export class TestChainDto {
  @DocumentField({ description: 'as it stands in the editor, saved or not' }) document: FlowDocument;
  @ApiProperty({ type: [String], maxItems: MOST_NODES, description: 'the nodes to try' })
  @IsArray()
  @ArrayMaxSize(MOST_NODES)
  @IsString({ each: true })
  nodes: string[];
  @ListField(GivenRowsDto, { max: MOST_NODES, description: 'results that are taken as they are' })
  given: GivenRowsDto[];
  @IdField({ optional: true, nullable: true }) storeId?: string | null;
}

@ApiSchema({ name: 'TestedOfChain' })
export class TestedOfChainDto extends NodeTestedDto {
  @AText() node: string;
}

@ApiSchema({ name: 'ChainStopped' })
export class ChainStoppedDto {
  @AText() node: string;
  @A(ErrorRecordDto) error: ErrorRecordDto;
}

@ApiSchema({ name: 'ChainTested' })
export class ChainTestedDto {
  @AListOf(TestedOfChainDto, { description: 'in the order they were tried' }) results: TestedOfChainDto[];
  @A(ChainStoppedDto, {
    nullable: true,
    description: 'the node that could not be tried; those after it were left out',
  })
  stopped: ChainStoppedDto | null;
}
