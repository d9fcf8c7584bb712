// Programs are told what became of runs: over HTTP, signed, once each, also when they or a worker were away.
import { CallbackDelivery, CallbackEndpoint, keyring, Workspace } from '@eclusa/db';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import type { Worker } from '../worker';
import { Bench, chain, Site } from '../worker.testing';

const main = path.resolve(__dirname, '../../dist/main.js');
const secret = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;

interface Told {
  type: string;
  data: { runId: string; state: string; rows: { read: number; failed: number } };
}

let site: Site;
let worker: Worker;
let receiver: Server;
/** Events by webhook-id, verified as a receiver does. */
let told: Map<string, Told>;
let calls = 0;
let answer: (response: ServerResponse) => void;
let address: string;

beforeAll(async () => {
  if (!existsSync(main)) throw new Error(`${main} is missing: build the worker first (npx nx build worker)`);
  receiver = createServer((request, response) => void receive(request, response)).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  address = `http://${host}/told`;
  site = await Site.open({ ECLUSA_ALLOW_PRIVATE_HOSTS: host, ECLUSA_TRIGGER_MS: '50', ECLUSA_LOG: 'text' });
  worker = await site.work(new Bench().nodeTypes);
});
afterAll(async () => {
  await site.close();
  receiver.closeAllConnections();
  receiver.close();
});
beforeEach(async () => {
  [told, calls, answer] = [new Map(), 0, (response) => void response.end()];
  // A run that an earlier test left open would end in the middle of this one, and be told of.
  await site.source.query(
    `UPDATE run SET state = 'cancelled', finished_at = now() WHERE state IN ('queued', 'running', 'cancelling')`,
  );
  await site.source.query('DELETE FROM callback_endpoint; DELETE FROM callback_delivery');
});

async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const headers = request.headers as Record<string, string>;
  const event = new Webhook(secret).verify(Buffer.concat(chunks).toString(), headers) as Told;
  calls += 1;
  answer(response);
  if (response.writableEnded && response.statusCode < 300) told.set(headers['webhook-id'] ?? '', event);
}

function sealed(): string {
  return keyring(site.environment.ECLUSA_SECRET_KEY).seal(secret, site.workspaceId);
}

async function endpoint(more: Partial<CallbackEndpoint> = {}): Promise<string> {
  const events = ['run.finished', 'rows.failed'];
  const row = { workspaceId: site.workspaceId, name: 'ERP', address, events, secret: sealed(), ...more };
  return (await site.source.getRepository(CallbackEndpoint).save(row as CallbackEndpoint)).id;
}

const deliveries = () => site.source.getRepository(CallbackDelivery).find({ order: { createdAt: 'ASC' } });

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; !(await holds()); await sleep(25))
    if (Date.now() > end) throw new Error(`still waiting: ${JSON.stringify(await deliveries())}`);
}

/** Ends without a worker: what is told afterwards comes from the outbox alone. */
async function endRun(more: object = {}): Promise<string> {
  const id = await site.insertRun(await site.publish(chain('test.rows')), { state: 'running', ...more });
  await site.source.query(`UPDATE run SET state = 'completed', finished_at = now() WHERE id = $1`, [id]);
  return id;
}

test('the end of a run and its failed rows are told, signed, with the outcome', async () => {
  await endpoint();
  const runId = await site.start(chain({ type: 'test.rows', config: { count: 20 } }, 'test.odd'));
  await until(() => told.size === 2);
  const events = [...told.values()].sort((a, b) => a.type.localeCompare(b.type));
  expect(events.map(({ type }) => type)).toEqual(['rows.failed', 'run.finished']);
  for (const { data } of events) {
    expect(data).toMatchObject({ runId, state: 'completed', rows: { read: 20, failed: 2 } });
  }
  await until(async () => (await deliveries()).every(({ state }) => state === 'delivered'));
  expect((await deliveries()).map(({ status, tries }) => [status, tries])).toEqual([
    [200, 1],
    [200, 1],
  ]);
});

test('a receiver that was down for a while gets each event once when it is back', async () => {
  await endpoint({ events: ['run.finished'] });
  answer = (response) => (calls <= 4 ? response.writeHead(503).end() : response.end());
  const ids = await Promise.all([endRun(), endRun(), endRun()]);
  await until(() => told.size === 3);
  await until(async () => (await deliveries()).every(({ state }) => state === 'delivered'));
  expect([...told.values()].map(({ data }) => data.runId).sort()).toEqual([...ids].sort());
  expect(calls).toBe(7);
});

test('what a run rolled back is not told, and what another endpoint filters out is not either', async () => {
  const [{ id: other }] = await site.source.query<[{ id: string }]>('SELECT gen_random_uuid() AS id');
  await endpoint({ flowIds: [other] });
  await endpoint({ events: ['store.down'] });
  await endpoint({ enabled: false });
  await endRun();
  await endpoint();
  // In a state that the worker leaves alone.
  const id = await site.insertRun(await site.publish(chain('test.rows')), { state: 'cancelled' });
  const rolledBack = site.source.transaction(async (manager) => {
    await manager.query(`UPDATE run SET state = 'completed', finished_at = now() WHERE id = $1`, [id]);
    throw new Error('rolled back');
  });
  await expect(rolledBack).rejects.toThrow('rolled back');
  expect(await deliveries()).toEqual([]);
});

test('the address that came with a run is called with the secret of the workspace', async () => {
  await site.source.getRepository(Workspace).update({ id: site.workspaceId }, { callbackSecret: sealed() });
  const runId = await endRun({ callbackUrl: address });
  await until(() => told.size === 1);
  expect([...told.values()]).toMatchObject([{ type: 'run.finished', data: { runId } }]);
});

test('an address inside of the own network is never called', async () => {
  await endpoint({ address: 'http://127.0.0.1:1/told', events: ['run.finished'] });
  await endRun();
  await until(async () => (await deliveries()).every(({ state }) => state === 'given-up'));
  expect(await deliveries()).toMatchObject([{ status: null, error: 'nodes.address-refused', tries: 1 }]);
});

test('a store that does not answer is told once in a while, not with every run', async () => {
  await endpoint({ events: ['store.down'] });
  const version = await site.publish(chain('test.rows'));
  for (let runs = 0; runs < 3; runs++) {
    const id = await site.insertRun(version, { state: 'running' });
    const waiting = {
      node: null,
      service: 'vtex:loja:catalog',
      status: 503,
      since: new Date().toISOString(),
    };
    await site.source.query('UPDATE run SET waiting = $2 WHERE id = $1', [id, JSON.stringify(waiting)]);
  }
  await until(() => told.size > 0);
  expect([...told.values()]).toMatchObject([{ type: 'store.down', data: { service: 'vtex:loja:catalog' } }]);
  expect(await deliveries()).toHaveLength(1);
});

test('a worker that is killed while it calls loses nothing', async () => {
  await worker.stop();
  const environment = { PATH: process.env.PATH ?? '', ...site.environment };
  const carrier = (): ChildProcess =>
    spawn(process.execPath, [main], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
  await endpoint({ events: ['run.finished'] });
  const ids = await Promise.all([endRun(), endRun()]);
  // Takes the calls, and never answers.
  answer = () => undefined;
  const first = carrier();
  await until(() => calls === 2);
  first.kill('SIGKILL');
  await once(first, 'exit');
  answer = (response) => void response.end();
  const second = carrier();
  try {
    await until(async () => (await deliveries()).every(({ state }) => state === 'delivered'));
    expect([...told.values()].map(({ data }) => data.runId).sort()).toEqual([...ids].sort());
    expect(calls).toBe(4);
  } finally {
    second.kill('SIGKILL');
    await once(second, 'exit');
  }
}, 90_000);
