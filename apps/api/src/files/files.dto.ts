// Shape of a stored file.
import { ApiSchema } from '@nestjs/swagger';
import { AnId, AText, AWhole } from '../http/answers';
import { TextField } from '../http/fields';

@ApiSchema({ name: 'StoredFile' })
export class StoredFileDto {
  @AnId() id: string;
  @AText() name: string;
  @AWhole({ description: 'bytes' }) size: number;
}

export class UploadQuery {
  @TextField({ max: 200, description: 'the name the file is shown and downloaded under' }) name: string;
}
