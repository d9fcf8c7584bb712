// Events of a store start flows: each once, whatever comes twice, in another order, or never.
import { FlowTrigger, takeEvents } from '@eclusa/db';
import { openShop, until, type Shop } from './triggers.testing';

let shop: Shop;
afterEach(() => shop.close());

const quick = { pollSeconds: 1, visibilitySeconds: 30 };
const order = () =>
  shop.sandbox.placeOrder({ skuId: 1, quantity: 1, price: 1_000, status: 'ready-for-handling' }).document
    .orderId;
const orders = (count: number) => Array.from({ length: count }, order);
const once = (ids: readonly string[]) => new Map(ids.map((id) => [`${id} ready-for-handling`, 1]));
const isReady = (trigger: FlowTrigger) =>
  until(
    async () => (await shop.trigger(trigger.id)).beganAt !== null,
    () => shop.trigger(trigger.id),
  );
const feedIsEmpty = () => [...shop.sandbox.state.feeds.all()].every(({ messages }) => messages.length === 0);

test('a published flow sets its feed up, and every order arrives once, as a row of a run', async () => {
  shop = await openShop();
  const trigger = await shop.publish('vtex.order-events', quick);
  await shop.site.work(shop.nodeTypes);
  await shop.site.work(shop.nodeTypes);
  await isReady(trigger);
  const ids = orders(120);
  await until(
    () => shop.heard.times.size === 120 && feedIsEmpty(),
    () => shop.trigger(trigger.id),
  );
  expect(shop.heard.times).toEqual(once(ids));
  const runs = await shop.runs(trigger);
  expect(new Set(runs.map((run) => run.trigger))).toEqual(new Set(['event']));
  expect(runs.reduce((sum, { readRows }) => sum + readRows, 0)).toBe(120);
  expect(await shop.trigger(trigger.id)).toMatchObject({ events: 120, trouble: null });
}, 60_000);

test('what the feed tells twice and in another order starts nothing twice', async () => {
  shop = await openShop();
  const trigger = await shop.publish('vtex.order-events', { ...quick, lots: 3 });
  await shop.site.work(shop.nodeTypes);
  await isReady(trigger);
  Object.assign(shop.sandbox.state.feeds, { duplicates: 60, reversed: true });
  const ids = orders(40);
  await until(() => shop.heard.times.size === 40 && feedIsEmpty());
  expect(shop.heard.times).toEqual(once(ids));
}, 60_000);

test('what is kept but could not be confirmed is told again, confirmed, and starts nothing', async () => {
  shop = await openShop();
  const trigger = await shop.publish('vtex.order-events', quick);
  await shop.site.work(shop.nodeTypes);
  await isReady(trigger);
  shop.sandbox.faults.add([{ route: 'POST /api/orders/feed', kind: '503', count: 1 }]);
  const ids = orders(5);
  await until(() => shop.heard.times.size === 5);
  shop.sandbox.advance(31_000);
  await until(feedIsEmpty);
  expect(shop.heard.times).toEqual(once(ids));
}, 60_000);

test('when VTEX drops the feed it is set up again, orders of the time between arrive once, and the gap is told', async () => {
  shop = await openShop();
  const trigger = await shop.publish('vtex.order-events', { ...quick, pollSeconds: 2 });
  await shop.site.work(shop.nodeTypes);
  await isReady(trigger);
  const before = orders(3);
  await until(() => shop.heard.times.size === 3 && feedIsEmpty());
  shop.sandbox.state.feeds.drop();
  const between = orders(7);
  await until(
    () => shop.heard.times.size === 10,
    async () => [await shop.trigger(trigger.id), await shop.gaps(trigger.id)],
  );
  const after = orders(2);
  await until(async () => (await shop.gaps(trigger.id)).every(({ closedAt }) => closedAt !== null));
  await until(() => shop.heard.times.size === 12 && feedIsEmpty());
  expect(shop.heard.times).toEqual(once([...before, ...between, ...after]));
  expect(await shop.gaps(trigger.id)).toMatchObject([{ found: expect.any(Number) as number }]);
  expect((await shop.gaps(trigger.id))[0]?.found).toBeGreaterThanOrEqual(7);
}, 60_000);

test('a store that is down is waited for, with the reason to be seen', async () => {
  shop = await openShop();
  shop.sandbox.faults.add([{ kind: '503', count: 4 }]);
  const trigger = await shop.publish('vtex.order-events', quick);
  await shop.site.work(shop.nodeTypes);
  await until(async () => (await shop.trigger(trigger.id)).trouble !== null);
  expect((await shop.trigger(trigger.id)).trouble?.error.code).toMatch(/^vtex\./);
  await isReady(trigger);
  const ids = orders(1);
  await until(() => shop.heard.times.size === 1);
  expect(shop.heard.times).toEqual(once(ids));
  // The poll that brought them ends a moment later.
  await until(async () => (await shop.trigger(trigger.id)).trouble === null);
}, 60_000);

test('a feed of somebody else is left alone, and of two flows with one key the first is served', async () => {
  shop = await openShop();
  const { feeds } = shop.sandbox.state;
  const others = { type: 'FromWorkflow' as const, status: ['invoiced'] };
  const queue = { visibilityTimeoutInSeconds: 60, messageRetentionPeriodInSeconds: 345_600 };
  feeds.configure(shop.sandbox.appKey.toLowerCase(), others, queue, Date.now());
  const first = await shop.publish('vtex.order-events', quick);
  const second = await shop.publish('vtex.order-events', quick);
  await shop.site.work(shop.nodeTypes);
  const codeOf = async ({ id }: FlowTrigger) => (await shop.trigger(id)).trouble?.error.code;
  await until(async () => (await codeOf(first)) === 'vtex.events-taken');
  await until(async () => (await codeOf(second)) === 'trigger.source-shared');
  expect([...feeds.all()].map(({ filter }) => filter)).toEqual([others]);
}, 60_000);

test('paused, nothing is fetched; resumed, all of it comes', async () => {
  shop = await openShop();
  const trigger = await shop.publish('vtex.order-events', quick);
  await shop.site.work(shop.nodeTypes);
  await isReady(trigger);
  await shop.site.source.query('UPDATE flow SET paused_at = now() WHERE id = $1', [trigger.flowId]);
  await until(async () => (await shop.trigger(trigger.id)).leaseUntil === null);
  const fetched = () => shop.sandbox.journal.counters()['GET /api/orders/feed']?.['200'];
  const seen = fetched();
  const ids = orders(2);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(fetched()).toBe(seen);
  await shop.site.source.query('UPDATE flow SET paused_at = NULL WHERE id = $1', [trigger.flowId]);
  await until(() => shop.heard.times.size === 2);
  expect(shop.heard.times).toEqual(once(ids));
}, 60_000);

test('feed and hook of one flow tell the same event once', async () => {
  shop = await openShop();
  const trigger = await shop.publish('vtex.order-events', quick, (flow) => {
    flow.nodes.hook = { type: 'vtex.order-events-hook', version: 1, config: { connection: 'store' } };
    flow.edges.push({ from: { node: 'hook', port: 'out' }, to: { node: 'b', port: 'in' } });
  });
  const hook = await shop.site.source
    .getRepository(FlowTrigger)
    .findOneByOrFail({ flowId: trigger.flowId, node: 'hook' });
  expect(hook.secretHash).toMatch(/^[0-9a-f]{64}$/);
  const behaviour = shop.nodeTypes.get('vtex.order-events-hook')?.behaviour;
  if (behaviour?.kind !== 'source') throw new Error('no source');
  await shop.site.work(shop.nodeTypes);
  await isReady(trigger);
  const ids = orders(3);
  for (const { history } of shop.sandbox.state.orders.entries.values()) {
    const event = history.find(({ state }) => state === 'ready-for-handling');
    const body = {
      ...{ Domain: event?.domain, OrderId: event?.orderId, State: event?.state },
      ...{ LastState: event?.lastState, LastChange: event?.lastChange, CurrentChange: event?.currentChange },
    };
    const events = (await behaviour.trigger?.receive?.(body as never, {} as never)) ?? [];
    await takeEvents(shop.site.source, shop.nodeTypes, hook, events);
    await takeEvents(shop.site.source, shop.nodeTypes, hook, events);
  }
  await until(() => shop.heard.times.size === 3 && feedIsEmpty());
  expect(shop.heard.times).toEqual(once(ids));
}, 60_000);
