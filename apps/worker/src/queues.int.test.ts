// Messages of a real RabbitMQ: they start runs, each once, whoever dies or drops in between; and a worker that is killed while
// it reads a queue loses none and writes none twice.
import { ConnectionEntity, Flow, FlowBinding, FlowTrigger, Run, syncTriggers } from '@eclusa/db';
import { nodeTypes } from '@eclusa/nodes';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { connectionTo, Gate, realBroker, type Queues, type RealBroker } from './broker.testing';
import { until } from './triggers/triggers.testing';
import { Bench, chain, Site } from './worker.testing';

const main = path.resolve(__dirname, '../dist/main.js');
let broker: RealBroker;
let queues: Queues;
let gate: Gate;
let site: Site;
let bench: Bench;
let child: ChildProcess | undefined;

beforeAll(async () => {
  if (!existsSync(main)) throw new Error(`${main} is missing: build the worker first (npx nx build worker)`);
  ({ broker, queues } = await realBroker());
});
afterAll(async () => {
  await queues.close();
  await broker.close();
});
beforeEach(async () => {
  bench = new Bench();
  gate = await Gate.to(broker);
  const allow = [...broker.allow, `127.0.0.1:${gate.port}`, await bench.open()];
  site = await Site.open({
    ECLUSA_LEASE_MS: '1000',
    ECLUSA_TRIGGER_MS: '50',
    ECLUSA_ALLOW_PRIVATE_HOSTS: allow.join(),
  });
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await site.close();
  gate.close();
  bench.close();
});

const all = () => new Map([...nodeTypes, ...bench.nodeTypes]);
const texts = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => JSON.stringify({ n: from + at }));
const numbered = { type: 'transform.map', config: { mapping: [{ target: 'n', expression: 'body.n' }] } };

/** A published flow that the messages of a queue start. */
async function listening(queue: string, ...then: Parameters<typeof chain>): Promise<FlowTrigger> {
  const { source, workspaceId } = site;
  await queues.queue(queue);
  const config = { connection: 'rabbit', queue, gatherSeconds: 0.05 };
  const document = chain({ type: 'source.amqp-trigger', config }, ...then);
  document.slots = { rabbit: { kind: 'amqp', name: 'Rabbit' } };
  const { flowId } = await site.publish(document);
  await source.getRepository(Flow).update({ id: flowId }, { publishedVersion: 1 });
  const slots = { rabbit: await connectionTo(site, broker, gate) };
  await source.getRepository(FlowBinding).save({ workspaceId, flowId, storeId: null, slots });
  await source.transaction((manager) => syncTriggers(manager, all(), site.config().keys, flowId));
  return source.getRepository(FlowTrigger).findOneByOrFail({ flowId });
}

const triggerNow = ({ id }: FlowTrigger) => site.source.getRepository(FlowTrigger).findOneByOrFail({ id });
const runsOf = ({ flowId }: FlowTrigger) => site.source.getRepository(Run).findBy({ flowId });
const rowsOf = async (trigger: FlowTrigger) =>
  (await runsOf(trigger)).reduce((sum, { readRows }) => sum + readRows, 0);

function startProcess(): void {
  const env = { ...process.env, ...site.environment, ECLUSA_LOG: 'text' };
  child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function killProcess(): Promise<void> {
  const ended = child && once(child, 'exit');
  child?.kill('SIGKILL');
  await ended;
}

/** What products need to be there. */
async function seedCatalogue({ url, appKey, appToken }: Sandbox): Promise<void> {
  const headers = { 'x-vtex-api-appkey': appKey, 'x-vtex-api-apptoken': appToken };
  const post = async (route: string, body: object) => {
    const init = { method: 'POST', body: JSON.stringify(body) };
    const answer = await fetch(url + route, {
      ...init,
      headers: { ...headers, 'content-type': 'application/json' },
    });
    if (!answer.ok) throw new Error(await answer.text());
  };
  await post('/api/catalog/pvt/category', { Name: 'Casa' });
  await post('/api/catalog/pvt/brand', { Name: 'Ipê', Active: true });
}

test('messages that arrive start runs within moments, many at a time, and two workers double none', async () => {
  const trigger = await listening('orders', numbered, 'test.write');
  await queues.queue('orders', texts(0, 300));
  await Promise.all([site.work(all()), site.work(all())]);
  await until(() => bench.written === 300);
  await queues.queue('orders', texts(300, 1));
  const sent = Date.now();
  await until(() => bench.written === 301);
  expect(Date.now() - sent).toBeLessThan(3_000);
  expect(bench.doubled).toEqual([]);
  expect((await runsOf(trigger)).length).toBeLessThan(30);
  expect((await triggerNow(trigger)).events).toBe(301);
  expect(await queues.count('orders')).toBe(0);
}, 60_000);

test('a message that is sent twice under its id starts a run once, and one that cannot be read says why', async () => {
  const trigger = await listening('ids', 'transform.filter');
  await site.work(all());
  await queues.queue('ids', texts(1, 1), { messageId: 'm-1' });
  await until(async () => (await rowsOf(trigger)) === 1);
  await queues.queue('ids', texts(1, 1), { messageId: 'm-1' });
  await queues.queue('ids', texts(2, 1), { messageId: 'm-1' });
  await queues.queue('ids', ['not json']);
  await until(async () => (await rowsOf(trigger)) === 3);
  const [bad] = await site.source.query<{ rows: unknown[] }[]>(
    `SELECT rows FROM run_page WHERE rows::text LIKE '%not json%'`,
  );
  expect(JSON.stringify(bad?.rows ?? '')).toContain('nodes.message-not-json');
}, 60_000);

test('a line that breaks is told in words, and opened again when the broker is back', async () => {
  const trigger = await listening('breaks', numbered, 'test.write');
  await site.work(all());
  await queues.queue('breaks', texts(1, 1));
  await until(() => bench.written === 1);
  gate.cut();
  await until(async () => (await triggerNow(trigger)).trouble !== null);
  expect((await triggerNow(trigger)).trouble?.error.code).toBe('nodes.server-unreachable');
  await queues.queue('breaks', texts(2, 20));
  gate.mend();
  await until(() => bench.written === 21);
  expect(bench.doubled).toEqual([]);
  await until(async () => (await triggerNow(trigger)).trouble === null);
}, 60_000);

test('a worker killed after messages are stored and before the broker is told: none is lost, none starts a run again', async () => {
  const trigger = await listening('killed', 'transform.filter');
  const same = Array.from({ length: 40 }, (_, at) => JSON.stringify({ n: at % 2 }));
  startProcess();
  await until(async () => (await triggerNow(trigger)).beganAt !== null);
  await queues.queue('killed', same.slice(0, 20));
  await until(async () => (await rowsOf(trigger)) === 20 && (await queues.count('killed')) === 0);
  gate.hold();
  await queues.queue('killed', same.slice(20));
  await until(async () => (await rowsOf(trigger)) === 40);
  await killProcess();
  gate.cut();
  gate.mend();
  await until(async () => (await queues.count('killed')) === 20);
  startProcess();
  await until(async () => (await queues.count('killed')) === 0);
  await queues.queue('killed', ['{"n": 41}']);
  await until(async () => (await rowsOf(trigger)) === 41);
}, 60_000);

test('a worker killed while it reads a queue: after a restart each message is written once, and none is lost', async () => {
  const total = 200;
  const sandbox = await startSandbox({ limits: 'off' });
  try {
    const { workspaceId, source } = site;
    site.environment.ECLUSA_ALLOW_PRIVATE_HOSTS += `,127.0.0.1:${sandbox.port}`;
    const store = await source.getRepository(ConnectionEntity).save({
      ...{ workspaceId, kind: 'vtex', name: 'sandbox' },
      settings: { account: sandbox.account, appKey: sandbox.appKey, mainBaseUrl: sandbox.url },
      secrets: site.config().keys.seal({ appToken: sandbox.appToken }, workspaceId),
    });
    await seedCatalogue(sandbox);
    await queues.queue('products', texts(0, total));
    const line = (target: string, expression: string) => ({ target, expression });
    const mapping = [
      ...[line('RefId', '"P-" & $string(body.n)'), line('Name', '"Produto " & $string(body.n)')],
      ...[line('CategoryId', '1'), line('BrandId', '2000000')],
    ];
    const document = chain(
      {
        type: 'source.amqp',
        config: { connection: 'rabbit', queue: 'products', atOnce: 25, silenceSeconds: 1 },
      },
      { type: 'vtex.product-upsert', config: { connection: 'store', mapping } },
    );
    document.slots = { rabbit: { kind: 'amqp', name: 'R' }, store: { kind: 'vtex', name: 'S' } };
    const slots = { rabbit: await connectionTo(site, broker, gate), store: store.id };
    const runId = await site.start(document, { slots });
    startProcess();
    await site.wait(runId, (run) => run.readRows >= total * 0.4, 30_000);
    await killProcess();
    startProcess();
    const run = await site.wait(runId, undefined, 60_000);
    expect(run).toMatchObject({ state: 'completed', readRows: total, written: total, failed: 0 });
    const made = [...sandbox.state.creates.all()].filter(({ kind }) => kind === 'product');
    expect(made).toHaveLength(total);
    expect(sandbox.state.creates.doubled()).toEqual([]);
    expect(await queues.count('products')).toBe(0);
  } finally {
    await sandbox.close();
  }
}, 120_000);
