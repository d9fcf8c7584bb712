// The hook of orders, from the store's call to what a worker does: store, service and worker are real and speak HTTP. What
// the store calls is a door in front of the service that sees each answer, and may lose one.
import { StoreEvent } from '@eclusa/db';
import { emptyFlow, type FlowDocument } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startApi, type Browser, type TestApi } from '../api.testing';

const worker = path.resolve(__dirname, '../../../worker/dist/main.js');

/** A call that came through the door, and what was stored at the moment of its answer. */
interface Passed {
  body: Record<string, unknown>;
  status: number;
  answer: unknown;
  stored: number;
}

let sandbox: Sandbox;
let api: TestApi;
let ana: Browser;
let door: Server;
let carrier: ChildProcess | undefined;
let passed: Passed[] = [];
/** So many answers are lost on their way to the store. */
let losing = 0;

beforeAll(async () => {
  if (!existsSync(worker))
    throw new Error(`${worker} is missing: build the worker first (npx nx build worker)`);
  sandbox = await startSandbox({ limits: 'off' });
  sandbox.state.putSku({ Id: 1, ProductId: 1, RefId: 'SKU-1', Name: 'SKU 1', IsActive: true } as never);
  door = createServer((request, response) => void pass(request, response)).listen(0, '127.0.0.1');
  await once(door, 'listening');
  api = await startApi({
    ECLUSA_PUBLIC_URL: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    ECLUSA_ALLOW_PRIVATE_HOSTS: `127.0.0.1:${sandbox.port}`,
    ECLUSA_TRIGGER_MS: '50',
    ECLUSA_LOG: 'text',
  });
  ana = await api.person();
  carrier = spawn(process.execPath, [worker], {
    env: { PATH: process.env.PATH, ...api.environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
});

afterAll(async () => {
  const ended = carrier && once(carrier, 'exit');
  carrier?.kill('SIGTERM');
  await ended;
  door.close();
  door.closeAllConnections();
  await api.close();
  await sandbox.close();
});

async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  const headers = { 'content-type': String(request.headers['content-type']) };
  const answer = await fetch(api.url + request.url, { method: request.method ?? 'POST', headers, body });
  const text = await answer.text();
  const stored = await api.database.getRepository(StoreEvent).count();
  passed.push({ body: JSON.parse(body), status: answer.status, answer: JSON.parse(text), stored });
  if (losing > 0 && losing--) request.socket.destroy();
  else response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
}

async function until(holds: () => boolean | Promise<boolean>, shown: () => unknown = () => passed) {
  for (const end = Date.now() + 60_000; !(await holds()); await sleep(25))
    if (Date.now() > end) throw new Error(`still waiting: ${JSON.stringify(await shown())}`);
}

/** Each order that is ready for handling is begun. */
function flow(): FlowDocument {
  const made = emptyFlow('orders');
  made.slots = { store: { kind: 'vtex', name: 'Store' } };
  const mapping = [{ target: 'orderId', expression: 'orderId' }];
  made.nodes = {
    hook: { type: 'vtex.order-events-hook', version: 1, config: { connection: 'store' } },
    begin: { type: 'vtex.order-start-handling', version: 1, config: { connection: 'store', mapping } },
  };
  made.edges = [{ from: { node: 'hook', port: 'out' }, to: { node: 'begin', port: 'in' } }];
  return made;
}

async function publish(): Promise<string> {
  const { account, appKey, appToken, url } = sandbox;
  const settings = { account, appKey, mainBaseUrl: url };
  const connection = { kind: 'vtex', name: 'VTEX', settings, secrets: { appToken } };
  const { id: connectionId } = (await ana.post<{ id: string }>('/connections', connection)).body;
  const { id: storeId } = (await ana.post<{ id: string }>('/stores', { name: 'S', account, connectionId }))
    .body;
  const { body } = await ana.post<{ id: string; revision: number }>('/flows', {
    name: 'orders',
    document: flow(),
  });
  const bound = await ana.put(`/flows/${body.id}/binding`, { storeId, slots: {}, parameters: {} });
  expect(bound.status).toBe(200);
  const published = await ana.post(`/flows/${body.id}/publish`, { revision: body.revision });
  expect(published.status).toBe(201);
  return body.id;
}

interface Shown {
  state: string;
  trigger: string;
  totals: { read: number; written: number };
}

test('VTEX’s ping is answered, each order is stored before its call is, and is handled once whatever comes twice', async () => {
  const flowId = await publish();
  await until(
    () => [...sandbox.state.hooks.all()].length === 1,
    () => ana.get(`/flows/${flowId}/triggers`),
  );
  expect(passed).toEqual([{ body: { hookConfig: 'ping' }, status: 200, answer: { events: 0 }, stored: 0 }]);

  // The first order's call is answered, and the answer is lost; the second is told twice at the same moment.
  passed = [];
  const order = () => sandbox.placeOrder({ skuId: 1, price: 1_000, status: 'ready-for-handling' }).document;
  losing = 1;
  const first = order();
  await until(() => passed.length === 1);
  sandbox.state.hooks.duplicates = 1;
  const second = order();
  await until(() => passed.length === 3);
  sandbox.advance(11_000);
  await until(() => passed.length === 4);

  expect(passed.map(({ status, answer }) => [status, answer])).toEqual(Array(4).fill([200, { events: 1 }]));
  expect(passed.map(({ body }) => body.OrderId).sort()).toEqual(
    [first, first, second, second].map(({ orderId }) => orderId),
  );
  // The door looks when the answer is there and not sent on yet.
  expect(passed[0]?.stored).toBe(1);
  expect(passed.slice(1).map(({ stored }) => stored)).toEqual([2, 2, 2]);

  const runs = async () => (await ana.get<{ items: Shown[] }>(`/runs?flowId=${flowId}`)).body.items;
  await until(
    async () => (await runs()).length === 2 && (await runs()).every((run) => run.state === 'completed'),
    runs,
  );
  expect(await runs()).toMatchObject(Array(2).fill({ trigger: 'event', totals: { read: 1, written: 1 } }));
  expect([first, second].map(({ status }) => status)).toEqual(['handling', 'handling']);
  const begun = sandbox.journal.counters()['POST /api/oms/pvt/orders/{orderId}/start-handling'];
  expect(begun).toEqual({ '204': 2 });
}, 120_000);
