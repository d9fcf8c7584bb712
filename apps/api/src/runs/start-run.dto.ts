// What a call that starts a run may say, in its body and in its address.
import { ApiProperty, ApiSchema, OmitType } from '@nestjs/swagger';
import type { Json, Overlap } from '@eclusa/flow';
import { Transform } from 'class-transformer';
import { Allow } from 'class-validator';
import {
  ChoiceField,
  FlagField,
  IdField,
  ObjectField,
  TextField,
  TextsField,
  TimeField,
  WholeField,
} from '../http/fields';
import { MOST_CALLED_ROWS } from './called-rows';

@ApiSchema({ name: 'StartRun' })
export class StartRunDto {
  @IdField({ optional: true, nullable: true }) storeId?: string | null;
  @FlagField({ optional: true, description: 'show the requests, send none' }) dryRun?: boolean;
  @WholeField({ optional: true, min: 1, description: 'the published version when left out' })
  version?: number;
  @ObjectField({ optional: true, description: 'on top of the binding' }) parameters?: Record<string, Json>;

  @ApiProperty({
    required: false,
    oneOf: [
      { type: 'object', additionalProperties: true },
      {
        type: 'array',
        items: { type: 'object', additionalProperties: true },
        minItems: 1,
        maxItems: MOST_CALLED_ROWS,
      },
    ],
    description: 'the rows to work on, for a flow that begins with "Called by another system"',
  })
  @Allow()
  rows?: unknown;
  @TextField({
    optional: true,
    max: 200,
    description:
      'runs of the workspace with the same key do not overlap; the setting of the flow when left out',
  })
  concurrencyKey?: string;
  @ChoiceField(['queue', 'skip', 'cancel'], {
    optional: true,
    description:
      'while another run of the key goes on: wait for it, be stored as skipped, or stop it and start then; ' +
      'without a key, runs of the flow for the same store count',
  })
  overlap?: Overlap;
  @TextsField({ optional: true, most: 10, max: 64, description: 'words of your own, to find runs by' })
  tags?: string[];
  @ChoiceField(['high', 'normal', 'low'], {
    optional: true,
    description:
      'which runs of a store go first; by what the flow writes when left out: orders, stock, prices, the rest',
  })
  priority?: 'high' | 'normal' | 'low';
  @TimeField({ optional: true, description: 'it does not begin before; at most 30 days ahead' })
  runAt?: string;
  @TextField({
    optional: true,
    max: 2_000,
    description:
      'called when the run has ended, as Standard Webhooks has it, signed with the secret of the workspace for runs',
  })
  callbackUrl?: string;
}

/** What a call may say in its address, above all one whose body holds nothing but rows. */
export class StartRunQuery extends OmitType(StartRunDto, ['rows', 'tags', 'parameters']) {
  @TextsField({ optional: true, most: 10, max: 64, description: 'words of your own, separated by commas' })
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.split(',').map((word) => word.trim()) : value,
  )
  tags?: string[];
  @ChoiceField([';', ',', '\t', '|'], {
    optional: true,
    description: 'of a CSV; found out when left out',
  })
  delimiter?: ';' | ',' | '\t' | '|';
}
