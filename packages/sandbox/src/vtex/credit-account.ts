// Customer credit: accounts, their limit, and amounts held for orders. Everything in decimal currency.
import { objectBody, requiredText, type JsonObject } from '../http/fields';
import { json, Refusal, type Call, type Reply, type Route } from '../http/wire';
import type { CreditAccount, CreditInvoice } from '../store/payments';
import type { Store } from '../store/store';
import { newKey } from './payment';

const accounts = '/api/creditcontrol/accounts';
const one = `${accounts}/{creditAccountId}`;
const types = ['CPF', 'CNPJ', 'Other'];
const dayMs = 24 * 60 * 60 * 1000;

export function creditAccountRoutes(store: Store, clock: () => number): Route[] {
  const now = () => new Date(clock()).toISOString();
  const at = (call: Call) => accountOf(store, call);
  return [
    { request: `GET ${accounts}`, handler: (call) => json(list(store, call)) },
    { request: `POST ${accounts}`, handler: (call) => open(store, call, now()) },
    { request: `GET ${one}`, handler: (call) => json(shown(at(call))) },
    { request: `PUT ${one}`, handler: (call) => update(at(call), call, now()) },
    { request: `DELETE ${one}`, handler: (call) => close(at(call), now()) },
    { request: `PUT ${one}/creditlimit`, handler: (call) => setLimit(at(call), call, now()) },
    { request: `POST ${one}/transactions`, handler: (call) => hold(store, at(call), call) },
    {
      request: `PUT ${one}/transactions/{transactionId}/settlement`,
      handler: (call) => settle(store, at(call), call, clock()),
    },
  ];
}

/** Stops the handler with a message; the shape of credit's refusals is a choice. */
export function refuseCredit(status: number, message: string): never {
  throw new Refusal(json({ error: { code: String(status), message } }, status));
}

export function accountOf(store: Store, call: Call): CreditAccount {
  const id = call.params['creditAccountId'] ?? '';
  return store.creditAccounts.get(id) ?? refuseCredit(404, `Account ${id} not found`);
}

/** `from` and `to` count from 1; 20 accounts when nobody says. */
export function windowOf(call: Call): { from: number; to: number } {
  const from = Number(call.query.get('from') ?? 1);
  return { from, to: Number(call.query.get('to') ?? from + 19) };
}

function list(store: Store, call: Call): object {
  const { from, to } = windowOf(call);
  const [status, email] = [call.query.get('status'), call.query.get('email')];
  const all = [...store.creditAccounts.values()].filter(
    (account) => (!status || account.status === status) && (!email || account.email === email),
  );
  return { data: all.slice(from - 1, to).map(shown), summary: { count: all.length } };
}

/** The published samples bring amounts as text and as numbers. */
function amount(body: JsonObject, name: string): number {
  const value = Number(body[name]);
  if (body[name] === undefined || body[name] === '' || Number.isNaN(value))
    return refuseCredit(400, `${name} must be a number`);
  return value;
}

function typeOf(body: JsonObject): string {
  const type = requiredText(body, 'documentType');
  return types.includes(type) ? type : refuseCredit(400, 'documentType must be CPF, CNPJ or Other');
}

function open(store: Store, call: Call, now: string): Reply {
  const body = objectBody(call.body);
  const document = requiredText(body, 'document');
  const documentType = typeOf(body);
  const id = `${document}_${documentType}`;
  if (store.creditAccounts.has(id)) {
    store.creates.refused('creditAccount', id);
    refuseCredit(409, 'Account already exists');
  }
  const account: CreditAccount = {
    id,
    document,
    documentType,
    email: requiredText(body, 'email'),
    status: 'Open',
    creditLimit: amount(body, 'creditLimit'),
    tolerance: body['tolerance'] === undefined ? 0 : amount(body, 'tolerance'),
    balance: 0,
    createdAt: now,
    updatedAt: now,
    held: new Map(),
  };
  store.creditAccounts.set(id, account);
  store.creates.created('creditAccount', id);
  return json(shown(account));
}

function update(account: CreditAccount, call: Call, now: string): Reply {
  const body = objectBody(call.body);
  const change = {
    email: requiredText(body, 'email'),
    document: requiredText(body, 'document'),
    documentType: typeOf(body),
    ...(body['creditLimit'] !== undefined && { creditLimit: amount(body, 'creditLimit') }),
    ...(body['tolerance'] !== undefined && { tolerance: amount(body, 'tolerance') }),
  };
  Object.assign(account, change, { status: 'Open', updatedAt: now });
  return json(shown(account));
}

function close(account: CreditAccount, now: string): Reply {
  if (account.balance < 0) refuseCredit(400, 'Account has a debt');
  Object.assign(account, { status: 'Closed', updatedAt: now });
  return json(shown(account));
}

function setLimit(account: CreditAccount, call: Call, now: string): Reply {
  Object.assign(account, { creditLimit: amount(objectBody(call.body), 'value'), updatedAt: now });
  return json(shown(account));
}

const heldOf = (account: CreditAccount): number =>
  [...account.held.values()].reduce((sum, { value }) => sum + value, 0);

const availableOf = (account: CreditAccount): number =>
  money(account.creditLimit + account.balance - heldOf(account));

/** Without the dust that sums of decimals leave. */
export const money = (value: number): number => Math.round(value * 100) / 100;

function hold(store: Store, account: CreditAccount, call: Call): Reply {
  const body = objectBody(call.body);
  const value = amount(body, 'value');
  if (account.status !== 'Open') refuseCredit(400, 'Account is closed');
  if (value > availableOf(account) + account.creditLimit * account.tolerance)
    refuseCredit(400, 'Insufficient credit');
  const installments = Number(body['installments'] ?? 1);
  const id = newKey(store);
  account.held.set(id, { value, installments });
  return json({ id, value, installments });
}

/** Turns a held amount into one invoice per instalment, the first due in 30 days. */
function settle(store: Store, account: CreditAccount, call: Call, now: number): Reply {
  const id = call.params['transactionId'] ?? '';
  const held = account.held.get(id) ?? refuseCredit(404, `Transaction ${id} not found`);
  const value = amount(objectBody(call.body), 'value');
  account.held.delete(id);
  account.balance = money(account.balance - value);
  for (let number = 1; number <= held.installments; number += 1) {
    const invoice = invoiceOf(account, id, number, { value, of: held.installments, now });
    store.creditInvoices.set(invoice.id, invoice);
  }
  return json({ value, id });
}

function invoiceOf(
  account: CreditAccount,
  transactionId: string,
  installment: number,
  { value, of, now }: { value: number; of: number; now: number },
): CreditInvoice {
  const due = new Date(now + installment * 30 * dayMs).toISOString();
  const created = new Date(now).toISOString();
  return {
    id: `${transactionId}-${String(installment).padStart(2, '0')}`,
    friendlyId: `${transactionId.slice(-8)}-${installment}`,
    status: 'Opened',
    value: money(value / of),
    accountId: account.id,
    creditAccountId: account.id,
    creditValue: 0,
    createdAt: created,
    updatedAt: created,
    resolvedAt: null,
    originalDueDate: due,
    dueDate: due,
    installment,
    numberOfInstallments: of,
    orderId: '',
    observation: null,
    paymentLink: null,
    transactionId,
  };
}

function shown(account: CreditAccount): object {
  const { held: _held, ...rest } = account;
  const available = availableOf(account);
  return {
    ...rest,
    description: '',
    availableCredit: available,
    availableBalance: available,
    preAuthorizedCredit: money(heldOf(account)),
  };
}
