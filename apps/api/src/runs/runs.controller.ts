// Routes of runs: looking at them, stopping them and letting them go on.
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { ForKeys } from '../auth/key.guard';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { Gone } from '../http/gone.decorator';
import { Answers } from '../http/operation';
import { IdParams } from '../http/params';
import { RunEventsService } from './run-events.service';
import { RunHistoryDto, RunHistoryQuery } from './run-history.dto';
import { RunHistoryService } from './run-history.service';
import { RunReportService } from './run-report.service';
import { RunWaiting } from './run-waiting.service';
import * as dto from './runs.dto';
import { RunsService } from './runs.service';
import { sparse } from './sparse';

@ApiTags('runs')
@Controller()
export class RunsController {
  constructor(
    private readonly runs: RunsService,
    private readonly report: RunReportService,
    private readonly events: RunEventsService,
    private readonly waiting: RunWaiting,
    private readonly history: RunHistoryService,
  ) {}

  @Get('runs')
  @ForKeys('runs:read')
  @Answers(dto.RunListDto, { summary: 'Runs, newest first' })
  async listRuns(@Workspace() caller: Caller, @Query() { fields, ...query }: dto.RunListQuery) {
    const { items, ...rest } = await this.report.list(caller, query);
    return { items: items.map((run) => sparse(run, fields)), ...rest };
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
  async getRun(
    @Workspace() caller: Caller,
    @Param() { id }: IdParams,
    @Query() { fields, wait }: dto.RunQuery,
    @Gone() gone: AbortSignal,
  ) {
    if (wait !== undefined) {
      await this.report.find(caller, id);
      await this.waiting.until(id, wait, gone);
    }
    return sparse(await this.report.detail(caller, id), fields);
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
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'the id of the event seen last: what it told is not told again',
    schema: { type: 'string', maxLength: 64 },
  })
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
