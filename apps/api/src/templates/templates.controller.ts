// The route of the flows that come with Eclusa. They change only with a new version, so they are read once.
import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { flowTemplates, presetTemplates } from '@eclusa/nodes';
import { Answers } from '../http/operation';
import { FlowTemplateListDto } from './templates.dto';

@ApiTags('flows')
@Controller('templates')
export class TemplatesController {
  private readonly answer: FlowTemplateListDto = { items: [...flowTemplates(), ...presetTemplates()] };

  @Get()
  @Header('cache-control', 'private, no-cache')
  @Answers(FlowTemplateListDto, { summary: 'Examples a new flow can start from' })
  listTemplates(): FlowTemplateListDto {
    return this.answer;
  }
}
