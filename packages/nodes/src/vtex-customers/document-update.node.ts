// Changes fields of one document of Master Data; the others stay.
import { UserError } from '@eclusa/flow';
import { documentAction } from './document-action';
import { oneDocument, updateDocument } from './documents';

const request = `PATCH ${oneDocument}`;

export default documentAction({
  id: 'vtex.document-update',
  name: { en: 'Update document', es: 'Actualizar documento', pt: 'Atualizar documento' },
  help: {
    en: 'Changes fields of one document of Master Data by its id. What is equal already is not sent, and fields you did not map stay. A document that is not there fails the row.',
    es: 'Cambia campos de un documento de Master Data por su id. Lo que ya es igual no se envía, y los campos que usted no mapeó se conservan. Un documento que no existe hace fallar la fila.',
    pt: 'Muda campos de um documento do Master Data pelo id. O que já é igual não é enviado, e os campos que você não mapeou ficam. Um documento que não existe faz a linha falhar.',
  },
  keywords: ['update', 'patch', 'modificar', 'actualizar', 'alterar', 'atualizar', 'registro', 'documento'],
  request,
  also: [`GET ${oneDocument}`],
  effect: 'idempotent',
  takes: 'both',
  saveAs: 'document',
  prepare: () => ({
    async run({ id, values }, job) {
      const change = await updateDocument(job, id, values);
      if (change === null) throw new UserError('vtex.document-gone', { values: { entity: job.entity, id } });
      return { id, change };
    },
  }),
  example: {
    config: {
      connection: 'store',
      entity: 'CL',
      documentId: 'cliente',
      mapping: [{ target: 'isNewsletterOptIn', expression: 'aceita' }],
      saveAs: 'document',
    },
    input: [{ cliente: 'CL-00000000-0000-4000-8000-000000000001', aceita: true }],
    output: {
      out: [
        {
          cliente: 'CL-00000000-0000-4000-8000-000000000001',
          aceita: true,
          document: { id: '00000000-0000-4000-8000-000000000001', change: 'updated' },
        },
      ],
    },
  },
});
