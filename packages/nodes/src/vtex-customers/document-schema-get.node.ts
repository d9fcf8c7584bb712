// Reads one schema of Master Data version 2.
import { vtexRead } from '../vtex/vtex-read';
import { dataEntityName, schemaName } from './document-targets';

export default vtexRead({
  id: 'vtex.document-schema-get',
  version: 1,
  name: { en: 'Read schema', es: 'Leer esquema (schema)', pt: 'Ler schema' },
  help: {
    en: 'Reads one schema of an entity of Master Data version 2: its fields, and in v-indexed those that can be searched.',
    es: 'Lee un esquema de una entidad de Master Data versión 2: sus campos y, en v-indexed, los que se pueden buscar.',
    pt: 'Lê um schema de uma entidade do Master Data versão 2: os campos e, em v-indexed, os que podem ser buscados.',
  },
  keywords: ['master data v2', 'schema', 'esquema', 'estructura', 'estrutura', 'v-indexed'],
  area: 'customers',
  request: 'GET /api/dataentities/{dataEntityName}/schemas/{schemaName}',
  path: { dataEntityName, schemaName },
  saveAs: 'schema',
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'dataEntityName', expression: 'entidade' },
        { target: 'schemaName', expression: '"v1"' },
      ],
      saveAs: 'schema',
    },
    input: [{ entidade: 'Newsletter' }],
    output: {
      out: [
        {
          entidade: 'Newsletter',
          schema: { properties: { email: { type: 'string' } }, 'v-indexed': ['email'] },
        },
      ],
    },
  },
});
