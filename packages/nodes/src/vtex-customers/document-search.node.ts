// Lists documents by search: a hundred a page, the first ten thousand.
import { UserError, type Json } from '@eclusa/flow';
import { listOf, vtexList, type ListPage, type ListTools } from '../vtex/vtex-list';
import { filterFields, filterQuery, search } from './document-targets';

const pageRows = 100;
const mostRows = 10_000;

export default vtexList({
  id: 'vtex.document-search',
  version: 1,
  name: { en: 'Search documents', es: 'Buscar documentos', pt: 'Buscar documentos' },
  help: {
    en: 'Reads documents of Master Data that meet a condition, 100 at a time. VTEX lets a search see the first 10,000 only: beyond that the run stops and says so; "Scroll documents" has no such end. What was written a moment ago may be missing.',
    es: 'Lee documentos de Master Data que cumplen una condición, de a 100. VTEX deja ver solo los primeros 10.000 de una búsqueda: más allá la ejecución se detiene y lo dice; «Recorrer documentos» no tiene ese límite. Lo escrito hace un momento puede faltar.',
    pt: 'Lê documentos do Master Data que atendem a uma condição, de 100 em 100. A VTEX só deixa ver os primeiros 10.000 de uma busca: além disso a execução para e avisa; "Percorrer documentos" não tem esse limite. O que foi gravado há pouco pode faltar.',
  },
  keywords: ['master data', 'search', 'customers', 'clientes', 'documentos', 'buscar', 'exportar clientes'],
  area: 'customers',
  request: search,
  fields: filterFields,
  read,
  example: {
    config: {
      connection: 'store',
      entity: 'CL',
      where: 'email=ana@example.com',
      fields: 'id,email',
      sort: '',
      schema: '',
    },
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
  const from = typeof at === 'number' ? at : 0;
  if (from >= mostRows)
    throw new UserError('vtex.list-too-long', { values: { request: search, most: mostRows } });
  const answer = await ask(search, {
    params: { dataEntityName: String(config['entity']) },
    query: filterQuery(config),
    headers: { 'REST-Range': `resources=${from}-${from + pageRows}` },
  });
  const items = listOf(answer.body as Json, search);
  const total = Number(/\/(\d+)$/.exec(answer.headers['rest-content-range'] ?? '')?.[1] ?? Number.NaN);
  const isLast = items.length < pageRows || from + items.length >= total;
  return { items, next: isLast ? null : from + pageRows, ...(Number.isFinite(total) && { total }) };
}
