// What the editor draws palette and forms from. The closed set of field kinds is defined in `flow`.
import { nodeAreas, type Fields, type Json } from '@eclusa/flow';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { A, AChoice, AFlag, AListOf, AnObject, AText, AWhole } from '../http/answers';
import { TextDto } from '../http/problem.dto';

@ApiSchema({ name: 'Port' })
export class PortDto {
  @AText() id: string;
  @AChoice(['row', 'file']) type: 'row' | 'file';
  @A(TextDto) name: TextDto;
}

@ApiSchema({ name: 'NodeTrigger' })
export class NodeTriggerDto {
  @AFlag({ description: 'another system calls an address of the flow' }) address: boolean;
  @AFlag({ optional: true, description: 'runs of another flow start it when they end' }) flows?: boolean;
}

@ApiSchema({ name: 'NodeBehaviour' })
export class NodeBehaviourDto {
  @AChoice(['source', 'transform', 'changes', 'lookup', 'remember', 'action', 'barrier']) kind: string;
  @AChoice(['read', 'idempotent', 'create'], { optional: true }) effect?: string;
  @AFlag({ optional: true, description: 'a source whose rows come with the call that starts the run' })
  called?: boolean;
  @A(NodeTriggerDto, { optional: true, description: 'what happens at another system starts the flow' })
  trigger?: NodeTriggerDto;
  @AFlag({ optional: true, description: 'its rows are what the caller of the flow is answered' })
  answers?: boolean;
  @AFlag({ optional: true, description: 'it runs the flow that its setting `flow` names' })
  runsFlow?: boolean;
}

/** By field id; `Field` is in openapi-schemas.ts because it is open: `kind` decides its further members. */
const fields = { type: 'object', additionalProperties: { $ref: '#/components/schemas/Field' } } as const;

@ApiSchema({ name: 'NodeDescription' })
export class NodeDescriptionDto {
  @AText() id: string;
  @AWhole() version: number;
  @A(TextDto) name: TextDto;
  @A(TextDto) help: TextDto;
  @AChoice(['source', 'transform', 'vtex', 'output']) group: string;
  @AChoice([...nodeAreas], { optional: true }) area?: string;
  @AnObject({
    optional: true,
    description: 'for a deprecated box: the type that replaces it, and its targets by old one',
  })
  successor?: object;
  @ApiProperty({ type: [String], required: false, description: 'requests it may make to the other side' })
  requests?: string[];
  @ApiProperty({ type: [String], required: false }) keywords?: string[];
  @AListOf(PortDto) inputs: PortDto[];
  @AListOf(PortDto) outputs: PortDto[];
  @AText({ optional: true, description: 'a table field whose lines add output ports' }) outputsFrom?: string;
  @AnObject({ optional: true, description: 'settings that name the fields of the rows it makes' })
  gives?: object;
  @ApiProperty(fields) fields: Fields;
  @A(NodeBehaviourDto) behaviour: NodeBehaviourDto;
  @AnObject({ description: 'config, codes by table, input rows, output rows by port' }) example: object;
}

/** How the connection to a known system is filled in. */
@ApiSchema({ name: 'ConnectionPreset' })
export class ConnectionPresetDto {
  @AText() id: string;
  @AText({ description: 'the system as people call it' }) system: string;
  @AnObject({ description: 'what the fields hold but the secrets' }) values: Readonly<Record<string, Json>>;
  @A(TextDto, { description: 'what is still to be filled in' }) help: TextDto;
}

@ApiSchema({ name: 'ConnectionKind' })
export class ConnectionKindDto {
  @AText() id: string;
  @A(TextDto) name: TextDto;
  @A(TextDto) help: TextDto;
  @ApiProperty(fields) fields: Fields;
  @AListOf(ConnectionPresetDto, { optional: true }) presets?: ConnectionPresetDto[];
  @AnObject({
    optional: true,
    description: 'with which values of which field a person signs in at the other side: field, is',
  })
  signIn?: object;
}

/** A function that expressions may call. */
@ApiSchema({ name: 'ExpressionFunction' })
export class ExpressionFunctionDto {
  @AText() name: string;
  @AText() signature: string;
  @A(TextDto) help: TextDto;
  @AText() example: string;
}

@ApiSchema({ name: 'Catalogue' })
export class CatalogueDto {
  @AListOf(NodeDescriptionDto) nodes: NodeDescriptionDto[];
  @AListOf(ConnectionKindDto) connectionKinds: ConnectionKindDto[];
  @AListOf(ExpressionFunctionDto) functions: ExpressionFunctionDto[];
}
