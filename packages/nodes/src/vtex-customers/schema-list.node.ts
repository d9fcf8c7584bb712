// Lists the schemas of an entity.
import { listOf, vtexList } from '../vtex/vtex-list';
import { entityFields } from './document-targets';

const request = 'GET /api/dataentities/{dataEntityName}/schemas';

export default vtexList({
  id: 'vtex.schema-list',
  version: 1,
  name: { en: 'List schemas', es: 'Listar esquemas', pt: 'Listar esquemas' },
  help: {
    en: 'Reads the schemas of an entity of Master Data version 2, one row each: its name and the schema itself. An entity may have 60.',
    es: 'Lee los esquemas de una entidad de Master Data versión 2, una fila cada uno: su nombre y el esquema. Una entidad puede tener 60.',
    pt: 'Lê os esquemas de uma entidade do Master Data versão 2, uma linha cada: o nome e o esquema. Uma entidade pode ter 60.',
  },
  keywords: ['master data', 'schemas', 'esquemas', 'json schema', 'entidade'],
  area: 'customers',
  request,
  fields: entityFields,
  read: async (_at, { send, config }) => ({
    items: listOf(await send(request, { params: { dataEntityName: String(config['entity']) } }), request),
    next: null,
  }),
  example: {
    config: { connection: 'store', entity: 'vouchers' },
    input: [],
    output: {
      out: [{ name: 'v1', schema: { properties: { code: { type: 'string' } }, 'v-indexed': ['code'] } }],
    },
  },
});
