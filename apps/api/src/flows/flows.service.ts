// Not written yet.
import { Injectable } from '@nestjs/common';
import { Bug } from '@eclusa/flow';

@Injectable()
export class FlowsService {
  list(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
  create(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
  get(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
  save(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
  remove(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
  validate(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
  schema(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
}
