// Shapes of tables of codes: pairs per store, and the codes that rows wait for.
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { longestCode, longestTableName, type LookupBy } from '@eclusa/flow';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, Length } from 'class-validator';
import { AChoice, AListOf, AText, ATime, AWhole } from '../http/answers';
import { ChoiceField, FlagField, IdField, ListField, TextField } from '../http/fields';
import { PageQuery, RunDto } from '../runs/runs.dto';

/** Pairs or codes of one request. */
export const mostPairs = 1_000;

const trimmed = () => Transform(({ value }: { value: unknown }) => trim(value));

function trim(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(trim);
  return typeof value === 'string' ? value.trim() : value;
}

/** A code without blanks around it, as boxes write and look for it. */
const CodeField = (description: string) =>
  applyDecorators(TextField({ max: longestCode, description }), trimmed());

const TableField = (optional = false) =>
  applyDecorators(
    TextField({ max: longestTableName, description: 'the name of the table', ...(optional && { optional }) }),
    trimmed(),
  );

const StoreField = () =>
  IdField({
    optional: true,
    nullable: true,
    description: 'left out: tables of flows that run without a store',
  });

export class TableParams {
  @TableField() table: string;
}

export class PlaceQuery {
  @StoreField() storeId?: string | null;
}

export class PairQuery extends PageQuery {
  @StoreField() storeId?: string | null;
  @TextField({ optional: true, max: longestCode, description: 'a part of the key or the value' })
  search?: string;
}

export class OnePairQuery {
  @StoreField() storeId?: string | null;
  @CodeField('the ERP code of the pair') key: string;
}

export class ImportQuery {
  @StoreField() storeId?: string | null;
  @FlagField({ optional: true, description: 'the first line holds names of columns; true when left out' })
  header?: boolean;
}

export class MissingQuery extends PageQuery {
  @StoreField() storeId?: string | null;
  @TableField(true) table?: string;
}

@ApiSchema({ name: 'CodePair' })
export class CodePairDto {
  @CodeField('the code in the ERP') key: string;
  @CodeField('the id in VTEX') value: string;
}

@ApiSchema({ name: 'SaveCodes' })
export class SaveCodesDto {
  @StoreField() storeId?: string | null;
  @ListField(CodePairDto, { max: mostPairs, description: 'of two with one key the later counts' })
  pairs: CodePairDto[];
}

@ApiSchema({ name: 'CodesSaved' })
export class CodesSavedDto {
  @AWhole({ description: 'pairs that are in the table now as they were sent' }) pairs: number;
  @AListOf(RunDto, { description: 'runs in which rows go on that waited for these codes' }) runs: RunDto[];
}

@ApiSchema({ name: 'StoredCodePair' })
export class StoredCodePairDto {
  @AText({ description: 'the code in the ERP' }) key: string;
  @AText({ description: 'the id in VTEX' }) value: string;
  @ATime() updatedAt: string;
}

@ApiSchema({ name: 'CodePairList' })
export class CodePairListDto {
  @AListOf(StoredCodePairDto) items: StoredCodePairDto[];
  @AText({ optional: true }) nextCursor?: string;
}

@ApiSchema({ name: 'CodeTable' })
export class CodeTableDto {
  @AText() name: string;
  @AWhole() pairs: number;
  @AWhole({ description: 'rows that wait for a code of this table' }) waitingRows: number;
}

@ApiSchema({ name: 'CodeTableList' })
export class CodeTableListDto {
  @AListOf(CodeTableDto) items: CodeTableDto[];
}

@ApiSchema({ name: 'MissingCode' })
export class MissingCodeDto {
  @AText() table: string;
  @AChoice(['key', 'value'], { description: 'which half of the pair is known: the ERP code or the VTEX id' })
  by: LookupBy;
  @AText() code: string;
  @AWhole() rows: number;
  @ATime({ description: 'when the first of its rows began to wait' }) since: string;
}

@ApiSchema({ name: 'MissingCodeList' })
export class MissingCodeListDto {
  @AListOf(MissingCodeDto) items: MissingCodeDto[];
  @AText({ optional: true }) nextCursor?: string;
}

@ApiSchema({ name: 'GiveUpCodes' })
export class GiveUpCodesDto {
  @StoreField() storeId?: string | null;
  @TableField() table: string;
  @ChoiceField(['key', 'value'], { description: 'which half of the pair is known' }) by: LookupBy;

  @ApiProperty({ type: [String], minItems: 1, maxItems: mostPairs })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(mostPairs)
  @IsString({ each: true })
  @Length(1, longestCode, { each: true })
  codes: string[];
}

@ApiSchema({ name: 'CodesGivenUp' })
export class CodesGivenUpDto {
  @AWhole({ description: 'rows that are failed rows now' }) rows: number;
}
