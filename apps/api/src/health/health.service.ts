// Not written yet.
import { Injectable } from '@nestjs/common';
import { Bug } from '@eclusa/flow';

@Injectable()
export class HealthService {
  check(): Promise<import('./health.dto').ReadinessDto> {
    throw new Bug('bug.not-written');
  }
}
