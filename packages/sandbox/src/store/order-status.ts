// The statuses an order can have, which may follow which, and what moves on by itself. Knows no order and no HTTP.

/** Who keeps the order: a store that sells and delivers, a seller that only delivers, a marketplace that only sells. */
export type OrderFlow = 'complete' | 'seller' | 'marketplace';

/** How the money comes: by itself, after a payment notification, or never. */
export type OrderPayment = 'card' | 'notification' | 'denied';

/** Admin labels by status. Anything not in here is no status of a workflow. */
export const orderStatuses = {
  'order-created': 'Order created',
  'on-order-completed': 'Order completed',
  'on-order-completed-ffm': 'Order completed',
  'order-accepted': 'Order accepted',
  'waiting-for-authorization': 'Waiting for seller confirmation',
  'payment-pending': 'Payment pending',
  'approve-payment': 'Approve payment',
  'payment-approved': 'Payment approved',
  'waiting-ffmt-authorization': 'Waiting for authorization',
  'waiting-for-manual-authorization': 'Waiting for fulfillment authorization',
  'authorize-fulfillment': 'Authorize fulfillment',
  'window-to-cancel': 'Cancellation window',
  'ready-for-handling': 'Ready for handling',
  'start-handling': 'Start handling',
  handling: 'Handling shipping',
  'waiting-for-fulfillment': 'Waiting for fulfillment',
  'ready-for-invoicing': 'Ready for invoicing',
  invoice: 'Verifying invoice',
  invoiced: 'Invoiced',
  'request-cancel': 'Cancellation requested',
  'cancellation-requested': 'Cancellation requested',
  'waiting-for-seller-decision': 'Waiting for seller decision',
  cancel: 'Canceling',
  canceled: 'Canceled',
  replaced: 'Replaced',
} as const;

export type OrderStatus = keyof typeof orderStatuses;

export const isOrderStatus = (value: unknown): value is OrderStatus =>
  typeof value === 'string' && value in orderStatuses;

const cancelling = ['cancel'] as const;
const working = ['invoice', 'cancel', 'cancellation-requested'] as const;

/** Where an order may go from each status. A request to cancel goes back to where it came from when it is denied. */
const moves: Record<OrderStatus, readonly OrderStatus[]> = {
  'order-created': ['on-order-completed'],
  'on-order-completed': ['waiting-for-authorization', ...cancelling],
  'on-order-completed-ffm': ['order-accepted', ...cancelling],
  'order-accepted': ['waiting-ffmt-authorization', ...cancelling],
  'waiting-for-authorization': ['payment-pending', ...cancelling],
  'payment-pending': ['approve-payment', ...cancelling],
  'approve-payment': ['payment-approved', ...cancelling],
  'payment-approved': [
    'authorize-fulfillment',
    'invoice',
    'request-cancel',
    'waiting-for-seller-decision',
    ...cancelling,
  ],
  'waiting-ffmt-authorization': ['waiting-for-manual-authorization', 'authorize-fulfillment', ...cancelling],
  'waiting-for-manual-authorization': ['authorize-fulfillment', ...cancelling],
  'authorize-fulfillment': ['window-to-cancel', ...cancelling],
  'window-to-cancel': ['ready-for-handling', ...cancelling],
  'ready-for-handling': ['start-handling', ...working],
  'start-handling': ['handling'],
  handling: ['waiting-for-fulfillment', 'ready-for-invoicing', 'replaced', ...working],
  'waiting-for-fulfillment': ['handling', 'ready-for-invoicing', ...working],
  'ready-for-invoicing': [...working],
  invoice: ['invoiced', 'payment-approved', 'handling', 'ready-for-handling'],
  invoiced: [],
  'request-cancel': ['waiting-for-seller-decision', 'payment-approved', ...cancelling],
  'cancellation-requested': [
    'ready-for-handling',
    'handling',
    'waiting-for-fulfillment',
    'ready-for-invoicing',
    ...cancelling,
  ],
  'waiting-for-seller-decision': ['payment-approved', ...cancelling],
  cancel: ['canceled'],
  canceled: [],
  replaced: [],
};

export const mayMove = (from: OrderStatus, to: OrderStatus): boolean => moves[from].includes(to);

/** Statuses in which the platform is at work: nobody may cancel or change the order. */
export const isBusy = (status: OrderStatus): boolean =>
  status === 'order-created' || status === 'start-handling' || status === 'invoice' || status === 'cancel';

/** How long things last, in milliseconds. */
export interface OrderTimes {
  /** From `payment-pending` to the gateway's answer. */
  payment: number;
  /** How long `payment-pending` waits for a notification. */
  paymentExpiry: number;
  /** The window in which a shopper cancels freely. */
  cancelWindow: number;
  /** A seller that is never told to go on, or a warehouse that never reports, gives up. */
  authorization: number;
  /** How long the call that closes a checkout may take. */
  checkout: number;
  /** How far the index of List orders is behind. */
  indexLag: number;
  /** From an accepted order change to its end. */
  change: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;

export const usualTimes: OrderTimes = {
  payment: minute,
  paymentExpiry: 5 * day,
  cancelWindow: 30 * minute,
  authorization: 30 * day,
  checkout: 5 * minute,
  indexLag: 4 * minute,
  change: 2_000,
};

export interface Onward {
  to: OrderStatus;
  /** Milliseconds after the status was reached; 0 means at once. */
  after: number;
}

/** What happens to an order that nobody touches. Undefined where it rests. */
export function onward(
  status: OrderStatus,
  flow: OrderFlow,
  payment: OrderPayment,
  times: OrderTimes,
): Onward | undefined {
  const atOnce = (to: OrderStatus): Onward => ({ to, after: 0 });
  switch (status) {
    case 'order-created':
      return atOnce('on-order-completed');
    case 'on-order-completed':
      return atOnce('waiting-for-authorization');
    case 'on-order-completed-ffm':
      return atOnce('order-accepted');
    case 'order-accepted':
      return atOnce('waiting-ffmt-authorization');
    case 'waiting-for-authorization':
      return atOnce('payment-pending');
    case 'payment-pending':
      return paid(payment, 'approve-payment', times);
    case 'waiting-ffmt-authorization':
      return paid(payment, 'authorize-fulfillment', times);
    case 'approve-payment':
      return atOnce('payment-approved');
    case 'payment-approved':
      return flow === 'complete' ? atOnce('authorize-fulfillment') : undefined;
    case 'authorize-fulfillment':
      return atOnce('window-to-cancel');
    case 'window-to-cancel':
      return { to: 'ready-for-handling', after: times.cancelWindow };
    case 'waiting-for-manual-authorization':
    case 'waiting-for-fulfillment':
      return { to: 'cancel', after: times.authorization };
    case 'start-handling':
      return atOnce('handling');
    case 'cancel':
      return atOnce('canceled');
    default:
      return undefined;
  }
}

function paid(payment: OrderPayment, to: OrderStatus, times: OrderTimes): Onward {
  if (payment === 'card') return { to, after: times.payment };
  return { to: 'cancel', after: payment === 'denied' ? times.payment : times.paymentExpiry };
}

/** First status of each flow. */
export const firstStatus: Record<OrderFlow, OrderStatus> = {
  complete: 'order-created',
  marketplace: 'order-created',
  seller: 'on-order-completed-ffm',
};

const ofTheMarketplace: ReadonlySet<OrderStatus> = new Set<OrderStatus>([
  'order-created',
  'on-order-completed',
  'waiting-for-authorization',
  'payment-pending',
  'approve-payment',
  'payment-approved',
  'request-cancel',
  'waiting-for-seller-decision',
]);

/** Whose workflow says a status. In a complete flow both speak, each about its own part. */
export function domainOf(flow: OrderFlow, status: OrderStatus): 'Marketplace' | 'Fulfillment' {
  if (flow === 'marketplace') return 'Marketplace';
  return flow === 'complete' && ofTheMarketplace.has(status) ? 'Marketplace' : 'Fulfillment';
}
