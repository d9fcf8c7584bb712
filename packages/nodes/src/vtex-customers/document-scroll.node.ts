// Lists all documents by scrolling: no end but the entity's own. A token that has expired begins the list anew.
import { UserError, type Json } from '@eclusa/flow';
import { hasStatus } from '../vtex/remote';
import { listOf, vtexList, type ListPage, type ListTools } from '../vtex/vtex-list';
import { filterFields, filterQuery } from './document-targets';

const request = 'GET /api/dataentities/{dataEntityName}/scroll';
const pageRows = 1000;

export default vtexList({
  id: 'vtex.document-scroll',
  version: 1,
  name: { en: 'Scroll documents', es: 'Recorrer documentos', pt: 'Percorrer documentos' },
  help: {
    en: 'Reads all documents of Master Data that meet a condition, 1,000 at a time and without the 10,000 of a search. VTEX keeps a scroll for 20 minutes after each page: a run that was paused longer has to be started again. At most 10 scrolls at once per account.',
    es: 'Lee todos los documentos de Master Data que cumplen una condición, de a 1.000 y sin el límite de 10.000 de una búsqueda. VTEX conserva el recorrido 20 minutos después de cada página: una ejecución pausada más tiempo debe iniciarse de nuevo. Como máximo 10 recorridos a la vez por cuenta.',
    pt: 'Lê todos os documentos do Master Data que atendem a uma condição, de 1.000 em 1.000 e sem o limite de 10.000 de uma busca. A VTEX guarda o percurso por 20 minutos depois de cada página: uma execução pausada por mais tempo precisa ser iniciada de novo. No máximo 10 percursos ao mesmo tempo por conta.',
  },
  keywords: ['master data', 'scroll', 'customers', 'clientes', 'documentos', 'exportar', 'todos'],
  area: 'customers',
  request,
  fields: filterFields,
  read,
  example: {
    config: { connection: 'store', entity: 'CL', where: '', fields: 'id,email', sort: '', schema: '' },
    input: [],
    output: {
      out: [
        {
          id: '11111111-1111-4111-8111-111111111111',
          accountId: '00000000-0000-4000-8000-000000000000',
          accountName: 'lojademo',
          dataEntityId: 'CL',
          email: 'ana@example.com',
        },
      ],
    },
  },
});

async function read(at: Json, { ask, config }: ListTools): Promise<ListPage> {
  const params = { dataEntityName: String(config['entity']) };
  const token = typeof at === 'string' ? at.split(' ')[0] : undefined;
  const page = typeof at === 'string' ? Number(at.split(' ')[1]) : 0;
  const query = token === undefined ? { ...filterQuery(config), _size: pageRows } : { _token: token };
  const answer = await ask(request, { params, query, once: true }).catch((error: unknown) => {
    const isLost = token !== undefined && (hasStatus(error, 400) || hasStatus(error, 404));
    throw isLost ? new UserError('vtex.scroll-expired') : error;
  });
  const items = listOf(answer.body as Json, request);
  const next = answer.headers['x-vtex-md-token'] ?? token;
  const total = Number(answer.headers['rest-content-total'] ?? Number.NaN);
  // The page is counted along, so that the place differs though the token stays.
  return {
    items,
    next: items.length === 0 || next === undefined ? null : `${next} ${page + 1}`,
    ...(Number.isFinite(total) && { total }),
  };
}
