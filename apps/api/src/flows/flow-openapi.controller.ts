// The route of a flow's own OpenAPI document, from which a typed client of the flow can be generated.
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { ForKeys } from '../auth/key.guard';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { Answers } from '../http/operation';
import { IdParams } from '../http/params';
import { FlowOpenApiService } from './flow-openapi.service';

@ApiTags('flows')
@Controller('flows/:id')
export class FlowOpenApiController {
  constructor(private readonly documents: FlowOpenApiService) {}

  @Get('openapi.json')
  @ForKeys('runs:start', 'flow')
  @Header('cache-control', 'private, no-cache')
  @ApiResponse({
    status: 200,
    description: 'An OpenAPI 3.1 document',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Row' } } },
  })
  @Answers(null, {
    summary: 'The OpenAPI document of the published version: its rows, its answers, how to start it',
    problems: { 404: 'api.flow-not-found or api.flow-not-published' },
  })
  getFlowOpenApi(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    return this.documents.of(caller, id);
  }
}
