// The traps of orders, against the sandbox: what VTEX would do wrongly or refuse, and what the boxes do about it.
import type { Row } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { mapping, runNode, type RunOptions } from '../vtex/store.testing';
import type { NodeType } from '@eclusa/flow';
import { isKey, readNfe } from './nfe';
import { exampleNfe } from './nfe-example';
import { orderStatus } from './order';
import cancel from './order-cancel.node';
import invoiceNfe from './order-invoice-nfe.node';
import invoice from './order-invoice.node';
import returned from './order-return.node';
import startHandling from './order-start-handling.node';

let sandbox: Sandbox;
const id = '1268540500001-01';

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off' });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.reset();
  sandbox.state.putSku({ Id: 1, RefId: 'S-1', ProductId: 1 } as never);
});

type Status = Parameters<Sandbox['placeOrder']>[0]['status'];
const place = (status: Status = 'handling') =>
  sandbox.placeOrder({ skuId: 1, quantity: 2, price: 2500, shipping: 1500, status });
const order = () => sandbox.state.orders.find(id)?.document;
const run = (
  node: NodeType,
  lines: Record<string, string>,
  row: Row = {},
  more: object = {},
  options?: RunOptions,
) => runNode(sandbox, node, { mapping: mapping({ orderId: `"${id}"`, ...lines }), ...more }, [row], options);
const code = (outcome: Awaited<ReturnType<typeof run>>) => outcome.failed[0]?.error.code;
const writes = () => sandbox.journal.recent().filter(({ method }) => method !== 'GET').length;

test('a second start of handling changes nothing, one too early or after a cancellation fails its row', async () => {
  place('ready-for-handling');
  expect((await run(startHandling, {})).rows[0]?.['handling']).toMatchObject({ change: 'started' });
  expect((await run(startHandling, {})).rows[0]?.['handling']).toMatchObject({
    change: 'unchanged',
    status: 'handling',
  });
  sandbox.reset();
  sandbox.state.putSku({ Id: 1, RefId: 'S-1', ProductId: 1 } as never);
  place('window-to-cancel');
  expect(code(await run(startHandling, {}))).toBe('vtex.order-not-ready');
  await run(cancel, {});
  expect(code(await run(startHandling, {}))).toBe('vtex.order-canceled');
  expect(code(await run(startHandling, { orderId: '"9-01"' }))).toBe('vtex.order-unknown');
});

test('a cancelled order is not cancelled again, one with an invoice is not cancelled at all', async () => {
  place();
  expect((await run(cancel, {})).rows[0]?.['cancellation']).toMatchObject({
    change: 'canceled',
    resendStock: true,
  });
  sandbox.journal.clear();
  expect((await run(cancel, {})).rows[0]?.['cancellation']).toMatchObject({ change: 'unchanged' });
  expect(writes()).toBe(0);
  sandbox.reset();
  sandbox.state.putSku({ Id: 1, RefId: 'S-1', ProductId: 1 } as never);
  place();
  await run(invoice, { invoiceNumber: '"1"', invoiceValue: '100' });
  expect(code(await run(cancel, {}))).toBe('vtex.order-cancel-invoiced');
});

test('an invoice goes as cents in a text, decimals only when the form says so', async () => {
  place();
  const part = { invoiceNumber: '"1"', invoiceValue: '24.99' };
  expect(code(await run(invoice, part))).toBe('vtex.amount-not-cents');
  const { rows } = await run(invoice, part, {}, { amounts: 'currency' });
  expect(rows[0]?.['invoice']).toMatchObject({ invoiceValue: 2499, remaining: 4001 });
  expect(sandbox.journal.recent().find(({ method }) => method === 'POST')?.request).toMatchObject({
    invoiceValue: '2499',
  });
  expect(order()?.status).toBe('handling');
});

test('an invoice number is sent once, and refused with another value', async () => {
  place();
  await run(invoice, { invoiceNumber: '"1"', invoiceValue: '6500' });
  expect(order()?.status).toBe('invoiced');
  sandbox.journal.clear();
  const again = await run(invoice, { invoiceNumber: '"1"', invoiceValue: '6500' });
  expect(again.rows[0]?.['invoice']).toMatchObject({ change: 'unchanged' });
  expect(writes()).toBe(0);
  expect(code(await run(invoice, { invoiceNumber: '"1"', invoiceValue: '1' }))).toBe(
    'vtex.invoice-number-taken',
  );
  expect(code(await run(invoice, { invoiceNumber: '"2"', invoiceValue: '1' }))).toBe('vtex.order-invoiced');
});

test('an invoice whose answer was lost is found again and not made twice', async () => {
  place();
  sandbox.faults.add([{ route: 'POST /api/oms/pvt/orders/*/invoice', kind: 'drop-after', count: 1 }]);
  const { rows } = await run(invoice, { invoiceNumber: '"1"' });
  expect(rows[0]?.['invoice']).toMatchObject({ invoiceValue: 6500 });
  expect(order()?.packageAttachment.packages).toHaveLength(1);
  expect(sandbox.state.creates.doubled()).toEqual([]);
});

test('more than what is left, a foreign item and the price of a whole line are refused before they are sent', async () => {
  place();
  expect(code(await run(invoice, { invoiceNumber: '"1"', invoiceValue: '6501' }))).toBe(
    'vtex.invoice-too-large',
  );
  const items = (item: string) => ({ invoiceNumber: '"1"', items: `[${item}]` });
  expect(code(await run(invoice, items('{"id":"7","price":1,"quantity":1}')))).toBe(
    'vtex.invoice-item-unknown',
  );
  expect(code(await run(invoice, items('{"id":"1","price":5000,"quantity":2}')))).toBe(
    'vtex.invoice-price-of-line',
  );
  expect(writes()).toBe(0);
});

test('an order that was not started is started by its invoice', async () => {
  place('ready-for-handling');
  await run(invoice, { invoiceNumber: '"1"' });
  expect(order()?.status).toBe('invoiced');
  expect(sandbox.state.orders.find(id)?.history.map(({ state }) => state)).toContain('handling');
});

test('a return waits for the whole invoice', async () => {
  place();
  expect(code(await run(returned, { invoiceNumber: '"D1"' }))).toBe('vtex.return-before-invoice');
  await run(invoice, { invoiceNumber: '"1"' });
  expect((await run(returned, { invoiceNumber: '"D1"' })).rows[0]?.['returned']).toMatchObject({
    change: 'created',
  });
});

test('an NF-e is matched by code, and refused when unauthorised, wrong in its key, or with a document type', async () => {
  place();
  const send = (xml: string, matchBy: string) =>
    run(invoiceNfe, { embeddedInvoice: 'xml' }, { xml }, { matchBy });
  expect(code(await send(exampleNfe, 'refId'))).toBe('vtex.nfe-item-unknown');
  for (const bad of [
    exampleNfe.replace('<cStat>100', '<cStat>101'),
    exampleNfe.replaceAll(readNfe(exampleNfe).key, `${readNfe(exampleNfe).key.slice(0, 43)}x`),
    `<!DOCTYPE a [<!ENTITY b "c">]>${exampleNfe}`,
    exampleNfe.slice(0, -20),
    'no xml',
  ]) {
    expect(code(await send(bad, 'id'))).toBe('vtex.nfe-invalid');
  }
  expect(writes()).toBe(0);
  const byCode = exampleNfe.replace('<cProd>1<', '<cProd>S-1<');
  expect((await send(byCode, 'refId')).rows[0]?.['invoice']).toMatchObject({
    invoiceValue: 6500,
    remaining: 0,
  });
  expect(order()?.packageAttachment.packages[0]).toMatchObject({
    invoiceNumber: '4711-1',
    items: [{ price: 2500, quantity: 2 }],
  });
});

test('the check digit of a key is checked', () => {
  expect(isKey('35180834128745000152550010000474491454651420')).toBe(true);
  expect(isKey('35180834128745000152550010000474491454651421')).toBe(false);
});

test('statuses are known under the spellings of VTEX’s own pages', () => {
  expect(['cancelation-request', 'ready for invoicing', 'Handling'].map(orderStatus)).toEqual([
    'cancellation-requested',
    'ready-for-invoicing',
    'handling',
  ]);
});
