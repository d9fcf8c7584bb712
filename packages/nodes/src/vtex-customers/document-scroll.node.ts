// Lists all documents of Master Data, however many, by scroll.
import { vtexList } from '../vtex/vtex-list';
import { listFields } from './document-fields';
import { readScroll, scrollDocuments } from './document-scroll';

export default vtexList({
  id: 'vtex.document-scroll',
  version: 1,
  name: { en: 'All documents', es: 'Todos los documentos', pt: 'Todos os documentos' },
  help: {
    en: 'Reads all documents of Master Data that meet a condition, also more than 10,000. VTEX forgets where the list was after 20 minutes without a call, and after a lost answer it cannot be known: then the box starts the list anew, so some documents may come twice, and none is left out. VTEX allows ten such lists at once for a whole account; when all are taken the run waits.',
    es: 'Lee todos los documentos de Master Data que cumplen una condición, también más de 10.000. VTEX olvida dónde iba la lista tras 20 minutos sin llamadas, y tras una respuesta perdida no se puede saber: entonces la caja empieza la lista de nuevo, así que algunos documentos pueden venir dos veces y ninguno falta. VTEX permite diez de estas listas a la vez por cuenta; si están todas ocupadas, la ejecución espera.',
    pt: 'Lê todos os documentos do Master Data que atendem a uma condição, também mais de 10.000. A VTEX esquece onde a lista estava após 20 minutos sem chamadas, e após uma resposta perdida não há como saber: então a caixa recomeça a lista, por isso alguns documentos podem vir duas vezes e nenhum falta. A VTEX permite dez dessas listas ao mesmo tempo por conta; se todas estiverem ocupadas, a execução espera.',
  },
  keywords: [
    ...['master data', 'dataentities', 'scroll', 'export', 'customers', 'all clients'],
    ...['exportar', 'todos los clientes', 'todos os clientes', 'base de clientes', 'registros'],
  ],
  area: 'customers',
  request: scrollDocuments,
  fields: listFields,
  read: readScroll,
  example: {
    config: { connection: 'store', entity: 'CL', fields: 'email', sort: 'createdIn ASC' },
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
