// Routes of flows: drafts and their problems.
import { Body, Controller, Delete, Get, Header, Headers, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { ForRole } from '../auth/role.guard';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { Gone } from '../http/gone.decorator';
import { Answers } from '../http/operation';
import { IdParams } from '../http/params';
import * as dto from './flows.dto';
import { FlowListService } from './flow-list.service';
import { flowEtag } from './flow-etag';
import { FlowsService } from './flows.service';
import { NodeTestedDto, TestNodeDto } from './test-node.dto';
import { TestNodeService } from './test-node.service';

const IfMatch = () =>
  ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'the ETag of the flow as it was read: of another revision nothing is changed',
    schema: { type: 'string', maxLength: 500 },
  });
const outdated = {
  400: 'api.request-invalid or api.if-match-invalid',
  412: { description: 'api.flow-changed: If-Match names another revision', type: dto.FlowChangedProblemDto },
};

const malformed = { 422: 'api.flow-malformed' };

@ApiTags('flows')
@Controller('flows')
export class FlowsController {
  constructor(
    private readonly flows: FlowsService,
    private readonly lists: FlowListService,
    private readonly tester: TestNodeService,
  ) {}

  @Get()
  @Answers(dto.FlowListDto, { summary: 'Flows, the last changed first' })
  listFlows(@Workspace() caller: Caller, @Query() query: dto.FlowListQuery) {
    return this.lists.list(caller, query);
  }

  @Post()
  @Answers(dto.FlowDto, { summary: 'Make a flow', status: 201, problems: malformed })
  createFlow(@Workspace() caller: Caller, @Body() body: dto.CreateFlowDto) {
    return this.flows.create(caller, body);
  }

  @Get('schema.json')
  @Header('cache-control', 'private, no-cache')
  @Answers(dto.FlowSchemaDto, { summary: 'The JSON Schema of a flow document' })
  getFlowSchema() {
    return this.flows.schema();
  }

  @Post('validate')
  @ForRole('viewer')
  @Answers(dto.FlowProblemsDto, { summary: 'Problems of a document that is not saved', problems: malformed })
  validateFlow(@Body() body: dto.ValidateFlowDto) {
    return this.flows.validate(body.document);
  }

  @Post('migrate')
  @ForRole('viewer')
  @Answers(dto.FlowMigratedDto, {
    summary: 'The same document with every box at the version of its node; saves nothing',
    problems: { 422: 'api.flow-malformed or flow.migration-failed' },
  })
  migrateFlow(@Body() body: dto.ValidateFlowDto) {
    return this.flows.migrate(body.document);
  }

  @Get(':id')
  @Answers(dto.FlowDto, { summary: 'A flow with its draft' })
  async getFlow(
    @Workspace() caller: Caller,
    @Param() { id }: IdParams,
    @Res({ passthrough: true }) answer: Response,
  ) {
    const flow = await this.flows.get(caller, id);
    answer.setHeader('etag', flowEtag(flow.revision, flow));
    return flow;
  }

  @Put(':id')
  @IfMatch()
  @Answers(dto.FlowSavedDto, {
    summary: 'Save the draft',
    problems: {
      ...malformed,
      ...outdated,
      409: { description: 'api.flow-changed: somebody saved first', type: dto.FlowChangedProblemDto },
    },
  })
  async saveFlow(
    @Workspace() caller: Caller,
    @Param() { id }: IdParams,
    @Body() body: dto.SaveFlowDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) answer: Response,
  ) {
    await this.flows.match(caller, id, ifMatch);
    const saved = await this.flows.save(caller, id, body);
    answer.setHeader('etag', `"${saved.revision}"`);
    return saved;
  }

  @Delete(':id')
  @IfMatch()
  @Answers(null, {
    summary: 'Remove a flow with its versions and runs',
    status: 204,
    problems: { ...outdated, 409: 'api.flow-has-open-runs' },
  })
  async deleteFlow(
    @Workspace() caller: Caller,
    @Param() { id }: IdParams,
    @Headers('if-match') ifMatch: string | undefined,
  ) {
    await this.flows.match(caller, id, ifMatch);
    return this.flows.remove(caller, id);
  }

  @Post(':id/test-node')
  @Answers(NodeTestedDto, {
    summary: 'Run one node on sample rows',
    problems: {
      ...malformed,
      502: 'the other system refused or failed; its own code',
      504: 'api.test-too-slow',
    },
  })
  testNode(
    @Workspace() caller: Caller,
    @Param() { id }: IdParams,
    @Body() body: TestNodeDto,
    @Gone() gone: AbortSignal,
  ) {
    return this.tester.test(caller, id, body, gone);
  }
}
