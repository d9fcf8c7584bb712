// The route that tells what a flow answered its caller: also later, and to whoever did not wait.
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { openRunStates } from '@eclusa/db';
import type { Response } from 'express';
import { ForKeys } from '../auth/key.guard';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { WholeField } from '../http/fields';
import { Gone } from '../http/gone.decorator';
import { Answers } from '../http/operation';
import { IdParams } from '../http/params';
import { Refusal } from '../http/refusal';
import { answerWith } from './answer-caller';
import { RunAnswers } from './run-answer.service';
import { RunReportService } from './run-report.service';
import { MOST_WAIT_SECONDS, RunWaiting } from './run-waiting.service';
import { RunDto } from './runs.dto';

class RunAnswerQuery {
  @WholeField({
    optional: true,
    max: MOST_WAIT_SECONDS,
    description: 'seconds to wait for the end of the run',
  })
  wait?: number;
}

const asTheBoxSays = 'What the flow answers. Its status is the one of its box, from 200 to 499';

@ApiTags('runs')
@Controller()
export class RunAnswerController {
  constructor(
    private readonly report: RunReportService,
    private readonly waiting: RunWaiting,
    private readonly answers: RunAnswers,
  ) {}

  @Get('runs/:id/answer')
  @ForKeys('runs:read', 'run')
  @ApiResponse({
    status: 200,
    description: asTheBoxSays,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Json' } } },
  })
  @Answers(RunDto, {
    summary: 'What a run answers its caller, with the status its box says; 202 with the run while it goes on',
    status: 202,
    problems: { 404: 'api.run-not-found; api.answer-none for a run that has ended without an answer' },
  })
  async getRunAnswer(
    @Workspace() caller: Caller,
    @Param() { id }: IdParams,
    @Query() { wait }: RunAnswerQuery,
    @Res({ passthrough: true }) answer: Response,
    @Gone() gone: AbortSignal,
  ) {
    let run = await this.report.find(caller, id);
    if (wait !== undefined && (await this.waiting.until(id, wait, gone)))
      run = await this.report.find(caller, id);
    if (openRunStates.includes(run.state)) {
      answer.setHeader('retry-after', '1');
      return this.report.one(caller, id);
    }
    const given = await this.answers.of(run);
    if (!given) throw new Refusal(404, 'api.answer-none', { runId: id, state: run.state });
    return answerWith(answer, id, given);
  }
}
