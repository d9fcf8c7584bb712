// Reads what can be sold of one SKU by way of one dock.
import { vtexRead } from '../vtex/vtex-read';
import { skuId } from '../vtex/targets';
import { dockId } from './terms';

export default vtexRead({
  id: 'vtex.stock-read-dock',
  version: 1,
  name: { en: 'Read stock at a dock', es: 'Leer stock en un muelle', pt: 'Ler estoque em uma doca' },
  help: {
    en: 'Reads, for each row, what can be sold of one SKU by way of one dock: one entry for each warehouse behind it, with availableQuantity (total minus reserved).',
    es: 'Lee, por cada fila, lo que se puede vender de un SKU por medio de un muelle: una entrada por cada almacén detrás de él, con availableQuantity (total menos reservado).',
    pt: 'Lê, para cada linha, o que se pode vender de um SKU por meio de uma doca: uma entrada para cada estoque atrás dela, com availableQuantity (total menos reservado).',
  },
  keywords: ['available stock', 'dock', 'doca', 'muelle', 'disponível', 'disponible', 'saldo disponível'],
  area: 'logistics',
  request: 'GET /api/logistics/pvt/inventory/items/{skuId}/docks/{dockId}',
  path: { skuId, dockId },
  saveAs: 'stock',
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'skuId', expression: 'sku' },
        { target: 'dockId', expression: 'doca' },
      ],
      saveAs: 'stock',
    },
    input: [{ sku: 1, doca: '1_1_1' }],
    output: {
      out: [
        {
          sku: 1,
          doca: '1_1_1',
          stock: [
            {
              skuId: '1',
              warehouseId: '1_1',
              dockId: '1_1_1',
              totalQuantity: 120,
              reservedQuantity: 2,
              availableQuantity: 118,
              isUnlimited: false,
              salesChannel: ['1'],
              deliveryChannels: ['delivery'],
              timeToRefill: null,
              dateOfSupplyUtc: null,
              supplyLotId: null,
              keepSellingAfterExpiration: false,
              transfer: null,
            },
          ],
        },
      ],
    },
  },
});
