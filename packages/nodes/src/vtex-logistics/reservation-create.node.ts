// Reserves units of a SKU under an id of ours, which is looked up first: the same id never reserves twice.
import { UserError, type Json, type JsonObject } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import { target, units, warehouseId } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { toDuration } from './duration';
import { plainPostalCode } from './postal-code';
import { listWarehouses, Warehouses } from './warehouses';
import { country, dockId, durationHelp, lockId, quantity, salesChannel, zipCode } from './terms';

const request = 'POST /api/logistics/pvt/inventory/reservations';
const read = 'GET /api/logistics/pvt/inventory/reservations/{reservationId}';

export default vtexAction({
  id: 'vtex.reservation-create',
  version: 1,
  name: { en: 'Reserve stock', es: 'Reservar stock', pt: 'Reservar estoque' },
  help: {
    en: 'Holds units of a SKU in a warehouse for a sale made elsewhere, until it is confirmed, cancelled or the time is over. The reservation gets an id of yours (the order number, say): when one of that id is there already, nothing is reserved again. Orders placed in the store reserve by themselves.',
    es: 'Retiene unidades de un SKU en un almacén para una venta hecha en otro lugar, hasta que se confirme, se cancele o venza el plazo. La reserva recibe un id suyo (por ejemplo, el número de pedido): si ya hay una con ese id, no se reserva otra vez. Los pedidos de la tienda reservan solos.',
    pt: 'Segura unidades de um SKU em um estoque para uma venda feita em outro lugar, até ser confirmada, cancelada ou o prazo acabar. A reserva recebe um id seu (o número do pedido, por exemplo): se já há uma com esse id, nada é reservado de novo. Pedidos da loja reservam sozinhos.',
  },
  keywords: [
    'reserve',
    'reservation',
    'reserva',
    'reservar estoque',
    'baixa de reserva',
    'lock',
    'reservar stock',
  ],
  area: 'logistics',
  request,
  also: [read, listWarehouses],
  effect: 'create',
  saveAs: 'reservation',
  body: {
    lockId,
    id: target.text(
      { en: 'SKU id', es: 'Id del SKU', pt: 'Id do SKU' },
      {
        required: true,
        maxLength: 20,
        suggest: '$exists(sku.id) ? sku.id : skuId',
        help: {
          en: 'The number VTEX gave the SKU.',
          es: 'El número que VTEX dio al SKU.',
          pt: 'O número que a VTEX deu ao SKU.',
        },
      },
    ),
    quantity,
    wareHouseId: warehouseId,
    dockId,
    autorizationExpirationTTL: target.text(
      { en: 'Held for', es: 'Retener por', pt: 'Segurar por' },
      { required: true, unit: units.leadTime, maxLength: 20, suggest: '"10"', help: durationHelp },
    ),
    salesChannel,
    price: target.number(
      { en: 'Unit price', es: 'Precio unitario', pt: 'Preço unitário' },
      { min: 0, unit: units.currency },
    ),
    zipCode: { ...zipCode, required: false },
    country,
    slaTypeName: target.text(
      { en: 'Shipping method', es: 'Tipo de envío', pt: 'Tipo de frete' },
      { maxLength: 100 },
    ),
  },
  prepare: () => {
    const warehouses = new Warehouses();
    return {
      async run(values, { store, existing }) {
        if (existing) return shown(existing, 'unchanged');
        await warehouses.check(String(values['wareHouseId']), store);
        return store.lock(`reservation:${String(values['lockId'])}`, () => reserve(values, store));
      },
      findExisting: (values, { store }) => findReservation(values, store),
    };
  },
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'lockId', expression: 'pedido' },
        { target: 'id', expression: 'sku' },
        { target: 'quantity', expression: 'quantidade' },
        { target: 'wareHouseId', expression: 'deposito' },
        { target: 'dockId', expression: 'doca' },
        { target: 'autorizationExpirationTTL', expression: '"10"' },
      ],
      saveAs: 'reservation',
    },
    input: [
      { pedido: 'ML-100', sku: 1, quantidade: 2, deposito: '1_1', doca: '1_1_1' },
      { pedido: 'PED-1', sku: 1, quantidade: 1, deposito: '1_1', doca: '1_1_1' },
    ],
    output: {
      out: [
        {
          pedido: 'ML-100',
          sku: 1,
          quantidade: 2,
          deposito: '1_1',
          doca: '1_1_1',
          reservation: { lockId: 'ML-100', status: 1, until: '2026-12-03T12:00:00.000Z', change: 'created' },
        },
        {
          pedido: 'PED-1',
          sku: 1,
          quantidade: 1,
          deposito: '1_1',
          doca: '1_1_1',
          reservation: { lockId: 'PED-1', status: 1, until: '2026-12-03T12:00:00.000Z', change: 'unchanged' },
        },
      ],
    },
  },
});

async function reserve(values: Values, store: Store): Promise<Json> {
  const held = await findReservation(values, store);
  if (held) return shown(held, 'unchanged');
  const answer = await store.send(request, { body: bodyOf(values) });
  if (store.dryRun) return { lockId: values['lockId'] ?? null, change: 'created' };
  return shown(made(answer as JsonObject, values), 'created');
}

function findReservation(values: Values, store: Store): Promise<JsonObject | null> {
  return store.find(read, { params: { reservationId: String(values['lockId']) } });
}

/** Throws UserError when VTEX answered 200 and reserved nothing. */
function made(answer: JsonObject, values: Values): JsonObject {
  if (answer['IsSucess'] !== false && answer['Status'] !== 0) return answer;
  const errors = Array.isArray(answer['Errors']) ? answer['Errors'] : [];
  throw new UserError('vtex.reservation-refused', {
    values: {
      lockId: values['lockId'] ?? null,
      message: errors.map((one) => JSON.stringify(one)).join(', '),
    },
  });
}

function shown(reservation: JsonObject, change: string): Json {
  const { LockId, Status, MaximumConfirmationDateUtc } = reservation;
  return {
    lockId: LockId ?? null,
    status: Status ?? null,
    until: MaximumConfirmationDateUtc ?? null,
    change,
  };
}

function bodyOf(values: Values): JsonObject {
  const { lockId: lock, id, quantity: units_, wareHouseId, dockId: dock, price, slaTypeName } = values;
  const zip = values['zipCode'];
  return {
    lockId: lock ?? null,
    salesChannel: values['salesChannel'] ?? '1',
    autorizationExpirationTTL: toDuration(values['autorizationExpirationTTL'] ?? ''),
    deliveryItemOptions: [
      {
        item: {
          id: id ?? null,
          quantity: units_ ?? null,
          kitItem: [],
          ...(price !== undefined && { price }),
        },
        slaType: 'delivery',
        ...(slaTypeName !== undefined && { slaTypeName }),
        wareHouseId: wareHouseId ?? null,
        dockId: dock ?? null,
        ...(zip !== undefined && {
          location: { zipCode: plainPostalCode(zip), country: values['country'] ?? 'BRA' },
        }),
      },
    ],
  };
}
