// Not written yet.
import { Injectable } from '@nestjs/common';
import { Bug } from '@eclusa/flow';

@Injectable()
export class VersionsService {
  publish(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
  list(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
  get(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
}
