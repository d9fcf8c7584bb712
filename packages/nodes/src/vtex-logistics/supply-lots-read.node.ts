// Reads the units of one SKU that will arrive at one warehouse.
import { vtexRead } from '../vtex/vtex-read';
import { skuId, warehouseId } from '../vtex/targets';

export default vtexRead({
  id: 'vtex.supply-lots-read',
  version: 1,
  name: { en: 'Read scheduled stock', es: 'Leer stock programado', pt: 'Ler estoque agendado' },
  help: {
    en: 'Reads, for each row, the supply lots of a SKU in a warehouse: goods that will arrive and may be sold before, with quantity and date. One entry for each lot and dock.',
    es: 'Lee, por cada fila, los lotes de abastecimiento de un SKU en un almacén: mercadería que llegará y que puede venderse antes, con cantidad y fecha. Una entrada por lote y muelle.',
    pt: 'Lê, para cada linha, os lotes de abastecimento de um SKU em um estoque: mercadoria que vai chegar e pode ser vendida antes, com quantidade e data. Uma entrada por lote e doca.',
  },
  keywords: [
    'supply lot',
    'scheduled',
    'future stock',
    'presale',
    'estoque futuro',
    'lote',
    'pré-venda',
    'preventa',
    'abastecimiento',
  ],
  area: 'logistics',
  request: 'GET /api/logistics/pvt/inventory/items/{skuId}/warehouses/{warehouseId}/supplyLots',
  path: { skuId, warehouseId },
  saveAs: 'lots',
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'skuId', expression: 'sku' },
        { target: 'warehouseId', expression: 'deposito' },
      ],
      saveAs: 'lots',
    },
    input: [{ sku: 1, deposito: '1_1' }],
    output: {
      out: [
        {
          sku: 1,
          deposito: '1_1',
          lots: [
            {
              skuId: '1',
              warehouseId: '1_1',
              dockId: '1_1_1',
              totalQuantity: 30,
              reservedQuantity: 0,
              availableQuantity: 30,
              isUnlimited: false,
              salesChannel: ['1'],
              deliveryChannels: ['delivery'],
              timeToRefill: null,
              dateOfSupplyUtc: '2026-12-01T00:00:00Z',
              supplyLotId: 'OC-50',
              keepSellingAfterExpiration: false,
              transfer: null,
              leadTime: '00:00:00',
            },
          ],
        },
      ],
    },
  },
});
