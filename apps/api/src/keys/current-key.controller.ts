// What a program may ask about the key it calls with.
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForAnyKey } from '../auth/key.guard';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { Answers } from '../http/operation';
import { CurrentKeyDto } from './current-key.dto';
import { CurrentKeyService } from './current-key.service';

@ApiTags('keys')
@Controller('keys/current')
export class CurrentKeyController {
  constructor(private readonly current: CurrentKeyService) {}

  @Get()
  @ForAnyKey()
  @Answers(CurrentKeyDto, {
    summary: 'The key of this call, and the flows and stores it reaches',
    problems: { 404: 'api.key-not-found: called without a key' },
  })
  getCurrentKey(@Workspace() caller: Caller) {
    return this.current.of(caller);
  }
}
