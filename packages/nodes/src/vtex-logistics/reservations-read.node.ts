// Reads the reservations of one SKU in one warehouse.
import { vtexRead } from '../vtex/vtex-read';
import { skuId, warehouseId } from '../vtex/targets';

export default vtexRead({
  id: 'vtex.reservations-read',
  version: 1,
  name: { en: 'Read reservations of a SKU', es: 'Leer reservas de un SKU', pt: 'Ler reservas de um SKU' },
  help: {
    en: 'Reads, for each row, the list of reservations of one SKU in one warehouse. Use it to see why less can be sold than the balance says. Status: 1 authorized and 2 confirmed hold units, all others do not.',
    es: 'Lee, por cada fila, la lista de reservas de un SKU en un almacén. Sirve para ver por qué se puede vender menos de lo que dice el saldo. Status: 1 autorizada y 2 confirmada retienen unidades, los demás no.',
    pt: 'Lê, para cada linha, a lista de reservas de um SKU em um estoque. Serve para ver por que se pode vender menos do que o saldo diz. Status: 1 autorizada e 2 confirmada seguram unidades, os outros não.',
  },
  keywords: ['reservations', 'reservas', 'lock', 'estoque reservado', 'stock reservado', 'baixa de reserva'],
  area: 'logistics',
  request: 'GET /api/logistics/pvt/inventory/reservations/{warehouseId}/{skuId}',
  path: { warehouseId, skuId },
  saveAs: 'reservations',
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'warehouseId', expression: 'deposito' },
        { target: 'skuId', expression: 'sku' },
      ],
      saveAs: 'reservations',
    },
    input: [{ sku: 1, deposito: '1_1' }],
    output: {
      out: [
        {
          sku: 1,
          deposito: '1_1',
          reservations: [
            {
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
          ],
        },
      ],
    },
  },
});
