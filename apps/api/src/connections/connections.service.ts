// Not written yet.
import { Injectable } from '@nestjs/common';
import { Bug } from '@eclusa/flow';

@Injectable()
export class ConnectionsService {
  list(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
  create(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
  get(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
  update(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
  remove(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
}
