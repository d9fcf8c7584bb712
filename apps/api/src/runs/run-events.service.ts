// Not written yet.
import { Injectable } from '@nestjs/common';
import { Bug } from '@eclusa/flow';

@Injectable()
export class RunEventsService {
  watch(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
}
