// Routes that repeat work of a run, and show what there is to repeat.
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForKeys } from '../auth/key.guard';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { Answers } from '../http/operation';
import { IdParams } from '../http/params';
import { ReplayDto, RerunDto, SettleDoubtDto } from './repeats.dto';
import { RepeatsService } from './repeats.service';
import { RunPartsService } from './run-parts.service';
import * as dto from './runs.dto';
import { unready } from './runs.controller';

@ApiTags('runs')
@Controller('runs/:id')
export class RepeatsController {
  constructor(
    private readonly repeats: RepeatsService,
    private readonly parts: RunPartsService,
  ) {}

  @Post('replay')
  @ForKeys('runs:control', 'run')
  @Answers(dto.RunDto, {
    summary: 'Repeat failed rows in a new run; never those in doubt',
    status: 202,
    problems: { 409: 'api.nothing-to-replay', 422: `api.replay-node-missing${unready}` },
  })
  replayRun(@Workspace() caller: Caller, @Param() { id }: IdParams, @Body() body: ReplayDto) {
    return this.repeats.replay(caller, id, body);
  }

  @Post('in-doubt')
  @Answers(dto.RunDto, {
    summary: 'Say what became of rows in doubt; they go on, or are sent again, in a new run',
    status: 202,
    problems: { 409: 'api.nothing-in-doubt', 422: `api.replay-node-missing${unready}` },
  })
  settleDoubt(@Workspace() caller: Caller, @Param() { id }: IdParams, @Body() body: SettleDoubtDto) {
    return this.repeats.settle(caller, id, body);
  }

  @Post('rerun')
  @ForKeys('runs:control', 'run')
  @Answers(dto.RunDto, {
    summary: 'Read the source again from a page on, in a new run',
    status: 202,
    problems: {
      409: 'api.rerun-open',
      422: `api.rerun-sources, api.rerun-barrier, api.rerun-replay or api.rerun-source-changed${unready}`,
    },
  })
  rerunRun(@Workspace() caller: Caller, @Param() { id }: IdParams, @Body() body: RerunDto) {
    return this.repeats.rerun(caller, id, body);
  }

  @Get('failed-rows')
  @ForKeys('runs:read', 'run')
  @Answers(dto.FailedRowListDto, { summary: 'Rows that failed and why' })
  listFailedRows(@Workspace() caller: Caller, @Param() { id }: IdParams, @Query() query: dto.FailedRowQuery) {
    return this.parts.failedRows(caller, id, query);
  }

  @Get('failed-rows/causes')
  @ForKeys('runs:read', 'run')
  @Answers(dto.FailedCauseListDto, { summary: 'How many rows failed at each node with each error code' })
  listFailedCauses(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    return this.parts.causes(caller, id);
  }

  @Get('pages')
  @ForKeys('runs:read', 'run')
  @Answers(dto.RunPageListDto, { summary: 'The pages of a run, in the order of their numbers' })
  listRunPages(@Workspace() caller: Caller, @Param() { id }: IdParams, @Query() query: dto.PageQuery) {
    return this.parts.pages(caller, id, query);
  }
}
