// Shapes of the flows that come with Eclusa.
import type { FlowDocument } from '@eclusa/flow';
import { ApiSchema } from '@nestjs/swagger';
import { templateTopics, type TemplateTopic } from '@eclusa/nodes';
import { A, AChoice, ADocument, AListOf, AText } from '../http/answers';
import { TextDto } from '../http/problem.dto';

/** An example to start from. Its slots lead nowhere until somebody binds them. */
@ApiSchema({ name: 'FlowTemplate' })
export class FlowTemplateDto {
  @AText() id: string;
  @AText({ optional: true, description: 'the ERP it is for; absent for flows that suit any' })
  system?: string;
  @AChoice(templateTopics, { description: 'what it is about' }) topic: TemplateTopic;
  @A(TextDto) name: TextDto;
  @A(TextDto, { description: 'what a person wants who needs it' }) intention: TextDto;
  @A(TextDto, { description: 'what it does, in one sentence' }) summary: TextDto;
  @A(TextDto) description: TextDto;
  @ADocument() document: FlowDocument;
}

@ApiSchema({ name: 'FlowTemplateList' })
export class FlowTemplateListDto {
  @AListOf(FlowTemplateDto) items: FlowTemplateDto[];
}
