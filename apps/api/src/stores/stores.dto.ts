// Shapes of stores: a VTEX account with the connection that opens it.
import { ApiSchema } from '@nestjs/swagger';
import { A, AListOf, AnId, AText, ATime } from '../http/answers';
import { IdField, TextField } from '../http/fields';
import { PauseDto } from '../runs/pauses.dto';

@ApiSchema({ name: 'SaveStore' })
export class SaveStoreDto {
  @TextField() name: string;
  @TextField({ max: 80, description: 'the VTEX account name' }) account: string;
  @IdField({ description: 'a connection of kind vtex' }) connectionId: string;
}

@ApiSchema({ name: 'Store' })
export class StoreDto {
  @AnId() id: string;
  @AText() name: string;
  @AText() account: string;
  @AnId() connectionId: string;
  @A(PauseDto, { nullable: true, description: 'set while the runs for it are held' }) paused: PauseDto | null;
  @ATime() createdAt: string;
}

@ApiSchema({ name: 'StoreList' })
export class StoreListDto {
  @AListOf(StoreDto) items: StoreDto[];
}
