// Deactivates a warehouse.
import { warehouseId } from '../vtex/targets';

import { switching } from './by-id';

export default switching(
  {
    id: 'vtex.warehouse-deactivate',
    name: { en: 'Deactivate warehouse', es: 'Desactivar almacén', pt: 'Desativar estoque (warehouse)' },
    help: {
      en: 'Takes a warehouse out of sale without deleting it or its stock: nothing is delivered from it until it is activated again.',
      es: 'Saca un almacén de la venta sin eliminarlo ni su stock: nada se entrega desde él hasta que se vuelva a activar.',
      pt: 'Tira um estoque (warehouse) da venda sem excluí-lo nem o saldo: nada sai dele até ser ativado de novo.',
    },
    keywords: [
      'deactivate warehouse',
      'desativar estoque',
      'desactivar almacén',
      'armazém',
      'depósito',
      'liga',
      'desliga',
    ],
    request: 'POST /api/logistics/pvt/configuration/warehouses/{warehouseId}/deactivation',
    path: { warehouseId },
    saveAs: 'warehouse',
    example: {
      config: {
        connection: 'store',
        mapping: [{ target: 'warehouseId', expression: 'deposito' }],
        saveAs: 'warehouse',
      },
      input: [{ deposito: 'filial' }],
      output: { out: [{ deposito: 'filial', warehouse: { warehouseId: 'filial', change: 'deactivated' } }] },
    },
  },
  'deactivated',
);
