// SIGKILL of the worker after events are kept and before the feed is told so: they come again, and start nothing.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { openShop, until, type Shop } from './triggers.testing';

const main = path.resolve(__dirname, '../../dist/main.js');
let shop: Shop;
let worker: ChildProcess | undefined;

afterEach(async () => {
  worker?.kill('SIGKILL');
  await shop.close();
});

function startProcess(): void {
  const env = { ...process.env, ...shop.site.environment, ECLUSA_LOG: 'text' };
  worker = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

test('events that are kept when the worker is killed are confirmed by the next one, and start one run', async () => {
  if (!existsSync(main)) throw new Error(`${main} is missing: build the worker first (npx nx build worker)`);
  shop = await openShop();
  const { feeds } = shop.sandbox.state;
  const waiting = () => [...feeds.all()].reduce((sum, { messages }) => sum + messages.length, 0);
  const trigger = await shop.publish(
    'vtex.order-events',
    { pollSeconds: 1, visibilitySeconds: 30 },
    (flow) => {
      flow.nodes.b = { type: 'transform.filter', version: 1, config: { condition: 'true' } };
    },
  );
  startProcess();
  await until(async () => (await shop.trigger(trigger.id)).beganAt !== null);
  shop.sandbox.faults.add([{ route: 'POST /api/orders/feed', kind: 'timeout-before' }]);
  for (let count = 0; count < 4; count++) {
    shop.sandbox.placeOrder({ skuId: 1, quantity: 1, price: 1_000, status: 'ready-for-handling' });
  }
  const rows = async () => (await shop.runs(trigger)).reduce((sum, { readRows }) => sum + readRows, 0);
  await until(async () => (await rows()) === 4);
  const ended = worker && once(worker, 'exit');
  worker?.kill('SIGKILL');
  await ended;
  expect(waiting()).toBe(4);
  shop.sandbox.faults.clear();
  shop.sandbox.advance(31_000);
  startProcess();
  await until(() => waiting() === 0);
  await until(async () => (await shop.runs(trigger)).every(({ state }) => state === 'completed'));
  expect(await rows()).toBe(4);
}, 90_000);
