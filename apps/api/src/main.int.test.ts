import { temporaryDatabase, type TemporaryDatabase } from '@eclusa/db';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const program = path.resolve(__dirname, '../dist/main.js');
let temporary: TemporaryDatabase;
const started: ChildProcess[] = [];

beforeAll(async () => {
  temporary = await temporaryDatabase(process.env.ECLUSA_TEST_DATABASE_URL ?? '');
});
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await temporary.drop();
});

function start(more: Record<string, string> = {}) {
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: temporary.url,
    REDIS_URL: process.env.ECLUSA_TEST_REDIS_URL,
    ECLUSA_QUEUE_PREFIX: `test-${randomUUID()}`,
    ECLUSA_SECRET_KEY: randomBytes(32).toString('base64'),
    ...more,
  };
  const child = spawn(process.execPath, [program], { env });
  started.push(child);
  let text = '';
  child.stdout.on('data', (piece: Buffer) => (text += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (text += piece.toString()));
  return { child, said: () => text, ended: once(child, 'exit') as Promise<[number | null, string | null]> };
}

async function freePort(): Promise<{ port: number; server: Server }> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

test('a port in use is one sentence and exit code 1', async () => {
  const { port, server } = await freePort();
  const { ended, said } = start({ ECLUSA_PORT: `${port}` });
  expect((await ended)[0]).toBe(1);
  expect(said()).toBe(`Port ${port} is in use. Stop what uses it, or set ECLUSA_PORT to another one.\n`);
  server.close();
});

test('a database that does not answer, or is too old, is one sentence', async () => {
  const away = start({ DATABASE_URL: 'postgres://a:hunter2@127.0.0.1:1/x' });
  expect((await away.ended)[0]).toBe(1);
  expect(away.said()).toMatch(/^The database at 127\.0\.0\.1:1 does not answer .*\n$/);
  expect(away.said()).not.toContain('hunter2');
  const old = start({ DATABASE_URL: process.env.ECLUSA_TEST_DATABASE_URL ?? '' });
  expect((await old.ended)[0]).toBe(1);
  expect(old.said().trim().split('\n')).toHaveLength(1);
});

test('asked to stop, it lets go of an open event stream and ends well', async () => {
  const { port, server } = await freePort();
  await new Promise((resolve) => server.close(resolve));
  const { child, ended, said } = start({ ECLUSA_PORT: `${port}` });
  while (!said().includes('"ready":true')) await once(child.stdout, 'data');
  expect((await fetch(`http://localhost:${port}/healthz`)).status).toBe(200);
  expect((await fetch(`http://localhost:${port}/readyz`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});
