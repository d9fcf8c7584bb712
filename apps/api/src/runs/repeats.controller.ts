// Routes that repeat work of a run, and show what there is to repeat.
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { ForKeys } from '../auth/key.guard';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { Answers } from '../http/operation';
import { IdParams } from '../http/params';
import { FailedFilesService } from './failed-files.service';
import {
  FailedFileQuery,
  FailedFileResultDto,
  FailedFileSendQuery,
  ReplayRowsDto,
  RerunDto,
  SettleDoubtDto,
} from './repeats.dto';
import { RepeatsService } from './repeats.service';
import { RunPartsService } from './run-parts.service';
import * as dto from './runs.dto';
import { unready } from './run-start.controller';

@ApiTags('runs')
@Controller('runs/:id')
export class RepeatsController {
  constructor(
    private readonly repeats: RepeatsService,
    private readonly parts: RunPartsService,
    private readonly files: FailedFilesService,
  ) {}

  @Post('replay')
  @ForKeys('runs:control', 'run')
  @Answers(dto.RunDto, {
    summary: 'Repeat failed rows in a new run, some of them changed; never those in doubt',
    status: 202,
    problems: { 409: 'api.nothing-to-replay or api.edit-not-open', 422: `api.replay-node-missing${unready}` },
  })
  replayRun(@Workspace() caller: Caller, @Param() { id }: IdParams, @Body() body: ReplayRowsDto) {
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

  @Get('failed-rows/csv')
  @ApiProduces('text/csv')
  @Answers(null, {
    summary: 'Open failed rows as CSV, to be mended in a spreadsheet and sent back',
    binary: true,
  })
  downloadFailedRows(
    @Workspace() caller: Caller,
    @Param() { id }: IdParams,
    @Query() query: FailedFileQuery,
    @Res() answer: Response,
  ) {
    return this.files.download(caller, id, query, answer);
  }

  @Post('failed-rows/csv')
  @ApiConsumes('application/octet-stream')
  @ApiBody({
    required: true,
    description: 'the CSV as it was downloaded, mended: rows are known by their column eclusa_id',
    schema: { type: 'string', format: 'binary' },
  })
  @Answers(FailedFileResultDto, {
    summary: 'Repeat the failed rows of a mended CSV in a new run, all or none',
    problems: {
      413: 'api.failed-file-too-large',
      422: `api.failed-file-empty or api.failed-file-without-ids${unready}`,
    },
  })
  uploadFailedRows(
    @Workspace() caller: Caller,
    @Param() { id }: IdParams,
    @Query() query: FailedFileSendQuery,
    @Req() request: Request,
  ) {
    return this.files.upload(caller, id, query, request);
  }

  @Get('pages')
  @ForKeys('runs:read', 'run')
  @Answers(dto.RunPageListDto, { summary: 'The pages of a run, in the order of their numbers' })
  listRunPages(@Workspace() caller: Caller, @Param() { id }: IdParams, @Query() query: dto.PageQuery) {
    return this.parts.pages(caller, id, query);
  }
}
