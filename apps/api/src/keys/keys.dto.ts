// Shapes of the keys by which programs call.
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { keyActions, type KeyAction } from '@eclusa/db';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { A, AChoice, AListOf, AnId, AText, ATime, AWhole, Ids } from '../http/answers';
import { IdsField, TextField, TimeField, WholeField } from '../http/fields';

@ApiSchema({ name: 'SaveKey' })
export class SaveKeyDto {
  @TextField({ description: 'whose key it is: the program that will use it' }) name: string;

  @ApiProperty({ type: String, enum: [...keyActions], isArray: true, minItems: 1, uniqueItems: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn([...keyActions], { each: true })
  actions: KeyAction[];

  @IdsField({
    optional: true,
    nullable: true,
    description: 'the flows it may reach; all of them, those to come included, when null',
  })
  flowIds?: string[] | null;

  @IdsField({
    optional: true,
    nullable: true,
    description: 'the stores it may reach; all of them, and runs without a store, when null',
  })
  storeIds?: string[] | null;

  @WholeField({ optional: true, min: 1, max: 100_000, description: 'requests a minute; 600 when left out' })
  perMinute?: number;
  @WholeField({
    optional: true,
    nullable: true,
    min: 1,
    max: 10_000_000,
    description: 'runs a day (UTC); no limit when null',
  })
  runsPerDay?: number | null;

  @TimeField({ optional: true, nullable: true })
  expiresAt?: string | null;
}

@ApiSchema({ name: 'RotateKey' })
export class RotateKeyDto {
  @WholeField({
    optional: true,
    max: 720,
    description: 'how long the old key stays good; 24 hours when left out',
  })
  overlapHours?: number;
}

@ApiSchema({ name: 'Key' })
export class KeyDto {
  @AnId() id: string;
  @AText() name: string;
  @AText({ description: 'its first characters' }) hint: string;
  @ApiProperty({ type: String, enum: [...keyActions], isArray: true }) actions: KeyAction[];
  @Ids({ nullable: true }) flowIds: string[] | null;
  @Ids({ nullable: true }) storeIds: string[] | null;
  @AWhole() perMinute: number;
  @AWhole({ nullable: true }) runsPerDay: number | null;
  @ATime({ nullable: true }) expiresAt: string | null;
  @ATime({ nullable: true, description: 'to the minute' }) lastUsedAt: string | null;
  @ATime({ nullable: true, description: 'until when the key before the last rotation is good' })
  oldKeyUntil: string | null;
  @AChoice(['active', 'expired', 'revoked']) state: 'active' | 'expired' | 'revoked';
  @AText({ nullable: true, description: 'who made it' }) createdBy: string | null;
  @ATime() createdAt: string;
}

@ApiSchema({ name: 'KeyList' })
export class KeyListDto {
  @AListOf(KeyDto) items: KeyDto[];
}

/** The only answer that holds the key itself. */
@ApiSchema({ name: 'NewKey' })
export class NewKeyDto {
  @A(KeyDto) key: KeyDto;
  @AText({ description: 'the key; shown this once and not kept' }) secret: string;
}
