// The private Postgres and Redis: they survive kills and odd folders, and say what is wrong in a sentence.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  truncateSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { root } from './dependencies.mjs';
import { requirePort } from './machine.mjs';
import { startPostgres } from './postgres.mjs';
import { Processes } from './processes.mjs';
import { startRedis } from './redis.mjs';

const require = createRequire(path.join(root, 'apps/api/package.json'));
delete process.env.DATABASE_URL;
delete process.env.REDIS_URL;

async function withFolder(work) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'eclusa-services-'));
  // Root hands Postgres to another user, who has to get in.
  chmodSync(folder, 0o755);
  const stacks = [];
  const open = () => {
    const processes = new Processes(folder);
    stacks.push(processes);
    return processes;
  };
  try {
    await work(folder, open);
  } finally {
    for (const processes of stacks) await processes.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

// What has ended and was not waited for by its parent is still listed, as a zombie.
function isRunning(pid) {
  const file = `/proc/${pid}/stat`;
  return existsSync(file) && !readFileSync(file, 'utf8').includes(') Z ');
}

async function query(url, sql) {
  const { Client } = require('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('Postgres starts below a folder that its user cannot enter, and keeps its data', () =>
  withFolder(async (folder, open) => {
    chmodSync(folder, 0o700);
    const data = path.join(folder, 'data');
    mkdirSync(data);
    const first = open();
    const url = await startPostgres(first, data);
    await query(url, 'create table kept as select 42 as answer');
    await first.stop();
    const second = open();
    const again = await startPostgres(second, data);
    assert.deepEqual(await query(again, 'select answer from kept'), [{ answer: 42 }]);
    await second.stop();
    rmSync(realpathSync(path.join(data, 'postgres')), { recursive: true });
  }));

test('what a killed start left running is ended, and Postgres starts again with its data', () =>
  withFolder(async (folder, open) => {
    const url = await startPostgres(open(), folder);
    await query(url, 'create table kept as select 7 as answer');
    // The starter was killed: nobody stopped its Postgres, only the pid file tells of it.
    const next = open();
    await next.endLeftovers();
    await assert.rejects(query(url, 'select 1'));
    const again = await startPostgres(next, folder);
    assert.deepEqual(await query(again, 'select answer from kept'), [{ answer: 7 }]);
  }));

test('a second start on the data folder of one that goes on is refused, and takes nothing from it', () =>
  withFolder(async (folder, open) => {
    const program = `
      import { Processes } from ${JSON.stringify(new URL('processes.mjs', import.meta.url).href)};
      await new Processes(${JSON.stringify(folder)}).start('sleeper', 'sleep', ['60']);
      console.log('started');
      setInterval(() => {}, 1000);`;
    const first = spawn(process.execPath, ['--input-type=module', '-e', program]);
    await once(first.stdout, 'data');
    const [sleeper] = JSON.parse(readFileSync(path.join(folder, 'run/pids.json'), 'utf8')).children;
    const second = open();
    await assert.rejects(second.endLeftovers(), /already running.*Ctrl-C.*ECLUSA_DATA=/);
    assert.ok(isRunning(sleeper.pid));
    first.kill('SIGKILL');
    await once(first, 'exit');
    await second.endLeftovers();
    assert.ok(!isRunning(sleeper.pid));
  }));

test('a damaged data folder is named, nothing is deleted, and the sentence says what to do', () =>
  withFolder(async (folder, open) => {
    const first = open();
    await startPostgres(first, folder);
    await first.stop();
    const data = path.join(folder, 'postgres');
    truncateSync(path.join(data, 'global/pg_control'), 100);
    const before = readdirSync(data).length;
    await assert.rejects(
      startPostgres(open(), folder),
      /cannot use its data folder .*\n.*Nothing was deleted.*\n\s+mv /,
    );
    assert.ok(readdirSync(data).length >= before - 1);
  }));

test('Redis keeps what was written when it is started again', () =>
  withFolder(async (folder, open) => {
    const Redis = require('ioredis');
    const first = open();
    const client = new Redis(await startRedis(first, folder));
    await client.set('kept', 'yes');
    client.disconnect();
    await first.stop();
    const again = new Redis(await startRedis(open(), folder));
    assert.equal(await again.get('kept'), 'yes');
    again.disconnect();
  }));

test('a port in use is a sentence with the setting that moves it', async () => {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await assert.rejects(
    requirePort(port, 'ECLUSA_PORT', 'the editor'),
    new RegExp(`Port ${port}.*in use.*ECLUSA_PORT=${port + 100} npm start`),
  );
  server.close();
});

test('a child that ends at once is reported with its last words', () =>
  withFolder(async (_folder, open) => {
    const start = open().start(
      'crasher',
      process.execPath,
      ['-e', 'console.error("no such luck"); process.exit(3)'],
      { ready: /ready/ },
    );
    await assert.rejects(start, /crasher did not start: ended with code 3[\s\S]*no such luck/);
  }));
