// Activates a warehouse.
import { warehouseId } from '../vtex/targets';

import { switching } from './by-id';

export default switching(
  {
    id: 'vtex.warehouse-activate',
    name: { en: 'Activate warehouse', es: 'Activar almacén', pt: 'Ativar estoque (warehouse)' },
    help: {
      en: 'Lets a warehouse sell again. One that is active already stays so.',
      es: 'Permite que un almacén vuelva a vender. Uno que ya está activo queda igual.',
      pt: 'Faz um estoque (warehouse) voltar a vender. Um que já está ativo fica como está.',
    },
    keywords: [
      'activate warehouse',
      'ativar estoque',
      'activar almacén',
      'armazém',
      'depósito',
      'liga',
      'desliga',
    ],
    request: 'POST /api/logistics/pvt/configuration/warehouses/{warehouseId}/activation',
    path: { warehouseId },
    saveAs: 'warehouse',
    example: {
      config: {
        connection: 'store',
        mapping: [{ target: 'warehouseId', expression: 'deposito' }],
        saveAs: 'warehouse',
      },
      input: [{ deposito: 'filial' }],
      output: { out: [{ deposito: 'filial', warehouse: { warehouseId: 'filial', change: 'activated' } }] },
    },
  },
  'activated',
);
