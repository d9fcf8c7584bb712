// The built command as scripts use it: a process, against a real api and worker, judged by exit codes and JSON.
import { ApiKey, Flow, FlowVersion, openDatabase, temporaryDatabase, Workspace } from '@eclusa/db';
import type { TemporaryDatabase } from '@eclusa/db';
import { emptyFlow } from '@eclusa/flow';
import type { FlowDocument } from '@eclusa/flow';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { DataSource } from 'typeorm';

const apps = resolve(__dirname, '../..');
const key = `eclusa_${randomBytes(32).toString('base64url')}`;
let database: TemporaryDatabase;
let source: DataSource;
let workspaceId: string;
let url: string;
let home: string;
const processes: ChildProcess[] = [];
const flows: Record<string, string> = {};

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'eclusa-cli-int-'));
  database = await temporaryDatabase(process.env.ECLUSA_TEST_DATABASE_URL ?? '');
  source = await openDatabase(database.url, 2);
  ({ id: workspaceId } = await source.getRepository(Workspace).save({ name: 'Loja' }));
  await source.getRepository(ApiKey).save({
    ...{ workspaceId, name: 'Script', hint: key.slice(0, 13), perMinute: 10_000 },
    hash: createHash('sha256').update(key).digest('hex'),
    actions: ['runs:start', 'runs:read', 'runs:control'],
  });
  flows.fine = await publish('Fine', 'true');
  flows.picky = await publish('Picky', '$number(price) > 0');
  const port = await serve();
  url = `http://127.0.0.1:${port}`;
}, 120_000);

afterAll(async () => {
  for (const one of processes) one.kill('SIGKILL');
  await source.destroy();
  await database.drop();
  rmSync(home, { recursive: true, force: true });
});

async function publish(name: string, condition: string): Promise<string> {
  const document: FlowDocument = {
    ...emptyFlow(name),
    nodes: {
      call: { type: 'source.call', version: 1, config: {} },
      keep: { type: 'transform.filter', version: 1, config: { condition } },
    },
    edges: [{ from: { node: 'call', port: 'out' }, to: { node: 'keep', port: 'in' } }],
  };
  const flow = { workspaceId, name, draft: document, publishedVersion: 1 };
  const { id: flowId } = await source.getRepository(Flow).save(flow);
  await source.getRepository(FlowVersion).save({ workspaceId, flowId, number: 1, document });
  return flowId;
}

/** Starts both processes; answers the port of the api. */
async function serve(): Promise<number> {
  const environment = {
    ...process.env,
    DATABASE_URL: database.url,
    REDIS_URL: process.env.ECLUSA_TEST_REDIS_URL ?? '',
    ECLUSA_QUEUE_PREFIX: `test-${randomUUID()}`,
    ECLUSA_SECRET_KEY: randomBytes(32).toString('base64'),
    ECLUSA_SWEEP_MS: '500',
  };
  const start = (app: string, more: Record<string, string>): ChildProcess => {
    const main = join(apps, app, 'dist/main.js');
    if (!existsSync(main)) throw new Error(`${main} is missing: build it first (npx nx build ${app})`);
    const stdio = ['ignore', 'pipe', 'inherit'] as const;
    const child = spawn(process.execPath, [main], { env: { ...environment, ...more }, stdio: [...stdio] });
    processes.push(child);
    return child;
  };
  const port = await freePort();
  start('worker', { ECLUSA_PORT: '' }).stdout?.resume();
  const api = start('api', { ECLUSA_PORT: String(port) });
  for await (const line of api.stdout ?? []) if (String(line).includes('"ready":true')) break;
  api.stdout?.resume();
  return port;
}

/** One that nobody listens at right now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

interface Answer {
  code: number | null;
  out: string;
  err: string;
  lines<T = Run>(): T[];
}
interface Run {
  id: string;
  state: string;
  tags: string[];
  totals: { read: number; written: number; failed: number };
}

interface More {
  input?: string;
  env?: Record<string, string>;
  during?: (child: ChildProcess) => void;
}

/** Runs the built command with the settings folder of this test. */
async function eclusa(argv: string[], { input = '', env = {}, during }: More = {}): Promise<Answer> {
  const main = join(apps, 'cli/dist/main.js');
  const child = spawn(process.execPath, [main, ...argv], {
    env: { PATH: process.env.PATH, HOME: home, LANG: 'en_US.UTF-8', ...env },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (piece: Buffer) => (out += String(piece)));
  child.stderr.on('data', (piece: Buffer) => (err += String(piece)));
  child.stdin.on('error', () => undefined).end(input);
  during?.(child);
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return {
    code,
    out,
    err,
    lines: <T>() =>
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as T),
  };
}

test('login reads the key from standard input, checks it, and keeps it where nobody else may read it', async () => {
  expect(await eclusa(['whoami'])).toMatchObject({ code: 4, out: '' });
  expect(await eclusa(['login', url], { input: 'eclusa_wrong\n' })).toMatchObject({ code: 4, out: '' });
  expect(await eclusa(['login', 'ftp://x'], { input: key })).toMatchObject({ code: 2 });
  const told = await eclusa(['login', `${url}/api/v1/`], { input: `${key}\n` });
  expect([told.code, told.err]).toEqual([0, '']);
  expect(told.out).toContain('workspace “Loja”');
  const file = join(home, '.config/eclusa/credentials.json');
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
  const who = await eclusa(['whoami', '--json']);
  expect(who.lines<{ flows: { name: string }[] }>()[0]).toMatchObject({
    ...{ url, workspace: { name: 'Loja' }, flows: [{ name: 'Fine' }, { name: 'Picky' }] },
  });
  expect(who.out).not.toContain(key);
});

test('a row, rows of a file and rows of standard input are run, and the exit code tells how it ended', async () => {
  const row = await eclusa([
    'trigger',
    'fine',
    '--row',
    '{"price": 1}',
    '--wait',
    '60',
    '--json',
    '--tag',
    'a',
    '--tag',
    'b',
  ]);
  expect([row.code, row.lines()[0]]).toMatchObject([
    0,
    { state: 'completed', totals: { read: 1 }, tags: ['a', 'b'] },
  ]);
  const file = join(home, 'prices.csv');
  writeFileSync(file, `sku;price\n${Array.from({ length: 20_000 }, (_, n) => `S${n};1\n`).join('')}bad;x\n`);
  const rows = await eclusa(['trigger', flows.picky ?? '', '--rows', file, '--wait', '--json']);
  expect([rows.code, rows.lines()[0]]).toMatchObject([
    1,
    { state: 'completed', totals: { read: 20_001, failed: 1 } },
  ]);
  const handed = await eclusa(['trigger', 'Fine', '--rows', '-', '--wait'], {
    input: '{"price":1}\n{"price":2}\n',
  });
  expect([handed.code, handed.out]).toEqual([0, expect.stringContaining('completed · 2 read')]);
});

test('what is wrong has an exit code of its own, and a sentence', async () => {
  const codes = async (...argv: string[]) => (await eclusa(argv)).code;
  expect(await codes('trigger', 'Nobody', '--row', '{}')).toBe(6);
  expect(await codes('logs', randomUUID())).toBe(6);
  expect(await codes('trigger', 'Fine', '--row', '{')).toBe(2);
  expect(await codes('trigger', 'Fine', '--rows', 'rows.txt')).toBe(2);
  const refused = await eclusa(['trigger', 'Fine', '--json']);
  expect([refused.code, refused.out]).toEqual([5, '']);
  expect(JSON.parse(refused.err)).toMatchObject({ error: { code: 'api.rows-missing', status: 422 } });
  const later = new Date(Date.now() + 3_600_000).toISOString();
  expect(await codes('trigger', 'Fine', '--row', '{}', '--run-at', later, '--wait', '1')).toBe(8);
  const away = await eclusa(['runs'], { env: { ECLUSA_URL: 'http://127.0.0.1:47113', ECLUSA_KEY: key } });
  expect([away.code, away.err]).toEqual([7, expect.stringContaining('ECONNREFUSED')]);
});

test('the same name starts one run, another body under it is refused', async () => {
  const call = (row: string) =>
    eclusa(['trigger', 'Fine', '--row', row, '--idempotency-key', 'night', '--json']);
  const [first, again, other] = [await call('{"n":1}'), await call('{"n":1}'), await call('{"n":2}')];
  expect(again.lines()[0]?.id).toBe(first.lines()[0]?.id);
  expect(again.err).toContain('came before');
  expect(other.code).toBe(5);
});

test('runs are listed page by page as lines, narrowed by flow, tag and time', async () => {
  for (let n = 0; n < 5; n++) await eclusa(['trigger', 'Fine', '--row', '{}', '--tag', 'listed']);
  const listed = await eclusa([
    'runs',
    '--flow',
    'Fine',
    '--tag',
    'listed',
    '--since',
    '1h',
    '--limit',
    '4',
    '--json',
  ]);
  expect([listed.code, listed.lines().length, new Set(listed.lines().map(({ id }) => id)).size]).toEqual([
    0, 4, 4,
  ]);
  expect((await eclusa(['runs', '--flow', 'Fine', '--state', 'failed'])).out).toBe('');
  expect((await eclusa(['runs', '--state', 'nonsense'])).code).toBe(5);
  expect((await eclusa(['runs', '--since', 'soon'])).code).toBe(2);
});

test('a run is followed to its end, its failed rows are told and sent again', async () => {
  const file = join(home, 'follow.ndjson');
  writeFileSync(file, '{"price":"x"}\n{"price":2}\n');
  const begun = await eclusa(['trigger', 'Picky', '--rows', file, '--json']);
  const id = begun.lines()[0]?.id ?? '';
  const followed = await eclusa(['logs', id, '--follow', '--json']);
  expect(followed.code).toBe(1);
  const events = followed.lines<{ event: string; state?: string; node?: string }>();
  expect(events.filter(({ event }) => event === 'progress').at(-1)?.state).toBe('completed');
  expect(events.at(-1)).toMatchObject({ event: 'failed-row', node: 'keep' });
  const shown = await eclusa(['logs', id, '--lang', 'pt']);
  expect([shown.code, shown.out]).toEqual([0, expect.stringContaining('1 com falha')]);
  const replayed = await eclusa(['replay', id, '--wait', '--json']);
  expect([replayed.code, replayed.lines()[0]?.totals]).toMatchObject([1, { read: 1, failed: 1 }]);
  expect((await eclusa(['replay', id])).code).toBe(5);
});

test('Ctrl-C leaves the run alone; cancel stops it', async () => {
  const later = new Date(Date.now() + 3_600_000).toISOString();
  const begun = await eclusa(['trigger', 'Fine', '--row', '{}', '--run-at', later, '--json']);
  const id = begun.lines()[0]?.id ?? '';
  const left = await eclusa(['logs', id, '--follow'], {
    during: (child) => child.stdout?.once('data', () => child.kill('SIGINT')),
  });
  expect([left.code, left.err]).toEqual([130, expect.stringContaining('goes on')]);
  expect((await eclusa(['cancel', id])).code).toBe(0);
  const ended = await eclusa(['logs', id, '--follow']);
  expect([ended.code, ended.out]).toEqual([9, expect.stringContaining('cancelled')]);
});

test('after logout nothing is known any more', async () => {
  expect((await eclusa(['logout'])).code).toBe(0);
  expect((await eclusa(['runs'])).code).toBe(4);
  const lent = await eclusa(['runs', '--limit', '1'], { env: { ECLUSA_URL: url, ECLUSA_KEY: key } });
  expect(lent.code).toBe(0);
});
