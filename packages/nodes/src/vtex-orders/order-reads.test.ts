// Listing beyond VTEX's last page, tracking that keeps what is there, notes and denials, against the sandbox.
import type { NodeType } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { contextOf } from '../harness.testing';
import { mapping, runNode, storeConnection } from '../vtex/store.testing';
import cancellationDeny from './order-cancellation-deny.node';
import invoice from './order-invoice.node';
import orderList from './order-list.node';
import note from './order-note.node';
import paymentNotify from './order-payment-notify.node';
import trackingEvents from './order-tracking-events.node';
import tracking from './order-tracking.node';

let sandbox: Sandbox;
let now = 0;
const id = '1268540500001-01';

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off', clock: () => now, orderTimes: { indexLag: 0 } });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  now = Date.UTC(2026, 10, 23);
  sandbox.reset();
  sandbox.state.putSku({ Id: 1, RefId: 'S-1', ProductId: 1 } as never);
});

const place = (more: Partial<Parameters<Sandbox['placeOrder']>[0]> = {}) =>
  sandbox.placeOrder({ skuId: 1, price: 2500, ...more });
const run = async (node: NodeType, lines: Record<string, string>) => {
  const outcome = await runNode(sandbox, node, { mapping: mapping({ orderId: `"${id}"`, ...lines }) }, [{}]);
  return { row: outcome.rows[0], code: outcome.failed[0]?.error.code };
};
const writes = () => sandbox.journal.recent().filter(({ method }) => method !== 'GET').length;

async function listed(config: object): Promise<string[]> {
  if (orderList.behaviour.kind !== 'source') throw new Error('no source');
  const given = { connection: 'store', ...config };
  const context = contextOf(orderList, { config: given, connection: storeConnection(sandbox).values });
  const ids: string[] = [];
  const source = { ...context, fetch, cursor: null, pageSize: 1000, now: () => new Date(now) };
  for await (const { records } of orderList.behaviour.read(source as never)) {
    for (const record of records) if ('value' in record) ids.push(String(record.value['orderId']));
  }
  return ids;
}

test('every order is listed once, also beyond three thousand and where many share an instant', async () => {
  for (let n = 0; n < 3200; n += 1) {
    place();
    if (n > 250) now += 1000;
  }
  const ids = await listed({});
  expect([ids.length, new Set(ids).size]).toEqual([3200, 3200]);
  expect(ids[0]).toBe(id);
});

test('days and statuses narrow the list', async () => {
  place({ status: 'handling' });
  now += 24 * 60 * 60_000;
  place({ status: 'ready-for-handling' });
  expect(await listed({ to: '2026-11-23' })).toEqual([id]);
  expect(await listed({ status: 'Handling' })).toEqual([id]);
  expect(await listed({ from: '2026-11-24' })).toEqual(['1268540500002-01']);
});

test('seller, payment, date of payment and returns narrow the list', async () => {
  place({ status: 'handling' });
  expect(await listed({ seller: 'Nobody' })).toEqual([]);
  expect(await listed({ payment: 'Visa' })).toEqual([id]);
  expect(await listed({ authorizedFrom: '2026-11-23', authorizedTo: '2026-11-23' })).toEqual([id]);
  expect(await listed({ authorizedFrom: '2026-11-24' })).toEqual([]);
  expect(await listed({ invoicedTo: '2026-11-30' })).toEqual([]);
  expect([await listed({ hasReturn: 'true' }), await listed({ hasReturn: 'any' })]).toEqual([[], [id]]);
  expect(await listed({ search: '1' })).toEqual([id]);
  expect(await listed({ incomplete: true })).toEqual([]);
});

test('the last hours are counted back from now', async () => {
  place();
  now += 3 * 60 * 60_000;
  place();
  expect(await listed({ lastHours: 2 })).toEqual(['1268540500002-01']);
  expect(await listed({ lastHours: 3 })).toHaveLength(2);
});

test('tracking keeps what is not mapped, is not sent twice, and needs the invoice', async () => {
  place({ status: 'handling' });
  const lines = { invoiceNumber: '"1"', trackingNumber: '"T2"' };
  expect((await run(tracking, lines)).code).toBe('vtex.invoice-unknown');
  await run(invoice, { invoiceNumber: '"1"', courier: '"C"', trackingUrl: '"https://t"' });
  expect((await run(tracking, lines)).code).toBe('vtex.tracking-incomplete');
  const whole = { ...lines, dispatchedDate: '"2026-11-23"' };
  expect((await run(tracking, whole)).row?.['tracking']).toMatchObject({ courier: 'C', change: 'updated' });
  sandbox.journal.clear();
  expect((await run(tracking, whole)).row?.['tracking']).toMatchObject({ change: 'unchanged' });
  expect(writes()).toBe(0);
});

test('an event is added to those that are there, once, and a delivery ends the tracking', async () => {
  place({ status: 'handling' });
  await run(invoice, { invoiceNumber: '"1"' });
  const event = (text: string, hour: string, more = {}) =>
    run(trackingEvents, {
      invoiceNumber: '"1"',
      description: `"${text}"`,
      date: `"2026-11-24T${hour}:00:00"`,
      city: '"A"',
      state: '"SP"',
      ...more,
    });
  expect((await event('out', '09')).code).toBe('vtex.tracking-without-number');
  const lines = { trackingNumber: '"T"', courier: '"C"', trackingUrl: '"u"', dispatchedDate: '"2026-11-23"' };
  await run(tracking, { invoiceNumber: '"1"', ...lines });
  await event('out', '09');
  expect((await event('out', '09')).row?.['tracking']).toMatchObject({ events: 1, change: 'unchanged' });
  const done = await event('there', '10', { isDelivered: 'true' });
  expect(done.row?.['tracking']).toMatchObject({ events: 2, delivered: true });
  expect(sandbox.state.orders.find(id)?.document.packageAttachment.packages[0]?.courierStatus).toMatchObject({
    finished: true,
    deliveredDate: '2026-11-24 10:00',
  });
});

test('a note is written once, and the thirty-first is refused', async () => {
  const write = (text: string) => run(note, { description: `"${text}"` });
  expect((await write('n1')).row?.['note']).toMatchObject({ change: 'created' });
  expect((await write('n1')).row?.['note']).toMatchObject({ noteId: 'note-1', change: 'unchanged' });
  for (let n = 2; n <= 30; n += 1) await write(`n${n}`);
  expect((await write('n31')).code).toBe('vtex.notes-full');
});

test('a payment is told once, and a request to cancel is denied only while it is open', async () => {
  place({ payment: 'notification' });
  expect((await run(paymentNotify, {})).row?.['payment']).toMatchObject({ change: 'notified' });
  expect((await run(paymentNotify, {})).row?.['payment']).toMatchObject({ change: 'unchanged' });
  expect((await run(cancellationDeny, { denyReason: '"x"' })).code).toBe('vtex.cancellation-not-requested');
});
