// Feed and hook as VTEX's documents and integrators describe them.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSandbox, type Sandbox } from '../sandbox';
import { clientOf, handClock, type Client } from '../sandbox.testing';

let sandbox: Sandbox;
let call: Client;
const clock = handClock();
const feed = 'POST /api/orders/feed/config';
const filter = { type: 'FromWorkflow', status: ['ready-for-handling'] };
const queue = { visibilityTimeoutInSeconds: 60, MessageRetentionPeriodInSeconds: 345_600 };

beforeEach(async () => {
  sandbox = await startSandbox({ limits: 'off', clock: clock.now });
  call = clientOf(sandbox);
  sandbox.state.putSku({ Id: 1, ProductId: 1, RefId: 'A', Name: 'A', IsActive: true } as never);
});
afterEach(() => sandbox.close());

const place = () => sandbox.placeOrder({ skuId: 1, quantity: 1, price: 100, status: 'ready-for-handling' });
const read = async () =>
  (await call('GET /api/orders/feed?maxlot=10')).json<{ handle: string; orderId: string }[]>();

test('without a configuration there is no feed', async () => {
  expect((await call('GET /api/orders/feed?maxlot=10')).status).toBe(404);
  expect((await call('GET /api/orders/feed/config')).status).toBe(404);
});

test('a filter of both kinds is 409, one without a queue 400, and a status nobody knows is taken', async () => {
  const both = { ...filter, expression: 'true' };
  expect((await call(feed, { filter: both, queue })).status).toBe(409);
  expect((await call(feed, { filter })).status).toBe(400);
  expect((await call(feed, { filter: { ...filter, status: ['redy'] }, queue })).status).toBe(200);
});

test('at most ten items come at once, hidden until the time is over, and gone once they are committed', async () => {
  await call(feed, { filter, queue });
  for (let count = 0; count < 12; count++) place();
  const [first, second] = [await read(), await read()];
  expect([first.length, second.length, (await read()).length]).toEqual([10, 2, 0]);
  await call('POST /api/orders/feed', { handles: first.map(({ handle }) => handle) });
  clock.advance(61);
  const again = await read();
  expect(again.map(({ orderId }) => orderId)).toEqual(second.map(({ orderId }) => orderId));
  // The handle of an earlier reading commits nothing.
  await call('POST /api/orders/feed', { handles: second.map(({ handle }) => handle) });
  clock.advance(61);
  expect(await read()).toHaveLength(2);
});

test('without events for as long as it keeps them, the feed is gone', async () => {
  await call(feed, { filter, queue });
  clock.advance(345_601);
  expect((await call('GET /api/orders/feed/config')).status).toBe(404);
});

test('a condition is told once for each order, or at every change', async () => {
  await call(feed, { filter: { type: 'FromOrders', expression: 'status = "ready-for-handling"' }, queue });
  const entry = place();
  sandbox.state.orders.edit(entry, clock.now(), () => undefined);
  expect(await read()).toHaveLength(1);
});

test('what happens behind one’s back: dropped, told twice', async () => {
  await call(feed, { filter, queue });
  await call('PUT /_sandbox/feed', { duplicates: 1 });
  place();
  expect([(await read()).length, (await read()).length, (await read()).length]).toEqual([1, 1, 0]);
  expect((await call('DELETE /_sandbox/feed')).status).toBe(204);
  expect((await call('GET /api/orders/feed/config')).status).toBe(404);
});

describe('a hook', () => {
  let server: Server;
  let status = 200;
  const heard: Record<string, unknown>[] = [];

  beforeEach(async () => {
    heard.length = 0;
    status = 200;
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (piece) => (body += String(piece)));
      request.on('end', () => {
        heard.push({ key: request.headers['x-key'], ...(JSON.parse(body) as object) });
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => server.close());

  const configure = () => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    return call('POST /api/orders/hook/config', { filter, hook: { url, headers: { 'x-key': 'k' } } });
  };
  const delivered = () => sandbox.state.hooks.deliver(clock.now);

  test('is taken only when its address answers the ping', async () => {
    status = 500;
    expect((await configure()).status).toBe(400);
    expect((await call('GET /api/orders/hook/config')).status).toBe(404);
    status = 200;
    expect((await configure()).status).toBe(200);
    expect(heard).toEqual([
      { key: 'k', hookConfig: 'ping' },
      { key: 'k', hookConfig: 'ping' },
    ]);
  });

  test('is called again at growing intervals until it answers 200', async () => {
    await configure();
    status = 500;
    place();
    const events = () => heard.filter(({ OrderId }) => OrderId !== undefined).length;
    while ((await delivered(), events() === 0)) await new Promise(setImmediate);
    const [delivery] = [...sandbox.state.hooks.all()].flatMap(({ deliveries }) => deliveries);
    while (delivery?.underWay) await new Promise(setImmediate);
    await delivered();
    expect(events()).toBe(1);
    clock.advance(10);
    await delivered();
    clock.advance(10);
    await delivered();
    expect(events()).toBe(2);
    status = 200;
    clock.advance(10);
    await delivered();
    expect(events()).toBe(3);
    expect([...sandbox.state.hooks.all()].flatMap(({ deliveries }) => deliveries)).toEqual([]);
    expect(heard.at(-1)).toMatchObject({ State: 'ready-for-handling', Origin: { Account: 'lojademo' } });
  });

  test('is gone after three days without a notification that was taken', async () => {
    await configure();
    clock.advance(3 * 24 * 3_600 + 1);
    expect((await call('GET /api/orders/hook/config')).status).toBe(404);
    await delivered();
  });
});
