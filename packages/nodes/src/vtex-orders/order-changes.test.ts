// Changes that are taken now and applied later, and the set-up of feed and hook, against the sandbox.
import type { NodeType } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { contextOf } from '../harness.testing';
import { mapping, runNode, storeConnection } from '../vtex/store.testing';
import expressionTest from './feed-expression-test.node';
import feedDelete from './feed-config-delete.node';
import feedSave from './feed-config-save.node';
import hookSave from './hook-config-save.node';
import change from './order-change.node';

let sandbox: Sandbox;
let now = 0;
const id = '1268540500001-01';

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off', clock: () => now });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  now = Date.UTC(2026, 10, 23);
  sandbox.reset();
  sandbox.state.orders.times = { ...sandbox.state.orders.times, change: 0 };
});
afterEach(() => jest.restoreAllMocks());

const place = () => {
  sandbox.state.putSku({ Id: 1, RefId: 'S-1', ProductId: 1 } as never);
  sandbox.placeOrder({ skuId: 1, quantity: 3, price: 2500, status: 'handling' });
};
const run = async (node: NodeType, lines: Record<string, string>) => {
  const { rows, failed } = await runNode(sandbox, node, { mapping: mapping(lines) }, [{}]);
  return { row: rows[0], code: failed[0]?.error.code, values: failed[0]?.error.values };
};
const writes = () => sandbox.journal.recent().filter(({ method }) => method !== 'GET').length;
const quantity = () => sandbox.state.orders.find(id)?.document.items[0]?.quantity;
const removal = { changeOrderId: `"${id}"`, reason: '"out"', remove: '[{"id": "1", "quantity": 1}]' };

test('a change is applied once, also when the same row comes again, and another one is another', async () => {
  place();
  expect((await run(change, removal)).row?.['change']).toMatchObject({ change: 'created' });
  expect((await run(change, removal)).row?.['change']).toMatchObject({ change: 'unchanged' });
  expect(quantity()).toBe(2);
  await run(change, { ...removal, reason: '"again"' });
  expect(quantity()).toBe(1);
});

test('a change whose answer was lost is found again and not made twice', async () => {
  place();
  sandbox.faults.add([{ route: 'PATCH /api/order-system/orders/*/changes', kind: 'drop-after', count: 1 }]);
  expect((await run(change, removal)).row?.['change']).toMatchObject({ requestId: `change-${id}-1` });
  expect(quantity()).toBe(2);
  expect(sandbox.state.creates.doubled()).toEqual([]);
});

/** Runs the change with pauses that take `seconds` of the store's time. */
async function waiting(seconds: number, meanwhile = () => {}) {
  if (change.behaviour.kind !== 'action') throw new Error('no action');
  const config = { connection: 'store', mapping: mapping(removal), saveAs: 'change' };
  const context = contextOf(change, { config, connection: storeConnection(sandbox).values });
  const pause = async () => {
    now += seconds * 1000;
    meanwhile();
  };
  const action = await change.behaviour.prepare({ ...context, fetch, pause } as never);
  return action.run({}, { signal: new AbortController().signal } as never);
}

test('the end of a change is waited for, and one that takes too long or is given up fails its row', async () => {
  place();
  sandbox.state.orders.times = { ...sandbox.state.orders.times, change: 5000 };
  await waiting(1);
  expect(quantity()).toBe(2);
  sandbox.reset();
  sandbox.state.putSku({ Id: 1, RefId: 'S-1', ProductId: 1 } as never);
  place();
  sandbox.state.orders.times = { ...sandbox.state.orders.times, change: 5000 };
  await expect(waiting(0)).rejects.toMatchObject({ code: 'vtex.order-change-open', retryable: true });
  const invoiced = () => {
    const document = sandbox.state.orders.find(id)?.document;
    if (document) document.status = 'invoiced';
  };
  await expect(waiting(6, invoiced)).rejects.toMatchObject({ code: 'vtex.order-change-failed' });
});

test('a change of nothing is not sent', async () => {
  place();
  const { remove: _, ...nothing } = removal;
  expect((await run(change, nothing)).code).toBe('vtex.order-change-empty');
  expect(writes()).toBe(0);
});

test('a feed is written once; both filters, none, or a status that VTEX does not have are refused', async () => {
  const lines = { status: '["Ready for handling"]' };
  expect((await run(feedSave, lines)).row?.['feed']).toEqual({ change: 'created' });
  sandbox.journal.clear();
  expect((await run(feedSave, lines)).row?.['feed']).toEqual({ change: 'unchanged' });
  expect((await run(feedSave, { ...lines, expression: '"true"' })).code).toBe('vtex.event-filter-mixed');
  expect((await run(feedSave, {})).code).toBe('vtex.event-filter-empty');
  const unknown = await run(feedSave, { status: '["redy-for-handling"]' });
  expect([unknown.code, String(unknown.values?.['known'])]).toEqual([
    'vtex.event-status-unknown',
    expect.stringContaining('ready-for-handling'),
  ]);
  expect(writes()).toBe(0);
  const other = await run(feedSave, { ...lines, visibilityTimeoutInSeconds: '60' });
  expect(other.row?.['feed']).toEqual({ change: 'updated' });
  expect((await run(feedDelete, {})).row?.['feed']).toEqual({ change: 'deleted' });
  expect((await run(feedDelete, {})).row?.['feed']).toEqual({ change: 'unchanged' });
});

test('a hook goes to https only, and VTEX has to reach it', async () => {
  const lines = { url: '"https://erp.example/x"', status: '["invoiced"]' };
  expect((await run(hookSave, { ...lines, url: '"http://erp.example/x"' })).code).toBe('vtex.hook-not-https');
  expect(writes()).toBe(0);
  const reached = jest.spyOn(sandbox.state.hooks, 'configure').mockResolvedValue(false);
  expect((await run(hookSave, lines)).code).toBe('vtex.hook-unreachable');
  reached.mockResolvedValue(true);
  expect((await run(hookSave, lines)).row?.['hook']).toEqual({ change: 'created' });
});

test('a condition is tried over an object or over its text', async () => {
  const told = async (Document: string) =>
    (await run(expressionTest, { Expression: '"value > 1"', Document })).row?.['matches'];
  expect([await told('{"value": 2}'), await told('\'{"value": 1}\'')]).toEqual([true, false]);
});
