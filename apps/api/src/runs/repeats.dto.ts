// Shapes of what repeats work of a run: failed rows, rows in doubt, a source from a page on.
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { locales, type Locale, type Row } from '@eclusa/flow';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, Matches, ValidateIf } from 'class-validator';
import { A, AListOf, AText, AWhole } from '../http/answers';
import { ChoiceField, FlagField, ListField, ObjectField, TextField, WholeField } from '../http/fields';
import { TextDto } from '../http/problem.dto';
import { RunDto } from './runs.dto';

/** As lists of failed rows have it. */
const failedRowId = /^\d{1,18}$/;

class WithVersion {
  @ApiProperty({
    required: false,
    oneOf: [
      { type: 'integer', minimum: 1 },
      { type: 'string', enum: ['newest'] },
    ],
    description: 'the version of the run itself when left out',
  })
  @IsOptional()
  @ValidateIf((body: WithVersion) => body.version !== 'newest')
  @IsInt()
  version?: number | 'newest';
}

@ApiSchema({ name: 'EditedRow' })
export class EditedRowDto {
  @TextField({ max: 18 }) @Matches(failedRowId) failedRowId: string;
  @ObjectField({ description: 'the whole row as it is to be sent' }) row: Row;
}

@ApiSchema({ name: 'Replay' })
export class ReplayDto extends WithVersion {
  @ApiProperty({ type: [String], required: false, maxItems: 10_000 })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10_000)
  @Matches(failedRowId, { each: true })
  failedRowIds?: string[];

  @TextField({ optional: true, max: 64, description: 'all open failed rows of this node' }) node?: string;
  @TextField({ optional: true, max: 120, description: 'all open failed rows with this error code' })
  code?: string;
  @TextField({ optional: true, max: 500, description: 'only rows whose error names this field' })
  field?: string;
  @FlagField({ optional: true, description: 'all open failed rows of the run' }) all?: boolean;
}

@ApiSchema({ name: 'ReplayRows' })
export class ReplayRowsDto extends ReplayDto {
  @ListField(EditedRowDto, {
    optional: true,
    max: 10_000,
    description:
      'rows that are sent as they are here, and not as they failed; each has to be among those repeated',
  })
  edits?: EditedRowDto[];
}

export class FailedFileQuery {
  @TextField({ optional: true, max: 64, description: 'id of a node' }) node?: string;
  @TextField({ optional: true, max: 120, description: 'an error code' }) code?: string;
  @TextField({ optional: true, max: 500, description: 'a field the error names' }) field?: string;
  @ChoiceField(locales, { optional: true, description: 'of the reasons; English when left out' })
  locale?: Locale;
}

export class FailedFileSendQuery {
  @FlagField({ optional: true, description: 'look at the file only; nothing is sent' }) check?: boolean;
  @FlagField({ optional: true, description: 'through the newest version, and not the one of the run' })
  newest?: boolean;
}

@ApiSchema({ name: 'FailedFileLine' })
export class FailedFileLineDto {
  @AWhole() line: number;
  @AText() code: string;
  @A(TextDto) text: Record<Locale, string>;
}

@ApiSchema({ name: 'FailedFileResult' })
export class FailedFileResultDto {
  @AWhole({ description: 'rows of the file that can be sent again' }) rows: number;
  @AWhole({ description: 'of them, those that differ from what failed' }) changed: number;
  @AListOf(FailedFileLineDto, {
    description: 'lines that cannot; the first 50. With one of them nothing is sent',
  })
  faults: FailedFileLineDto[];
  @A(RunDto, { nullable: true, description: 'the new run; null when nothing was sent' }) run: RunDto | null;
}

@ApiSchema({ name: 'SeenAnswer' })
export class SeenAnswerDto {
  @TextField({ max: 18 }) @Matches(failedRowId) failedRowId: string;
  @ObjectField({ description: 'fields that are put on top of the row' }) values: Row;
}

@ApiSchema({ name: 'SettleDoubt' })
export class SettleDoubtDto extends ReplayDto {
  @ChoiceField(['happened', 'again'], {
    description: '`happened`: the rows go on behind their node; `again`: they are sent once more',
  })
  outcome: 'happened' | 'again';

  @ListField(SeenAnswerDto, { optional: true, max: 10_000, description: 'with `happened`: what nobody saw' })
  answers?: SeenAnswerDto[];
}

@ApiSchema({ name: 'Rerun' })
export class RerunDto extends WithVersion {
  @WholeField({ min: 1, description: 'the page to begin with, by its number in the run' }) page: number;
}
