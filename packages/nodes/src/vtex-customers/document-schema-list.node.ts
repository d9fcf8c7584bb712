// Lists the schemas of an entity of Master Data version 2.
import { listOf, vtexList } from '../vtex/vtex-list';
import { entityField } from './document-fields';

const request = 'GET /api/dataentities/{dataEntityName}/schemas';

export default vtexList({
  id: 'vtex.document-schema-list',
  version: 1,
  name: { en: 'List schemas', es: 'Listar esquemas (schemas)', pt: 'Listar schemas' },
  help: {
    en: 'Lists the schemas of an entity of Master Data version 2, each as { name, schema }. An entity has 60 at most.',
    es: 'Lista los esquemas de una entidad de Master Data versión 2, cada uno como { name, schema }. Una entidad tiene 60 como máximo.',
    pt: 'Lista os schemas de uma entidade do Master Data versão 2, cada um como { name, schema }. Uma entidade tem no máximo 60.',
  },
  keywords: ['master data v2', 'schema', 'esquema', 'estructura', 'estrutura', 'dataentities'],
  area: 'customers',
  request,
  fields: { entity: entityField },
  async read(_at, { config, send }) {
    const params = { dataEntityName: String(config['entity']).trim() };
    return { items: listOf(await send(request, { params }), request), next: null };
  },
  example: {
    config: { connection: 'store', entity: 'Newsletter' },
    input: [],
    output: {
      out: [{ name: 'v1', schema: { properties: { email: { type: 'string' } }, 'v-indexed': ['email'] } }],
    },
  },
});
