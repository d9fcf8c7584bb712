// Deletes an index of Master Data version 2.
import { hasStatus } from '../vtex/remote';
import { vtexAction } from '../vtex/vtex-action';
import { dataEntityName, indexName } from './document-targets';

const request = 'DELETE /api/dataentities/{dataEntityName}/indices/{index_name}';

export default vtexAction({
  id: 'vtex.document-index-delete',
  version: 1,
  name: {
    en: 'Delete index of documents',
    es: 'Eliminar índice de documentos',
    pt: 'Excluir índice de documentos',
  },
  help: {
    en: 'Deletes an index of an entity of Master Data version 2. Its fields may then hold the same values twice. One that is gone already counts as done.',
    es: 'Elimina un índice de una entidad de Master Data versión 2. Sus campos podrán repetir valores. Uno que ya no existe cuenta como hecho.',
    pt: 'Exclui um índice de uma entidade do Master Data versão 2. Os campos dele poderão repetir valores. Um que já não existe conta como feito.',
  },
  keywords: ['master data v2', 'index', 'índice', 'eliminar', 'apagar', 'excluir', 'único'],
  area: 'customers',
  request,
  effect: 'idempotent',
  saveAs: 'index',
  path: { dataEntityName, index_name: indexName },
  prepare: () => ({
    async run(values, { store }) {
      const name = values['index_name'] ?? null;
      try {
        await store.send(request, { params: values as Record<string, string> });
        return { name, change: 'deleted' };
      } catch (error) {
        if (!hasStatus(error, 404)) throw error;
        return { name, change: 'unchanged' };
      }
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'dataEntityName', expression: '"Newsletter"' },
        { target: 'index_name', expression: 'nome' },
      ],
      saveAs: 'index',
    },
    input: [{ nome: 'email' }],
    output: { out: [{ nome: 'email', index: { name: 'email', change: 'deleted' } }] },
  },
});
