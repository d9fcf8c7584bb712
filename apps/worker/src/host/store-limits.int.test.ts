// The store's limit and its absence, as all workers together meet them: several limiters over one Redis.
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { createVtexClient } from '@eclusa/vtex';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { redisBuckets, type RedisBuckets } from './redis-buckets';
import { redisLimiter } from './redis-limiter';

const workers = 4;
const flowsEach = 10;
const route = 'PUT /pricing/prices/{itemId}';
let buckets: RedisBuckets[] = [];
let sandbox: Sandbox | undefined;

beforeEach(async () => {
  const prefix = `test-${randomUUID()}`;
  buckets = Array.from({ length: workers }, () =>
    redisBuckets(process.env.ECLUSA_TEST_REDIS_URL ?? '', prefix),
  );
  for (const one of buckets) while (!one.isReady()) await sleep(5);
});
afterEach(async () => {
  for (const one of buckets) one.close();
  await sandbox?.close();
  sandbox = undefined;
});

/** Writes prices from all workers and flows for this long; answers what came when, in milliseconds. */
async function writePrices(ms: number, given: { ratePerSecond: number; burst: number }) {
  const answers: { status: number; at: number }[] = [];
  const begun = Date.now();
  const until = begun + ms;
  const add = ({ status }: { status: number }) => answers.push({ status, at: Date.now() - begun });
  const flow = async (limiter: ReturnType<typeof redisLimiter>): Promise<void> => {
    const client = createVtexClient({
      account: sandbox?.account ?? '',
      appKey: sandbox?.appKey ?? '',
      appToken: sandbox?.appToken ?? '',
      baseUrls: { pricing: sandbox?.url ?? '' },
      rates: { pricingWrite: given },
      fetch,
      limiter,
    });
    while (Date.now() < until) {
      const call = { method: 'PUT', path: '/pricing/prices/{itemId}', params: { itemId: 1 } } as const;
      await client.request({ ...call, body: { basePrice: 1 } }).then(add, add);
    }
  };
  await Promise.all(
    buckets.flatMap((store) => {
      // A machine that stands still for a moment takes Redis for away. Calls are fewer then, and never more.
      const limiter = redisLimiter(store, () => undefined);
      return Array.from({ length: flowsEach }, () => flow(limiter));
    }),
  );
  return answers;
}

test('four workers with ten flows each use the allowed rate and are not refused', async () => {
  // Few enough for a busy machine to send.
  const pricingWrite = { perSecond: 15, burst: 80 };
  sandbox = await startSandbox({ limits: { pricingWrite } });
  const begun = Date.now();
  const answers = await writePrices(6_000, { ratePerSecond: 15, burst: 80 });
  const allowed = 80 + (15 * (Date.now() - begun)) / 1_000;
  // Without a shared budget most would be. On a machine that stands still for a moment a call may come too early.
  const refused = sandbox.journal.counters()[route]?.['429'] ?? 0;
  expect(refused).toBeLessThanOrEqual(allowed * 0.02);
  expect(answers.length).toBeGreaterThan(allowed * 0.8);
});

test('a store that tells a lower rate than the published one is given that rate, by all workers', async () => {
  const pricingWrite = { perSecond: 15, burst: 120 };
  sandbox = await startSandbox({ limits: { pricingWrite } });
  const answers = await writePrices(9_000, { ratePerSecond: 33, burst: 500 });
  // What is on its way when the burst ends too early may be refused; unlearnt, every second call would be.
  expect(answers.filter(({ status, at }) => status === 429 && at > 4_000)).toEqual([]);
  expect(answers.filter(({ status, at }) => status !== 429 && at > 4_000).length).toBeGreaterThan(30);
  const bucket = { key: `vtex:${sandbox.account}:pricing:${route}`, ratePerSecond: 33, burst: 500 };
  for (const store of buckets) {
    const { rate } = await store.lease(bucket, 1);
    expect(rate.burst).toBe(120);
    expect(rate.ratePerSecond).toBeGreaterThan(12);
    expect(rate.ratePerSecond).toBeLessThanOrEqual(15);
  }
});

describe('a service that is away', () => {
  const bucket = { key: 'b', ratePerSecond: 1_000, burst: 1_000, service: 's' };
  const probes = async () => {
    const leases = await Promise.all(buckets.map((store) => store.lease(bucket, 5)));
    return leases.filter((lease) => lease.granted > 0);
  };
  async function firstProbe() {
    for (const end = Date.now() + 20_000; Date.now() < end; await sleep(20)) {
      const granted = await probes();
      if (granted.length > 0) return granted;
    }
    throw new Error('no probe');
  }

  test('gets no calls, then one from one worker, and all again once it has answered', async () => {
    expect(await probes()).toHaveLength(workers);
    await buckets[0]?.silent('s', 503);
    const refused = await buckets[1]?.lease(bucket, 5);
    expect(refused).toMatchObject({ granted: 0, away: { status: 503 } });
    expect(refused?.away?.nextMs).toBeLessThanOrEqual(1_000);
    expect(await firstProbe()).toMatchObject([{ granted: 1, isProbe: true }]);
    // The probe is out: nobody else calls before it has an answer.
    expect(await probes()).toEqual([]);
    await buckets[2]?.heard('s');
    expect(await probes()).toHaveLength(workers);
  });

  test('is asked less often each time it stays silent, and a late silence changes nothing', async () => {
    await buckets[0]?.silent('s', 0);
    await buckets[1]?.silent('s', 0);
    await firstProbe();
    await buckets[0]?.silent('s', 503);
    const again = await buckets[3]?.lease(bucket, 1);
    expect(again?.away?.nextMs).toBeGreaterThan(1_000);
    expect(again?.away?.nextMs).toBeLessThanOrEqual(2_000);
    expect(again?.away?.status).toBe(503);
  });

  test('is found out by ten silences in a row, whichever worker hears them, and refuses at once', async () => {
    const limiters = buckets.map((store) => redisLimiter(store, () => undefined));
    const [one, other] = limiters;
    if (!one || !other) throw new Error('no limiters');
    const { signal } = new AbortController();
    for (let call = 0; call < 9; call += 1) one.observe(bucket, { status: 0 });
    one.observe(bucket, { status: 404 });
    for (let call = 0; call < 9; call += 1) one.observe(bucket, { status: 503, retryAfterMs: 0 });
    await other.acquire(bucket, signal);
    one.observe(bucket, { status: 0 });
    for (const end = Date.now() + 5_000; (await probes()).length > 0 && Date.now() < end;) await sleep(10);
    await expect(other.acquire(bucket, signal)).rejects.toThrow('s is away');
  });
});
