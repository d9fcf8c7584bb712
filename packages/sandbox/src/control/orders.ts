// The sandbox's own addresses for orders: place them, look at them, move them, and move the clock.
import { placedOrder, placeOrder, type WantedOrder } from '../vtex/order-placing';
import { expireReservations } from '../vtex/order-reservation';
import { empty, json, type Reply } from '../http/wire';
import { isOrderStatus, type OrderTimes } from '../store/order-status';
import type { Store } from '../store/store';

/** The store's clock: real or a test's, plus what was added by hand. */
export interface Clock {
  now(): number;
  advance(milliseconds: number): void;
  reset(): void;
}

/** A clock that can be moved forward only. */
export function movableClock(base: () => number): Clock {
  let added = 0;
  return {
    now: () => base() + added,
    advance: (milliseconds) => {
      added += milliseconds;
    },
    reset: () => {
      added = 0;
    },
  };
}

/** Lets happen whatever is due: orders move on, hooks are called, unpaid reservations expire. */
export function settle(store: Store, now: number): void {
  store.orders.settle(now);
  void store.hooks.deliver(() => now);
  expireReservations(store, now);
}

/** Answers an address below `/_sandbox/` that is about orders or the clock, undefined for another. */
export function controlOrders(store: Store, clock: Clock, action: string, body: unknown): Reply | undefined {
  const given = (body ?? {}) as Record<string, unknown>;
  const [, id = '', verb = ''] = /^POST orders\/([^/]+)\/([\w-]+)$/.exec(action) ?? [];
  if (verb === 'move') return move(store, clock, id, given);
  if (verb === 'request-cancellation') return request(store, clock, id, given);
  switch (action) {
    case 'POST clock':
      return advance(store, clock, given);
    case 'GET clock':
      return json({ now: new Date(clock.now()).toISOString() });
    case 'POST orders':
      return json(placedOrder(placeOrder(store, clock.now(), readWanted(given))), 201);
    case 'GET orders':
      settle(store, clock.now());
      return json({ orders: [...store.orders.entries.values()].map(shown) });
    case 'PUT order-times':
      store.orders.times = { ...store.orders.times, ...readTimes(store.orders.times, given) };
      return json(store.orders.times);
    case 'GET order-times':
      return json(store.orders.times);
    default:
      return undefined;
  }
}

const shown = (entry: Parameters<typeof placedOrder>[0]): object => ({
  ...placedOrder(entry),
  due: entry.due && { to: entry.due.to, at: new Date(entry.due.at).toISOString() },
  history: entry.history,
});

function advance(store: Store, clock: Clock, given: Record<string, unknown>): Reply {
  const milliseconds = Number(given.advanceMs);
  if (!(milliseconds >= 0))
    throw new Error('Give {"advanceMs": …}, a number from 0: the clock goes forward only.');
  clock.advance(milliseconds);
  settle(store, clock.now());
  return json({ now: new Date(clock.now()).toISOString() });
}

/** A form brings text; numbers are made of it, and empty fields are left out. */
function readWanted(given: Record<string, unknown>): WantedOrder {
  const filled = Object.entries(given).filter(([, value]) => value !== '');
  const numbers = ['skuId', 'quantity', 'price', 'shipping', 'discount'];
  return Object.fromEntries(
    filled.map(([name, value]) => [name, numbers.includes(name) ? Number(value) : value]),
  ) as WantedOrder;
}

function readTimes(known: OrderTimes, given: Record<string, unknown>): Partial<OrderTimes> {
  for (const [name, value] of Object.entries(given)) {
    if (!(name in known)) throw new Error(`Unknown time "${name}". Known: ${Object.keys(known).join(', ')}.`);
    if (typeof value !== 'number' || !(value >= 0)) throw new Error(`"${name}" is a number of milliseconds.`);
  }
  return given as Partial<OrderTimes>;
}

function move(store: Store, clock: Clock, id: string, given: Record<string, unknown>): Reply {
  settle(store, clock.now());
  const entry = store.orders.find(id);
  if (!entry) return json({ error: `There is no order ${id}.` }, 404);
  const to = given.to;
  if (!isOrderStatus(to)) throw new Error('Give {"to": "…"} with a status of a workflow.');
  if (!store.orders.move(entry, to, clock.now()))
    throw new Error(`An order does not go from "${String(entry.document.status)}" to "${to}".`);
  return json(placedOrder(entry));
}

/** What a shopper does on "my orders": cancels freely inside the window, asks the seller after it. */
function request(store: Store, clock: Clock, id: string, given: Record<string, unknown>): Reply {
  settle(store, clock.now());
  const entry = store.orders.find(id);
  if (!entry) return json({ error: `There is no order ${id}.` }, 404);
  const from = entry.document.status;
  const now = clock.now();
  const reason = typeof given.reason === 'string' ? given.reason : 'Shopper asked';
  const asked = entry.flow === 'marketplace' ? 'waiting-for-seller-decision' : 'cancellation-requested';
  const mayAsk = store.orders.move(entry, asked, now);
  if (mayAsk && isOrderStatus(from)) {
    entry.returnTo = from;
    entry.cancellationRequestId = `cr-${entry.document.orderId}-${entry.history.length}`;
    store.orders.edit(entry, now, (document) => {
      document.cancellationRequests = [
        ...((document.cancellationRequests ?? []) as object[]),
        {
          id: entry.cancellationRequestId,
          reason,
          requestedByUser: true,
          requestedAt: new Date(now).toISOString(),
        },
      ];
    });
  } else if (!store.orders.move(entry, 'cancel', now)) {
    throw new Error(`An order in "${String(from)}" cannot be cancelled.`);
  }
  return json({ ...placedOrder(entry), cancellationRequestId: entry.cancellationRequestId });
}

/** Back to the page after a form. */
export const backToOrders: Reply = { ...empty(303), headers: { location: '/?view=orders' } };
