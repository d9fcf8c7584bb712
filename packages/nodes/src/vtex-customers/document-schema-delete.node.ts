// Deletes a schema of Master Data version 2; the documents stay.
import { hasStatus } from '../vtex/remote';
import { vtexAction } from '../vtex/vtex-action';
import { dataEntityName, schemaName } from './document-targets';

const request = 'DELETE /api/dataentities/{dataEntityName}/schemas/{schemaName}';

export default vtexAction({
  id: 'vtex.document-schema-delete',
  version: 1,
  name: { en: 'Delete schema', es: 'Eliminar esquema (schema)', pt: 'Excluir schema' },
  help: {
    en: 'Deletes a schema of Master Data version 2, and with it the triggers it holds. The documents stay, but whatever searches with this schema fails from then on. One that is gone already counts as done.',
    es: 'Elimina un esquema de Master Data versión 2 y, con él, los disparadores que contiene. Los documentos quedan, pero lo que busque con este esquema fallará. Uno que ya no existe cuenta como hecho.',
    pt: 'Exclui um schema do Master Data versão 2 e, com ele, os gatilhos que contém. Os documentos ficam, mas o que busca com este schema passa a falhar. Um que já não existe conta como feito.',
  },
  keywords: ['master data v2', 'schema', 'esquema', 'eliminar', 'apagar', 'excluir', 'estrutura'],
  area: 'customers',
  request,
  effect: 'idempotent',
  saveAs: 'schema',
  path: { dataEntityName, schemaName },
  prepare: () => ({
    async run(values, { store }) {
      try {
        await store.send(request, { params: values as Record<string, string> });
        return { ...values, change: 'deleted' };
      } catch (error) {
        if (!hasStatus(error, 404)) throw error;
        return { ...values, change: 'unchanged' };
      }
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'dataEntityName', expression: 'entidade' },
        { target: 'schemaName', expression: '"v1"' },
      ],
      saveAs: 'schema',
    },
    input: [{ entidade: 'Newsletter' }],
    output: {
      out: [
        {
          entidade: 'Newsletter',
          schema: { dataEntityName: 'Newsletter', schemaName: 'v1', change: 'deleted' },
        },
      ],
    },
  },
});
