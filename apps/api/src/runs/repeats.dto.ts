// Shapes of what repeats work of a run: failed rows, rows in doubt, a source from a page on.
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { Row } from '@eclusa/flow';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, Matches, ValidateIf } from 'class-validator';
import { ChoiceField, FlagField, ListField, ObjectField, TextField, WholeField } from '../http/fields';

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

@ApiSchema({ name: 'Replay' })
export class ReplayDto extends WithVersion {
  @ApiProperty({ type: [String], required: false, maxItems: 10_000 })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10_000)
  @Matches(/^\d{1,18}$/, { each: true })
  failedRowIds?: string[];

  @TextField({ optional: true, max: 64, description: 'all open failed rows of this node' }) node?: string;
  @TextField({ optional: true, max: 120, description: 'all open failed rows with this error code' })
  code?: string;
  @FlagField({ optional: true, description: 'all open failed rows of the run' }) all?: boolean;
}

@ApiSchema({ name: 'SeenAnswer' })
export class SeenAnswerDto {
  @TextField({ max: 18 }) failedRowId: string;
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
