// Routes of publishing: versions that never change, and what a flow is bound to.
import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { Answers } from '../http/operation';
import { IdParams } from '../http/params';
import { BindingsService } from './bindings.service';
import * as dto from './flows.dto';
import { MemoryService } from './memory.service';
import { VersionsService } from './versions.service';

@ApiTags('flows')
@Controller('flows/:id')
export class VersionsController {
  constructor(
    private readonly versions: VersionsService,
    private readonly bindings: BindingsService,
    private readonly memory: MemoryService,
  ) {}

  @Post('publish')
  @Answers(dto.FlowPublishedDto, {
    summary: 'Publish the draft as the next version',
    status: 201,
    problems: {
      409: { description: 'api.flow-changed: somebody saved first', type: dto.FlowChangedProblemDto },
      422: 'api.flow-has-problems, with them',
    },
  })
  publishFlow(@Workspace() caller: Caller, @Param() { id }: IdParams, @Body() body: dto.PublishFlowDto) {
    return this.versions.publish(caller, id, body);
  }

  @Get('versions')
  @Answers(dto.FlowVersionListDto, { summary: 'Published versions, newest first' })
  listFlowVersions(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    return this.versions.list(caller, id);
  }

  @Get('versions/:number')
  @Answers(dto.FlowVersionDto, { summary: 'One published version' })
  getFlowVersion(@Workspace() caller: Caller, @Param() { id, number }: dto.VersionParams) {
    return this.versions.get(caller, id, number);
  }

  @Patch('versions/:number')
  @Answers(dto.FlowVersionSummaryDto, { summary: 'Name a version, or change its note' })
  describeFlowVersion(
    @Workspace() caller: Caller,
    @Param() { id, number }: dto.VersionParams,
    @Body() body: dto.DescribeVersionDto,
  ) {
    return this.versions.describe(caller, id, number, body);
  }

  @Put('binding')
  @Answers(dto.BindingDto, {
    summary: 'Bind slots and parameters, for one store or for none',
    problems: { 422: 'api.binding-unknown-slot, api.binding-wrong-kind or api.binding-unknown-connection' },
  })
  saveBinding(@Workspace() caller: Caller, @Param() { id }: IdParams, @Body() body: dto.SaveBindingDto) {
    return this.bindings.save(caller, id, body);
  }

  @Delete('memory')
  @Answers(dto.MemoryForgottenDto, {
    summary: 'Forget what was sent, so that the next run sends everything again',
  })
  forgetMemory(@Workspace() caller: Caller, @Param() { id }: IdParams, @Query() query: dto.MemoryQuery) {
    return this.memory.forget(caller, id, query.storeId ?? null);
  }
}
