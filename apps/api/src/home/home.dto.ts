// Shape of the first page: what is red, what is late, what ran.
import { ApiSchema } from '@nestjs/swagger';
import type { RunState } from '@eclusa/db';
import { AChoice, AListOf, AnId, AText, ATime, AWhole, A } from '../http/answers';

/** A flow whose newest run did not end well. */
@ApiSchema({ name: 'HomeFlow' })
export class HomeFlowDto {
  @AnId() flowId: string;
  @AText() name: string;
  @AnId() runId: string;
  @AText() state: RunState;
  @AWhole({ description: 'rows of that run that failed' }) failed: number;
  @ATime() at: string;
}

/** A store that does not answer, or whose runs wait for it. */
@ApiSchema({ name: 'HomeStore' })
export class HomeStoreDto {
  @AText({ description: 'account and API family, or what the flow calls' }) service: string;
  @AText({ nullable: true }) name: string | null;
  @AnId() runId: string;
  @ATime() since: string;
}

/** A run with rows that may have arrived, nobody saw. */
@ApiSchema({ name: 'HomeDoubt' })
export class HomeDoubtDto {
  @AnId() runId: string;
  @AText() flowName: string;
  @AWhole() rows: number;
}

/** Codes of one table that rows wait for. */
@ApiSchema({ name: 'HomeCodes' })
export class HomeCodesDto {
  @AText() table: string;
  @AnId({ nullable: true }) storeId: string | null;
  @AText({ nullable: true }) storeName: string | null;
  @AWhole() codes: number;
  @AWhole() rows: number;
}

/** Something that should have run and did not. */
@ApiSchema({ name: 'HomeLate' })
export class HomeLateDto {
  @AChoice(['overdue', 'skipped', 'waiting'], {
    description:
      '`overdue`: no worker fired it; `skipped`: an earlier run was still going on; `waiting`: its run has not begun',
  })
  why: 'overdue' | 'skipped' | 'waiting';
  @AnId() flowId: string;
  @AText() flowName: string;
  @AnId({ nullable: true }) runId: string | null;
  @ATime({ description: 'when it was to be' }) at: string;
}

/** A flow or store somebody has paused. */
@ApiSchema({ name: 'HomePaused' })
export class HomePausedDto {
  @AChoice(['flow', 'store']) what: 'flow' | 'store';
  @AnId() id: string;
  @AText() name: string;
  @ATime() since: string;
}

/** What ran in the last day. */
@ApiSchema({ name: 'HomeRan' })
export class HomeRanDto {
  @ATime() since: string;
  @AWhole() runs: number;
  @AWhole() live: number;
  @AWhole() failedRuns: number;
  @AWhole() read: number;
  @AWhole() written: number;
  @AWhole() failed: number;
}

@ApiSchema({ name: 'Home' })
export class HomeDto {
  @AWhole({ description: 'flows of the workspace' }) flows: number;
  @AWhole({ description: 'runs it ever made, up to one' }) everRan: number;
  @AListOf(HomeFlowDto) failing: HomeFlowDto[];
  @AListOf(HomeStoreDto) away: HomeStoreDto[];
  @AListOf(HomeDoubtDto) inDoubt: HomeDoubtDto[];
  @AListOf(HomeCodesDto) missing: HomeCodesDto[];
  @AListOf(HomeLateDto) late: HomeLateDto[];
  @AListOf(HomePausedDto) paused: HomePausedDto[];
  @A(HomeRanDto) ran: HomeRanDto;
}
