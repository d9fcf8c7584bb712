// Shapes of what a dry run would change.
import { differenceKinds, type DifferenceKind, type Json } from '@eclusa/flow';
import { ApiSchema } from '@nestjs/swagger';
import { AChoice, AListOf, AnObject, AnyJson, AText, AWhole } from '../http/answers';
import { ChoiceField } from '../http/fields';
import { NodePageQuery } from './runs.dto';

@ApiSchema({ name: 'MemberChange' })
export class MemberChangeDto {
  @AText({ description: 'nested members by a dotted name' }) name: string;
  @AnyJson({ optional: true, description: 'absent: not there' }) before?: Json;
  @AnyJson({ optional: true, description: 'absent: not there' }) after?: Json;
}

@ApiSchema({ name: 'RunDifference' })
export class RunDifferenceDto {
  @AText() node: string;
  @AWhole() row: number;
  @AChoice(differenceKinds, {
    description: '`same`: the store holds it already; `other`: what it changes cannot be told',
  })
  kind: DifferenceKind;
  @AListOf(MemberChangeDto) members: MemberChangeDto[];
  @AnObject({
    nullable: true,
    description: 'method, url, headers and body, without secrets; null: nothing would be sent',
  })
  request: object | null;
}

@ApiSchema({ name: 'RunDifferenceList' })
export class RunDifferenceListDto {
  @AListOf(RunDifferenceDto) items: RunDifferenceDto[];
  @AText({ optional: true }) nextCursor?: string;
}

@ApiSchema({ name: 'RunDifferenceCounts' })
export class RunDifferenceCountsDto {
  @AWhole() create: number;
  @AWhole() update: number;
  @AWhole() same: number;
  @AWhole() delete: number;
  @AWhole() other: number;
}

export class DifferenceQuery extends NodePageQuery {
  @ChoiceField([...differenceKinds], { optional: true }) kind?: DifferenceKind;
}
