// Order events as the boxes understand them, and a store that is kept sending them.
import type { AttendedTrigger, Json, NodeType, TriggerEvent } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { contextOf, serve } from '../harness.testing';
import { storeConnection } from '../vtex/store.testing';
import catalogueChanges from '../vtex-catalog/catalogue-changes.node';
import masterData from '../vtex-customers/master-data-trigger.node';
import { filterBody, isSameFilter } from './order-filter';
import { foundEvent, orderEvent } from './order-event';
import feedNode from './order-events.node';
import hookNode from './order-events-hook.node';

const fed = {
  ...{ eventId: '1', handle: 'h', domain: 'Fulfillment', orderId: 'v1-01', state: 'ready-for-handling' },
  ...{ lastState: null, lastChange: '2026-11-23T11:00:00Z', currentChange: '2026-11-23T12:00:00.123Z' },
};

function triggerOf({ behaviour }: NodeType) {
  if (behaviour.kind !== 'source' || !behaviour.trigger) throw new Error('no trigger');
  return behaviour.trigger;
}

const receive = (node: NodeType, body: Json, config: Record<string, Json> = {}) =>
  triggerOf(node).receive?.(body, config);

test('feed and hook tell one event under one key, whatever digits and capitals they use', () => {
  const hooked = {
    ...{
      Domain: 'Fulfillment',
      OrderId: 'v1-01',
      State: 'ready-for-handling',
      LastState: 'window-to-cancel',
    },
    ...{ LastChange: '2026-11-23T11:00:00Z', CurrentChange: '2026-11-23T12:00:00.1230000Z' },
  };
  const [one, other] = [orderEvent(fed, 'feed'), orderEvent(hooked, 'hook')];
  expect(one?.key).toBe(other?.key);
  expect(other?.row).toMatchObject({ orderId: 'v1-01', state: 'ready-for-handling', via: 'hook' });
});

test('the same status at another time is another event, and an order without a status is one, too', () => {
  const later = { ...fed, currentChange: '2026-11-23T13:00:00Z' };
  const keys = [fed, later, { ...fed, state: null }].map((item) => orderEvent(item, 'feed')?.key);
  expect(new Set(keys).size).toBe(3);
  expect(orderEvent({ hello: 'you' }, 'feed')).toBeUndefined();
});

test('what was found afterwards covers the time it was missed in', () => {
  const [from, until] = [new Date('2026-11-23T11:00:00Z'), new Date('2026-11-23T13:00:00Z')];
  const { state } = foundEvent({ orderId: 'v1-01', state: 'ready-for-handling' }, { from, until }, false);
  expect(state).toEqual({ of: 'order v1-01', is: 'ready-for-handling', from, until });
});

test('a filter is by status or by condition, and never both', () => {
  const both = { statuses: [{ status: 'invoiced' }], expression: 'salesChannel = "2"' };
  expect(filterBody({ ...both, filter: 'statuses' })).toEqual({ type: 'FromWorkflow', status: ['invoiced'] });
  const byCondition = filterBody({ ...both, filter: 'expression' });
  expect(byCondition).toEqual({
    ...{ type: 'FromOrders', expression: 'salesChannel = "2"', disableSingleFire: false },
  });
  expect(isSameFilter(byCondition, { ...byCondition, disableSingleFire: true })).toBe(false);
  const statuses = filterBody({ statuses: [{ status: 'invoiced' }, { status: 'canceled' }] });
  expect(isSameFilter(statuses, { type: 'FromWorkflow', status: ['invoiced', 'canceled'], more: 1 })).toBe(
    true,
  );
});

test('a hook understands the ping and events, ignores what was not asked for, and refuses the rest', () => {
  expect(receive(hookNode, { hookConfig: 'ping' })).toEqual([]);
  expect(receive(hookNode, { OrderId: 'v1-01', State: 'invoiced' })).toEqual([]);
  expect(receive(hookNode, { OrderId: 'v1-01', State: 'ready-for-handling' })).toHaveLength(1);
  expect(receive(hookNode, ['x'])).toBeNull();
});

test('a changed SKU is told by what changed, in any spelling of the call', () => {
  const call = { idSku: 7, DateModified: '2026-11-23T12:00:00Z', StockModified: 'True', isActive: false };
  expect(receive(catalogueChanges, call)).toMatchObject([
    { key: 'sku 7 2026-11-23T12:00:00Z', row: { skuId: '7', stockChanged: true, isActive: false } },
  ]);
  expect(receive(catalogueChanges, call, { stock: false })).toEqual([]);
  expect(receive(catalogueChanges, { ...call, StockModified: false }, { stock: false })).toHaveLength(1);
  expect(receive(catalogueChanges, {})).toBeNull();
});

test('documents of Master Data are one event by what the box says they have in common', async () => {
  const keysOf = async (body: Json, config = {}) =>
    ((await receive(masterData, body, config)) as TriggerEvent[] | null)?.map(({ key }) => key);
  const identity = { identity: 'email' };
  expect(await keysOf([{ email: 'a' }, { email: 'a', x: 1 }], identity)).toEqual([
    'document "a"',
    'document "a"',
  ]);
  const [one, other] = (await keysOf([{ id: '1' }, { id: '1' }])) ?? [];
  expect(one).not.toBe(other);
  expect(await keysOf('text')).toBeUndefined();
});

describe('a store', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox({ limits: 'off' });
  });
  afterEach(() => sandbox.close());

  const silent = { onLoss: async () => undefined, onWrite: async () => undefined };

  async function attend(
    node: NodeType,
    address = '',
    config: Record<string, Json> = {},
  ): Promise<AttendedTrigger> {
    const { values } = storeConnection(sandbox);
    const allow = [new URL(sandbox.url).host];
    const context = contextOf(node, {
      config: { connection: 'store', ...config },
      connection: values,
      allow,
    });
    const attended = await triggerOf(node).attend?.({ ...context, address } as never);
    if (!attended) throw new Error('nothing to attend');
    return attended;
  }

  test('keeps its feed: written once, left alone, and put back after a loss that was told before', async () => {
    const feed = await attend(feedNode);
    const told: string[] = [];
    const tell = (what: string) => async () =>
      void told.push(`${what}: ${[...sandbox.state.feeds.all()].length} feeds`);
    const notes = { onLoss: tell('loss'), onWrite: tell('write') };
    const check = async (written: string | null) => feed.check(written, notes);
    const { kept, print } = await check(null);
    expect([kept, (await check(print)).kept]).toEqual(['written', 'there']);
    sandbox.state.feeds.drop();
    expect(await feed.poll?.()).toBeNull();
    expect((await check(print)).kept).toBe('restored');
    expect(told).toEqual(['write: 0 feeds', 'loss: 0 feeds', 'write: 0 feeds']);
    const other = await attend(feedNode, '', { retentionDays: 4 });
    expect((await other.check(print, notes)).kept).toBe('written');
    expect(told.slice(3)).toEqual(['write: 1 feeds']);
  });

  test('takes its feed or hook away, and leaves alone what is another’s by now', async () => {
    const feed = await attend(feedNode);
    await feed.check(null, silent);
    const other = await attend(feedNode, '', { statuses: [{ status: 'invoiced' }] });
    expect(await other.withdraw?.()).toBe(false);
    expect(await feed.withdraw?.()).toBe(true);
    expect([[...sandbox.state.feeds.all()].length, await feed.withdraw?.()]).toEqual([0, false]);
    const listener = await serve((_request, response) => void response.writeHead(200).end());
    const hook = await attend(hookNode, `${listener.url}/hooks/secret`);
    await hook.check(null, silent);
    expect(await (await attend(hookNode, `${listener.url}/hooks/another`)).withdraw?.()).toBe(false);
    expect([await hook.withdraw?.(), [...sandbox.state.hooks.all()]]).toEqual([true, []]);
    await listener.close();
  });

  test('takes a hook only when its address answers, and calls it with every event', async () => {
    const heard: string[] = [];
    const listener = await serve((request, response) => {
      heard.push(request.body);
      response.writeHead(200).end();
    });
    const hook = await attend(hookNode, `${listener.url}/hooks/secret`);
    expect(await hook.check(null, silent)).toMatchObject({ kept: 'written' });
    expect(heard).toEqual(['{"hookConfig":"ping"}']);
    sandbox.state.putSku({ Id: 1, ProductId: 1, RefId: 'A', Name: 'A', IsActive: true } as never);
    const { document } = sandbox.placeOrder({ skuId: 1, price: 100, status: 'ready-for-handling' });
    while (heard.length < 2) await new Promise(setImmediate);
    expect(receive(hookNode, JSON.parse(heard[1] ?? '') as Json)).toMatchObject([
      { row: { orderId: document.orderId, state: 'ready-for-handling' } },
    ]);
    const away = await attend(hookNode, 'http://127.0.0.1:1/hooks/secret', { takeOver: true });
    await expect(away.check(null, silent)).rejects.toMatchObject({
      code: 'vtex.hook-unreachable',
    });
    await listener.close();
  });
});
