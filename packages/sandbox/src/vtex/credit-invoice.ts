// Customer credit: invoices of accounts. Paying one gives its value back to the account; changing its status does not.
import { objectBody, optionalText } from '../http/fields';
import { empty, json, type Call, type Reply, type Route } from '../http/wire';
import type { CreditInvoice } from '../store/payments';
import type { Store } from '../store/store';
import { accountOf, money, refuseCredit, windowOf } from './credit-account';

const ofAccount = '/api/creditcontrol/accounts/{creditAccountId}/invoices';
const one = `${ofAccount}/{invoiceId}`;
const statuses = ['Opened', 'Paid', 'Cancelled'];

export function creditInvoiceRoutes(store: Store, clock: () => number): Route[] {
  const now = () => new Date(clock()).toISOString();
  return [
    { request: 'GET /api/creditcontrol/invoices', handler: (call) => search(store, call) },
    { request: `GET ${ofAccount}`, handler: (call) => ofOne(store, call) },
    { request: `GET ${one}`, handler: (call) => json(invoiceOf(store, call)) },
    { request: `PUT ${one}`, handler: (call) => change(store, call, now()) },
    { request: `DELETE ${one}`, handler: (call) => cancel(store, call, now()) },
    { request: `POST ${one}/payments`, handler: (call) => pay(store, call, now()) },
  ];
}

function invoiceOf(store: Store, call: Call): CreditInvoice {
  const { creditAccountId, invoiceId = '' } = call.params;
  const invoice = store.creditInvoices.get(invoiceId);
  return invoice && invoice.creditAccountId === creditAccountId
    ? invoice
    : refuseCredit(404, `Invoice ${invoiceId} not found`);
}

function answer(invoices: CreditInvoice[], shown: CreditInvoice[]): Reply {
  const sum = (status?: string) =>
    money(
      invoices.filter((one) => !status || one.status === status).reduce((all, { value }) => all + value, 0),
    );
  const summary = {
    total: sum(),
    count: invoices.length,
    totalPaid: sum('Paid'),
    totalCancelled: sum('Cancelled'),
  };
  return json({ data: shown, summary });
}

function ofOne(store: Store, call: Call): Reply {
  const { id } = accountOf(store, call);
  const all = [...store.creditInvoices.values()].filter((invoice) => invoice.creditAccountId === id);
  return answer(all, all);
}

function search(store: Store, call: Call): Reply {
  const { from, to } = windowOf(call);
  const text = (name: string) => call.query.get(name) ?? undefined;
  const within = (date: string, low?: string, high?: string) =>
    (low === undefined || Date.parse(date) >= Date.parse(low)) &&
    (high === undefined || Date.parse(date) <= Date.parse(high));
  const all = [...store.creditInvoices.values()].filter(
    (invoice) =>
      (text('creditAccountId') ?? invoice.creditAccountId) === invoice.creditAccountId &&
      (text('status') ?? invoice.status) === invoice.status &&
      (text('friendlyId') ?? invoice.friendlyId) === invoice.friendlyId &&
      within(invoice.createdAt, text('createdDateFrom'), text('createdDateTo')) &&
      within(invoice.dueDate, text('dueDateFrom'), text('dueDateTo')),
  );
  return answer(all, all.slice(from - 1, to));
}

function change(store: Store, call: Call, now: string): Reply {
  const invoice = invoiceOf(store, call);
  const body = objectBody(call.body);
  const status = body['status'];
  if (!statuses.includes(String(status))) refuseCredit(400, 'status must be Opened, Paid or Cancelled');
  Object.assign(invoice, {
    status,
    observation: optionalText(body, 'observation'),
    paymentLink: optionalText(body, 'paymentLink'),
    updatedAt: now,
    resolvedAt: status === 'Opened' ? null : now,
  });
  return empty();
}

function cancel(store: Store, call: Call, now: string): Reply {
  const invoice = invoiceOf(store, call);
  if (invoice.status === 'Paid') refuseCredit(400, 'Invoice is paid');
  Object.assign(invoice, { status: 'Cancelled', updatedAt: now, resolvedAt: now });
  return empty();
}

function pay(store: Store, call: Call, now: string): Reply {
  const invoice = invoiceOf(store, call);
  const account = accountOf(store, call);
  if (invoice.status !== 'Opened') refuseCredit(400, `Invoice is ${invoice.status}`);
  account.balance = money(account.balance + invoice.value);
  Object.assign(invoice, { status: 'Paid', updatedAt: now, resolvedAt: now });
  store.creates.created('invoicePayment', invoice.id);
  return json(invoice);
}
