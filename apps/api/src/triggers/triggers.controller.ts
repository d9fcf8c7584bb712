// Routes of triggers: how they stand, new addresses, and the addresses themselves, which other systems call.
import { All, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { FromOutside } from '../auth/csrf.guard';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { FlowsService } from '../flows/flows.service';
import { Gone } from '../http/gone.decorator';
import { Answers, Public } from '../http/operation';
import { IdParams } from '../http/params';
import { answerWith } from '../runs/answer-caller';
import { callOf, isJsonText } from './hook-call';
import { HooksService } from './hooks.service';
import * as dto from './triggers.dto';
import { TriggersService } from './triggers.service';

@ApiTags('triggers')
@Controller()
export class TriggersController {
  constructor(
    private readonly triggers: TriggersService,
    private readonly hooks: HooksService,
    private readonly flows: FlowsService,
  ) {}

  @Get('flows/:id/triggers')
  @Answers(dto.TriggerListDto, { summary: 'What starts the published version of a flow from outside' })
  async listTriggers(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    await this.flows.find(caller, id);
    return this.triggers.list(caller, id);
  }

  @Post('flows/:id/triggers/:triggerId/rotate')
  @Answers(dto.TriggerDto, { summary: 'Give a trigger a new address; the old one is unknown from then on' })
  async rotateTrigger(@Workspace() caller: Caller, @Param() { id, triggerId }: dto.TriggerParams) {
    await this.flows.find(caller, id);
    return this.triggers.rotate(caller, id, triggerId);
  }

  // Some systems add a path of their own to an address they are given.
  @All(['hooks/:secret', 'hooks/:secret/*path'])
  @Public()
  @FromOutside()
  @ApiExcludeEndpoint()
  @Answers(dto.HookTakenDto, { summary: 'Tell a flow of an event' })
  async takeHook(
    @Param('secret') secret: string,
    @Req() request: Request,
    @Res() answer: Response,
    @Gone() gone: AbortSignal,
  ) {
    const reply = await this.hooks.take(secret, callOf(request), gone);
    if (reply.run) return void answer.json(answerWith(answer, reply.run.id, reply.run.given));
    answer
      .status(reply.status)
      .type(isJsonText(reply.text) ? 'json' : 'text')
      .send(reply.text);
  }
}
