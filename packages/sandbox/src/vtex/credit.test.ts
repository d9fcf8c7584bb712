import { startSandbox, type Sandbox } from '../sandbox';
import { clientOf, handClock, type Client } from '../sandbox.testing';

const clock = handClock(Date.UTC(2026, 10, 23));
let sandbox: Sandbox;
let call: Client;

beforeAll(async () => {
  sandbox = await startSandbox({ clock: clock.now });
  call = clientOf(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const accounts = '/api/creditcontrol/accounts';
const ana = { document: '11122233344', documentType: 'CPF', email: 'ana@x.com', creditLimit: '1000' };
const one = `${accounts}/11122233344_CPF`;

/** Opens Ana's account and invoices an amount in two instalments; answers the first invoice's id. */
async function invoiced(value: number): Promise<string> {
  await call(`POST ${accounts}`, ana);
  const held = await call(`POST ${one}/transactions`, { value, settle: false, installments: 2 });
  const { id } = held.json<{ id: string }>();
  await call(`PUT ${one}/transactions/${id}/settlement`, { value });
  return `${id}-01`;
}

test('an account is opened once per document and counts in decimal currency', async () => {
  const opened = await call(`POST ${accounts}`, { ...ana, tolerance: 0.2 });
  expect(opened.json()).toMatchObject({ id: '11122233344_CPF', creditLimit: 1000, availableCredit: 1000 });
  expect((await call(`POST ${accounts}`, ana)).status).toBe(409);
  expect((await call(`POST ${accounts}`, { ...ana, documentType: 'RG' })).status).toBe(400);
  expect(sandbox.state.creates.doubled()).toEqual([]);
});

test('PUT changes an account and opens a closed one again; the limit has a route of its own', async () => {
  await call(`POST ${accounts}`, ana);
  expect((await call(`DELETE ${one}`)).json()).toMatchObject({ status: 'Closed' });
  expect((await call(`PUT ${one}`, { ...ana, email: 'a@x.com' })).json()).toMatchObject({
    status: 'Open',
    email: 'a@x.com',
  });
  expect((await call(`PUT ${one}/creditlimit`, { value: 1500.5 })).json()).toMatchObject({
    creditLimit: 1500.5,
  });
  expect((await call(`PUT ${one}`, { creditLimit: 1 })).status).toBe(400);
  expect((await call(`GET ${accounts}/none`)).status).toBe(404);
});

test('lists give 20 unless from and to say otherwise, counted from 1', async () => {
  for (let number = 10; number < 35; number += 1)
    await call(`POST ${accounts}`, { ...ana, document: `111222333${number}` });
  expect((await call(`GET ${accounts}`)).json<{ data: unknown[] }>().data).toHaveLength(20);
  const rest = (await call(`GET ${accounts}?from=21&to=40`)).json<{ data: unknown[]; summary: unknown }>();
  expect([rest.data.length, rest.summary]).toEqual([5, { count: 25 }]);
  expect((await call(`GET ${accounts}?email=other@x.com`)).json()).toMatchObject({ data: [] });
});

test('an amount is held, becomes invoices when settled, and comes back as they are paid', async () => {
  const invoice = await invoiced(300);
  expect((await call(`GET ${one}`)).json()).toMatchObject({ balance: -300, availableCredit: 700 });
  const shown = (await call(`GET ${one}/invoices/${invoice}`)).json();
  expect(shown).toMatchObject({ status: 'Opened', value: 150, dueDate: '2026-12-23T00:00:00.000Z' });
  expect((await call(`POST ${one}/invoices/${invoice}/payments`)).json()).toMatchObject({ status: 'Paid' });
  expect((await call(`GET ${one}`)).json()).toMatchObject({ balance: -150, availableCredit: 850 });
  expect((await call(`POST ${one}/invoices/${invoice}/payments`)).status).toBe(400);
  expect((await call(`GET ${one}/invoices`)).json()).toMatchObject({
    summary: { total: 300, count: 2, totalPaid: 150, totalCancelled: 0 },
  });
});

test('a status set by PUT gives nothing back and clears what it does not bring', async () => {
  const invoice = await invoiced(300);
  const put = (body: object) => call(`PUT ${one}/invoices/${invoice}`, body);
  await put({ status: 'Opened', observation: 'late', paymentLink: 'https://pay.example' });
  await put({ status: 'Paid' });
  expect((await call(`GET ${one}/invoices/${invoice}`)).json()).toMatchObject({
    status: 'Paid',
    observation: null,
    paymentLink: null,
  });
  expect((await call(`GET ${one}`)).json()).toMatchObject({ balance: -300 });
  expect((await put({ status: 'paid' })).status).toBe(400);
  expect((await call(`DELETE ${one}/invoices/${invoice}`)).status).toBe(400);
});

test('invoices are found by account, status and due date; more than the credit is refused', async () => {
  const invoice = await invoiced(300);
  const find = async (query: string) =>
    (await call(`GET /api/creditcontrol/invoices?${query}`)).json<{ data: { id: string }[] }>().data;
  expect(await find('creditAccountId=none')).toEqual([]);
  expect(await find('status=Paid')).toEqual([]);
  const due = await find('creditAccountId=11122233344_CPF&dueDateTo=2026-12-31');
  expect(due.map(({ id }) => id)).toEqual([invoice]);
  const tooMuch = await call(`POST ${one}/transactions`, { value: 701, settle: false, installments: 1 });
  expect(tooMuch.status).toBe(400);
});
