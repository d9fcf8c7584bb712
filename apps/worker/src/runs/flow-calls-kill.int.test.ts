// SIGKILL of the worker while runs that a box has started go on, and while more of them are being stored: each is there
// once, and nothing is done twice. The worker is the built process.
import { ConnectionEntity, createFile, FlowBinding, RunCall, RunPage } from '@eclusa/db';
import { createServer, type Server } from 'node:http';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { AddressInfo } from 'node:net';
import { until } from '../triggers/triggers.testing';
import { Bench, chain, Site } from '../worker.testing';
import { Callers } from './flow-calls.testing';

const main = path.resolve(__dirname, '../../dist/main.js');
/** How often each row has come to the other system, by its number. */
const seen = new Map<number, number>();
let server: Server;
let site: Site;
let flows: Callers;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  if (!existsSync(main)) throw new Error(`${main} is missing: build the worker first (npx nx build worker)`);
  server = createServer((request, response) => {
    const row = Number(request.url?.split('/').pop());
    // A look before each row: what is there already is not sent again.
    if (request.method === 'GET')
      return void response.writeHead(seen.has(row) ? 200 : 404).end(JSON.stringify({ row }));
    seen.set(row, (seen.get(row) ?? 0) + 1);
    setTimeout(() => response.writeHead(201).end('{}'), 20);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  site = await Site.open({ ECLUSA_ALLOW_PRIVATE_HOSTS: `127.0.0.1:${port}` });
  flows = new Callers(site, new Bench());
});
afterAll(async () => {
  worker?.kill('SIGKILL');
  await site?.close();
  server?.close();
});

function startProcess(): void {
  const env = { ...process.env, ...site.environment, ECLUSA_LOG: 'text' };
  worker = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function killProcess(): Promise<void> {
  const ended = worker && once(worker, 'exit');
  worker?.kill('SIGKILL');
  await ended;
}

const total = 60;

/** Sends each of its rows to the other system, one of which is of one number. */
async function sender(): Promise<string> {
  const { workspaceId, source } = site;
  const { port } = server.address() as AddressInfo;
  const connection = {
    workspaceId,
    kind: 'http',
    name: 'erp',
    settings: { baseUrl: `http://127.0.0.1:${port}` },
  };
  const { id: erp } = await source.getRepository(ConnectionEntity).save(connection);
  const config = {
    connection: 'erp',
    method: 'POST',
    path: '/rows/{n}',
    repeat: 'look',
    lookup: '/rows/{n}',
  };
  const document = chain({ type: 'source.call', config: {} }, { type: 'output.http', config });
  document.slots = { erp: { kind: 'http', name: 'ERP' } };
  const flowId = await flows.publish(document, 'sender');
  await source.getRepository(FlowBinding).save({ workspaceId, flowId, slots: { erp } });
  return flowId;
}

test('a worker killed while it stores runs, and while they go on: each is there once, and each row is sent once', async () => {
  const csv = ['n', ...Array.from({ length: total }, (_, index) => index + 1)].join('\n');
  const file = await createFile(site.source, site.workspaceId, 'rows.csv', Readable.from([Buffer.from(csv)]));
  const call = { flow: await sender(), rowsPerRun: 2, atOnce: 3 };
  const document = chain(
    { type: 'source.csv', config: { from: 'file', file: file.id } },
    { type: 'transform.call-flow', config: call },
  );
  const runId = await flows.start(await flows.publish(document, 'caller'));
  const calls = site.source.getRepository(RunCall);
  startProcess();
  // Some are stored, and not all of them; then some have ended, and not all of them.
  await until(async () => (await calls.countBy({ parentId: runId })) >= 5);
  await killProcess();
  startProcess();
  await until(async () => (await calls.countBy({ parentId: runId, open: false })) >= 8);
  await killProcess();
  expect((await site.run(runId)).state).toBe('running');
  startProcess();
  expect(await site.wait(runId)).toMatchObject({ state: 'completed', written: total, failed: 0 });
  const children = await flows.startedBy(runId);
  expect(children.map(({ state, readRows, written }) => [state, readRows, written])).toEqual(
    Array.from({ length: total / 2 }, () => ['completed', 2, 2]),
  );
  expect(new Set(children.map(({ id }) => id)).size).toBe(total / 2);
  const [runs] = await site.source.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM run WHERE trigger = 'call'`,
  );
  expect(runs?.count).toBe(total / 2);
  expect([seen.size, [...seen.values()].filter((times) => times > 1)]).toEqual([total, []]);
}, 120_000);

test('what waits goes on when all of Redis is lost', async () => {
  const other = await flows.publish(chain({ type: 'source.call', config: {} }, 'transform.limit'), 'other');
  await site.source.query('UPDATE flow SET paused_at = now() WHERE id = $1', [other]);
  const document = chain(
    { type: 'source.call', config: {} },
    { type: 'transform.call-flow', config: { flow: other } },
  );
  const flow = await flows.publish(document, 'caller of the other');
  const runId = await flows.start(flow, {
    trigger: 'api',
    readRows: 1,
    totalRows: 1,
    runAt: new Date(Date.now() + 9e6),
  });
  const page = { workspaceId: site.workspaceId, runId, entry: 'a', seq: 0, rowCount: 1 };
  await site.source.getRepository(RunPage).save({
    ...page,
    at: { node: 'a', port: 'out', side: 'output' },
    rows: [{ row: 1, value: { n: 1 } }],
  });
  await site.source.query('UPDATE run SET run_at = NULL WHERE id = $1', [runId]);
  await until(async () => (await flows.startedBy(runId)).length === 1);
  await site.dropQueues();
  await site.source.query('UPDATE flow SET paused_at = NULL WHERE id = $1', [other]);
  expect(await site.wait(runId)).toMatchObject({ state: 'completed', written: 1 });
}, 60_000);
