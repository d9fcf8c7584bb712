// Logistics: reservations, as far as they drive `reservedQuantity`. What orders do to them is in order-reservation.ts.
import { objectBody, optionalText, requiredText, type JsonObject } from '../http/fields';
import { empty, json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { Reservation } from '../store/entities';
import type { Store } from '../store/store';

const never = '0001-01-01T00:00:00+00:00';

export function reservationRoutes(store: Store, clock: () => number): Route[] {
  const base = '/api/logistics/pvt/inventory/reservations';
  const one = `${base}/{reservationId}`;
  return [
    { request: `POST ${base}`, handler: (call) => create(store, clock, call) },
    { request: `GET ${one}`, handler: (call) => json(shown(find(store, call))) },
    { request: `POST ${one}/confirm`, handler: (call) => move(store, clock, call, { status: 2 }) },
    {
      request: `POST ${one}/acknowledge`,
      handler: (call) => move(store, clock, call, { acknowledged: true }),
    },
    { request: `POST ${one}/cancel`, handler: (call) => move(store, clock, call, { status: 5 }) },
    { request: `GET ${base}/{reservationId}/{skuId}`, handler: (call) => ofSku(store, call) },
  ];
}

const place = (skuId: number, warehouseId: string): string => `${skuId}/${warehouseId}`;
const holds = ({ status }: Reservation): boolean => status === 1 || status === 2;

/** Units of a SKU in a warehouse that are promised to somebody. */
export function reservedQuantity(store: Store, skuId: number, warehouseId: string): number {
  return quantityOf(store, skuId, warehouseId, holds);
}

/** Those of them whose order is paid. */
export function confirmedQuantity(store: Store, skuId: number, warehouseId: string): number {
  return quantityOf(store, skuId, warehouseId, ({ status }) => status === 2);
}

function quantityOf(
  store: Store,
  skuId: number,
  warehouseId: string,
  counts: (reservation: Reservation) => boolean,
): number {
  let sum = 0;
  for (const lockId of store.reservationsOf.get(place(skuId, warehouseId)) ?? []) {
    const reservation = store.reservations.get(lockId);
    if (!reservation || !counts(reservation)) continue;
    for (const item of reservation.items) {
      if (item.skuId === skuId && item.warehouseId === warehouseId) sum += item.quantity;
    }
  }
  return sum;
}

/** Units of a SKU that can be sold from one warehouse. */
export function availableIn(store: Store, skuId: number, warehouseId: string): number {
  const stock = store.stock.get(skuId)?.get(warehouseId);
  if (!stock) return 0;
  if (stock.unlimited) return 1_000_000;
  return Math.max(0, stock.quantity - reservedQuantity(store, skuId, warehouseId));
}

const notEnough = ({ skuId, warehouseId }: Reservation['items'][number]): string =>
  `SKU ${skuId} has not enough units in ${warehouseId}.`;

/** A stock write means: the goods that were handed over have left the balance. */
export function clearAcknowledged(store: Store, skuId: number, warehouseId: string): void {
  const here = store.reservationsOf.get(place(skuId, warehouseId));
  for (const lockId of here ?? []) if (store.reservations.get(lockId)?.acknowledged) here?.delete(lockId);
}

function create(store: Store, clock: () => number, call: Call): Reply {
  const body = objectBody(call.body);
  const lockId = optionalText(body, 'lockId') ?? crypto.randomUUID();
  const known = store.reservations.get(lockId);
  if (known) return json(shown(known));
  const options = Array.isArray(body.deliveryItemOptions) ? body.deliveryItemOptions : [];
  if (options.length === 0) refuse(400, 'Field deliveryItemOptions is required');
  const now = new Date(clock()).toISOString();
  const reservation: Reservation = {
    lockId,
    salesChannel: requiredText(body, 'salesChannel'),
    status: 1,
    acknowledged: false,
    items: options.map(itemOf),
    request: options,
    reservedAt: now,
    updatedAt: now,
    expiresAt: new Date(
      clock() + milliseconds(optionalText(body, 'autorizationExpirationTTL')),
    ).toISOString(),
  };
  const short = reservation.items.find(
    (item) => item.quantity > availableIn(store, item.skuId, item.warehouseId),
  );
  // Answered with 200 like any other: only the members tell.
  if (short)
    return json({ ...shown({ ...reservation, status: 0 }), Errors: [notEnough(short)], IsSucess: false });
  store.creates.created('reservation', lockId);
  return json(shown(keepReservation(store, reservation)));
}

/** Puts a new reservation in, found from then on by its id and by each SKU and warehouse. */
export function keepReservation(store: Store, reservation: Reservation): Reservation {
  const { lockId, items } = reservation;
  store.reservations.set(lockId, reservation);
  for (const { skuId, warehouseId } of items) {
    const key = place(skuId, warehouseId);
    store.reservationsOf.set(key, (store.reservationsOf.get(key) ?? new Set()).add(lockId));
  }
  return reservation;
}

function itemOf(option: unknown): Reservation['items'][number] {
  const fields = objectBody(option);
  const item = objectBody(fields.item) as JsonObject;
  return {
    skuId: Number(item.id),
    warehouseId: requiredText(fields, 'wareHouseId'),
    quantity: typeof item.quantity === 'number' ? item.quantity : 1,
  };
}

/** `d.hh:mm:ss` in milliseconds; ten minutes when absent. */
function milliseconds(duration: string | null): number {
  const parts = /^(?:(\d+)\.)?(\d{2}):(\d{2}):(\d{2})/.exec(duration ?? '')?.slice(1);
  if (!parts) return 600_000;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}

function find(store: Store, call: Call): Reservation {
  return store.reservations.get(call.params.reservationId ?? '') ?? refuse(404, 'Reservation not found.');
}

function move(store: Store, clock: () => number, call: Call, change: Partial<Reservation>): Reply {
  const reservation = find(store, call);
  if (!holds(reservation)) refuse(400, 'The reservation is closed.');
  Object.assign(reservation, change, { updatedAt: new Date(clock()).toISOString() });
  return empty();
}

/** The first segment is a warehouse here: the two routes share a place in the path. */
function ofSku(store: Store, call: Call): Reply {
  const key = place(Number(call.params.skuId), call.params.reservationId ?? '');
  const ids = [...(store.reservationsOf.get(key) ?? [])];
  return json(ids.flatMap((id) => store.reservations.get(id) ?? []).map(shown));
}

function shown(reservation: Reservation): object {
  return {
    LastUpdateDateUtc: reservation.updatedAt,
    SalesChannel: reservation.salesChannel,
    LockId: reservation.lockId,
    ReservationDateUtc: reservation.reservedAt,
    MaximumConfirmationDateUtc: reservation.expiresAt,
    Status: reservation.status,
    SlaRequest: reservation.request,
    PickupPointItemOptions: null,
    CanceledDateUtc: reservation.status === 5 ? reservation.updatedAt : never,
    AuthorizedDateUtc: reservation.reservedAt,
    ConfirmedDateUtc: reservation.status === 2 ? reservation.updatedAt : never,
    Errors: [],
    IsSucess: true,
  };
}
