// What the boxes of schemas share.
import { target } from '../vtex/targets';

export const oneSchema = '/api/dataentities/{dataEntityName}/schemas/{schemaName}';

export const schemaName = target.text(
  { en: 'Schema', es: 'Esquema', pt: 'Esquema' },
  { required: true, maxLength: 100, suggest: '$exists(esquema) ? esquema : "v1"' },
);
