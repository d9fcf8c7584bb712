// Creates or updates a document of Master Data: by its id, by VTEX's alternate key, or by a field that search finds.
import type { Field, Json } from '@eclusa/flow';
import { hasStatus } from '../vtex/remote';
import { documentAction, keysOf, knownId, type DocumentJob, type Given } from './document-action';
import { keyField } from './document-fields';
import {
  ensureDocument,
  entityParams,
  findByKey,
  idOfCreated,
  JustMade,
  manyDocuments,
  oneDocument,
  patiently,
  schemaQuery,
  searchDocuments,
  updateDocument,
} from './documents';

const partial = `PATCH ${manyDocuments}`;
const replace = `PUT ${oneDocument}`;

const byField: Field = {
  kind: 'choice',
  default: 'search',
  name: { en: 'Found by', es: 'Se encuentra por', pt: 'Encontrado por' },
  help: {
    en: 'How a document that is there already is found, so that none is made twice.',
    es: 'Cómo se encuentra un documento que ya existe, para no crear ninguno dos veces.',
    pt: 'Como se encontra um documento que já existe, para não criar nenhum duas vezes.',
  },
  choices: [
    {
      value: 'search',
      name: {
        en: 'The key field, by search',
        es: 'El campo clave, con búsqueda',
        pt: 'O campo-chave, com busca',
      },
      help: {
        en: 'Works for every field that can be searched. A document that another system made seconds ago may not be seen yet.',
        es: 'Sirve para cualquier campo que se pueda buscar. Un documento que otro sistema creó hace segundos puede no verse todavía.',
        pt: 'Serve para qualquer campo que se possa buscar. Um documento que outro sistema criou há segundos pode ainda não aparecer.',
      },
    },
    {
      value: 'alternate',
      name: {
        en: 'The key field, an alternate key of the entity',
        es: 'El campo clave, clave alternativa de la entidad',
        pt: 'O campo-chave, chave alternativa da entidade',
      },
      help: {
        en: 'One call and always up to date, but only where the entity has this field as its alternate key, as CL has email. Where it has none, VTEX makes a new document each time.',
        es: 'Una sola llamada y siempre al día, pero solo si la entidad tiene este campo como clave alternativa, como CL tiene email. Si no la tiene, VTEX crea un documento nuevo cada vez.',
        pt: 'Uma só chamada e sempre em dia, mas só se a entidade tem este campo como chave alternativa, como CL tem email. Se não tem, a VTEX cria um documento novo a cada vez.',
      },
    },
    {
      value: 'id',
      name: {
        en: 'The key field, as the document’s id',
        es: 'El campo clave, como id del documento',
        pt: 'O campo-chave, como id do documento',
      },
      help: {
        en: 'The value becomes the id of the document; nothing can be doubled.',
        es: 'El valor pasa a ser el id del documento; nada puede duplicarse.',
        pt: 'O valor vira o id do documento; nada pode ser duplicado.',
      },
    },
  ],
};

export default documentAction({
  id: 'vtex.document-upsert',
  name: {
    en: 'Create or update document',
    es: 'Crear o actualizar documento',
    pt: 'Criar ou atualizar documento',
  },
  help: {
    en: 'Finds a document of Master Data by a key field; creates it when there is none, else changes only the fields that differ. Fields you did not map stay. Several documents with the same key fail the row.',
    es: 'Busca un documento de Master Data por un campo clave; lo crea si no existe y, si existe, cambia solo los campos que difieren. Los campos que usted no mapeó se conservan. Varios documentos con la misma clave hacen fallar la fila.',
    pt: 'Localiza um documento do Master Data por um campo-chave; cria quando não existe e, quando existe, muda só os campos que diferem. Os campos que você não mapeou ficam. Vários documentos com a mesma chave fazem a linha falhar.',
  },
  keywords: ['upsert', 'save', 'guardar', 'salvar', 'registro', 'cadastro', 'documento', 'alternate key'],
  request: partial,
  also: [searchDocuments, `POST ${manyDocuments}`, `GET ${oneDocument}`, `PATCH ${oneDocument}`, replace],
  effect: 'create',
  takes: 'fields',
  options: { by: byField, key: keyField },
  saveAs: 'document',
  prepare(context) {
    const field = String(context.config['key']).trim();
    const by = context.config['by'] ?? 'search';
    const made = new JustMade();
    return {
      async run(given, job) {
        const keys = keysOf(field, given);
        if (by === 'id') return byId(given, job, { field, id: keys[field] as string });
        if (by === 'alternate') return byAlternateKey(given, job);
        const find = async () => knownId(job) ?? (await findByKey(job, keys));
        return ensureDocument(job, { keys, values: given.values, existing: 'update' }, { made, find });
      },
      async findExisting(given, job) {
        // By id and by alternate key a repeat writes the same document again.
        if (by !== 'search') return null;
        const id = await patiently(context, () => findByKey(job, keysOf(field, given)));
        return id === null ? null : { id };
      },
    };
  },
  example: {
    config: {
      connection: 'store',
      entity: 'CL',
      by: 'search',
      key: 'document',
      mapping: [
        { target: 'document', expression: 'cpf' },
        { target: 'firstName', expression: 'nome' },
      ],
      saveAs: 'document',
    },
    input: [{ cpf: '11144477735', nome: 'Bruna' }],
    output: {
      out: [
        {
          cpf: '11144477735',
          nome: 'Bruna',
          document: { id: '00000000-0000-4000-8000-000000000001', change: 'updated' },
        },
      ],
    },
  },
});

async function byId(
  { values }: Given,
  job: DocumentJob,
  { field, id }: { field: string; id: string },
): Promise<Json> {
  const body = Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'id' || field !== 'id'));
  const change = await updateDocument(job, id, body);
  if (change !== null) return { id, change };
  await job.store.send(replace, { params: { ...entityParams(job), id }, query: schemaQuery(job), body });
  return { id, change: 'created' };
}

/** VTEX finds the document itself. Version 1 answers 304, without an id, when nothing would change. */
async function byAlternateKey({ values }: Given, job: DocumentJob): Promise<Json> {
  const request = { params: entityParams(job), query: schemaQuery(job), body: values };
  try {
    const answer = await job.store.send(partial, request);
    return { id: idOfCreated(answer, job, partial), change: 'saved' };
  } catch (error) {
    if (!hasStatus(error, 304)) throw error;
    return { id: values['id'] ?? null, change: 'unchanged' };
  }
}
