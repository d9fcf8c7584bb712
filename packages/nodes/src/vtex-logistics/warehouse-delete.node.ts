// Deletes a warehouse.
import { warehouseId } from '../vtex/targets';

import { removal } from './by-id';

export default removal({
  id: 'vtex.warehouse-delete',
  name: { en: 'Delete warehouse', es: 'Eliminar almacén', pt: 'Excluir estoque (warehouse)' },
  help: {
    en: 'Deletes a warehouse by its id; its stock can no longer be sold. One that is not there counts as deleted. To stop selling for a while, deactivate it instead.',
    es: 'Elimina un almacén por su id; su stock ya no se puede vender. Uno que no existe cuenta como eliminado. Para dejar de vender por un tiempo, desactívelo.',
    pt: 'Exclui um estoque (warehouse) pelo id; o saldo dele não pode mais ser vendido. Um que não existe conta como excluído. Para parar de vender por um tempo, desative-o.',
  },
  keywords: ['delete warehouse', 'excluir estoque', 'eliminar almacén', 'remover depósito', 'borrar'],
  request: 'DELETE /api/logistics/pvt/configuration/warehouses/{warehouseId}',
  path: { warehouseId },
  saveAs: 'warehouse',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'warehouseId', expression: 'deposito' }],
      saveAs: 'warehouse',
    },
    input: [{ deposito: 'filial' }, { deposito: 'nunca' }],
    output: {
      out: [
        { deposito: 'filial', warehouse: { warehouseId: 'filial', change: 'deleted' } },
        { deposito: 'nunca', warehouse: { warehouseId: 'nunca', change: 'unchanged' } },
      ],
    },
  },
});
