// Deletes one document. One that is gone is as it should be.
import { hasStatus } from '../vtex/remote';
import { vtexAction } from '../vtex/vtex-action';
import { documentId, entity, oneDocument } from './document-targets';

const request = `DELETE ${oneDocument}`;

export default vtexAction({
  id: 'vtex.document-delete',
  version: 1,
  name: { en: 'Delete document', es: 'Eliminar documento', pt: 'Excluir documento' },
  help: {
    en: 'Deletes one document of Master Data for good. One that is gone already is left at that. Mind the law before you delete a customer.',
    es: 'Elimina un documento de Master Data para siempre. Uno que ya no existe queda así. Tenga en cuenta la ley antes de eliminar un cliente.',
    pt: 'Exclui um documento do Master Data para sempre. Um que já não existe fica assim. Pense na LGPD antes de excluir um cliente.',
  },
  keywords: ['master data', 'delete', 'customer', 'cliente', 'documento', 'excluir', 'eliminar'],
  area: 'customers',
  request,
  effect: 'idempotent',
  path: { dataEntityName: entity, id: documentId },

  saveAs: 'document',
  prepare: () => ({
    async run({ dataEntityName, id }, { store }) {
      const params = { dataEntityName: String(dataEntityName), id: String(id) };
      try {
        await store.send(request, { params });
        return { id: id ?? null, change: 'deleted' };
      } catch (error) {
        if (hasStatus(error, 404)) return { id: id ?? null, change: 'unchanged' };
        throw error;
      }
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'dataEntityName', expression: '"CL"' },
        { target: 'id', expression: '"11111111-1111-4111-8111-111111111111"' },
      ],
      saveAs: 'document',
    },
    input: [{ email: 'ana@example.com' }],
    output: {
      out: [
        {
          email: 'ana@example.com',
          document: { id: '11111111-1111-4111-8111-111111111111', change: 'deleted' },
        },
      ],
    },
  },
});
