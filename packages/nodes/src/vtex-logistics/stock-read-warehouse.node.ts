// Reads what can be sold of one SKU from one warehouse, dock by dock.
import { vtexRead } from '../vtex/vtex-read';
import { skuId, warehouseId } from '../vtex/targets';

export default vtexRead({
  id: 'vtex.stock-read-warehouse',
  version: 1,
  name: { en: 'Read stock in a warehouse', es: 'Leer stock en un almacén', pt: 'Ler estoque em um armazém' },
  help: {
    en: 'Reads, for each row, what can be sold of one SKU from one warehouse: one entry for each dock, with availableQuantity (total minus reserved) and the trade policies it serves. A SKU that never got stock there gives an empty list.',
    es: 'Lee, por cada fila, lo que se puede vender de un SKU desde un almacén: una entrada por muelle, con availableQuantity (total menos reservado) y las políticas comerciales que atiende. Un SKU que nunca tuvo stock allí da una lista vacía.',
    pt: 'Lê, para cada linha, o que se pode vender de um SKU a partir de um estoque: uma entrada por doca, com availableQuantity (total menos reservado) e as políticas comerciais atendidas. Um SKU que nunca teve estoque ali dá uma lista vazia.',
  },
  keywords: [
    'available stock',
    'dock',
    'warehouse',
    'disponível',
    'disponible',
    'doca',
    'muelle',
    'estoque',
    'saldo disponível',
  ],
  area: 'logistics',
  request: 'GET /api/logistics/pvt/inventory/items/{skuId}/warehouses/{warehouseId}',
  path: { skuId, warehouseId },
  saveAs: 'stock',
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'skuId', expression: 'sku' },
        { target: 'warehouseId', expression: 'deposito' },
      ],
      saveAs: 'stock',
    },
    input: [{ sku: 1, deposito: '1_1' }],
    output: {
      out: [
        {
          sku: 1,
          deposito: '1_1',
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
