// Reads one warehouse.
import { vtexRead } from '../vtex/vtex-read';
import { warehouseId } from '../vtex/targets';

export default vtexRead({
  id: 'vtex.warehouse-read',
  version: 1,
  name: { en: 'Read warehouse', es: 'Leer almacén', pt: 'Ler estoque (warehouse)' },
  help: {
    en: 'Reads, for each row, one warehouse by its id: name, docks with time and cost, pickup points, priority, active or not. The id must be spelt as VTEX has it.',
    es: 'Lee, por cada fila, un almacén por su id: nombre, muelles con tiempo y costo, puntos de retiro, prioridad, activo o no. El id debe escribirse como en VTEX.',
    pt: 'Lê, para cada linha, um estoque (warehouse) pelo id: nome, docas com tempo e custo, pontos de retirada, prioridade, ativo ou não. O id deve ser escrito como na VTEX.',
  },
  keywords: ['warehouse', 'almacén', 'depósito', 'estoque', 'armazém', 'consultar'],
  area: 'logistics',
  request: 'GET /api/logistics/pvt/configuration/warehouses/{warehouseId}',
  path: { warehouseId },
  saveAs: 'warehouse',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'warehouseId', expression: 'deposito' }],
      saveAs: 'warehouse',
    },
    input: [{ deposito: '1_1' }],
    output: {
      out: [
        {
          deposito: '1_1',
          warehouse: {
            id: '1_1',
            name: 'Estoque principal',
            warehouseDocks: [{ dockId: '1_1_1', time: '00:00:00', cost: 0 }],
            pickupPointIds: [],
            priority: 0,
            isActive: true,
          },
        },
      ],
    },
  },
});
