// Deletes a dock.
import { dockId } from './terms';

import { removal } from './by-id';

export default removal({
  id: 'vtex.dock-delete',
  name: { en: 'Delete dock', es: 'Eliminar muelle', pt: 'Excluir doca' },
  help: {
    en: 'Deletes a dock by its id. Warehouses that have only this dock cannot deliver any more. One that is not there counts as deleted.',
    es: 'Elimina un muelle por su id. Los almacenes que solo tienen este muelle ya no pueden entregar. Uno que no existe cuenta como eliminado.',
    pt: 'Exclui uma doca pelo id. Estoques que só têm esta doca não conseguem mais entregar. Uma que não existe conta como excluída.',
  },
  keywords: ['delete dock', 'excluir doca', 'eliminar muelle', 'remover', 'borrar'],
  request: 'DELETE /api/logistics/pvt/configuration/docks/{dockId}',
  path: { dockId },
  saveAs: 'dock',
  example: {
    config: { connection: 'store', mapping: [{ target: 'dockId', expression: 'doca' }], saveAs: 'dock' },
    input: [{ doca: 'filial_1' }],
    output: { out: [{ doca: 'filial_1', dock: { dockId: 'filial_1', change: 'deleted' } }] },
  },
});
