// Not written yet.
import { Injectable } from '@nestjs/common';
import { Bug } from '@eclusa/flow';

@Injectable()
export class RunReportService {
  list(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
  detail(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
  failedRows(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
  samples(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
  requests(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
}
