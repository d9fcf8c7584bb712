// Shape of how long a workspace keeps what has happened.
import { ApiSchema } from '@nestjs/swagger';
import { WholeField } from '../http/fields';

const days = { min: 1, max: 3_650 } as const;

@ApiSchema({ name: 'Retention' })
export class RetentionDto {
  @WholeField({ ...days, description: 'days that what happened to single rows is kept' }) logDays: number;
  @WholeField({ ...days, description: 'days that runs are kept, with samples and failed rows' })
  runDays: number;
  @WholeField({ ...days, description: 'days that is kept who changed what' }) auditDays: number;
}
