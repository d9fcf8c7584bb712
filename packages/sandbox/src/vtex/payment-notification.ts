// Payments gateway: word that a payment which is made elsewhere has arrived. The GET changes things, as VTEX's does.
import { objectBody } from '../http/fields';
import { empty, type Call, type Reply, type Route } from '../http/wire';
import type { Payment, Transaction } from '../store/payments';
import type { Store } from '../store/store';
import { approve, refusePayment } from './payment';

const path = '/api/payments/pvt/payments/{paymentId}/payment-notification';

export function paymentNotificationRoutes(store: Store, clock: () => number): Route[] {
  const now = () => new Date(clock()).toISOString();
  return [
    {
      request: `GET ${path}`,
      handler(call) {
        const { transaction, payment } = find(store, call);
        return pay(store, transaction, payment, payment.value - payment.paid, now());
      },
    },
    {
      request: `POST ${path}`,
      handler(call) {
        const { transaction, payment } = find(store, call);
        return pay(store, transaction, payment, paidCents(call), now());
      },
    },
  ];
}

function find(store: Store, call: Call): { transaction: Transaction; payment: Payment } {
  const id = call.params['paymentId'];
  for (const transaction of store.transactions.values()) {
    const payment = transaction.payments.find((one) => one.id === id);
    if (payment) return { transaction, payment };
  }
  return refusePayment(404, `Payment ${id} not found`);
}

/** `valuePaid` is decimal currency, unlike every other value of the gateway. */
function paidCents(call: Call): number {
  const { paymentDate, valuePaid } = objectBody(call.body);
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(String(paymentDate)) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCDate() !== Number(day) || date.getUTCMonth() !== Number(month) - 1)
    return refusePayment(400, 'paymentDate must be DD/MM/YYYY');
  if (typeof valuePaid !== 'number' || valuePaid <= 0)
    return refusePayment(400, 'valuePaid must be a number');
  return Math.round(valuePaid * 100);
}

/** Part payments add up, also one that is told twice; a payment that is approved already stays as it is. */
function pay(store: Store, transaction: Transaction, payment: Payment, cents: number, now: string): Reply {
  if (payment.status !== 'Authorizing') return empty();
  payment.paid += cents;
  store.creates.created('notification', `${payment.id} ${cents}`);
  if (payment.paid < payment.value) return empty();
  payment.status = 'Approved';
  approve(transaction, now);
  return empty();
}
