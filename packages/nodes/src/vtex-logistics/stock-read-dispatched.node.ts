// Reads how much of one SKU in one warehouse is promised to orders that are paid.
import { skuId, warehouseId } from '../vtex/targets';
import { vtexRead } from '../vtex/vtex-read';

export default vtexRead({
  id: 'vtex.stock-read-dispatched',
  version: 1,
  name: {
    en: 'Read dispatched reservations',
    es: 'Leer reservas despachadas',
    pt: 'Ler reservas despachadas',
  },
  help: {
    en: 'Reads, for each row, how many units of a SKU in a warehouse belong to paid orders that have left the shelf or are about to (dispatchedReservationsQuantity). VTEX answers this only while the store has at most 2,000 active reservations.',
    es: 'Lee, por cada fila, cuántas unidades de un SKU en un almacén pertenecen a pedidos pagados que salieron del estante o están por salir (dispatchedReservationsQuantity). VTEX lo responde solo mientras la tienda tenga como máximo 2.000 reservas activas.',
    pt: 'Lê, para cada linha, quantas unidades de um SKU em um estoque pertencem a pedidos pagos que já saíram da prateleira ou estão para sair (dispatchedReservationsQuantity). A VTEX só responde isso enquanto a loja tem no máximo 2.000 reservas ativas.',
  },
  keywords: [
    'reserved',
    'dispatched',
    'reservation',
    'reservado',
    'despachado',
    'reserva',
    'estoque reservado',
    'baixa',
  ],
  area: 'logistics',
  request: 'GET /api/logistics/pvt/inventory/items/{itemId}/warehouses/{warehouseId}/dispatched',
  path: { itemId: skuId, warehouseId },
  saveAs: 'dispatched',
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'itemId', expression: 'sku' },
        { target: 'warehouseId', expression: 'deposito' },
      ],
      saveAs: 'dispatched',
    },
    input: [{ sku: 1, deposito: '1_1' }],
    output: {
      out: [
        {
          sku: 1,
          deposito: '1_1',
          dispatched: [
            {
              skuId: '1',
              warehouseId: '1_1',
              quantity: 120,
              isUnlimitedQuantity: false,
              totalReservedQuantity: 2,
              dispatchedReservationsQuantity: 0,
              availableQuantity: 118,
            },
          ],
        },
      ],
    },
  },
});
