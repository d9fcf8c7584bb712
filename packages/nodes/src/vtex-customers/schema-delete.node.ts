// Deletes a schema of an entity; its documents stay.
import { vtexAction } from '../vtex/vtex-action';
import { entity } from './document-targets';
import { oneSchema, schemaName } from './schema-targets';

export default vtexAction({
  id: 'vtex.schema-delete',
  version: 1,
  name: { en: 'Delete schema', es: 'Eliminar esquema', pt: 'Excluir esquema' },
  help: {
    en: 'Deletes a schema of an entity of Master Data version 2. Its documents stay, but searches by the fields of this schema no longer work.',
    es: 'Elimina un esquema de una entidad de Master Data versión 2. Sus documentos quedan, pero ya no se puede buscar por los campos de este esquema.',
    pt: 'Exclui um esquema de uma entidade do Master Data versão 2. Os documentos ficam, mas buscas pelos campos deste esquema deixam de funcionar.',
  },
  keywords: ['master data', 'schema', 'esquema', 'delete', 'excluir', 'eliminar'],
  area: 'customers',
  request: `DELETE ${oneSchema}`,
  effect: 'idempotent',
  path: { dataEntityName: entity, schemaName },
  saveAs: '',
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'dataEntityName', expression: '"vouchers"' },
        { target: 'schemaName', expression: 'esquema' },
      ],
      saveAs: '',
    },
    input: [{ esquema: 'v1' }],
    output: { out: [{ esquema: 'v1' }] },
  },
});
