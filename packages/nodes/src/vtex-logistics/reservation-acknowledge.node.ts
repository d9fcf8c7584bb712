// Acknowledges a reservation: the goods are ours now, the next stock write drops it.
import { reservationMove } from './reservation-moves';

export default reservationMove({
  id: 'vtex.reservation-acknowledge',
  name: { en: 'Acknowledge reservation', es: 'Dar de baja reserva', pt: 'Dar baixa na reserva' },
  help: {
    en: 'Tells VTEX that your ERP has taken the goods of a reservation out of its balance (baixa de reserva). The next stock write of that SKU and warehouse then drops the reservation: send the balance after picking right after this, by "Set stock". One that was cancelled or has expired fails the row.',
    es: 'Avisa a VTEX que su ERP ya descontó de su saldo la mercadería de una reserva. La próxima escritura de stock de ese SKU y almacén elimina entonces la reserva: envíe enseguida el saldo después de separar, con «Definir stock». Una cancelada o vencida hace fallar la fila.',
    pt: 'Avisa a VTEX que o seu ERP já tirou do saldo a mercadoria de uma reserva (baixa de reserva). A próxima escrita de estoque desse SKU e estoque então descarta a reserva: envie logo em seguida o saldo depois de separar, com "Definir estoque". Uma cancelada ou vencida faz a linha falhar.',
  },
  keywords: ['acknowledge', 'baixa de reserva', 'dar baixa', 'baja de reserva', 'reserva', 'lock'],
  request: 'POST /api/logistics/pvt/inventory/reservations/{reservationId}/acknowledge',
  change: 'acknowledged',
  done: [],
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'reservationId', expression: 'pedido' }],
      saveAs: 'reservation',
    },
    input: [{ pedido: 'PED-1' }],
    output: { out: [{ pedido: 'PED-1', reservation: { lockId: 'PED-1', change: 'acknowledged' } }] },
  },
});
