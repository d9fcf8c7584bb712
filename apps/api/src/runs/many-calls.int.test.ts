// Ten thousand calls at one moment on one key, to a process of its own: what is accepted is stored, what is not is told
// when to come again, and the process does not grow with what it refuses.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { Pool } from 'undici';
import { startApi, type Browser, type TestApi } from '../api.testing';
import { publishedLine } from '../flows/flows.testing';

const program = path.resolve(__dirname, '../../dist/main.js');
const calls = 10_000;
const perMinute = 1_000;
/** The process has no more heap than this: it ends when it keeps what it should not. */
const heapMegabytes = 128;
let api: TestApi;
let ana: Browser;
let child: ChildProcess;
let url: string;

beforeAll(async () => {
  api = await startApi();
  ana = await api.person('Ana');
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const env = { PATH: process.env.PATH, ...api.environment, ECLUSA_PORT: `${port}` };
  child = spawn(process.execPath, [`--max-old-space-size=${heapMegabytes}`, program], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  while (!said.includes('"ready":true')) said += String(await once(child.stdout!, 'data'));
});
afterAll(async () => {
  child.kill('SIGKILL');
  await api.close();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Megabytes the process has, and the most it ever had. */
function memory(): { now: number; most: number } {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}

test('ten thousand calls at once on one key are each answered, and only those within its limit are stored', async () => {
  const flow = await publishedLine(ana);
  const key = { name: 'Many', actions: ['runs:start'], perMinute };
  const { secret } = (await ana.post<{ secret: string }>('/keys', key)).body;
  const pool = new Pool(url, { connections: 500, pipelining: 1 });
  const call = async (n: number) => {
    const { statusCode, headers, body } = await pool.request({
      path: `/api/v1/flows/${flow}/runs`,
      method: 'POST',
      headers: {
        authorization: `Bearer ${secret}`,
        'content-type': 'application/json',
        'idempotency-key': `n-${n}`,
      },
      body: JSON.stringify({ rows: { n } }),
    });
    return { status: statusCode, headers, body: (await body.json()) as { id: string; code: string } };
  };
  await call(0);
  const before = memory().now;
  const answers = await Promise.all(Array.from({ length: calls }, (_, n) => call(n + 1)));
  await pool.close();
  const accepted = answers.filter(({ status }) => status === 202);
  const refused = answers.filter(({ status }) => status === 429);
  expect([accepted.length, refused.length]).toEqual([perMinute - 1, calls - perMinute + 1]);
  expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['api.key-too-often']));
  expect(refused.every(({ headers }) => Number(headers['retry-after']) > 0)).toBe(true);
  expect(refused.every(({ headers }) => headers['ratelimit-remaining'] === '0')).toBe(true);
  const stored = await api.database.query<{ id: string }[]>('SELECT id FROM run WHERE flow_id = $1', [flow]);
  expect(stored).toHaveLength(perMinute);
  const ids = new Set(stored.map(({ id }) => id));
  expect(accepted.every(({ body }) => ids.has(body.id))).toBe(true);
  expect(memory().most - before).toBeLessThan(350);
});
