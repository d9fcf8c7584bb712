// Reads one schema of an entity.
import { vtexRead } from '../vtex/vtex-read';
import { entity } from './document-targets';
import { oneSchema, schemaName } from './schema-targets';

export default vtexRead({
  id: 'vtex.schema-get',
  version: 1,
  name: { en: 'Read schema', es: 'Leer esquema', pt: 'Ler esquema' },
  help: {
    en: 'Reads, for each row, one schema of an entity of Master Data version 2.',
    es: 'Lee, por cada fila, un esquema de una entidad de Master Data versión 2.',
    pt: 'Lê, para cada linha, um esquema de uma entidade do Master Data versão 2.',
  },
  keywords: ['master data', 'schema', 'esquema', 'json schema'],
  area: 'customers',
  request: `GET ${oneSchema}`,
  path: { dataEntityName: entity, schemaName },
  saveAs: 'schema',
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'dataEntityName', expression: '"vouchers"' },
        { target: 'schemaName', expression: 'esquema' },
      ],
      saveAs: 'schema',
    },
    input: [{ esquema: 'v1' }],
    output: {
      out: [{ esquema: 'v1', schema: { properties: { code: { type: 'string' } }, 'v-indexed': ['code'] } }],
    },
  },
});
