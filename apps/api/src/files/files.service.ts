// Not written yet.
import { Injectable } from '@nestjs/common';
import { Bug } from '@eclusa/flow';

@Injectable()
export class FilesService {
  upload(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
  download(..._rest: unknown[]): never {
    throw new Bug('bug.not-written');
  }
}
