// Lists the indices of an entity of Master Data version 2.
import { listOf, vtexList } from '../vtex/vtex-list';
import { entityField } from './document-fields';

const request = 'GET /api/dataentities/{dataEntityName}/indices';

export default vtexList({
  id: 'vtex.document-index-list',
  version: 1,
  name: {
    en: 'List indices of documents',
    es: 'Listar índices de documentos',
    pt: 'Listar índices de documentos',
  },
  help: {
    en: 'Lists the indices of an entity of Master Data version 2. An index with multiple: false makes its fields unique.',
    es: 'Lista los índices de una entidad de Master Data versión 2. Un índice con multiple: false hace únicos sus campos.',
    pt: 'Lista os índices de uma entidade do Master Data versão 2. Um índice com multiple: false torna únicos os seus campos.',
  },
  keywords: ['master data v2', 'index', 'indices', 'índice', 'unique', 'único', 'dataentities'],
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
      out: [{ name: 'email', acronym: 'Newsletter', isGlobal: false, multiple: false, fields: 'email' }],
    },
  },
});
