// Is this process alive, and can it work? For load balancers; answers nothing that needs protecting.
import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Answers, Public } from '../http/operation';
import { HealthDto, ReadinessDto } from './health.dto';
import { HealthService } from './health.service';

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Public()
  @Get('healthz')
  @Answers(HealthDto, { summary: 'The process answers' })
  getHealth(): HealthDto {
    return { status: 'ok' };
  }

  @Public()
  @Get('readyz')
  @Answers(ReadinessDto, { summary: 'Postgres and Redis answer', also: { 503: ReadinessDto } })
  async getReadiness(@Res({ passthrough: true }) answer: Response): Promise<ReadinessDto> {
    const readiness = await this.health.check();
    answer.status(readiness.status === 'ok' ? 200 : 503);
    return readiness;
  }
}
