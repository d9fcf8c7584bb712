// Several workers that use what one person's sign-in granted, against a server that ends it all when a refresh token is
// used twice.
import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aloneFor, ConnectionEntity, ConnectionSignIn, storeGrant, User } from '@eclusa/db';
import type { Json } from '@eclusa/flow';
import { startOAuthServer, type OAuthServer } from '@eclusa/sandbox';
import { Site } from '../worker.testing';
import { connectionOpener } from './connections';

const secretKey = Buffer.alloc(32, 7).toString('base64');
let site: Site;
let providers: OAuthServer[];
let erp: Server;
let erpHost: string;

beforeAll(async () => {
  site = await Site.open();
  providers = await Promise.all([1, 2].map(() => startOAuthServer({ accessTokenSeconds: 1 })));
  erp = createServer((_request, response) => response.end('{}'));
  await new Promise<void>((resolve) => erp.listen(0, '127.0.0.1', resolve));
  erpHost = `127.0.0.1:${(erp.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await Promise.all(providers.map((one) => one.close()));
  erp.close();
  await site.close();
});

const keys = () => site.config({ ECLUSA_SECRET_KEY: secretKey }).keys;

async function connectionTo(at: number, auth: string, secrets: Record<string, Json>): Promise<string> {
  const { source, workspaceId } = site;
  const settings = {
    ...{ auth, baseUrl: `http://${erpHost}/${at}`, clientId: 'eclusa' },
    tokenUrl: `${providers[at]?.url}/token`,
  };
  const saved = await source.getRepository(ConnectionEntity).save({
    ...{ workspaceId, kind: 'http', name: `ERP ${at}`, settings },
    secrets: keys().seal({ clientSecret: providers[at]?.clientSecret ?? '', ...secrets }, workspaceId),
  });
  return saved.id;
}

/** A worker in a process of its own: asks the ERP over each connection for three seconds; answers what it was told. */
const worker = `
const { openDatabase, keyring, ConnectionEntity, keptWithGrant } = require('@eclusa/db');
const { connectionKinds, guardedFetch } = require('@eclusa/nodes');
const { setTimeout: sleep } = require('node:timers/promises');
const { url, key, ids, allow } = JSON.parse(process.env.WORKER);
(async () => {
  const database = await openDatabase(url, 2);
  const keys = keyring(key);
  const fetch = guardedFetch({ allow });
  const told = new Set();
  const ask = async (id) => {
    const row = await database.getRepository(ConnectionEntity).findOneByOrFail({ id });
    const values = { ...row.settings, ...keys.open(row.secrets, row.workspaceId) };
    const connection = { id, kind: 'http', values, kept: await keptWithGrant(database, keys, row) };
    const signal = new AbortController().signal;
    await connectionKinds.get('http').test({ connection, fetch, signal }).then(
      ({ en }) => told.add(en),
      (error) => told.add(error.code + JSON.stringify(error.values)),
    );
  };
  process.stdout.write('ready\\n');
  await new Promise((resolve) => process.stdin.once('data', resolve));
  for (const end = Date.now() + 3000; Date.now() < end; await sleep(20)) await Promise.all(ids.map(ask));
  await database.destroy();
  process.stdout.write(JSON.stringify([...told]));
  process.exit(0);
})();`;

function startWorker(ids: readonly string[]) {
  const allow = [erpHost, ...providers.map(({ host }) => host)];
  const given = JSON.stringify({ url: site.database.url, key: secretKey, ids, allow });
  const child = spawn(process.execPath, ['--eval', worker], {
    cwd: __dirname,
    env: { ...process.env, WORKER: given },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  const ready = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
  const ended = new Promise<string>((resolve) =>
    child.once('close', () => resolve(output.replace('ready\n', ''))),
  );
  return { ready, go: () => child.stdin.write('go\n'), ended };
}

test('three workers at once never use a refresh token twice, and store the one that takes its place', async () => {
  const { source, workspaceId } = site;
  const refreshToken = providers[0]?.refreshToken ?? '';
  const granted = await connectionTo(0, 'oauth2Code', {});
  const pasted = await connectionTo(1, 'oauth2Refresh', { refreshToken: providers[1]?.refreshToken ?? '' });
  const { id: signedInBy } = await source
    .getRepository(User)
    .save({ email: 'ana@example.com', name: 'Ana', passwordHash: null });
  const tokens = { accessToken: 'ended', renewAt: 0, refreshToken };
  const own = { id: granted, workspaceId };
  await storeGrant(source.manager, keys(), own, { tokens, scopes: null, signedInBy });
  const workers = [1, 2, 3].map(() => startWorker([granted, pasted]));
  await Promise.all(workers.map(({ ready }) => ready));
  for (const { go } of workers) go();
  const told = await Promise.all(workers.map(({ ended }) => ended));
  expect(told).toEqual(Array(3).fill(JSON.stringify(['The system answered (status 200).'])));
  const open = connectionOpener(source, keys(), {
    workspaceId,
    slots: { granted, pasted },
  });
  const kept = (await open('granted')).kept;
  expect((await kept?.grant?.load())?.refreshToken).not.toBe(refreshToken);
  expect((await open('pasted')).values['refreshToken']).not.toBe(providers[1]?.refreshToken);
  expect((await open('pasted')).kept?.grant).toBeUndefined();
});

test('a worker that died while it renewed is waited for no longer than its lease', async () => {
  const { source, workspaceId } = site;
  const own = { id: await connectionTo(0, 'oauth2Code', {}), workspaceId };
  const done: string[] = [];
  const slow = aloneFor(source, own, async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    done.push('first');
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await Promise.all([slow, aloneFor(source, own, async () => void done.push('second'))]);
  expect(done).toEqual(['first', 'second']);
  const rows = source.getRepository(ConnectionSignIn);
  const dead = { renewingBy: own.id, renewingUntil: new Date(Date.now() + 60_000) };
  await rows.update({ connectionId: own.id }, dead);
  const waiting = aloneFor(source, own, async () => void done.push('third'));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(done).toHaveLength(2);
  await rows.update({ connectionId: own.id }, { renewingUntil: new Date(Date.now() - 1) });
  await waiting;
  expect(done).toHaveLength(3);
  await source.getRepository(ConnectionEntity).delete({ id: own.id });
  await aloneFor(source, own, async () => void done.push('gone'));
  expect(done).toContain('gone');
});
