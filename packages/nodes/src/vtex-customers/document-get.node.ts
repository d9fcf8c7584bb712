// Reads one document.
import { target } from '../vtex/targets';
import { vtexRead } from '../vtex/vtex-read';
import { documentId, entity, oneDocument } from './document-targets';

export default vtexRead({
  id: 'vtex.document-get',
  version: 1,
  name: { en: 'Read document', es: 'Leer documento', pt: 'Ler documento' },
  help: {
    en: 'Reads, for each row, one document of Master Data by its id. What has just been written is seen at once here; searches see it a little later.',
    es: 'Lee, por cada fila, un documento de Master Data por su id. Lo recién escrito se ve aquí al instante; las búsquedas lo ven un poco después.',
    pt: 'Lê, para cada linha, um documento do Master Data pelo id. O que acabou de ser gravado se vê aqui na hora; as buscas veem um pouco depois.',
  },
  keywords: ['master data', 'document', 'customer', 'cliente', 'documento', 'consultar'],
  area: 'customers',
  request: `GET ${oneDocument}`,
  path: { dataEntityName: entity, id: documentId },
  query: {
    _fields: target.text(
      { en: 'Fields', es: 'Campos', pt: 'Campos' },
      {
        help: {
          en: 'With commas between them; _all reads every field.',
          es: 'Separados por comas; _all lee todos.',
          pt: 'Separados por vírgulas; _all lê todos.',
        },
      },
    ),
  },
  saveAs: 'document',
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'dataEntityName', expression: '"CL"' },
        { target: 'id', expression: '"11111111-1111-4111-8111-111111111111"' },
        { target: '_fields', expression: '"id,email,firstName"' },
      ],
      saveAs: 'document',
    },
    input: [{ cliente: 'Ana' }],
    output: {
      out: [
        {
          cliente: 'Ana',
          document: {
            id: '11111111-1111-4111-8111-111111111111',
            accountId: '00000000-0000-4000-8000-000000000000',
            accountName: 'lojademo',
            dataEntityId: 'CL',
            email: 'ana@example.com',
            firstName: 'Ana',
          },
        },
      ],
    },
  },
});
