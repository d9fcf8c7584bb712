// Routes of runs: starting, cancelling and looking.
import { Body, Controller, Get, Headers, Param, Post, Query, Req, Res } from '@nestjs/common';
import { callKeyHours } from '@eclusa/db';
import { ApiHeader, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { ForKeys } from '../auth/key.guard';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { Answers } from '../http/operation';
import { IdParams } from '../http/params';
import { KeyLimits } from '../keys/key-limits';
import { namedCall } from './call-keys';
import { RunEventsService } from './run-events.service';
import { RunHistoryDto, RunHistoryQuery } from './run-history.dto';
import { RunHistoryService } from './run-history.service';
import { RunReportService } from './run-report.service';
import * as dto from './runs.dto';
import { RunsService } from './runs.service';

/** Why a flow cannot run right now, beside what a route says itself. */
export const unready = '; api.slot-unbound, api.parameter-missing or api.flow-has-problems';

@ApiTags('runs')
@Controller()
export class RunsController {
  constructor(
    private readonly runs: RunsService,
    private readonly report: RunReportService,
    private readonly events: RunEventsService,
    private readonly limits: KeyLimits,
    private readonly history: RunHistoryService,
  ) {}

  @Post('flows/:id/runs')
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: `Your name for this call, such as a UUID. The same call again within ${callKeyHours} hours starts nothing and is answered with its run`,
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  })
  @ForKeys('runs:start', 'flow')
  @Answers(dto.RunDto, {
    summary: 'Start a run; answers when it is stored',
    status: 202,
    problems: {
      409: 'api.flow-changing or api.idempotency-conflict',
      422: `api.flow-not-published${unready}; api.rows-missing, api.rows-unwanted or api.rows-invalid`,
    },
  })
  async startRun(
    @Workspace() caller: Caller,
    @Param() { id }: IdParams,
    @Body() body: dto.StartRunDto,
    @Headers('idempotency-key') name: string | undefined,
    @Res({ passthrough: true }) answer: Response,
  ) {
    const named = namedCall(name, [id, body]);
    await this.limits.countRun(caller.key, answer);
    const { run, repeated } = await this.runs.start(caller, id, body, { named });
    answer.setHeader('location', `/api/v1/runs/${run.id}`);
    if (repeated) answer.setHeader('idempotency-replayed', 'true');
    return run;
  }

  @Get('runs')
  @ForKeys('runs:read')
  @Answers(dto.RunListDto, { summary: 'Runs, newest first' })
  listRuns(@Workspace() caller: Caller, @Query() query: dto.RunListQuery) {
    return this.report.list(caller, query);
  }

  @Get('runs/history')
  @Answers(RunHistoryDto, {
    summary: 'Runs over time: how many of each state, with their rows and durations',
  })
  listRunHistory(@Workspace() caller: Caller, @Query() query: RunHistoryQuery) {
    return this.history.of(caller, query);
  }

  @Get('runs/:id')
  @ForKeys('runs:read', 'run')
  @Answers(dto.RunDetailDto, { summary: 'A run with its counts, entries and document' })
  getRun(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    return this.report.detail(caller, id);
  }

  @Post('runs/:id/cancel')
  @ForKeys('runs:control', 'run')
  @Answers(dto.RunDto, { summary: 'Stop a run; what is done stays done' })
  cancelRun(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    return this.runs.cancel(caller, id);
  }

  @Post('runs/:id/resume')
  @ForKeys('runs:control', 'run')
  @Answers(dto.RunDto, {
    summary: 'Let a failed or cancelled run go on where it stopped',
    status: 202,
    problems: { 409: 'api.run-not-stopped' },
  })
  resumeRun(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    return this.runs.resume(caller, id);
  }

  @Get('runs/:id/samples')
  @ForKeys('runs:read', 'run')
  @Answers(dto.RunSampleListDto, { summary: 'The first rows seen at each port' })
  listRunSamples(@Workspace() caller: Caller, @Param() { id }: IdParams, @Query() query: dto.NodeQuery) {
    return this.report.samples(caller, id, query.node);
  }

  @Get('runs/:id/requests')
  @ForKeys('runs:read', 'run')
  @Answers(dto.RunRequestListDto, { summary: 'Requests a dry run would have sent' })
  listRunRequests(@Workspace() caller: Caller, @Param() { id }: IdParams, @Query() query: dto.NodePageQuery) {
    return this.report.requests(caller, id, query);
  }

  @Get('runs/:id/events')
  @ForKeys('runs:read', 'run')
  @ApiProduces('text/event-stream')
  @Answers(dto.RunProgressDto, {
    summary: 'Server-sent events: `progress` (this shape) whenever the run changes, then `end`',
  })
  watchRun(
    @Workspace() caller: Caller,
    @Param() { id }: IdParams,
    @Req() request: Request,
    @Res() answer: Response,
  ) {
    return this.events.watch(caller, id, request, answer);
  }
}
