// Reads one reservation.
import { vtexRead } from '../vtex/vtex-read';
import { lockId } from './terms';

export default vtexRead({
  id: 'vtex.reservation-read',
  version: 1,
  name: { en: 'Read reservation', es: 'Leer reserva', pt: 'Ler reserva' },
  help: {
    en: 'Reads, for each row, one reservation by its id (lock). Its Status is a number: 0 not committed, 1 authorized, 2 confirmed, 3 given up before payment, 4 expired, 5 cancelled.',
    es: 'Lee, por cada fila, una reserva por su id (lock). Su Status es un número: 0 no realizada, 1 autorizada, 2 confirmada, 3 abandonada antes del pago, 4 vencida, 5 cancelada.',
    pt: 'Lê, para cada linha, uma reserva pelo id (lock). O Status é um número: 0 não efetivada, 1 autorizada, 2 confirmada, 3 abandonada antes do pagamento, 4 expirada, 5 cancelada.',
  },
  keywords: [
    'reservation',
    'lock',
    'reserva',
    'reserva de estoque',
    'baixa de reserva',
    'reserva de stock',
    'lockId',
  ],
  area: 'logistics',
  request: 'GET /api/logistics/pvt/inventory/reservations/{reservationId}',
  path: { reservationId: lockId },
  saveAs: 'reservation',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'reservationId', expression: 'pedido' }],
      saveAs: 'reservation',
    },
    input: [{ pedido: 'PED-1' }],
    output: {
      out: [
        {
          pedido: 'PED-1',
          reservation: {
            LastUpdateDateUtc: '2026-11-23T12:00:00.000Z',
            SalesChannel: '1',
            LockId: 'PED-1',
            ReservationDateUtc: '2026-11-23T12:00:00.000Z',
            MaximumConfirmationDateUtc: '2026-12-03T12:00:00.000Z',
            Status: 1,
            SlaRequest: [{ item: { id: '1', quantity: 2 }, wareHouseId: '1_1' }],
            PickupPointItemOptions: null,
            CanceledDateUtc: '0001-01-01T00:00:00+00:00',
            AuthorizedDateUtc: '2026-11-23T12:00:00.000Z',
            ConfirmedDateUtc: '0001-01-01T00:00:00+00:00',
            Errors: [],
            IsSucess: true,
          },
        },
      ],
    },
  },
});
