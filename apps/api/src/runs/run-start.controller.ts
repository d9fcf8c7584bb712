// Routes that start a run: with a JSON body, or with rows that come as a long body; answered at once, or at its end.
import { applyDecorators, Body, Controller, Param, Post, Query, Req, Res } from '@nestjs/common';
import { callKeyHours } from '@eclusa/db';
import {
  ApiBody,
  ApiConsumes,
  ApiExtension,
  ApiExtraModels,
  ApiHeader,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { ForKeys } from '../auth/key.guard';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { Gone } from '../http/gone.decorator';
import { Answers } from '../http/operation';
import { IdParams } from '../http/params';
import { Refusal } from '../http/refusal';
import { KeyLimits } from '../keys/key-limits';
import { rowFormatOf } from './body-rows';
import { namedCall } from './call-keys';
import { MOST_WAIT_SECONDS, RunWaiting, waitPreferred } from './run-waiting.service';
import { answerWith } from './answer-caller';
import { RunAnswers } from './run-answer.service';
import { RunReportService } from './run-report.service';
import * as dto from './runs.dto';
import { StartRunDto, StartRunQuery } from './start-run.dto';
import { RunsService, type Started } from './runs.service';
import { StreamedCallsService } from './streamed-calls.service';

/** Why a flow cannot run right now, beside what a route says itself. */
export const unready = '; api.slot-unbound, api.parameter-missing or api.flow-has-problems';

/** What both routes say of themselves. */
const StartsRun = (summary: string) =>
  applyDecorators(
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: `Your name for this call, such as a UUID. The same call again within ${callKeyHours} hours starts nothing and is answered with its run`,
      schema: { type: 'string', minLength: 1, maxLength: 255 },
    }),
    ApiHeader({
      name: 'Prefer',
      required: false,
      description:
        `wait=30: answer when the run ends within so many seconds (at most ${MOST_WAIT_SECONDS}): status and body as the ` +
        'box "Answer the caller" of the flow says, with Eclusa-Run, or 200 with the run; 202 when it does not end',
      schema: { type: 'string', maxLength: 500 },
    }),
    ApiHeader({
      name: 'Content-Encoding',
      required: false,
      description: 'gzip, for a packed body',
      schema: { type: 'string', enum: ['identity', 'gzip'] },
    }),
    ApiExtraModels(StartRunDto),
    ApiExtension('x-row-bodies', true),
    ApiConsumes('application/json'),
    ApiBody({
      required: true,
      description:
        'options and rows as JSON; or rows alone, one JSON object a line or CSV with a header line, and the options in the address',
      schema: { $ref: getSchemaPath(StartRunDto) },
    }),
    Answers(dto.RunDto, {
      summary,
      status: 202,
      also: { 200: dto.RunDto },
      problems: {
        408: 'api.body-too-slow',
        409: 'api.flow-changing or api.idempotency-conflict',
        413: 'api.body-too-large or api.call-too-large',
        415: 'api.encoding-unknown',
        422:
          `api.flow-not-published${unready}; api.rows-missing, api.rows-unwanted, api.rows-invalid or api.rows-none; ` +
          'api.line-… and nodes.csv-… with the number of the line; api.answer-none: the run has ended without its answer',
      },
    }),
  );

@ApiTags('runs')
@Controller()
export class RunStartController {
  constructor(
    private readonly runs: RunsService,
    private readonly streamed: StreamedCallsService,
    private readonly limits: KeyLimits,
    private readonly waiting: RunWaiting,
    private readonly report: RunReportService,
    private readonly answers: RunAnswers,
  ) {}

  @Post('flows/:id/runs')
  @ForKeys('runs:start', 'flow')
  @StartsRun('Start a run; answers when it is stored')
  startRun(
    @Workspace() caller: Caller,
    @Param() { id }: IdParams,
    @Query() query: StartRunQuery,
    @Body() body: StartRunDto,
    @Req() request: Request,
    @Res({ passthrough: true }) answer: Response,
    @Gone() gone: AbortSignal,
  ) {
    return this.start(caller, id, { query, body, request, answer, gone });
  }

  @Post('stores/:storeId/flows/:flowId/runs')
  @ForKeys('runs:start', 'store and flow')
  @StartsRun('Start a run for a store; answers when it is stored')
  startRunForStore(
    @Workspace() caller: Caller,
    @Param() { storeId, flowId }: dto.StoreFlowParams,
    @Query() query: StartRunQuery,
    @Body() body: StartRunDto,
    @Req() request: Request,
    @Res({ passthrough: true }) answer: Response,
    @Gone() gone: AbortSignal,
  ) {
    const forStore = { ...query, storeId };
    return this.start(caller, flowId, {
      ...{ query: forStore, request, answer, gone },
      body: { ...body, storeId },
    });
  }

  private async start(caller: Caller, flowId: string, asked: Asked): Promise<unknown> {
    const { request, answer, gone } = asked;
    const seconds = waitPreferred(request.headers.prefer as string | undefined);
    const { run, repeated } = await this.accept(caller, flowId, asked);
    answer.setHeader('location', `/api/v1/runs/${run.id}`);
    if (repeated) answer.setHeader('idempotency-replayed', 'true');
    if (seconds === undefined) return run;
    answer.setHeader('preference-applied', `wait=${seconds}`);
    if (!(await this.waiting.until(run.id, seconds, gone))) return run;
    return this.ended(caller, run.id, answer);
  }

  /** What the flow answers; of a flow that has nothing to say the run as it ended. */
  private async ended(caller: Caller, id: string, answer: Response): Promise<unknown> {
    const run = await this.report.find(caller, id);
    const given = await this.answers.of(run);
    if (given) return answerWith(answer, id, given);
    if (await this.answers.isExpected(run)) {
      throw new Refusal(422, 'api.answer-none', { runId: id, state: run.state });
    }
    answer.status(200);
    return this.report.one(caller, id);
  }

  private async accept(
    caller: Caller,
    flowId: string,
    { query, body, request, answer }: Asked,
  ): Promise<Started> {
    const { delimiter, ...options } = query;
    const name = request.headers['idempotency-key'] as string | undefined;
    const format = rowFormatOf(request.headers['content-type']);
    if (format) {
      await this.limits.countRun(caller.key, answer);
      return this.streamed.start(caller, { flowId, options, format, delimiter, name, request });
    }
    const whole = { ...options, ...body };
    const named = namedCall(name, [flowId, whole]);
    await this.limits.countRun(caller.key, answer);
    return this.runs.start(caller, flowId, whole, { named });
  }
}

interface Asked {
  query: StartRunQuery;
  body: StartRunDto;
  request: Request;
  answer: Response;
  gone: AbortSignal;
}
