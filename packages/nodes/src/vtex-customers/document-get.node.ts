// Reads one document of Master Data by its id, up to date.
import { UserError } from '@eclusa/flow';
import { whenMissingField } from '../vtex/vtex-read';
import { documentAction } from './document-action';
import { fieldsField } from './document-fields';
import { entityParams, oneDocument, schemaQuery } from './documents';

const request = `GET ${oneDocument}`;

export default documentAction({
  id: 'vtex.document-get',
  name: { en: 'Read document', es: 'Leer documento', pt: 'Ler documento' },
  help: {
    en: 'Reads one document of Master Data by its id for each row. This read is always up to date, while searches lag by seconds. Name the fields: without any, VTEX answers little more than the id.',
    es: 'Lee un documento de Master Data por su id para cada fila. Esta lectura está siempre al día, mientras que las búsquedas se atrasan segundos. Nombre los campos: sin ninguno, VTEX responde poco más que el id.',
    pt: 'Lê um documento do Master Data pelo id para cada linha. Esta leitura está sempre em dia, enquanto as buscas atrasam segundos. Informe os campos: sem nenhum, a VTEX responde pouco mais que o id.',
  },
  keywords: ['read', 'get', 'leer', 'consultar', 'ler', 'buscar', 'registro', 'documento'],
  request,
  effect: 'read',
  takes: 'id',
  options: { fields: fieldsField, whenMissing: whenMissingField },
  saveAs: 'document',
  prepare: ({ config }) => ({
    async run({ id }, job) {
      const fields = String(config['fields'] ?? '').replace(/\s*,\s*/g, ',');
      const query = { ...(fields.trim() !== '' && { _fields: fields.trim() }), ...schemaQuery(job) };
      const found = await job.store.find(request, { params: { ...entityParams(job), id }, query });
      if (found !== null || config['whenMissing'] === 'empty') return found;
      throw new UserError('vtex.nothing-found', { values: { request, values: { entity: job.entity, id } } });
    },
  }),
  example: {
    config: {
      connection: 'store',
      entity: 'CL',
      documentId: 'cliente',
      fields: 'email, firstName',
      saveAs: 'document',
    },
    input: [{ cliente: '00000000-0000-4000-8000-000000000001' }],
    output: {
      out: [
        {
          cliente: '00000000-0000-4000-8000-000000000001',
          document: {
            id: '00000000-0000-4000-8000-000000000001',
            accountId: '00000000-0000-4000-8000-000000000000',
            accountName: 'lojademo',
            dataEntityId: 'CL',
            email: 'ana@exemplo.com.br',
            firstName: 'Ana',
          },
        },
      ],
    },
  },
});
