// The ports over real Postgres and Redis: buckets, locks, connections, files, scratch.
import { randomUUID } from 'node:crypto';
import { ConnectionEntity, keptSecrets, Workspace } from '@eclusa/db';
import type { Row } from '@eclusa/flow';
import { Client } from 'pg';
import { chain, Site } from '../worker.testing';
import { connectionOpener } from './connections';
import { databaseLocks } from './locks';
import { redisBuckets } from './redis-buckets';
import { redisLimiter } from './redis-limiter';
import { databaseScratch } from './scratch';

const never = new AbortController().signal;
let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

async function ready(buckets: ReturnType<typeof redisBuckets>): Promise<void> {
  while (!buckets.isReady()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('buckets', () => {
  const open = () => redisBuckets(site.config().redisUrl, site.config().queuePrefix);
  const bucketOf = (ratePerSecond: number, burst: number) => ({ key: randomUUID(), ratePerSecond, burst });

  test('two workers together get no more than the bucket holds', async () => {
    const [one, two] = [open(), open()];
    await Promise.all([ready(one), ready(two)]);
    const bucket = bucketOf(0.001, 30);
    const given = await Promise.all([one.lease(bucket, 25), two.lease(bucket, 25), one.lease(bucket, 25)]);
    expect(given.reduce((sum, { granted }) => sum + granted, 0)).toBe(30);
    // Any of the three may be the last to be served.
    expect(Math.max(...given.map(({ waitMs }) => waitMs))).toBeGreaterThan(100_000);
    one.close();
    two.close();
  });

  test('what one worker is told stops the other', async () => {
    const [one, two] = [open(), open()];
    await Promise.all([ready(one), ready(two)]);
    const bucket = bucketOf(1_000, 100);
    await one.observe(bucket, { restMs: 60_000, refused: false, rate: bucket });
    const refused = await two.lease(bucket, 1);
    expect(refused.granted).toBe(0);
    expect(refused.waitMs).toBeGreaterThan(50_000);
    const other = bucketOf(0.001, 100);
    await one.observe(other, { restMs: 0, remaining: 4, refused: false, rate: other });
    expect((await two.lease(other, 10)).granted).toBe(2);
    one.close();
    two.close();
  });

  test('two workers together have no more calls under way than a connection allows', async () => {
    const [one, two] = [open(), open()];
    await Promise.all([ready(one), ready(two)]);
    const limiters = [one, two].map((buckets) => redisLimiter(buckets, () => undefined));
    const key = randomUUID();
    let [inside, most, done] = [0, 0, 0];
    const call = async (at: number) => {
      const end = await limiters[at % 2]?.hold?.(key, 3, never);
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 15));
      inside--;
      done++;
      end?.();
    };
    await Promise.all(Array.from({ length: 20 }, (_, at) => call(at)));
    expect([most, done, inside]).toEqual([3, 20, 0]);
    // A worker that died gives its place back by itself; one that waits may give up.
    expect(await one.hold(key, 'dead', 1, 300)).toBe(true);
    const gone = AbortSignal.timeout(50);
    await expect(limiters[1]?.hold?.(key, 1, gone)).rejects.toMatchObject({ name: 'TimeoutError' });
    (await limiters[1]?.hold?.(key, 1, never))?.();
    one.close();
    two.close();
  });

  test('with nobody at the address calls go on slowly', async () => {
    const away = redisBuckets('redis://127.0.0.1:1', 'x');
    const warnings: string[] = [];
    const limiter = redisLimiter(away, (message) => warnings.push(message));
    for (let i = 0; i < 3; i++) await limiter.acquire(bucketOf(1_000, 10), never);
    const ends = await Promise.all([1, 2].map(() => limiter.hold?.('k', 2, never)));
    for (const end of ends) end?.();
    expect(warnings).toHaveLength(1);
    away.close();
  });
});

test('a lock admits one at a time over processes, and other keys meanwhile', async () => {
  const url = site.database.url;
  const [one, two] = [databaseLocks(url), databaseLocks(url)];
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await new Promise((resolve) => setTimeout(resolve, 10));
    inside--;
  };
  await Promise.all([one, two, one, two].map((locks) => locks.lock('a', work)));
  expect(most).toBe(1);
  await one.lock('a', () => two.lock('b', () => one.lock('c', work)));
  await expect(one.lock('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await two.lock('a', work);
  await Promise.all([one.close(), two.close()]);
});

test('locks asked for at the same moment are asked of the database one after another', async () => {
  const locks = databaseLocks(site.database.url);
  await locks.lock('first', () => Promise.resolve());
  let open = 0;
  let most = 0;
  const query = Client.prototype.query as (this: Client, text: string, values: string[]) => Promise<unknown>;
  const spy = jest.spyOn(Client.prototype, 'query').mockImplementation(async function (
    this: Client,
    text: string,
    values: string[],
  ) {
    most = Math.max(most, ++open);
    return query.call(this, text, values).finally(() => open--);
  } as never);
  await Promise.all(Array.from({ length: 20 }, (_, key) => locks.lock(`k${key}`, () => Promise.resolve())));
  spy.mockRestore();
  await locks.close();
  expect(most).toBe(1);
});

test('a run opens only connections its own snapshot names, in its own workspace', async () => {
  const { keys } = site.config();
  const { source, workspaceId } = site;
  const other = (await source.getRepository(Workspace).save({ name: 'other' })).id;
  const connections = source.getRepository(ConnectionEntity);
  const save = (owner: string, token: string) =>
    connections.save({
      ...{ workspaceId: owner, kind: 'vtex', name: 'loja', settings: { account: 'a' } },
      secrets: keys.seal({ appToken: token }, owner),
    });
  const mine = await save(workspaceId, 'mine');
  const unbound = await save(workspaceId, 'unbound');
  const foreign = await save(other, 'foreign');
  const open = connectionOpener(source, keys, {
    workspaceId,
    slots: { store: mine.id, stolen: foreign.id, gone: randomUUID() },
  });
  expect(await open('store')).toMatchObject({
    id: mine.id,
    kind: 'vtex',
    values: { account: 'a', appToken: 'mine' },
  });
  await expect(open('stolen')).rejects.toThrow('worker.connection-gone');
  await expect(open('gone')).rejects.toThrow('worker.connection-gone');
  await expect(open('erp')).rejects.toThrow('engine.slot-unbound');
  await expect(open('constructor')).rejects.toThrow('engine.slot-unbound');
  await expect(open(unbound.id)).rejects.toThrow('engine.slot-unbound');
});

test('a secret that the other side replaced is stored, beside the others and in its own workspace', async () => {
  const { keys } = site.config();
  const { source, workspaceId } = site;
  const connections = source.getRepository(ConnectionEntity);
  const { id } = await connections.save({
    ...{ workspaceId, kind: 'http', name: 'erp', settings: { baseUrl: 'https://erp.example.com' } },
    secrets: keys.seal({ refreshToken: 'first', clientSecret: 's' }, workspaceId),
  });
  const open = connectionOpener(source, keys, { workspaceId, slots: { erp: id } });
  const { kept } = await open('erp');
  await kept?.save({ refreshToken: 'second' });
  const now = { baseUrl: 'https://erp.example.com', refreshToken: 'second', clientSecret: 's' };
  expect(await kept?.load()).toEqual(now);
  expect((await open('erp')).values).toEqual(now);
  const foreign = keptSecrets(source, keys, { id, workspaceId: randomUUID() });
  await foreign.save({ refreshToken: 'third' });
  expect(await foreign.load()).toEqual({});
  expect((await kept?.load())?.['refreshToken']).toBe('second');
});

test('scratch gives back what was written, in pieces, and is empty after a drop', async () => {
  const id = await site.insertRun(await site.publish(chain('test.rows')));
  const scratch = databaseScratch(site.source, { id, workspaceId: site.workspaceId });
  const rows: Row[] = Array.from({ length: 1_234 }, (_, n) => ({ n, zeta: 1, a: 2 }));
  const chunk = await scratch.write(rows);
  const read: Row[] = [];
  for await (const piece of scratch.read(chunk)) {
    expect(piece.length).toBeLessThanOrEqual(500);
    read.push(...piece);
  }
  expect(JSON.stringify(read)).toBe(JSON.stringify(rows));
  await scratch.drop(chunk);
  for await (const piece of scratch.read(chunk)) expect(piece).toEqual([]);
});
