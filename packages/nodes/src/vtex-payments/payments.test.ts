// Money of transactions and credit, against the sandbox: never sent twice, never 0, in the unit each route wants.
import type { Json, NodeType, Row } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { readAll, sorted } from '../harness.testing';
import { mapping, runNode, storeConnection, type RunOptions } from '../vtex/store.testing';
import accountList from './credit-account-list.node';
import accountOpen from './credit-account-open.node';
import invoicePay from './credit-invoice-pay.node';
import invoiceUpdate from './credit-invoice-update.node';
import limitSet from './credit-limit-set.node';
import { fillCredit, fillTransaction } from './example-store.testing';
import notify from './payment-notify.node';
import cancel from './transaction-cancel.node';
import payments from './transaction-payments.node';
import refund from './transaction-refund.node';
import settle from './transaction-settle.node';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off' });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const run = (node: NodeType, lines: Record<string, string>, row: Row, options?: RunOptions) =>
  runNode(sandbox, node, { mapping: mapping(lines), saveAs: 'answer' }, [row], options);
const code = (outcome: Awaited<ReturnType<typeof run>>) => outcome.failed[0]?.error.code;
const answer = (outcome: Awaited<ReturnType<typeof run>>) => outcome.rows[0]?.['answer'];
const writes = () => sandbox.journal.recent().filter(({ method }) => method !== 'GET').length;
const transaction = (id: string) => sandbox.state.transactions.get(id);
const money = { transactionId: 'id', value: 'value' };
const lose = (route: string) => sandbox.faults.replace([{ route, kind: 'drop-after', count: 1 }]);

describe('money of a transaction', () => {
  it.each([settle, refund, cancel])('is never asked for with 0', async (node) => {
    const id = await fillTransaction(sandbox, 2);
    const before = writes();
    expect(code(await run(node, money, { id, value: 0 }))).toBe('vtex.payment-zero');
    expect(writes()).toBe(before);
    expect(transaction(id)?.status).toBe('Approved');
  });

  it.each([24.99, '24,99'])('is whole cents: %j is refused before it is sent', async (value) => {
    const id = await fillTransaction(sandbox, 2);
    expect(code(await run(settle, money, { id, value }))).toMatch(/^nodes\.value-not/);
  });

  it('is settled once when the answer is lost', async () => {
    const id = await fillTransaction(sandbox, 2);
    lose('POST *settlement-request');
    expect(answer(await run(settle, money, { id, value: 10000 }))).toMatchObject({ change: 'unchanged' });
    expect(transaction(id)?.settlements).toHaveLength(1);
  });

  it('is sent again when the request never arrived', async () => {
    const id = await fillTransaction(sandbox, 2);
    sandbox.faults.replace([{ route: 'POST *settlement-request', kind: 'drop', count: 1 }]);
    expect(answer(await run(settle, money, { id, value: 4000 }))).toMatchObject({ change: 'requested' });
    expect(transaction(id)?.settlements).toHaveLength(1);
  });

  it('waits for a person where a part was settled before, which looks like the lost one', async () => {
    const id = await fillTransaction(sandbox, 2);
    await run(settle, money, { id, value: 4000 });
    sandbox.faults.replace([{ route: 'POST *settlement-request', kind: 'drop', count: 1 }]);
    expect(code(await run(settle, money, { id, value: 4000 }))).toBe('vtex.payment-unclear');
    expect(transaction(id)?.settlements).toHaveLength(1);
  });

  it('is refunded once when the answer is lost, and not blindly where it is a part', async () => {
    const [whole, part] = [await fillTransaction(sandbox, 2), await fillTransaction(sandbox, 2)];
    for (const id of [whole, part]) await run(settle, money, { id, value: 10000 });
    lose('POST *refunding-request');
    const again = await run(refund, money, { id: whole, value: 10000 });
    expect(answer(again)).toMatchObject({ change: 'unchanged' });
    lose('POST *refunding-request');
    expect(code(await run(refund, money, { id: part, value: 2500 }))).toBe('vtex.payment-unclear');
    expect([transaction(whole)?.refunded, transaction(part)?.refunded]).toEqual([10000, 2500]);
  });

  it('is cancelled once when the answer is lost, and sent again when the request never arrived', async () => {
    const id = await fillTransaction(sandbox, 2);
    sandbox.faults.replace([{ route: 'POST *cancellation-request', kind: 'drop', count: 1 }]);
    expect(answer(await run(cancel, money, { id, value: 4000 }))).toMatchObject({ change: 'requested' });
    const whole = await fillTransaction(sandbox, 2);
    lose('POST *cancellation-request');
    const again = await run(cancel, money, { id: whole, value: 10000 });
    expect(answer(again)).toMatchObject({ change: 'unchanged' });
    expect([transaction(id)?.cancelled, transaction(whole)?.cancelled]).toEqual([4000, 10000]);
  });

  it('is refused by VTEX where the state does not allow it, with VTEX’s reason', async () => {
    const id = await fillTransaction(sandbox, 2);
    const outcome = await run(refund, money, { id, value: 100 });
    expect(code(outcome)).toBe('vtex.bad-request');
    expect(outcome.failed[0]?.error.values['message']).toMatch(/exceeds what was settled/);
  });
});

test('one payment of a transaction is read by its id, an unknown one fails its row', async () => {
  const id = await fillTransaction(sandbox, 6);
  const paymentId = transaction(id)?.payments[0]?.id ?? '';
  const lines = { transactionId: 'id', paymentId: 'paymentId' };
  expect(answer(await run(payments, lines, { id, paymentId }))).toMatchObject({ status: 'Authorizing' });
  expect(code(await run(payments, lines, { id, paymentId: 'NONE' }))).toBe('vtex.nothing-found');
});

describe('a payment made elsewhere', () => {
  const lines = { transactionId: 'id', paymentId: 'payment', paymentDate: 'date', valuePaid: 'paid' };
  const slip = async () => {
    const id = await fillTransaction(sandbox, 6);
    return { id, payment: transaction(id)?.payments[0]?.id ?? '' };
  };

  it('is told in decimal currency and with the day first', async () => {
    const row = await slip();
    await run(notify, lines, { ...row, date: '2026-11-03', paid: 100 });
    const seen = sandbox.journal.recent().find(({ url }) => url.includes('payment-notification'));
    expect(seen?.request).toEqual({ paymentDate: '03/11/2026', valuePaid: 100 });
    expect(transaction(row.id)?.status).toBe('Approved');
  });

  it('is not told again once it is approved', async () => {
    const row = { ...(await slip()), date: '2026-11-03', paid: 100 };
    await run(notify, lines, row);
    const before = writes();
    expect(answer(await run(notify, lines, row))).toMatchObject({ change: 'unchanged' });
    expect(writes()).toBe(before);
  });

  it('is told as a whole without date and amount, but never by a dry run', async () => {
    const row = await slip();
    await run(notify, lines, row, { dryRun: true });
    expect(transaction(row.id)?.status).toBe('Authorizing');
    await run(notify, lines, row);
    expect(transaction(row.id)?.status).toBe('Approved');
    expect(code(await run(notify, lines, { ...(await slip()), paid: 5 }))).toBe(
      'vtex.payment-date-and-value',
    );
  });

  it('waits for a person when the answer to a part is lost, and is settled when the whole was told', async () => {
    const part = { ...(await slip()), date: '2026-11-03', paid: 40 };
    lose('POST *payment-notification');
    expect(code(await run(notify, lines, part))).toBe('vtex.payment-unclear');
    const whole = { ...(await slip()), date: '2026-11-03', paid: 100 };
    lose('POST *payment-notification');
    expect(answer(await run(notify, lines, whole))).toMatchObject({ change: 'unchanged' });
    expect(sandbox.state.creates.doubled()).toEqual([]);
  });
});

describe('customer credit', () => {
  const account = { document: 'cpf', documentType: 'type', email: 'email', creditLimit: 'limit' };
  const ana = { cpf: '111.444.777-35', type: 'CPF', email: 'ana@exemplo.com.br', limit: 1000 };

  it('opens one account for a document, also when the answer is lost, and changes what differs', async () => {
    lose('POST *accounts');
    expect(answer(await run(accountOpen, account, ana))).toEqual({
      id: '11144477735_CPF',
      change: 'unchanged',
    });
    expect(answer(await run(accountOpen, account, { ...ana, limit: 1500.5 }))).toMatchObject({
      change: 'updated',
    });
    expect(sandbox.state.creditAccounts.get('11144477735_CPF')).toMatchObject({ creditLimit: 1500.5 });
    expect(sandbox.state.creates.doubled()).toEqual([]);
  });

  it('opens a closed account again and keeps its tolerance', async () => {
    await run(accountOpen, { ...account, tolerance: '0.3' }, ana);
    const held = sandbox.state.creditAccounts.get('11144477735_CPF');
    if (held) held.status = 'Closed';
    await run(accountOpen, account, ana);
    expect(held).toMatchObject({ status: 'Open', tolerance: 0.3 });
  });

  it('sends no equal limit and names an account that is not there', async () => {
    await fillCredit(sandbox);
    const lines = { creditAccountId: 'id', value: 'limit' };
    const before = writes();
    const equal = await run(limitSet, lines, { id: '11144477735_CPF', limit: 1000 });
    expect([answer(equal), writes()]).toMatchObject([{ change: 'unchanged' }, before]);
    expect(code(await run(limitSet, lines, { id: 'none', limit: 1 }))).toBe('vtex.credit-account-unknown');
  });

  it('lists all accounts, not the first 20', async () => {
    for (let number = 100; number < 225; number += 1)
      await run(accountOpen, account, { ...ana, cpf: `11144477${number}` });
    const options = {
      config: { connection: 'store' },
      connection: storeConnection(sandbox).values,
      allow: [new URL(sandbox.url).host],
    };
    expect(sorted(await readAll(accountList, options)).rows).toHaveLength(125);
  });

  const invoice = { creditAccountId: '"11144477735_CPF"', invoiceId: 'invoice' };
  const owed = () => sandbox.state.creditAccounts.get('11144477735_CPF')?.balance;

  it('pays an invoice once, also when the answer is lost', async () => {
    const row = { invoice: await fillCredit(sandbox) };
    lose('POST *payments');
    expect(answer(await run(invoicePay, invoice, row))).toMatchObject({ change: 'unchanged', value: 150 });
    expect(answer(await run(invoicePay, invoice, row))).toMatchObject({ change: 'unchanged' });
    expect(owed()).toBe(-150);
    expect(code(await run(invoicePay, invoice, { invoice: 'none' }))).toBe('vtex.credit-invoice-unknown');
  });

  it('keeps the note when only the status changes, and pays no cancelled invoice', async () => {
    const row = { invoice: await fillCredit(sandbox) };
    const set = (lines: Record<string, string>): Promise<Json | undefined> =>
      run(invoiceUpdate, { ...invoice, ...lines }, row).then(answer);
    expect(await set({ observation: '"late"' })).toMatchObject({ change: 'updated', status: 'Opened' });
    expect(await set({ status: '"Cancelled"' })).toMatchObject({ change: 'updated' });
    expect(await set({ status: '"Cancelled"' })).toMatchObject({ change: 'unchanged' });
    expect(sandbox.state.creditInvoices.get(row.invoice)).toMatchObject({ observation: 'late' });
    expect(code(await run(invoicePay, invoice, row))).toBe('vtex.credit-invoice-closed');
    expect(owed()).toBe(-300);
  });
});
