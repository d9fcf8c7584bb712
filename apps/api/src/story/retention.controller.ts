// Routes of how long what has happened is kept.
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForRole } from '../auth/role.guard';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { Answers } from '../http/operation';
import { RetentionDto } from './retention.dto';
import { RetentionService } from './retention.service';

@ApiTags('runs')
@Controller('retention')
export class RetentionController {
  constructor(private readonly retention: RetentionService) {}

  @Get()
  @Answers(RetentionDto, { summary: 'How long runs, the log of rows and the audit log are kept' })
  getRetention(@Workspace() caller: Caller) {
    return this.retention.of(caller);
  }

  @Put()
  @ForRole('admin')
  @Answers(RetentionDto, { summary: 'Say how long they are kept; what is older is deleted within the hour' })
  saveRetention(@Workspace() caller: Caller, @Body() body: RetentionDto) {
    return this.retention.save(caller, body);
  }
}
