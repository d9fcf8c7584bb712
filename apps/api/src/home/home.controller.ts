// The route of the first page.
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { Answers } from '../http/operation';
import { HomeDto } from './home.dto';
import { HomeService } from './home.service';

@ApiTags('runs')
@Controller('home')
export class HomeController {
  constructor(private readonly home: HomeService) {}

  @Get()
  @Answers(HomeDto, { summary: 'What is red, what is late and what ran, in one look' })
  getHome(@Workspace() caller: Caller) {
    return this.home.of(caller);
  }
}
