// Shapes of asking the system of a box for what a field of its form can hold.
import { ApiSchema } from '@nestjs/swagger';
import type { FlowDocument } from '@eclusa/flow';
import { AChoice, AFlag, AListOf, AText } from '../http/answers';
import { DocumentField, FlagField, IdField, TextField } from '../http/fields';

export class BoxParams {
  @IdField() id: string;
  @TextField({ max: 64, description: 'a box of the document' }) box: string;
}

@ApiSchema({ name: 'AskChoices' })
export class AskChoicesDto {
  @DocumentField({ description: 'as it stands in the editor, saved or not' }) document: FlowDocument;
  @TextField({ max: 64, example: 'odata.entity-sets', description: 'as a field of the box names it' })
  list: string;
  @IdField({ optional: true, nullable: true }) storeId?: string | null;
  @FlagField({ optional: true, description: 'what is remembered of earlier answers does not count' })
  fresh?: boolean;
}

@ApiSchema({ name: 'ListEntry' })
export class ListEntryDto {
  @AText() value: string;
  @AText({ optional: true, description: 'its type as the system calls it' }) note?: string;
  @AChoice(['text', 'number', 'boolean', 'list', 'object'], {
    optional: true,
    description: 'what rows hold under this name',
  })
  type?: string;
  @AChoice(['date', 'date-time'], { optional: true }) format?: string;
  @AFlag({ optional: true, description: 'part of what identifies a row' }) isKey?: boolean;
}

@ApiSchema({ name: 'Choices' })
export class ChoicesDto {
  @AListOf(ListEntryDto) items: ListEntryDto[];
  @AFlag({ description: 'there are more than are listed' }) more: boolean;
}
