// Shapes of callbacks: endpoints that are told of events, and the log of what they were told.
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { callbackEvents, testEvent, type CallbackEvent, type DeliveredEvent } from '@eclusa/db';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator';
import { A, AChoice, AFlag, AListOf, AnId, AText, ATime, AWhole, Ids } from '../http/answers';
import { FlagField, IdsField, TextField } from '../http/fields';

@ApiSchema({ name: 'SaveCallback' })
export class SaveCallbackDto {
  @TextField({ description: 'the program behind it' }) name: string;
  @TextField({ max: 2_000, description: 'an http or https address' }) address: string;

  @ApiProperty({ type: String, enum: [...callbackEvents], isArray: true, minItems: 1, uniqueItems: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn([...callbackEvents], { each: true })
  events: CallbackEvent[];

  @IdsField({ optional: true, nullable: true, description: 'the flows it is told of; all of them when null' })
  flowIds?: string[] | null;
  @IdsField({
    optional: true,
    nullable: true,
    description: 'the stores it is told of; all of them when null',
  })
  storeIds?: string[] | null;
  @FlagField({ optional: true, description: 'true when left out' }) enabled?: boolean;
}

@ApiSchema({ name: 'Callback' })
export class CallbackDto {
  @AnId() id: string;
  @AText() name: string;
  @AText() address: string;
  @ApiProperty({ type: String, enum: [...callbackEvents], isArray: true }) events: CallbackEvent[];
  @Ids({ nullable: true }) flowIds: string[] | null;
  @Ids({ nullable: true }) storeIds: string[] | null;
  @AFlag() enabled: boolean;
  @AText({ nullable: true, description: 'who made it' }) createdBy: string | null;
  @ATime() createdAt: string;
}

@ApiSchema({ name: 'CallbackList' })
export class CallbackListDto {
  @AListOf(CallbackDto) items: CallbackDto[];
  @AFlag({ description: 'there is a secret for addresses that come with the start of a run' })
  hasRunSecret: boolean;
}

@ApiSchema({ name: 'NewCallback' })
export class NewCallbackDto {
  @A(CallbackDto) callback: CallbackDto;
  @AText({ description: 'what calls are signed with; shown this once' }) secret: string;
}

@ApiSchema({ name: 'CallbackSecret' })
export class CallbackSecretDto {
  @AText({ description: 'what calls are signed with; shown this once' }) secret: string;
}

export class DeliveryListQuery {
  @ApiProperty({ type: String, format: 'uuid', required: false })
  @IsOptional()
  @IsUUID()
  callbackId?: string;
  @ApiProperty({ type: String, format: 'uuid', required: false }) @IsOptional() @IsUUID() runId?: string;
}

@ApiSchema({ name: 'CallbackDelivery' })
export class CallbackDeliveryDto {
  @AnId({ description: 'the receiver knows it as webhook-id' }) id: string;
  @AnId({ nullable: true, description: 'null for an address that came with the start of a run' })
  callbackId: string | null;
  @AText({ description: 'without a query, which may hold what is secret' }) address: string;
  @AChoice([...callbackEvents, testEvent]) event: DeliveredEvent;
  @AnId({ nullable: true }) runId: string | null;
  @AChoice(['waiting', 'delivered', 'given-up']) state: 'waiting' | 'delivered' | 'given-up';
  @AWhole() tries: number;
  @AWhole({ nullable: true, description: 'what the last call was answered with; null without an answer' })
  status: number | null;
  @AText({ nullable: true, description: 'why there was no answer, as a code' }) error: string | null;
  @ATime({ nullable: true, description: 'when it is called next' }) nextAt: string | null;
  @ATime({ nullable: true }) doneAt: string | null;
  @ATime() createdAt: string;
}

@ApiSchema({ name: 'CallbackDeliveryList' })
export class CallbackDeliveryListDto {
  @AListOf(CallbackDeliveryDto, { description: 'the newest 100' }) items: CallbackDeliveryDto[];
}
