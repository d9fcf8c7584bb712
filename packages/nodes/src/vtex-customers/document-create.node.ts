// Creates a document. Found again by a field that the person names; without one a lost answer is for a person.
import { isJsonObject, type Json, type JsonObject } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import { vtexAction } from '../vtex/vtex-action';
import { documentIdOf } from './document-answer';
import { content, documents, entity, schema, search } from './document-targets';

const create = `POST ${documents}`;

export default vtexAction({
  id: 'vtex.document-create',
  version: 1,
  name: { en: 'Create document', es: 'Crear documento', pt: 'Criar documento' },
  help: {
    en: 'Creates a document of Master Data: a customer, an address, a record of an entity of yours. Name the field by which it is known again (e-mail, document number): when an answer is lost it is looked up and not made twice. To create or change, use "Create or update document".',
    es: 'Crea un documento de Master Data: un cliente, una dirección, un registro de una entidad propia. Indique el campo por el que se reconoce (correo, número de documento): si se pierde una respuesta se consulta y no se crea dos veces. Para crear o cambiar use «Crear o actualizar documento».',
    pt: 'Cria um documento do Master Data: um cliente, um endereço, um registro de uma entidade sua. Informe o campo pelo qual ele é reconhecido (e-mail, CPF): se uma resposta se perder, ele é consultado e não é criado duas vezes. Para criar ou mudar use "Criar ou atualizar documento".',
  },
  keywords: ['master data', 'document', 'customer', 'cliente', 'documento', 'registro', 'CL', 'AD'],
  area: 'customers',
  request: create,
  also: [search],
  effect: 'create',
  path: { dataEntityName: entity },
  query: { _schema: schema },
  body: { content },
  saveAs: 'document',
  options: {
    key: {
      kind: 'text',
      default: '',
      maxLength: 100,
      placeholder: 'email',
      name: { en: 'Known again by', es: 'Se reconoce por', pt: 'Reconhecido por' },
      help: {
        en: 'A field that is indexed and differs in every document.',
        es: 'Un campo indexado y distinto en cada documento.',
        pt: 'Um campo indexado e diferente em cada documento.',
      },
    },
  },
  prepare({ config }) {
    const key = String(config['key'] ?? '').trim();
    return {
      async run(values, { store, existing }) {
        if (existing) return { id: existing['id'] ?? null, change: 'created' };
        const { dataEntityName, _schema, content: body } = values;
        const answer = await store.send(create, {
          params: { dataEntityName: String(dataEntityName) },
          ...(_schema !== undefined && { query: { _schema: String(_schema) } }),
          body,
        });
        return { id: store.dryRun ? '(new)' : documentIdOf(answer), change: 'created' };
      },
      ...(key !== '' && {
        findExisting: (values: Values, { store }: { store: Store }) => find(key, values, store),
      }),
    };
  },
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'dataEntityName', expression: '"CL"' },
        { target: 'content', expression: '{"email": email, "firstName": nome}' },
      ],
      key: 'email',
      saveAs: 'document',
    },
    input: [{ email: 'bia@example.com', nome: 'Bia' }],
    output: {
      out: [
        {
          email: 'bia@example.com',
          nome: 'Bia',
          document: { id: '00000000-0000-4000-8000-000000000001', change: 'created' },
        },
      ],
    },
  },
});

/** The newest document whose key has the value of this row, or null. Search lags a little behind writes. */
async function find(key: string, values: Values, store: Store): Promise<JsonObject | null> {
  const { dataEntityName, _schema, content: body } = values;
  const value: Json = isJsonObject(body) ? (body[key] ?? null) : null;
  if (value === null) return null;
  const found = await store.send(search, {
    params: { dataEntityName: String(dataEntityName) },
    query: {
      [key]: String(value),
      _fields: 'id',
      ...(_schema !== undefined && { _schema: String(_schema) }),
    },
  });
  const first = Array.isArray(found) ? found[0] : undefined;
  return isJsonObject(first) ? { id: first['id'] ?? null } : null;
}
