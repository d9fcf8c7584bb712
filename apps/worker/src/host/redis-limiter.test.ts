import type { HoldStore } from './redis-holds';
import { redisLimiter, type BucketChange, type BucketStore } from './redis-limiter';

const bucket = { key: 'vtex:loja:pricing', ratePerSecond: 400, burst: 10 };
const never = new AbortController().signal;

function store(granted: number | (() => number) = (): number => 50) {
  const asked: number[] = [];
  const told: BucketChange[] = [];
  const services: string[] = [];
  const made: BucketStore & HoldStore = {
    async lease(_bucket, wanted) {
      asked.push(wanted);
      const most = typeof granted === 'number' ? granted : granted();
      return { granted: Math.min(wanted, most), waitMs: 5, left: 100, rate: bucket, isProbe: false };
    },
    async observe(_bucket, change) {
      told.push(change);
    },
    async silent(service) {
      services.push(`${service} silent`);
    },
    async heard(service) {
      services.push(`${service} heard`);
    },
    hold: async () => true,
    leave: async () => undefined,
  };
  return { made, asked, told, services };
}

async function take(limiter: ReturnType<typeof redisLimiter>, count: number): Promise<void> {
  await Promise.all(Array.from({ length: count }, () => limiter.acquire(bucket, never)));
}

test('many callers share few leases, none larger than a twentieth of a second', async () => {
  const { made, asked } = store();
  await take(
    redisLimiter(made, () => undefined),
    100,
  );
  expect(Math.max(...asked)).toBeLessThanOrEqual(20);
  expect(asked.length).toBeLessThan(20);
});

test('callers who come one after another share leases, too, and each has a token of its own', async () => {
  const { made, asked } = store();
  const limiter = redisLimiter(made, () => undefined);
  for (let call = 0; call < 200; call++) await limiter.acquire(bucket, never);
  expect(asked.length).toBeLessThan(40);
  expect(Math.max(...asked)).toBeLessThanOrEqual(20);
  expect(asked.reduce((sum, wanted) => sum + wanted, 0)).toBeGreaterThanOrEqual(200);
});

test('with nothing to give it waits and asks again', async () => {
  let calls = 0;
  const { made, asked } = store(() => (calls++ < 3 ? 0 : 5));
  await take(
    redisLimiter(made, () => undefined),
    1,
  );
  expect(asked.length).toBe(4);
});

test('a 429 is passed on to all workers and stops this one at once', async () => {
  const { made, told, asked } = store();
  const limiter = redisLimiter(made, () => undefined);
  await take(limiter, 1);
  limiter.observe(bucket, { status: 429, retryAfterMs: 150, remaining: 0 });
  const before = asked.length;
  const waiting = take(limiter, 3);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked.length).toBe(before);
  await waiting;
  expect(told).toEqual([{ restMs: 150, remaining: 0, refused: true, rate: bucket }]);
});

test('a good answer that leaves enough says nothing to Redis', async () => {
  const { made, told } = store();
  const limiter = redisLimiter(made, () => undefined);
  await take(limiter, 1);
  limiter.observe(bucket, { status: 200, remaining: 400 });
  // The first of all starts the bucket's clock.
  expect(told.splice(0)).toEqual([{ restMs: 0, remaining: 400, refused: false, rate: bucket }]);
  limiter.observe(bucket, { status: 200, remaining: 400 });
  expect(told).toEqual([]);
  jest.spyOn(Date, 'now').mockReturnValueOnce(Date.now() + 1_000);
  limiter.observe(bucket, { status: 200, remaining: 3 });
  expect(told).toEqual([{ restMs: 0, remaining: 3, refused: false, rate: bucket }]);
});

test('without Redis it goes on with a bucket of its own and says so once', async () => {
  const warnings: string[] = [];
  const away: BucketStore & HoldStore = {
    lease: () => Promise.reject(new Error('down')),
    observe: () => Promise.reject(new Error('down')),
    silent: () => Promise.reject(new Error('down')),
    heard: () => Promise.reject(new Error('down')),
    hold: () => Promise.reject(new Error('down')),
    leave: () => Promise.reject(new Error('down')),
  };
  const limiter = redisLimiter(away, (message) => warnings.push(message));
  await take(limiter, 4);
  limiter.observe(bucket, { status: 200, remaining: 0, resetMs: 1 });
  await take(limiter, 1);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain('Redis is away');
});

test('an aborted caller is rejected and leaves its place', async () => {
  const { made } = store(0);
  const limiter = redisLimiter(made, () => undefined);
  const stop = new AbortController();
  const waiting = limiter.acquire(bucket, stop.signal);
  stop.abort(new Error('cancelled'));
  await expect(waiting).rejects.toThrow('cancelled');
  await expect(limiter.acquire(bucket, stop.signal)).rejects.toThrow('cancelled');
});
