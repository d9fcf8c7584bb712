import {
  Flow,
  Membership,
  openDatabase,
  Run,
  SignInToken,
  Store,
  temporaryDatabase,
  type TemporaryDatabase,
  User,
} from '@eclusa/db';
import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import type { Seeded } from './demo.service';

const program = (name: string) => path.resolve(__dirname, `../../dist/${name}.js`);
let temporary: TemporaryDatabase;
let database: DataSource;
let environment: Record<string, string>;

beforeAll(async () => {
  temporary = await temporaryDatabase(process.env.ECLUSA_TEST_DATABASE_URL ?? '');
  database = await openDatabase(temporary.url, 1);
  environment = {
    DATABASE_URL: temporary.url,
    REDIS_URL: process.env.ECLUSA_TEST_REDIS_URL ?? '',
    ECLUSA_QUEUE_PREFIX: `test-${randomUUID()}`,
    ECLUSA_SECRET_KEY: randomBytes(32).toString('base64'),
    ECLUSA_PUBLIC_URL: 'http://localhost:4300',
  };
});
afterAll(async () => {
  await database.destroy();
  await temporary.drop();
});

function seed(more: Record<string, string> = {}): Seeded {
  const env = { PATH: process.env.PATH, ...environment, ...more };
  const { stdout, stderr, status } = spawnSync(process.execPath, [program('seed'), '--run'], {
    env,
    encoding: 'utf8',
  });
  expect([stderr, status]).toEqual(['', 0]);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Seeded;
}

test('the demo is made once, however often it is asked for, and run once', async () => {
  const first = seed();
  expect(first.runId).not.toBeNull();
  expect(first.signInUrl).toMatch(/^http:\/\/localhost:4300\/sign-in\?token=[\w-]{43}$/);
  const second = seed();
  expect(second).toMatchObject({ runId: null, flowId: first.flowId, workspaceId: first.workspaceId });
  expect(second.signInUrl).not.toBe(first.signInUrl);
  expect(await database.getRepository(Store).count()).toBe(1);
  expect(await database.getRepository(Flow).findOneByOrFail({})).toMatchObject({ publishedVersion: 1 });
  expect(await database.getRepository(Run).findOneByOrFail({})).toMatchObject({
    trigger: 'demo',
    state: 'queued',
  });
  expect(await database.getRepository(SignInToken).count()).toBe(2);
});

test('the demo follows the ports of a start', async () => {
  seed({ ECLUSA_SANDBOX_PORT: '5310', ECLUSA_ERP_PORT: '5320' });
  const rows = await database.query(`SELECT settings FROM connection ORDER BY kind`);
  expect(rows).toMatchObject([
    { settings: { baseUrl: 'http://127.0.0.1:5320' } },
    { settings: { mainBaseUrl: 'http://127.0.0.1:5310' } },
  ]);
});

test('the demo may stand on other hosts than this one', async () => {
  seed({ ECLUSA_SANDBOX_URL: 'http://sandbox:4310', ECLUSA_ERP_URL: 'http://sandbox:4320' });
  const rows = await database.query(`SELECT settings FROM connection ORDER BY kind`);
  expect(rows).toMatchObject([
    { settings: { baseUrl: 'http://sandbox:4320' } },
    { settings: { mainBaseUrl: 'http://sandbox:4310' } },
  ]);
});

test('an invited person gets a workspace of their own once, and a new link each time', async () => {
  const invite = (...args: string[]) =>
    spawnSync(process.execPath, [program('invite'), ...args], {
      env: { PATH: process.env.PATH, ...environment },
      encoding: 'utf8',
    });
  const links = [invite('Ana@Example.com'), invite('ana@example.com')].map(({ stdout }) => stdout.trim());
  for (const link of links) expect(link).toMatch(/^http:\/\/localhost:4300\/sign-in\?token=[\w-]{43}$/);
  expect(links[0]).not.toBe(links[1]);
  const [ana, ...more] = await database.getRepository(User).findBy({ email: 'ana@example.com' });
  expect(more).toEqual([]);
  expect(ana).toMatchObject({ name: 'Ana', passwordHash: null });
  expect(await database.getRepository(Membership).findBy({ userId: ana?.id ?? '' })).toMatchObject([
    { role: 'owner' },
  ]);
  const refused = invite('ana');
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('"ana" is none')]);
});

test('what a person removed stays removed', async () => {
  await database.query('DELETE FROM flow');
  expect(seed()).toMatchObject({ runId: null, flowId: null });
  expect(await database.getRepository(Flow).count()).toBe(0);
});
