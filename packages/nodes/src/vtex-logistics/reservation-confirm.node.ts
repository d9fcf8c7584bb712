// Confirms a reservation: the sale is paid, the units stay held without an end.
import { reservationMove } from './reservation-moves';

export default reservationMove({
  id: 'vtex.reservation-confirm',
  name: { en: 'Confirm reservation', es: 'Confirmar reserva', pt: 'Confirmar reserva' },
  help: {
    en: 'Confirms a reservation once the sale is paid: it no longer ends by itself. One that is confirmed already is left alone; one that was cancelled or has expired fails the row.',
    es: 'Confirma una reserva cuando la venta está pagada: deja de vencer por sí sola. Una ya confirmada queda igual; una cancelada o vencida hace fallar la fila.',
    pt: 'Confirma uma reserva quando a venda está paga: ela não vence mais sozinha. Uma já confirmada fica como está; uma cancelada ou vencida faz a linha falhar.',
  },
  keywords: ['confirm reservation', 'confirmar reserva', 'reserva', 'lock', 'pago'],
  request: 'POST /api/logistics/pvt/inventory/reservations/{reservationId}/confirm',
  change: 'confirmed',
  done: [2],
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'reservationId', expression: 'pedido' }],
      saveAs: 'reservation',
    },
    input: [{ pedido: 'PED-1' }],
    output: { out: [{ pedido: 'PED-1', reservation: { lockId: 'PED-1', change: 'confirmed' } }] },
  },
});
