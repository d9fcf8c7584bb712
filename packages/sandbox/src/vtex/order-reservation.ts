// Ties the units an order holds to its status: taken when it is placed, confirmed when paid, handed over when handling
// starts, given back when it is cancelled before that. The total of a warehouse never moves by an order.
import type { Reservation } from '../store/entities';
import type { OrderEntry, OrderEvent } from '../store/order-book';
import type { Store } from '../store/store';
import { keepReservation } from './reservation';

/** How many days past the payment's end an unpaid reservation lives, by the day of the week it ends on (Sunday first). */
const graceDays = [4, 4, 4, 5, 5, 5, 6] as const;
const day = 24 * 60 * 60_000;

/** From now on every order of the store holds its units. */
export function reserveForOrders(store: Store): void {
  store.orders.onChange((event, entry) => follow(store, event, entry));
}

const lockOf = (entry: OrderEntry): string => entry.document.items[0]?.lockId ?? entry.document.orderId;

function follow(store: Store, event: OrderEvent, entry: OrderEntry): void {
  const reservation = store.reservations.get(lockOf(entry)) ?? taken(store, event, entry);
  const change = changeFor(event.state, reservation);
  if (change) Object.assign(reservation, change, { updatedAt: event.currentChange });
}

function changeFor(
  state: OrderEvent['state'],
  { status, acknowledged }: Reservation,
): Partial<Reservation> | null {
  if (state === 'authorize-fulfillment') return { status: 2 };
  if (state === 'handling') return { acknowledged: true };
  if (state === 'canceled' && !acknowledged && status < 3) return { status: status === 1 ? 3 : 5 };
  return null;
}

function taken(store: Store, event: OrderEvent, entry: OrderEntry): Reservation {
  const { document } = entry;
  const at = Date.parse(event.currentChange);
  const paidBy = at + store.orders.times.paymentExpiry;
  const grace = graceDays[new Date(paidBy).getUTCDay()] ?? 4;
  return keepReservation(store, {
    lockId: lockOf(entry),
    salesChannel: document.salesChannel,
    status: 1,
    acknowledged: false,
    items: document.items.map(({ id, quantity }, index) => ({
      skuId: Number(id),
      warehouseId: warehouseOf(document.shippingData.logisticsInfo[index]),
      quantity,
    })),
    request: [],
    reservedAt: event.currentChange,
    updatedAt: event.currentChange,
    expiresAt: new Date(paidBy + grace * day).toISOString(),
  });
}

function warehouseOf(logistics: Record<string, unknown> | undefined): string {
  const ids = (logistics?.deliveryIds ?? []) as { warehouseId: string }[];
  return ids[0]?.warehouseId ?? '1_1';
}

/** An unpaid reservation that is past its time holds nothing any more. */
export function expireReservations(store: Store, now: number): void {
  for (const reservation of store.reservations.values()) {
    if (reservation.status !== 1 || Date.parse(reservation.expiresAt) > now) continue;
    reservation.status = 4;
    reservation.updatedAt = reservation.expiresAt;
  }
}
