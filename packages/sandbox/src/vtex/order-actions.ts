// What an ERP does to an order beside invoicing it: start handling, cancel, deny a request to cancel, tell a payment.
import { empty, json, type Call, type Reply, type Route } from '../http/wire';
import type { OrderEntry } from '../store/order-book';
import { isBusy, isOrderStatus } from '../store/order-status';
import { bodyWith, omsRefuse } from './oms-error';
import { orderOf, receiptOf, type OrderDesk } from './order-desk';

const one = '/api/oms/pvt/orders/{orderId}';
const masked = '/api/orders/pvt/document/{orderId}';

export function orderActionRoutes(desk: OrderDesk): Route[] {
  return [
    { request: `POST ${one}/start-handling`, handler: (call) => startHandling(desk, call) },
    { request: `POST ${masked}/actions/start-handling`, handler: (call) => startHandling(desk, call) },
    { request: `POST ${one}/cancel`, handler: (call) => cancel(desk, call) },
    { request: `POST ${masked}/cancel`, handler: (call) => cancel(desk, call) },
    { request: `POST ${masked}/deny-cancellation-request`, handler: (call) => deny(desk, call) },
    {
      request: `POST ${one}/payments/{paymentId}/payment-notification`,
      handler: (call) => notifyPayment(desk, call),
    },
    {
      request: `POST ${masked}/payment/{paymentId}/notify-payment`,
      handler: (call) => notifyPayment(desk, call),
    },
    { request: `POST ${one}/interactions`, handler: (call) => interact(desk, call) },
  ];
}

function startHandling(desk: OrderDesk, call: Call): Reply {
  const entry = orderOf(desk, call);
  if (!desk.store.orders.move(entry, 'start-handling', desk.clock()))
    omsRefuse(409, 'OMS003', 'Order status should be ready-for-handling to perform this action');
  return empty(204);
}

function cancel(desk: OrderDesk, call: Call): Reply {
  const entry = orderOf(desk, call);
  const { document } = entry;
  const body = call.body === undefined ? {} : bodyWith(call.body, []);
  if (document.status === null) omsRefuse(400, 'OMS008', 'The order is incomplete and cannot be canceled');
  if (document.packageAttachment.packages.some(({ type }) => type === 'Output'))
    omsRefuse(400, 'OMS009', 'The order has an invoice and cannot be canceled');
  const now = desk.clock();
  const reason = typeof body.reason === 'string' ? body.reason : null;
  if (isOrderStatus(document.status) && isBusy(document.status)) refuseStatus(document.status);
  if (!desk.store.orders.move(entry, 'cancel', now)) refuseStatus(document.status);
  desk.store.orders.edit(entry, now, (changed) => {
    changed.cancelReason = reason;
    changed.cancellationData = {
      RequestedByUser: body.requestedByUser === true,
      RequestedBySystem: false,
      RequestedBySellerNotification: false,
      RequestedByPaymentNotification: false,
      Reason: reason,
      CancellationDate: new Date(now).toISOString(),
    };
  });
  return json(receiptOf(desk, entry));
}

function refuseStatus(status: string | null): never {
  return omsRefuse(409, 'OMS010', `The order cannot be canceled in the status ${String(status)}`);
}

function deny(desk: OrderDesk, call: Call): Reply {
  const entry = orderOf(desk, call);
  const body = bodyWith(call.body, ['cancellationRequestId', 'denyReason']);
  const back = backFrom(entry);
  if (back === null) omsRefuse(409, 'OMS011', 'There is no cancellation request to deny');
  if (body.cancellationRequestId !== entry.cancellationRequestId)
    omsRefuse(404, 'OMS011', 'Cancellation request not found');
  const now = desk.clock();
  desk.store.orders.move(entry, back, now);
  desk.store.orders.edit(entry, now, (document) => {
    const requests = (document.cancellationRequests ?? []) as { id: string }[];
    document.cancellationRequests = requests.map((request) =>
      request.id === entry.cancellationRequestId
        ? { ...request, deniedAt: new Date(now).toISOString(), denyReason: body.denyReason }
        : request,
    );
  });
  entry.cancellationRequestId = null;
  entry.returnTo = null;
  return empty();
}

function backFrom({ document, returnTo }: OrderEntry): OrderEntry['returnTo'] {
  if (document.status === 'cancellation-requested') return returnTo ?? 'handling';
  return document.status === 'waiting-for-seller-decision' ? 'payment-approved' : null;
}

function notifyPayment(desk: OrderDesk, call: Call): Reply {
  const entry = orderOf(desk, call);
  const payments = entry.document.paymentData.transactions.flatMap((transaction) => transaction.payments);
  if (!payments.some(({ id }) => id === call.params.paymentId)) omsRefuse(404, 'OMS007', 'Payment Not Found');
  if (!desk.store.orders.move(entry, 'approve-payment', desk.clock()))
    omsRefuse(400, 'OMS004', 'The order is not waiting for a payment');
  entry.notified += 1;
  return empty();
}

function interact(desk: OrderDesk, call: Call): Reply {
  const entry = orderOf(desk, call);
  const body = bodyWith(call.body, ['source', 'message']);
  entry.interactions.push({
    source: String(body.source),
    message: String(body.message),
    at: new Date(desk.clock()).toISOString(),
  });
  return empty();
}
