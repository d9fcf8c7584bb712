// Makes orders: from one simple body for people and tests, and through the checkout's two calls. Prices come from the
// store and become cents here. Card data and shipping calculation are left out.
import { objectBody, type JsonObject } from '../http/fields';
import { json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { OrderDocument } from '../store/order';
import type { OrderEntry } from '../store/order-book';
import { isOrderStatus, type OrderFlow, type OrderPayment, type OrderStatus } from '../store/order-status';
import type { Store } from '../store/store';
import { documentFor, type Placing } from './order-document';
import { reservedQuantity } from './reservation';

/** The simple body of `POST /_sandbox/orders`. Money in cents; everything but the SKU has a default. */
export interface WantedOrder {
  skuId?: number;
  quantity?: number;
  /** Instead of `skuId`, `quantity` and `price`. */
  items?: { skuId: number; quantity?: number; price?: number }[];
  /** Unit price in cents instead of the store's. */
  price?: number;
  /** Freight in cents. */
  shipping?: number;
  /** A discount in cents, as a positive number. */
  discount?: number;
  payment?: OrderPayment;
  flow?: OrderFlow;
  salesChannel?: string;
  /** Brings the order there at once, without the clock. */
  status?: OrderStatus;
  client?: Record<string, unknown>;
  marketplaceOrderId?: string;
  affiliateId?: string;
}

export function orderPlacingRoutes(store: Store, clock: () => number): Route[] {
  return [
    { request: 'PUT /api/checkout/pub/orders', handler: (call) => checkout(store, clock(), call) },
    {
      request: 'POST /api/checkout/pub/gatewayCallback/{orderGroup}',
      handler: (call) => gatewayCallback(store, clock(), call),
    },
  ];
}

/** Places an order as the control route does. Throws a sentence when the body cannot be an order. */
export function placeOrder(store: Store, now: number, wanted: WantedOrder): OrderEntry {
  const payment = wanted.payment ?? 'card';
  const flow = wanted.flow ?? 'complete';
  if (!['card', 'notification', 'denied'].includes(payment))
    throw new Error('"payment" is card, notification or denied.');
  if (!['complete', 'seller', 'marketplace'].includes(flow))
    throw new Error('"flow" is complete, seller or marketplace.');
  if (wanted.status !== undefined && !isOrderStatus(wanted.status))
    throw new Error(`"${String(wanted.status)}" is no status of an order.`);
  const lines = wanted.items ?? [
    { skuId: Number(wanted.skuId), quantity: wanted.quantity, price: wanted.price },
  ];
  const document = documentFor(store, now, {
    items: lines.map((line) => lineOf(store, line)),
    shipping: wanted.shipping ?? 0,
    discount: wanted.discount ?? 0,
    salesChannel: wanted.salesChannel ?? '1',
    payments: [{ paymentSystem: payment === 'notification' ? '6' : '2' }],
    client: wanted.client ?? {},
    marketplaceOrderId: wanted.marketplaceOrderId,
    affiliateId: wanted.affiliateId,
  });
  store.creates.created('order', document.orderId);
  const entry = store.orders.add(document, { flow, payment }, now);
  if (wanted.status !== undefined && !store.orders.hurry(entry, wanted.status, now))
    throw new Error(`A ${flow} order does not come to "${wanted.status}".`);
  return entry;
}

function lineOf(
  store: Store,
  line: { skuId: number; quantity?: number; price?: number },
): Placing['items'][number] {
  const skuId = Number(line.skuId);
  const quantity = Number(line.quantity ?? 1);
  if (!store.skus.has(skuId)) throw new Error(`There is no SKU ${String(line.skuId)} in this store.`);
  if (!Number.isInteger(quantity) || quantity < 1) throw new Error('"quantity" is a whole number from 1.');
  const price = line.price ?? centsOf(store, skuId);
  if (price === null) throw new Error(`SKU ${skuId} has no price. Give "price" in cents.`);
  if (!Number.isInteger(price) || price < 0) throw new Error('"price" is a whole number of cents.');
  return { skuId, quantity, price };
}

function centsOf(store: Store, skuId: number): number | null {
  const price = store.prices.get(skuId)?.basePrice;
  return price === undefined || price === null ? null : Math.round(price * 100);
}

/** Places an order as checkout does: without a workflow until the payments were sent. */
function checkout(store: Store, now: number, call: Call): Reply {
  const body = objectBody(call.body);
  const items = (Array.isArray(body.items) ? body.items : []).map((item) => available(store, item));
  if (items.length === 0) checkoutError('ORD002', 'There is no item in the order');
  const shipping = objectBody(body.shippingData ?? {});
  const logistics = (shipping.logisticsInfo ?? []) as { price?: number }[];
  const payment = objectBody(body.paymentData ?? {});
  const payments = (payment.payments ?? [{ paymentSystem: '2' }]) as { paymentSystem: string }[];
  const document = documentFor(store, now, {
    items,
    shipping: logistics.reduce((sum, { price }) => sum + (price ?? 0), 0),
    discount: 0,
    salesChannel: call.query.get('sc') ?? '1',
    payments,
    client: objectBody(body.clientProfileData ?? {}),
    address: shipping.address as Record<string, unknown> | undefined,
  });
  store.creates.created('order', document.orderId);
  // 6 is a bank slip and 201 onwards promissory notes: their money is told by a notification.
  const later = payments.some(({ paymentSystem }) => paymentSystem === '6' || Number(paymentSystem) >= 201);
  const kind = { flow: 'complete', payment: later ? 'notification' : 'card', complete: false } as const;
  store.orders.add(document, kind, now);
  return json({ orders: [document], transactionData: transactionsOf(document) }, 201);
}

function transactionsOf(document: OrderDocument): object {
  const [transaction] = document.paymentData.transactions;
  return {
    merchantTransactions: [
      {
        id: transaction?.merchantName,
        transactionId: transaction?.transactionId,
        merchantName: transaction?.merchantName,
        payments: transaction?.payments,
      },
    ],
    receiverUri: `/api/checkout/pub/gatewayCallback/${document.orderGroup}`,
  };
}

function available(store: Store, given: unknown): Placing['items'][number] {
  const item = objectBody(given) as JsonObject & { id?: unknown; quantity?: unknown };
  const skuId = Number(item.id);
  const quantity = Number(item.quantity ?? 1);
  const price = centsOf(store, skuId);
  const left = [...(store.stock.get(skuId)?.values() ?? [])].reduce(
    (sum, { warehouseId, quantity: units, unlimited }) =>
      sum + (unlimited ? Infinity : units - reservedQuantity(store, skuId, warehouseId)),
    0,
  );
  const known = store.skus.get(skuId);
  if (!known?.IsActive || price === null || left < quantity)
    return checkoutError('ORD027', `The item ${String(item.id)} is not available`);
  return { skuId, quantity, price };
}

function checkoutError(code: string, message: string): never {
  return refuse(
    400,
    JSON.stringify({
      error: { code, message, exception: null },
      operationId: crypto.randomUUID(),
      fields: {},
    }),
  );
}

function gatewayCallback(store: Store, now: number, call: Call): Reply {
  store.orders.settle(now);
  const group = call.params.orderGroup ?? '';
  const entries = [...store.orders.entries.values()].filter(({ document }) => document.orderGroup === group);
  if (entries.length === 0) refuse(404, 'Order group not found');
  for (const entry of entries) {
    if (entry.document.status !== null) continue;
    if (entry.due?.to !== 'incomplete') checkoutError('ORD062', 'The order is incomplete: its time is over');
    store.orders.complete(entry, now);
  }
  return { status: 204 };
}

/** What a person is told about an order that was just placed. */
export function placedOrder({ document, payment, flow }: OrderEntry): object {
  const { orderId, orderGroup, sequence, status, value } = document;
  return { orderId, orderGroup, sequence, status, value, payment, flow };
}
