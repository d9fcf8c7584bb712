// Deletes one document of Master Data. One that is gone already is fine.
import { hasStatus } from '../vtex/remote';
import { documentAction } from './document-action';
import { entityParams, oneDocument } from './documents';

const request = `DELETE ${oneDocument}`;

export default documentAction({
  id: 'vtex.document-delete',
  name: { en: 'Delete document', es: 'Eliminar documento', pt: 'Excluir documento' },
  help: {
    en: 'Deletes one document of Master Data by its id, for good. A document that is gone already counts as done. Searches may still show it for some seconds. Deleting a client (CL) leaves the addresses (AD) behind.',
    es: 'Elimina definitivamente un documento de Master Data por su id. Un documento que ya no existe cuenta como hecho. Las búsquedas pueden mostrarlo algunos segundos más. Eliminar un cliente (CL) deja sus direcciones (AD).',
    pt: 'Exclui em definitivo um documento do Master Data pelo id. Um documento que já não existe conta como feito. As buscas podem mostrá-lo por mais alguns segundos. Excluir um cliente (CL) deixa os endereços (AD).',
  },
  keywords: ['delete', 'remove', 'borrar', 'eliminar', 'apagar', 'excluir', 'LGPD', 'documento'],
  request,
  effect: 'idempotent',
  takes: 'id',
  saveAs: 'document',
  prepare: () => ({
    async run({ id }, job) {
      try {
        await job.store.send(request, { params: { ...entityParams(job), id } });
        return { id, change: 'deleted' };
      } catch (error) {
        if (!hasStatus(error, 404)) throw error;
        return { id, change: 'unchanged' };
      }
    },
  }),
  example: {
    config: { connection: 'store', entity: 'CL', documentId: 'cliente', saveAs: 'document' },
    input: [{ cliente: '00000000-0000-4000-8000-000000000001' }, { cliente: 'none' }],
    output: {
      out: [
        {
          cliente: '00000000-0000-4000-8000-000000000001',
          document: { id: '00000000-0000-4000-8000-000000000001', change: 'deleted' },
        },
        { cliente: 'none', document: { id: 'none', change: 'unchanged' } },
      ],
    },
  },
});
