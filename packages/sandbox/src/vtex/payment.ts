// Payments gateway: transactions with their payments, and settling, refunding and cancelling them in whole cents.
// A settlement of 0 is taken and wedges the transaction, as VTEX's does.
import { listBody, objectBody, requiredText, type JsonObject } from '../http/fields';
import { json, Refusal, type Call, type Reply, type Route } from '../http/wire';
import { nextGuid } from '../store/master-data';
import type { Payment, Transaction } from '../store/payments';
import type { Store } from '../store/store';
import { paymentSystems, systemOf } from './payment-systems';

const one = '/api/pvt/transactions/{transactionId}';

export function paymentRoutes(store: Store, clock: () => number): Route[] {
  const at = (call: Call) => transactionOf(store, call);
  const now = () => new Date(clock()).toISOString();
  return [
    {
      request: 'GET /api/pvt/merchants/payment-systems',
      handler: () => json(paymentSystems.map((system) => ({ ...system }))),
    },
    { request: 'POST /api/pvt/transactions', handler: (call) => start(store, call, now()) },
    {
      request: 'POST /api/payments/transactions/{transactionId}/payments',
      handler: (call) => addPayments(store, call),
    },
    { request: `POST ${one}/authorization-request`, handler: (call) => authorize(store, at(call), now()) },
    { request: `GET ${one}`, handler: (call) => json(shown(at(call))) },
    {
      request: `GET ${one}/payments`,
      handler: (call) => json(at(call).payments.map((payment) => shownPayment(at(call), payment))),
    },
    { request: `GET ${one}/payments/{paymentId}`, handler: (call) => json(onePayment(at(call), call)) },
    { request: `GET ${one}/settlements`, handler: (call) => json(settlementsOf(at(call))) },
    { request: `POST ${one}/settlement-request`, handler: (call) => settle(store, at(call), call, now()) },
    { request: `POST ${one}/refunding-request`, handler: (call) => refund(store, at(call), call, now()) },
    { request: `POST ${one}/cancellation-request`, handler: (call) => cancel(store, at(call), call, now()) },
  ];
}

/** Stops the handler in the gateway's shape. */
export function refusePayment(status: number, message: string): never {
  throw new Refusal(json({ error: { code: '1', message, exception: null } }, status));
}

export const newKey = (store: Store): string => nextGuid(store).replaceAll('-', '').toUpperCase();

function transactionOf(store: Store, call: Call): Transaction {
  const id = call.params['transactionId'] ?? '';
  return store.transactions.get(id) ?? refusePayment(404, `Transaction ${id} not found`);
}

function start(store: Store, call: Call, now: string): Reply {
  const body = objectBody(call.body);
  const transaction: Transaction = {
    id: newKey(store),
    referenceKey: requiredText(body, 'referenceId'),
    status: 'Started',
    value: cents(body),
    salesChannel: String(body['salesChannel'] ?? '1'),
    startDate: now,
    orderId: null,
    authorizationDate: null,
    commitmentDate: null,
    refundingDate: null,
    cancelationDate: null,
    payments: [],
    settlements: [],
    refunded: 0,
    cancelled: 0,
  };
  store.transactions.set(transaction.id, transaction);
  return json(shown(transaction));
}

function cents(body: JsonObject): number {
  const value = body['value'];
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    return refusePayment(400, 'Value must be an integer, in cents');
  return value;
}

function addPayments(store: Store, call: Call): Reply {
  const transaction = transactionOf(store, call);
  for (const given of listBody(call.body)) {
    const body = objectBody(given);
    const system = systemOf(Number(body['paymentSystem'])) ?? refusePayment(400, 'Unknown payment system');
    transaction.payments.push({
      id: newKey(store),
      paymentSystem: system.id,
      paymentSystemName: system.name,
      group: system.groupName,
      status: 'Started',
      value: cents(body),
      installments: Number(body['installments'] ?? 1),
      paid: 0,
    });
  }
  transaction.orderId = call.query.get('orderId');
  return { status: 201 };
}

/** Cards are approved at once; what is paid elsewhere waits to be notified. */
function authorize(store: Store, transaction: Transaction, now: string): Reply {
  if (transaction.status !== 'Started') refusePayment(400, `Transaction is ${transaction.status}`);
  for (const payment of transaction.payments) {
    payment.status = systemOf(payment.paymentSystem)?.allowNotification ? 'Authorizing' : 'Approved';
  }
  const isApproved = approve(transaction, now);
  return json(operation(store, now, isApproved ? 8 : 7, isApproved ? 'Approved' : 'Authorizing'));
}

/** Approved as soon as all of its payments are: true then. */
export function approve(transaction: Transaction, now: string): boolean {
  const isApproved = transaction.payments.every(({ status }) => status === 'Approved');
  transaction.status = isApproved ? 'Approved' : 'Authorizing';
  if (isApproved) transaction.authorizationDate = now;
  return isApproved;
}

const settledOf = ({ settlements }: Transaction): number =>
  settlements.reduce((sum, { value }) => sum + value, 0);

const openOf = (transaction: Transaction): number =>
  transaction.value - settledOf(transaction) - transaction.cancelled;

function settle(store: Store, transaction: Transaction, call: Call, now: string): Reply {
  const value = cents(objectBody(call.body));
  mustBe(transaction, ['Approved'], 'settled');
  if (value > openOf(transaction)) refusePayment(400, 'Value exceeds what is left to settle');
  transaction.settlements.push({ id: newKey(store), date: now, value });
  transaction.commitmentDate = now;
  store.creates.created('settlement', `${transaction.id} ${value}`);
  if (value === 0) transaction.status = 'Settling';
  else finish(transaction);
  return json(operation(store, now, 11, 'Settling'));
}

function refund(store: Store, transaction: Transaction, call: Call, now: string): Reply {
  const value = cents(objectBody(call.body));
  if (value === 0) refusePayment(400, 'Value must be greater than Zero');
  if (value > settledOf(transaction) - transaction.refunded)
    refusePayment(400, 'Value exceeds what was settled');
  transaction.refunded += value;
  transaction.refundingDate = now;
  store.creates.created('refund', `${transaction.id} ${value}`);
  return json({ ...operation(store, now, 11, 'Settling'), refundedValue: value });
}

function cancel(store: Store, transaction: Transaction, call: Call, now: string): Reply {
  const value = cents(objectBody(call.body));
  mustBe(transaction, ['Approved', 'Authorizing'], 'cancelled');
  if (value === 0) refusePayment(400, 'Value must be greater than Zero');
  if (value > openOf(transaction)) refusePayment(400, 'Value exceeds what is left to cancel');
  transaction.cancelled += value;
  transaction.cancelationDate = now;
  store.creates.created('cancellation', `${transaction.id} ${value}`);
  finish(transaction);
  return json({ ...operation(store, now, 13, 'Finished'), cancelledValue: value });
}

function mustBe(transaction: Transaction, statuses: string[], done: string): void {
  if (!statuses.includes(transaction.status))
    refusePayment(400, `Transaction is ${transaction.status} and cannot be ${done}`);
}

function finish(transaction: Transaction): void {
  if (openOf(transaction) > 0) return;
  transaction.status = transaction.cancelled === transaction.value ? 'Cancelled' : 'Finished';
  for (const payment of transaction.payments) payment.status = transaction.status;
}

const operation = (store: Store, now: string, status: number, statusDetail: string) => ({
  id: null,
  token: newKey(store),
  status,
  statusDetail,
  processingDate: now,
  refundedValue: 0,
  refundedToken: null,
  message: null,
  code: null,
  connectorRefundedValue: 0,
  cancelledValue: 0,
});

function shown(transaction: Transaction): object {
  const {
    id,
    payments: _payments,
    settlements: _settlements,
    refunded,
    cancelled: _cancelled,
    ...rest
  } = transaction;
  const href = (name: string) => ({ href: `/api/pvt/transactions/${id}/${name}` });
  return {
    id,
    transactionId: id,
    settlements: href('settlements'),
    payments: href('payments'),
    refunds: href('refunds'),
    cancellations: href('cancellations'),
    totalRefunds: refunded,
    ...rest,
  };
}

function onePayment(transaction: Transaction, call: Call): object {
  const id = call.params['paymentId'];
  const payment = transaction.payments.find((one) => one.id === id);
  return payment ? shownPayment(transaction, payment) : refusePayment(404, `Payment ${id} not found`);
}

function shownPayment(transaction: Transaction, { paid: _paid, ...payment }: Payment): object {
  return {
    ...payment,
    allowNotification: systemOf(payment.paymentSystem)?.allowNotification ?? false,
    self: { href: `/api/pvt/transactions/${transaction.id}/payments/${payment.id}` },
    referenceValue: payment.value,
    installmentsValue: Math.round(payment.value / payment.installments),
    currencyCode: 'BRL',
    fields: [],
  };
}

function settlementsOf(transaction: Transaction): object {
  const [first] = transaction.payments;
  const actions = transaction.settlements.map(({ date, value }) => ({
    paymentId: first?.id ?? null,
    date,
    type: 'upon-request',
    value,
    connectorResponse: null,
  }));
  return { requests: transaction.settlements, actions };
}
