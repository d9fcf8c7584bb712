// What became of the rows of a run.
import { ApiSchema } from '@nestjs/swagger';
import { AWhole } from '../http/answers';

@ApiSchema({ name: 'RunTotals' })
export class RunTotalsDto {
  @AWhole() read: number;
  @AWhole({ description: 'rows that barriers made' }) derived: number;
  @AWhole() written: number;
  @AWhole({ description: 'filtered out' }) skipped: number;
  @AWhole() failed: number;
  @AWhole({ description: 'stopped at a code that was not known; they go on in runs of their own' })
  waiting: number;
  @AWhole({ description: 'handed to a barrier' }) collected: number;
  @AWhole({
    description:
      'read or made, and not brought to an end: read + derived = written + skipped + failed + waiting + collected + unfinished. ' +
      'Of a run that was cancelled or failed: rows of pages that were stopped, some of them sent; resuming finishes them',
  })
  unfinished: number;
}
