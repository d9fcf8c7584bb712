// FLUSHALL, for real, in the middle of ten runs. The Redis is this test's own: nobody else's queues are lost with it.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Bench, chain, Site } from './worker.testing';

const runs = 10;
const each = 300;
let folder: string;
let redis: ChildProcess;
let site: Site;
let bench: Bench;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}

/** A Redis without persistence; answers its address once it takes connections. */
async function startRedis(): Promise<string> {
  const port = await freePort();
  const settings = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--save', ''];
  redis = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    redis.once('error', reject);
    redis.once('exit', () => reject(new Error('redis-server ended')));
    redis.stdout?.on('data', (text: Buffer) => {
      if (/ready to accept connections/i.test(text.toString())) resolve();
    });
  });
  return `redis://127.0.0.1:${port}`;
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'eclusa-redis-'));
  bench = new Bench();
  const REDIS_URL = await startRedis();
  const ECLUSA_ALLOW_PRIVATE_HOSTS = await bench.open();
  // Ten runs on a busy machine: a call that was sent may be received seconds after a claim on its page has run out.
  site = await Site.open({ ECLUSA_ALLOW_PRIVATE_HOSTS, REDIS_URL, ECLUSA_CALL_MS: '6000' });
});
afterAll(async () => {
  await site?.close();
  bench?.close();
  const ended = redis && redis.exitCode === null ? once(redis, 'exit') : undefined;
  redis?.kill('SIGKILL');
  await ended;
  rmSync(folder, { recursive: true, force: true });
});

test('FLUSHALL in the middle of ten runs loses no row and repeats no creating call', async () => {
  bench.onWrite = () => new Promise((resolve) => setTimeout(resolve, 3));
  for (let i = 0; i < 2; i++) await site.work(bench.nodeTypes);
  const ids: string[] = [];
  // Each run writes rows of its own, so that a call made twice is seen.
  const begin = async (): Promise<void> => {
    const config = { count: each, first: ids.length * each };
    ids.push(await site.start(chain({ type: 'test.rows', config }, 'test.write')));
  };
  const moments = [0.1, 0.4, 0.7];
  for (let i = moments.length; i < runs; i++) await begin();
  const total = runs * each;
  for (const part of moments) {
    while (bench.written < total * part) await new Promise((resolve) => setTimeout(resolve, 10));
    const queue = site.runQueue();
    // One run is accepted whose job nobody has taken yet: it is lost with Redis, and the pause as well.
    await queue.pause();
    await begin();
    await queue.client.flushall();
    const open = await Promise.all(ids.map((id) => site.run(id)));
    expect(open.filter((run) => run.finishedAt === null).length).toBeGreaterThan(0);
  }
  for (const id of ids) {
    expect(await site.wait(id)).toMatchObject({
      state: 'completed',
      readRows: each,
      written: each,
      failed: 0,
    });
  }
  expect(bench.written).toBe(total);
  expect(bench.doubled).toEqual([]);
});
