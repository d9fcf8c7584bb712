// Routes of presence: a tab that shows a flow says so every few seconds and hears who else does.
import { Body, Controller, Delete, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForRole } from '../auth/role.guard';
import { Workspace, type SignedIn } from '../auth/workspace.decorator';
import { Answers } from '../http/operation';
import { IdParams } from '../http/params';
import { BePresentDto, PresenceDto, TabParams } from './presence.dto';
import { PresenceService } from './presence.service';

@ApiTags('flows')
@Controller('flows/:id/presence')
@ForRole('viewer')
export class PresenceController {
  constructor(private readonly presence: PresenceService) {}

  @Put()
  @Answers(PresenceDto, { summary: 'Say that a tab shows this flow; answers who else does' })
  bePresent(@Workspace() caller: SignedIn, @Param() { id }: IdParams, @Body() body: BePresentDto) {
    return this.presence.beat(caller, id, body);
  }

  @Delete(':tab')
  @Answers(null, { summary: 'Say that a tab has left', status: 204 })
  leaveFlow(@Workspace() caller: SignedIn, @Param() { id, tab }: TabParams) {
    return this.presence.leave(caller, id, tab);
  }
}
