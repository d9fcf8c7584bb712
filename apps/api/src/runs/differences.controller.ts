// Routes of what a dry run would change, and of applying it as shown.
import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { Answers } from '../http/operation';
import { IdParams } from '../http/params';
import * as dto from './differences.dto';
import { DifferencesService } from './differences.service';
import { unready } from './run-start.controller';
import { RunDto } from './runs.dto';

@ApiTags('runs')
@Controller('runs/:id')
export class DifferencesController {
  constructor(private readonly differences: DifferencesService) {}

  @Get('differences')
  @Answers(dto.RunDifferenceListDto, { summary: 'What a dry run would change, request by request' })
  listDifferences(
    @Workspace() caller: Caller,
    @Param() { id }: IdParams,
    @Query() query: dto.DifferenceQuery,
  ) {
    return this.differences.list(caller, id, query);
  }

  @Get('differences/counts')
  @Answers(dto.RunDifferenceCountsDto, { summary: 'How many things a dry run would create, change or leave' })
  countDifferences(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    return this.differences.counts(caller, id);
  }

  @Get('differences/csv')
  @ApiProduces('text/csv')
  @Answers(null, { summary: 'The same as CSV, one line for each member that changes' })
  downloadDifferences(@Workspace() caller: Caller, @Param() { id }: IdParams, @Res() answer: Response) {
    return this.differences.csv(caller, id, answer);
  }

  @Post('apply')
  @Answers(RunDto, {
    summary: 'Do what a dry run showed, over the rows it read; a row whose request is another by now fails',
    status: 202,
    problems: { 409: 'api.apply-no-dry-run, api.apply-not-done or api.apply-no-rows', 422: `…${unready}` },
  })
  applyRun(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    return this.differences.apply(caller, id);
  }
}
