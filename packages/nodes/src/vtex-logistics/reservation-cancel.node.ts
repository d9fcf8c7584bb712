// Cancels a reservation: its units can be sold again.
import { reservationMove } from './reservation-moves';

export default reservationMove({
  id: 'vtex.reservation-cancel',
  name: { en: 'Cancel reservation', es: 'Cancelar reserva', pt: 'Cancelar reserva' },
  help: {
    en: 'Cancels a reservation, so that its units can be sold again. One that has ended already (cancelled, expired, given up) is left alone. Reservations of orders of the store end with the order: cancel the order instead.',
    es: 'Cancela una reserva, para que sus unidades vuelvan a venderse. Una que ya terminó (cancelada, vencida, abandonada) queda igual. Las reservas de pedidos de la tienda terminan con el pedido: cancele el pedido.',
    pt: 'Cancela uma reserva, para que as unidades voltem a ser vendidas. Uma que já acabou (cancelada, vencida, abandonada) fica como está. Reservas de pedidos da loja acabam com o pedido: cancele o pedido.',
  },
  keywords: ['cancel reservation', 'cancelar reserva', 'liberar estoque', 'liberar stock', 'reserva', 'lock'],
  request: 'POST /api/logistics/pvt/inventory/reservations/{reservationId}/cancel',
  change: 'cancelled',
  done: [3, 4, 5],
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'reservationId', expression: 'pedido' }],
      saveAs: 'reservation',
    },
    input: [{ pedido: 'PED-1' }],
    output: { out: [{ pedido: 'PED-1', reservation: { lockId: 'PED-1', change: 'cancelled' } }] },
  },
});
