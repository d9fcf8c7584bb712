// What every order route starts with: whatever is due has happened, the order exists, and the answer to a change.
import { createHash } from 'node:crypto';
import type { Call } from '../http/wire';
import type { OrderEntry } from '../store/order-book';
import type { Store } from '../store/store';
import { omsRefuse } from './oms-error';

export interface OrderDesk {
  store: Store;
  /** Milliseconds since 1970. */
  clock: () => number;
}

/** The order of the call's `orderId` as it is now, or 404. */
export function orderOf({ store, clock }: OrderDesk, call: Call, name = 'orderId'): OrderEntry {
  store.orders.settle(clock());
  return store.orders.find(call.params[name] ?? '') ?? omsRefuse(404, 'OMS007', 'Order Not Found');
}

/** What a change is answered with: when, of which order, and a receipt that is new each time. */
export function receiptOf(
  desk: OrderDesk,
  entry: OrderEntry,
): { date: string; orderId: string; receipt: string } {
  entry.receipts += 1;
  const { orderId } = entry.document;
  const receipt = createHash('md5').update(`${orderId}/${entry.receipts}`).digest('hex');
  return { date: new Date(desk.clock()).toISOString(), orderId, receipt };
}
