// What every failed request answers: an RFC 9457 problem document.
import { ApiSchema } from '@nestjs/swagger';
import { A, AListOf, AnObject, AText, AFlag, AWhole, AChoice } from './answers';

/** One sentence in every language. */
@ApiSchema({ name: 'Text' })
export class TextDto {
  @AText() en: string;
  @AText() es: string;
  @AText() pt: string;
}

/** Something wrong or doubtful in a flow: where it is and what to do. */
@ApiSchema({ name: 'Problem' })
export class FlowProblemDto {
  @AChoice(['error', 'warning']) severity: 'error' | 'warning';
  @AText({ description: 'stable, such as flow.cycle' }) code: string;
  @AText({ optional: true, description: 'id of the node' }) node?: string;
  @AText({ optional: true, description: 'id of the field in the node' }) field?: string;
  @AText({ optional: true, description: 'a.out>b.in' }) edge?: string;
  @AText({ optional: true, description: 'id of the connection slot' }) slot?: string;
  @AText({ optional: true, description: 'id of the parameter' }) parameter?: string;
  @AText({ optional: true, description: 'name of the setting of the flow' }) setting?: string;
  @AnObject({ description: 'what fills the places of the sentence' }) values: Record<string, unknown>;
  @A(TextDto) text: TextDto;
}

/** A member of the request that was refused. */
@ApiSchema({ name: 'FieldFault' })
export class FieldFaultDto {
  @AText({ description: 'path of the member, such as document.nodes.a.type' }) path: string;
  @AText() code: string;
  @AText({ description: 'a sentence in the language asked for' }) detail: string;
}

@ApiSchema({ name: 'ProblemDocument' })
export class ProblemDocumentDto {
  @AText({ description: 'urn:eclusa:problem:<code>' }) type: string;
  @AText({ description: 'the name of the status' }) title: string;
  @AWhole() status: number;
  @AText({ description: 'stable; programs decide by this' }) code: string;
  @AText({ description: 'what happened and what to do, in the language of Accept-Language' }) detail: string;
  @AnObject() values: Record<string, unknown>;
  @AText({ optional: true, description: 'names the request in the log of the server' }) requestId?: string;
  @AListOf(FieldFaultDto, { optional: true }) fields?: FieldFaultDto[];
  @AListOf(FlowProblemDto, { optional: true }) problems?: FlowProblemDto[];
}

/** An error as it is stored beside a failed row or run, with its sentence. */
@ApiSchema({ name: 'ErrorRecord' })
export class ErrorRecordDto {
  @AChoice(['user', 'remote', 'bug']) kind: 'user' | 'remote' | 'bug';
  @AText() code: string;
  @AnObject() values: Record<string, unknown>;
  @A(TextDto) text: TextDto;
  @AText({ optional: true, description: 'id of the node it happened at' }) node?: string;
  @AFlag({ optional: true, description: 'may the same call succeed later' }) retryable?: boolean;
  @AnObject({ optional: true, description: 'the request that was sent, without secrets' }) request?: object;
  @AnObject({ optional: true, description: 'what was answered, cut to a readable length' }) response?: object;
}
