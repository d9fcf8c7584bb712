// Shapes of schedules: when a flow runs by itself.
import { ApiSchema } from '@nestjs/swagger';
import type { Missed, Overlap } from '@eclusa/flow';
import { IsUUID } from 'class-validator';
import { A, AChoice, AFlag, AListOf, AnId, AText, ATime } from '../http/answers';
import { ChoiceField, FlagField, IdField, TextField } from '../http/fields';
import { IdParams } from '../http/params';
import { TextDto } from '../http/problem.dto';
import { ApiProperty } from '@nestjs/swagger';

const missed: readonly Missed[] = ['once', 'all', 'skip'];
const overlaps: readonly Overlap[] = ['queue', 'skip', 'cancel'];

export class ScheduleParams extends IdParams {
  @ApiProperty({ type: String, format: 'uuid' }) @IsUUID() scheduleId: string;
}

@ApiSchema({ name: 'Timetable' })
export class TimetableDto {
  @TextField({
    max: 120,
    example: '*/5 8-19 * * 1-5',
    description: 'five fields: minute, hour, day of the month, month, day of the week',
  })
  cron: string;
  @TextField({ max: 64, example: 'America/Sao_Paulo', description: 'IANA name' }) timezone: string;
}

@ApiSchema({ name: 'SaveSchedule' })
export class SaveScheduleDto extends TimetableDto {
  @IdField({ optional: true, nullable: true, description: 'the store the flow runs for' })
  storeId?: string | null;
  @ChoiceField(missed, {
    description: 'of times at which nothing could fire: the newest, each, or none',
  })
  missed: Missed;
  @ChoiceField(overlaps, {
    description: 'while the run before is going on: wait, skip the new one, stop the old',
  })
  overlap: Overlap;
  @FlagField({ description: 'false: kept, and not fired' }) enabled: boolean;
}

@ApiSchema({ name: 'Schedule' })
export class ScheduleDto {
  @AnId() id: string;
  @AnId({ nullable: true }) storeId: string | null;
  @AText({ nullable: true }) storeName: string | null;
  @AText() cron: string;
  @AText() timezone: string;
  @A(TextDto, { description: 'the schedule in one sentence' }) text: TextDto;
  @AChoice(missed) missed: Missed;
  @AChoice(overlaps) overlap: Overlap;
  @AFlag() enabled: boolean;
  @ATime({ nullable: true, description: 'null when it is off or never comes again' }) nextAt: string | null;
  @ATime({ nullable: true, description: 'the last time it was fired for' }) lastAt: string | null;
}

@ApiSchema({ name: 'ScheduleList' })
export class ScheduleListDto {
  @AListOf(ScheduleDto) items: ScheduleDto[];
}

@ApiSchema({ name: 'SchedulePreview' })
export class SchedulePreviewDto {
  @A(TextDto, { description: 'the schedule in one sentence' }) text: TextDto;
  @ApiProperty({ type: String, format: 'date-time', isArray: true, description: 'the next ten times' })
  times: string[];
}
