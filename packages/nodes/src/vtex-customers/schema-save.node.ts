// Saves a schema of an entity, whole.
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { entity } from './document-targets';
import { oneSchema, schemaName } from './schema-targets';

export default vtexAction({
  id: 'vtex.schema-save',
  version: 1,
  name: { en: 'Save schema', es: 'Guardar esquema', pt: 'Salvar esquema' },
  help: {
    en: 'Creates or replaces a schema of an entity of Master Data version 2. Only fields under v-indexed can be searched by. Documents that are there are checked anew later, in their own time.',
    es: 'Crea o reemplaza un esquema de una entidad de Master Data versión 2. Solo se puede buscar por los campos de v-indexed. Los documentos existentes se revisan después, a su ritmo.',
    pt: 'Cria ou substitui um esquema de uma entidade do Master Data versão 2. Só se pode buscar pelos campos de v-indexed. Os documentos existentes são revisados depois, no tempo da VTEX.',
  },
  keywords: ['master data', 'schema', 'esquema', 'json schema', 'v-indexed'],
  area: 'customers',
  request: `PUT ${oneSchema}`,
  effect: 'idempotent',
  path: { dataEntityName: entity, schemaName },
  body: {
    schema: target.object(
      { en: 'Schema (JSON Schema)', es: 'Esquema (JSON Schema)', pt: 'Esquema (JSON Schema)' },
      { required: true, suggest: '{"properties": {}}' },
    ),
  },
  shape: ({ schema }) => schema ?? {},
  saveAs: '',
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'dataEntityName', expression: '"vouchers"' },
        { target: 'schemaName', expression: 'esquema' },
        {
          target: 'schema',
          expression: '{"properties": {"code": {"type": "string"}}, "v-indexed": ["code"]}',
        },
      ],
      saveAs: '',
    },
    input: [{ esquema: 'v2' }],
    output: { out: [{ esquema: 'v2' }] },
  },
});
