// Routes that pause and resume flows and stores.
import { Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForKeys } from '../auth/key.guard';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { Answers } from '../http/operation';
import { IdParams } from '../http/params';
import { PauseStateDto } from './pauses.dto';
import { PausesService } from './pauses.service';

@ApiTags('runs')
@Controller()
export class PausesController {
  constructor(private readonly pauses: PausesService) {}

  @Post('flows/:id/pause')
  @ForKeys('runs:control', 'flow')
  @Answers(PauseStateDto, { summary: 'Hold all runs of a flow; new ones wait' })
  pauseFlow(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    return this.pauses.pause(caller, 'flow', id);
  }

  @Post('flows/:id/resume')
  @ForKeys('runs:control', 'flow')
  @Answers(PauseStateDto, { summary: 'Let the runs of a paused flow go on' })
  resumeFlow(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    return this.pauses.resume(caller, 'flow', id);
  }

  @Post('stores/:id/pause')
  @ForKeys('runs:control', 'store')
  @Answers(PauseStateDto, { summary: 'Hold all runs for a store; new ones wait' })
  pauseStore(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    return this.pauses.pause(caller, 'store', id);
  }

  @Post('stores/:id/resume')
  @ForKeys('runs:control', 'store')
  @Answers(PauseStateDto, { summary: 'Let the runs for a paused store go on' })
  resumeStore(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    return this.pauses.resume(caller, 'store', id);
  }
}
