// Shapes of what ran over time: which runs count, and how many of each state fall into each piece of it.
import { ApiSchema } from '@nestjs/swagger';
import type { RunState } from '@eclusa/db';
import { AListOf, ATime, AWhole } from '../http/answers';
import { ChoiceField, FlagField, IdField, TimeField } from '../http/fields';
import { runStates } from './run-states';

/** What narrows a list of runs, or a picture of them. */
export class RunFilterQuery {
  @IdField({ optional: true }) flowId?: string;
  @IdField({ optional: true }) storeId?: string;
  @ChoiceField(runStates, { optional: true }) state?: RunState;
  @FlagField({ optional: true, description: 'only dry runs, or only others; both when left out' })
  dryRun?: boolean;

  @TimeField({ optional: true, dayAlone: true, description: 'made at or after' }) since?: string;
  @TimeField({ optional: true, dayAlone: true, description: 'made before' }) until?: string;
}

export class RunHistoryQuery extends RunFilterQuery {
  @ChoiceField(['hour', 'day'], {
    optional: true,
    description: 'length of a piece, a day when left out; days are those of the first one’s time of day',
  })
  step?: 'hour' | 'day';
}

@ApiSchema({ name: 'RunHistoryPiece' })
export class RunHistoryPieceDto {
  @ATime() at: string;
  @AWhole() completed: number;
  @AWhole({ description: 'failed, or completed with failed rows' }) failed: number;
  @AWhole({ description: 'cancelled or skipped' }) stopped: number;
  @AWhole({ description: 'not over yet' }) live: number;
  @AWhole({ description: 'without those of dry runs' }) written: number;
  @AWhole() failedRows: number;
  @AWhole({ description: 'of runs that are over, the longest, in milliseconds' }) longestMs: number;
}

@ApiSchema({ name: 'RunHistory' })
export class RunHistoryDto {
  @AListOf(RunHistoryPieceDto, { description: 'every piece of the time asked for, the empty ones too' })
  items: RunHistoryPieceDto[];
}
