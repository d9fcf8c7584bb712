// Shapes of who is on a flow just now.
import { ApiSchema } from '@nestjs/swagger';
import { AFlag, AListOf, AnId, AText, ATime, AWhole } from '../http/answers';
import { IdField, TextField } from '../http/fields';

/** One open tab tells that it is still there. */
@ApiSchema({ name: 'BePresent' })
export class BePresentDto {
  @IdField({ description: 'made up by the tab: one person may have several' }) tab: string;
  @TextField({ optional: true, nullable: true, max: 64, description: 'the box that is selected there' })
  node?: string | null;
}

export class TabParams {
  @IdField() id: string;
  @IdField() tab: string;
}

@ApiSchema({ name: 'Present' })
export class PresentDto {
  @AnId() tab: string;
  @AText() name: string;
  @AnId() userId: string;
  @AFlag({ description: 'another tab of the person who asks' }) isYou: boolean;
  @AText({ nullable: true }) node: string | null;
}

@ApiSchema({ name: 'Presence' })
export class PresenceDto {
  @AListOf(PresentDto, { description: 'the other tabs, by name' }) others: PresentDto[];
  @AWhole({ description: 'of the draft as it is saved' }) revision: number;
  @AText({ nullable: true, description: 'name of the person who saved it' }) updatedBy: string | null;
  @ATime() updatedAt: string;
}
