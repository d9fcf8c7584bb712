// Creates a document, or changes the one with its id or alternate key.
import { vtexAction } from '../vtex/vtex-action';
import { documentIdOf } from './document-answer';
import { content, documents, entity, schema } from './document-targets';

const request = `PATCH ${documents}`;

export default vtexAction({
  id: 'vtex.document-upsert',
  version: 1,
  name: {
    en: 'Create or update document',
    es: 'Crear o actualizar documento',
    pt: 'Criar ou atualizar documento',
  },
  help: {
    en: 'Creates a document of Master Data, or changes the one that is meant: by the field id in the content, or by a key that the entity keeps unique (e-mail of a customer). Fields that the content leaves out stay as they are. A repeat changes nothing.',
    es: 'Crea un documento de Master Data, o cambia el que corresponde: por el campo id del contenido, o por una clave única de la entidad (el correo de un cliente). Los campos que el contenido no trae se conservan. Repetir no cambia nada.',
    pt: 'Cria um documento do Master Data, ou muda o que corresponde: pelo campo id do conteúdo, ou por uma chave única da entidade (o e-mail de um cliente). Os campos que o conteúdo não traz ficam. Repetir não muda nada.',
  },
  keywords: ['master data', 'upsert', 'customer', 'cliente', 'documento', 'atualizar', 'CL', 'AD'],
  area: 'customers',
  request,
  effect: 'idempotent',
  path: { dataEntityName: entity },
  query: { _schema: schema },
  body: { content },
  saveAs: 'document',
  prepare: () => ({
    async run({ dataEntityName, _schema, content: body }, { store }) {
      const answer = await store.send(request, {
        params: { dataEntityName: String(dataEntityName) },
        ...(_schema !== undefined && { query: { _schema: String(_schema) } }),
        body,
      });
      // Version 1 answers nothing when nothing changed.
      const id = documentIdOf(answer);
      return { id, change: id === null ? 'unchanged' : 'saved' };
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'dataEntityName', expression: '"CL"' },
        { target: 'content', expression: '{"email": email, "firstName": nome}' },
      ],
      saveAs: 'document',
    },
    input: [{ email: 'ana@example.com', nome: 'Ana Maria' }],
    output: {
      out: [
        {
          email: 'ana@example.com',
          nome: 'Ana Maria',
          document: { id: '11111111-1111-4111-8111-111111111111', change: 'saved' },
        },
      ],
    },
  },
});
