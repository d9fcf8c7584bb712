// Reads the stock of one SKU in every warehouse.
import { vtexRead } from '../vtex/vtex-read';
import { skuId } from '../vtex/targets';

export default vtexRead({
  id: 'vtex.stock-read',
  version: 1,
  name: { en: 'Read stock of a SKU', es: 'Leer stock de un SKU', pt: 'Ler estoque de um SKU' },
  help: {
    en: 'Reads, for each row, what all warehouses have of one SKU: total, reserved, unlimited, lead time. What can be sold is total minus reserved. VTEX has no list of all stock: take the SKU ids from the catalogue and read them here. An unlimited stock shows a total of 1,000,000.',
    es: 'Lee, por cada fila, lo que todos los almacenes tienen de un SKU: total, reservado, ilimitado, plazo. Lo que se puede vender es total menos reservado. VTEX no ofrece una lista de todo el stock: tome los ids de SKU del catálogo y léalos aquí. Un stock ilimitado muestra un total de 1.000.000.',
    pt: 'Lê, para cada linha, o que todos os estoques têm de um SKU: total, reservado, ilimitado, prazo. O que se pode vender é total menos reservado. A VTEX não oferece uma lista de todo o estoque: pegue os ids de SKU do catálogo e leia-os aqui. Um estoque ilimitado mostra total de 1.000.000.',
  },
  keywords: [
    'stock',
    'inventory',
    'balance',
    'estoque',
    'saldo',
    'consultar',
    'existencias',
    'inventario',
    'disponível',
  ],
  area: 'logistics',
  request: 'GET /api/logistics/pvt/inventory/skus/{skuId}',
  path: { skuId },
  saveAs: 'stock',
  example: {
    config: { connection: 'store', mapping: [{ target: 'skuId', expression: 'sku' }], saveAs: 'stock' },
    input: [{ sku: 1 }],
    output: {
      out: [
        {
          sku: 1,
          stock: {
            skuId: '1',
            balance: [
              {
                warehouseId: '1_1',
                warehouseName: 'Estoque principal',
                totalQuantity: 120,
                reservedQuantity: 2,
                hasUnlimitedQuantity: false,
                timeToRefill: null,
                dateOfSupplyUtc: null,
                leadTime: '00:00:00',
              },
              {
                warehouseId: 'filial',
                warehouseName: 'Filial',
                totalQuantity: 0,
                reservedQuantity: 0,
                hasUnlimitedQuantity: false,
                timeToRefill: null,
                dateOfSupplyUtc: null,
                leadTime: '00:00:00',
              },
            ],
          },
        },
      ],
    },
  },
});
