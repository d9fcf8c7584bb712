// Routes of the rows kept with a flow, of trying its boxes on them one after the other, and of what a box can be set to.
import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { Gone } from '../http/gone.decorator';
import { Answers } from '../http/operation';
import { IdParams } from '../http/params';
import { AskChoicesDto, BoxParams, ChoicesDto } from './choices.dto';
import { ChoicesService } from './choices.service';
import { FlowSampleDto, FlowSampleListDto, KeepSampleDto, SampleParams } from './samples.dto';
import { SamplesService } from './samples.service';
import { ChainTestedDto, TestChainDto } from './test-chain.dto';
import { TestNodeService } from './test-node.service';

@ApiTags('flows')
@Controller('flows/:id')
export class SamplesController {
  constructor(
    private readonly samples: SamplesService,
    private readonly tester: TestNodeService,
    private readonly choices: ChoicesService,
  ) {}

  @Get('samples')
  @Answers(FlowSampleListDto, { summary: 'Sample rows kept with the flow' })
  listFlowSamples(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    return this.samples.list(caller, id);
  }

  @Put('samples/:node')
  @Answers(FlowSampleDto, {
    summary: 'Keep sample rows as the result of a box',
    problems: { 422: 'api.sample-too-large' },
  })
  keepFlowSample(
    @Workspace() caller: Caller,
    @Param() { id, node }: SampleParams,
    @Body() body: KeepSampleDto,
  ) {
    return this.samples.keep(caller, id, node, body);
  }

  @Delete('samples/:node')
  @Answers(null, { summary: 'Forget the sample rows of a box', status: 204 })
  dropFlowSample(@Workspace() caller: Caller, @Param() { id, node }: SampleParams) {
    return this.samples.drop(caller, id, node);
  }

  @Post('test-chain')
  @Answers(ChainTestedDto, {
    summary: 'Try several nodes in turn, each on what left those before it; sends nothing',
    problems: { 422: 'api.flow-malformed', 504: 'api.test-too-slow' },
  })
  testChain(
    @Workspace() caller: Caller,
    @Param() { id }: IdParams,
    @Body() body: TestChainDto,
    @Gone() gone: AbortSignal,
  ) {
    return this.tester.testChain(caller, id, body, gone);
  }

  @Post('boxes/:box/choices')
  @Answers(ChoicesDto, {
    summary: 'What a field of a box can hold, as its system lists it: tables, entity sets, columns',
    problems: {
      422: 'api.choices-unknown, api.flow-malformed',
      502: 'the other system refused or failed; its own code',
      504: 'api.choices-too-slow',
    },
  })
  askChoices(
    @Workspace() caller: Caller,
    @Param() { id, box }: BoxParams,
    @Body() body: AskChoicesDto,
    @Gone() gone: AbortSignal,
  ) {
    return this.choices.ask(caller, id, box, body, gone);
  }
}
