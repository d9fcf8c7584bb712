// Shapes of triggers: what starts a flow from outside, and how that stands.
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { A, AListOf, AnId, AText, ATime, AWhole } from '../http/answers';
import { IdParams } from '../http/params';
import { TextDto } from '../http/problem.dto';

export class TriggerParams extends IdParams {
  @ApiProperty({ type: String, format: 'uuid' }) @IsUUID() triggerId: string;
}

@ApiSchema({ name: 'HookTaken' })
export class HookTakenDto {
  @AWhole({ description: 'events the call told of; each is kept, and starts a run unless it came before' })
  events: number;
}

@ApiSchema({ name: 'TriggerGap' })
export class TriggerGapDto {
  @ATime() from: string;
  @ATime() until: string;
  @AWhole({ description: 'events of that time that were found afterwards' }) found: number;
  @ATime({ nullable: true, description: 'null while it is still looked through' }) closedAt: string | null;
}

@ApiSchema({ name: 'TriggerTrouble' })
export class TriggerTroubleDto {
  @AText() code: string;
  @A(TextDto, { description: 'why it waits, and what to do' }) text: TextDto;
  @ATime() since: string;
}

@ApiSchema({ name: 'Trigger' })
export class TriggerDto {
  @AnId() id: string;
  @AText({ description: 'the box' }) node: string;
  @AText({ description: 'its node type' }) type: string;
  @AnId({ nullable: true }) storeId: string | null;
  @AText({ nullable: true }) storeName: string | null;
  @AText({ nullable: true, description: 'where another system calls it; null without one, and for viewers' })
  address: string | null;
  @AWhole({ description: 'events that started a run' }) events: number;
  @AText({ nullable: true, description: 'the flow whose ends start this one; null for other triggers' })
  watchedFlow: string | null;
  @ATime({ nullable: true }) eventAt: string | null;
  @ATime({ nullable: true }) polledAt: string | null;
  @ATime({ nullable: true, description: 'when the other side’s configuration was last looked at' })
  checkedAt: string | null;
  @A(TriggerTroubleDto, { nullable: true }) trouble: TriggerTroubleDto | null;
  @AListOf(TriggerGapDto, { description: 'times in which the other side sent nothing, the newest first' })
  gaps: TriggerGapDto[];
}

@ApiSchema({ name: 'TriggerList' })
export class TriggerListDto {
  @AListOf(TriggerDto) items: TriggerDto[];
}
