// Lists documents of Master Data by search: pages of 100 by REST-Range, 10,000 in all.
import { UserError, type Json } from '@eclusa/flow';
import { listOf, vtexList, type ReadPage } from '../vtex/vtex-list';
import { listFields, listQuery } from './document-fields';
import { searchDocuments } from './documents';

const mostOfPage = 100;
const mostOfAll = 10_000;

export default vtexList({
  id: 'vtex.document-search',
  version: 1,
  name: { en: 'Search documents', es: 'Buscar documentos', pt: 'Buscar documentos' },
  help: {
    en: 'Lists documents of Master Data that meet a condition, clients (CL) for instance. VTEX lets a search see 10,000 documents at most; when there are more the box says so and reads none: narrow the condition, or use "All documents". A document made or changed seconds ago may not be seen yet.',
    es: 'Lista documentos de Master Data que cumplen una condición, por ejemplo clientes (CL). VTEX deja ver como máximo 10.000 documentos por búsqueda; si hay más, la caja lo dice y no lee ninguno: reduzca la condición o use «Todos los documentos». Un documento creado o modificado hace segundos puede no verse todavía.',
    pt: 'Lista documentos do Master Data que atendem a uma condição, por exemplo clientes (CL). A VTEX deixa uma busca ver no máximo 10.000 documentos; quando há mais, a caixa avisa e não lê nenhum: restrinja a condição ou use "Todos os documentos". Um documento criado ou alterado há segundos pode ainda não aparecer.',
  },
  keywords: [
    ...['master data', 'dataentities', 'search', 'list', 'customers', 'clients', '_where'],
    ...['buscar', 'listar', 'clientes', 'registros', 'cadastros', 'newsletter'],
  ],
  area: 'customers',
  request: searchDocuments,
  fields: listFields,
  read: readPage(),
  example: {
    config: {
      connection: 'store',
      entity: 'CL',
      where: '(firstName=Ana OR firstName=Bia) AND email is not null',
      fields: 'email',
      sort: 'createdIn ASC',
    },
    input: [],
    output: {
      out: [
        {
          id: '00000000-0000-4000-8000-000000000001',
          accountId: '00000000-0000-4000-8000-000000000000',
          accountName: 'lojademo',
          dataEntityId: 'CL',
          email: 'ana@exemplo.com.br',
        },
      ],
    },
  },
});

function readPage(): ReadPage {
  return async (at, { config, context, ask }) => {
    const from = typeof at === 'number' ? at : 0;
    const answer = await ask(searchDocuments, {
      params: { dataEntityName: String(config['entity']).trim() },
      query: listQuery(config, context.parameters),
      headers: { 'REST-Range': `resources=${from}-${from + mostOfPage}` },
    });
    const items = listOf(answer.body as Json, searchDocuments);
    const total = totalOf(answer.headers['rest-content-range']);
    const to = from + mostOfPage;
    const isLast = items.length < mostOfPage || to === total;
    if ((total ?? 0) > mostOfAll || (!isLast && to >= mostOfAll))
      throw new UserError('vtex.document-search-too-long', {
        values: { total: total ?? null, most: mostOfAll, entity: config['entity'] ?? '' },
      });
    return { items, next: isLast ? null : to, ...(total !== undefined && { total }) };
  };
}

/** `resources 0-100/250` */
function totalOf(range: string | undefined): number | undefined {
  const total = /\/(\d+)\s*$/.exec(range ?? '')?.[1];
  return total === undefined ? undefined : Number(total);
}
