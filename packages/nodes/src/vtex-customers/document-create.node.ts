// Creates a document of Master Data, unless one with the same key is there.
import { documentAction, keysOf, knownId } from './document-action';
import { keyField } from './document-fields';
import { ensureDocument, findByKey, JustMade, manyDocuments, patiently, searchDocuments } from './documents';

export default documentAction({
  id: 'vtex.document-create',
  name: { en: 'Create document', es: 'Crear documento', pt: 'Criar documento' },
  help: {
    en: 'Creates a document of Master Data and keeps its id. It looks by the key field first: a document that is there stays as it is, and a repeat of the run makes no second one. VTEX’s search shows a new document some seconds later; after a lost answer the box looks several times before it creates again. To change what is there, use "Create or update document".',
    es: 'Crea un documento de Master Data y guarda su id. Primero busca por el campo clave: un documento que existe queda como está, y repetir la ejecución no crea otro. La búsqueda de VTEX muestra un documento nuevo algunos segundos después; tras una respuesta perdida, la caja busca varias veces antes de crear de nuevo. Para cambiar lo que existe, use «Crear o actualizar documento».',
    pt: 'Cria um documento do Master Data e guarda o id. Primeiro procura pelo campo-chave: um documento que existe fica como está, e repetir a execução não cria outro. A busca da VTEX mostra um documento novo alguns segundos depois; após uma resposta perdida, a caixa procura várias vezes antes de criar de novo. Para mudar o que existe, use "Criar ou atualizar documento".',
  },
  keywords: [
    'create',
    'insert',
    'crear',
    'insertar',
    'criar',
    'inserir',
    'registro',
    'cadastro',
    'formulário',
  ],
  request: `POST ${manyDocuments}`,
  also: [searchDocuments],
  effect: 'create',
  takes: 'fields',
  options: { key: keyField },
  saveAs: 'document',
  prepare(context) {
    const field = String(context.config['key']).trim();
    const made = new JustMade();
    return {
      run(given, job) {
        const keys = keysOf(field, given);
        const find = async () => knownId(job) ?? (await findByKey(job, keys));
        return ensureDocument(job, { keys, values: given.values, existing: 'keep' }, { made, find });
      },
      async findExisting(given, job) {
        const id = await patiently(context, () => findByKey(job, keysOf(field, given)));
        return id === null ? null : { id };
      },
    };
  },
  example: {
    config: {
      connection: 'store',
      entity: 'ZA',
      key: 'code',
      mapping: [
        { target: 'code', expression: 'codigo' },
        { target: 'name', expression: 'nome' },
      ],
      saveAs: 'document',
    },
    input: [{ codigo: 'A-1', nome: 'Loja Centro' }],
    output: {
      out: [
        {
          codigo: 'A-1',
          nome: 'Loja Centro',
          document: { id: '00000000-0000-4000-8000-000000000001', change: 'created' },
        },
      ],
    },
  },
});
