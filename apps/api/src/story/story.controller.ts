// The route of "what happened to …?".
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { Answers } from '../http/operation';
import { StoryDto, StoryParams, StoryQuery } from './story.dto';
import { StoryService } from './story.service';

@ApiTags('runs')
@Controller('story')
export class StoryController {
  constructor(private readonly story: StoryService) {}

  @Get(':key')
  @Answers(StoryDto, {
    summary: 'What happened to a SKU, an order or any other key: over all runs, the newest first',
    problems: { 404: 'api.story-not-found or api.store-not-found' },
  })
  getStory(@Workspace() caller: Caller, @Param() { key }: StoryParams, @Query() query: StoryQuery) {
    return this.story.of(caller, key, query);
  }
}
