// Shapes of the check of a store: its key, and what its flows need of the key.
import { ApiSchema } from '@nestjs/swagger';
import type { Right } from '@eclusa/nodes';
import { ConnectionTestDto } from '../connections/connections.dto';
import { A, AChoice, AFlag, AListOf, AnId, AText } from '../http/answers';
import { TextDto } from '../http/problem.dto';

const rights: readonly Right[] = ['ok', 'missing', 'untestable', 'unanswered'];

/** A box that needs the resource. */
@ApiSchema({ name: 'StoreRightBox' })
export class StoreRightBoxDto {
  @AnId() flowId: string;
  @AText() flowName: string;
  @AText() node: string;
  @A(TextDto) nodeName: TextDto;
  @AFlag({ description: 'it is in the draft' }) draft: boolean;
  @AFlag({ description: 'it is in the published version' }) published: boolean;
}

/** A License Manager resource that flows of the store need. */
@ApiSchema({ name: 'StoreRight' })
export class StoreRightDto {
  @AText({ description: 'as VTEX prints it: product and resource' }) resource: string;
  @AChoice(rights, {
    description:
      '`untestable`: only a write would tell, and the check writes nothing; `unanswered`: the store was silent',
  })
  state: Right;
  @A(TextDto, { description: 'what it means and what to do' }) message: TextDto;
  @AListOf(StoreRightBoxDto) neededBy: StoreRightBoxDto[];
}

@ApiSchema({ name: 'StoreCheck' })
export class StoreCheckDto {
  @A(ConnectionTestDto) connection: ConnectionTestDto;
  @AListOf(StoreRightDto, { description: 'missing ones first' }) rights: StoreRightDto[];
}
