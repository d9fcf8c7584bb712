// Changes fields of one document.
import { vtexAction } from '../vtex/vtex-action';
import { content, documentId, entity, oneDocument, schema } from './document-targets';

const request = `PATCH ${oneDocument}`;

export default vtexAction({
  id: 'vtex.document-update',
  version: 1,
  name: { en: 'Update document', es: 'Actualizar documento', pt: 'Atualizar documento' },
  help: {
    en: 'Changes the fields in the content of one document of Master Data, found by its id; the others stay.',
    es: 'Cambia los campos del contenido en un documento de Master Data, ubicado por su id; los demás se conservan.',
    pt: 'Muda os campos do conteúdo em um documento do Master Data, localizado pelo id; os outros ficam.',
  },
  keywords: ['master data', 'update', 'customer', 'cliente', 'documento', 'atualizar', 'patch'],
  area: 'customers',
  request,
  effect: 'idempotent',
  path: { dataEntityName: entity, id: documentId },
  query: { _schema: schema },
  body: { content },
  saveAs: 'document',
  prepare: () => ({
    async run({ dataEntityName, id, _schema, content: body }, { store }) {
      await store.send(request, {
        params: { dataEntityName: String(dataEntityName), id: String(id) },
        ...(_schema !== undefined && { query: { _schema: String(_schema) } }),
        body,
      });
      return { id: id ?? null, change: 'updated' };
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'dataEntityName', expression: '"CL"' },
        { target: 'id', expression: '"11111111-1111-4111-8111-111111111111"' },
        { target: 'content', expression: '{"firstName": nome}' },
      ],
      saveAs: 'document',
    },
    input: [{ nome: 'Ana Maria' }],
    output: {
      out: [
        { nome: 'Ana Maria', document: { id: '11111111-1111-4111-8111-111111111111', change: 'updated' } },
      ],
    },
  },
});
