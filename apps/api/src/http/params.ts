// Path parameters shared by the features.
import { IdField } from './fields';

export class IdParams {
  @IdField() id: string;
}
