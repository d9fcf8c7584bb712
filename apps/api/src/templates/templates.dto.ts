// Shapes of the flows that come with Eclusa.
import type { FlowDocument } from '@eclusa/flow';
import { ApiSchema } from '@nestjs/swagger';
import { A, ADocument, AListOf, AText } from '../http/answers';
import { TextDto } from '../http/problem.dto';

/** An example to start from. Its slots lead nowhere until somebody binds them. */
@ApiSchema({ name: 'FlowTemplate' })
export class FlowTemplateDto {
  @AText() id: string;
  @A(TextDto) name: TextDto;
  @A(TextDto) description: TextDto;
  @ADocument() document: FlowDocument;
}

@ApiSchema({ name: 'FlowTemplateList' })
export class FlowTemplateListDto {
  @AListOf(FlowTemplateDto) items: FlowTemplateDto[];
}
