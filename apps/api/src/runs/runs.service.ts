// Not written yet.
import { Injectable } from '@nestjs/common';
import { Bug } from '@eclusa/flow';

@Injectable()
export class RunsService {
  start(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
  cancel(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
  replay(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
}
