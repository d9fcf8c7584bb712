// Shapes of the health answers.
import { ApiSchema } from '@nestjs/swagger';
import { A, AChoice } from '../http/answers';

@ApiSchema({ name: 'Health' })
export class HealthDto {
  @AChoice(['ok']) status: 'ok';
}

@ApiSchema({ name: 'Checks' })
export class ChecksDto {
  @AChoice(['ok', 'away']) postgres: 'ok' | 'away';
  @AChoice(['ok', 'away']) redis: 'ok' | 'away';
}

@ApiSchema({ name: 'Readiness' })
export class ReadinessDto {
  @AChoice(['ok', 'unavailable']) status: 'ok' | 'unavailable';
  @A(ChecksDto) checks: ChecksDto;
}
