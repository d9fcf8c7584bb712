// What a worker has set up at VTEX for a flow goes when the flow does, unless it is another's by then.
import { againAfterDeadlock, Flow, FlowTrigger, Store, syncTriggers, TriggerSetup } from '@eclusa/db';
import { emptyFlow } from '@eclusa/flow';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openShop, until, type Shop } from './triggers.testing';

const quick = { pollSeconds: 1, visibilitySeconds: 30 };
const ready = ['ready-for-handling'];
let shop: Shop;
let listener: Server | undefined;

afterEach(async () => {
  await shop.close();
  listener?.close();
  listener?.closeAllConnections();
});

const feeds = () => [...shop.sandbox.state.feeds.all()];
const setups = () => shop.site.source.getRepository(TriggerSetup).find();
const isReady = ({ id }: FlowTrigger) =>
  until(
    async () => (await shop.trigger(id)).beganAt !== null,
    () => shop.trigger(id),
  );
const removeFlow = ({ flowId }: FlowTrigger) =>
  againAfterDeadlock(() => shop.site.source.getRepository(Flow).delete({ id: flowId }));
const deletes = () => shop.sandbox.journal.counters()['DELETE /api/orders/feed/config'] ?? {};

/** The next version of the flow has no such box. */
async function publishWithout({ flowId, workspaceId }: FlowTrigger): Promise<void> {
  const { source } = shop.site;
  await source.query(
    'INSERT INTO flow_version (workspace_id, flow_id, number, document) VALUES ($1, $2, 2, $3)',
    [workspaceId, flowId, JSON.stringify(emptyFlow('nothing'))],
  );
  await publishAs({ flowId }, 2);
}

async function publishAs({ flowId }: Pick<FlowTrigger, 'flowId'>, publishedVersion: number): Promise<void> {
  const { source } = shop.site;
  await source.getRepository(Flow).update({ id: flowId }, { publishedVersion });
  await source.transaction((manager) =>
    syncTriggers(manager, shop.nodeTypes, shop.site.config().keys, flowId),
  );
}

test.each([
  ['the flow is deleted', removeFlow],
  ['the box is published no more', publishWithout],
  [
    'the store is deleted',
    async ({ storeId }: FlowTrigger) => {
      await shop.site.source.getRepository(Store).delete({ id: storeId ?? '' });
    },
  ],
])(
  'the feed goes when %s, and not before',
  async (_when, end) => {
    shop = await openShop();
    const trigger = await shop.publish('vtex.order-events', quick);
    await shop.site.work(shop.nodeTypes);
    await isReady(trigger);
    expect(feeds()).toHaveLength(1);
    expect(await setups()).toMatchObject([{ triggerId: trigger.id, node: 'a' }]);
    await end(trigger);
    await until(async () => (await setups()).length === 0);
    expect([feeds(), deletes()]).toEqual([[], { '200': 1 }]);
  },
  60_000,
);

test('a box that is published again finds the orders of the time in which its feed was away', async () => {
  shop = await openShop();
  const trigger = await shop.publish('vtex.order-events', quick);
  await shop.site.work(shop.nodeTypes);
  await isReady(trigger);
  await publishWithout(trigger);
  await until(() => feeds().length === 0);
  const order = { skuId: 1, price: 1_000, status: 'ready-for-handling' } as const;
  const { orderId } = shop.sandbox.placeOrder(order).document;
  await publishAs(trigger, 1);
  await until(
    () => shop.heard.times.size === 1,
    () => shop.gaps(trigger.id),
  );
  expect(shop.heard.times).toEqual(new Map([[`${orderId} ready-for-handling`, 1]]));
  expect([feeds().length, (await setups()).length]).toEqual([1, 1]);
}, 60_000);

test('the hook goes with its flow', async () => {
  listener = createServer((request, response) => {
    request.resume();
    response.writeHead(200).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => listener?.once('listening', resolve));
  const { port } = listener.address() as AddressInfo;
  shop = await openShop({}, { ECLUSA_PUBLIC_URL: `http://127.0.0.1:${port}` });
  const trigger = await shop.publish('vtex.order-events-hook');
  await shop.site.work(shop.nodeTypes);
  await isReady(trigger);
  expect([...shop.sandbox.state.hooks.all()]).toHaveLength(1);
  await removeFlow(trigger);
  await until(async () => (await setups()).length === 0);
  expect([...shop.sandbox.state.hooks.all()]).toEqual([]);
}, 60_000);

test('a store that is down is waited for', async () => {
  shop = await openShop();
  const trigger = await shop.publish('vtex.order-events', quick);
  await shop.site.work(shop.nodeTypes);
  await isReady(trigger);
  shop.sandbox.faults.add([{ kind: '503', route: '* /api/orders/feed/config', count: 2 }]);
  await removeFlow(trigger);
  await until(async () => (await setups()).length === 0);
  expect(feeds()).toEqual([]);
}, 60_000);

test('what another system has put in its place stays', async () => {
  shop = await openShop();
  const trigger = await shop.publish('vtex.order-events', quick);
  await shop.site.work(shop.nodeTypes);
  await isReady(trigger);
  await shop.site.source.query('UPDATE flow SET paused_at = now() WHERE id = $1', [trigger.flowId]);
  const others = { type: 'FromWorkflow' as const, status: ['invoiced'] };
  const queue = { visibilityTimeoutInSeconds: 60, messageRetentionPeriodInSeconds: 345_600 };
  shop.sandbox.state.feeds.configure(shop.sandbox.appKey.toLowerCase(), others, queue, Date.now());
  await removeFlow(trigger);
  await until(async () => (await setups()).length === 0);
  expect(feeds()).toMatchObject([{ filter: others }]);
  expect(deletes()).toEqual({});
}, 60_000);

test('what was there before Eclusa came is not taken away', async () => {
  shop = await openShop();
  const filter = { type: 'FromWorkflow' as const, status: ready };
  const queue = { visibilityTimeoutInSeconds: 30, messageRetentionPeriodInSeconds: 14 * 86_400 };
  shop.sandbox.state.feeds.configure(shop.sandbox.appKey.toLowerCase(), filter, queue, Date.now());
  const trigger = await shop.publish('vtex.order-events', quick);
  await shop.site.work(shop.nodeTypes);
  await isReady(trigger);
  expect(await setups()).toEqual([]);
  await removeFlow(trigger);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect([feeds().length, deletes()]).toEqual([1, {}]);
}, 60_000);

test('a flow that waited for the key goes on with the feed that is there, and takes it away with itself', async () => {
  shop = await openShop();
  const first = await shop.publish('vtex.order-events', quick);
  await shop.site.work(shop.nodeTypes);
  await isReady(first);
  const second = await shop.publish('vtex.order-events', quick);
  await until(async () => (await shop.trigger(second.id)).trouble?.error.code === 'trigger.source-shared');
  await removeFlow(first);
  await isReady(second);
  await until(async () => (await setups())[0]?.triggerId === second.id, setups);
  expect(feeds()).toHaveLength(1);
  const id = shop.sandbox.placeOrder({ skuId: 1, price: 1_000, status: 'ready-for-handling' }).document
    .orderId;
  await until(() => shop.heard.times.get(`${id} ready-for-handling`) === 1);
  await removeFlow(second);
  await until(async () => (await setups()).length === 0);
  expect(feeds()).toEqual([]);
}, 60_000);
