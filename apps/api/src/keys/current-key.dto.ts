// Shapes of what a key is told about itself.
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { keyActions, type KeyAction } from '@eclusa/db';
import { A, AListOf, AnId, AText, ATime, AWhole } from '../http/answers';

@ApiSchema({ name: 'Reached' })
export class ReachedDto {
  @AnId() id: string;
  @AText() name: string;
}

@ApiSchema({ name: 'CallingKey' })
export class CallingKeyDto {
  @AnId() id: string;
  @AText() name: string;
  @AText({ description: 'its first characters' }) hint: string;
  @ApiProperty({ type: String, enum: [...keyActions], isArray: true }) actions: KeyAction[];
  @AWhole() perMinute: number;
  @AWhole({ nullable: true }) runsPerDay: number | null;
  @ATime({ nullable: true }) expiresAt: string | null;
}

@ApiSchema({ name: 'CurrentKey' })
export class CurrentKeyDto {
  @A(CallingKeyDto) key: CallingKeyDto;
  @A(ReachedDto) workspace: ReachedDto;
  @AListOf(ReachedDto, { description: 'published flows it reaches, by name; the first 1,000' })
  flows: ReachedDto[];
  @AListOf(ReachedDto, { description: 'stores it reaches, by name; the first 1,000' }) stores: ReachedDto[];
}
