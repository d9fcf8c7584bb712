// The pieces of a host that live in one process.
import { testClock } from './flows.testing';
import { memoryLimiter } from './memory-limiter';
import { memoryLocks } from './memory-locks';
import { memoryScratch } from './memory-scratch';
import { systemClock } from './system-clock';

const never = new AbortController().signal;

describe('the limiter', () => {
  const bucket = { key: 'store/catalog', ratePerSecond: 10, burst: 3 };

  /** Makes `calls` calls and tells how long they took by the test's clock. */
  async function timeOf(calls: number, limiter: ReturnType<typeof memoryLimiter>, clock = testClock()) {
    const before = clock.now().getTime();
    for (let call = 0; call < calls; call++) await limiter.acquire(bucket, never);
    return clock.now().getTime() - before;
  }

  test('lets a burst through and then keeps the rate', async () => {
    const clock = testClock();
    const limiter = memoryLimiter(clock);
    expect(await timeOf(3, limiter, clock)).toBe(0);
    expect(await timeOf(10, limiter, clock)).toBe(1000);
  });

  test('pauses all callers of the bucket for as long as the other side asked', async () => {
    const clock = testClock();
    const limiter = memoryLimiter(clock);
    limiter.observe(bucket, { status: 429, retryAfterMs: 7000 });
    expect(await timeOf(1, limiter, clock)).toBeGreaterThanOrEqual(7000);
  });

  test('rests after a refusal that names no time', async () => {
    const clock = testClock();
    const limiter = memoryLimiter(clock);
    limiter.observe(bucket, { status: 429 });
    expect(await timeOf(1, limiter, clock)).toBeGreaterThanOrEqual(1000);
  });

  test('a 503 among good answers costs little, a row of them stops the calls for a second each', async () => {
    const clock = testClock();
    const limiter = memoryLimiter(clock);
    for (const status of [503, 200, 503, 200]) limiter.observe(bucket, { status });
    expect(await timeOf(1, limiter, clock)).toBeLessThanOrEqual(50);
    for (let call = 0; call < 40; call++) limiter.observe(bucket, { status: 503 });
    expect(await timeOf(1, limiter, clock)).toBe(1000);
    limiter.observe(bucket, { status: 503, retryAfterMs: 7000 });
    expect(await timeOf(1, limiter, clock)).toBe(7000);
  });

  test('believes the other side about what remains, and does not wait until all of it is back', async () => {
    const clock = testClock();
    const limiter = memoryLimiter(clock);
    const large = { ...bucket, burst: 100 };
    limiter.observe(large, { status: 200, remaining: 1 });
    const before = clock.now().getTime();
    for (let call = 0; call < 2; call++) await limiter.acquire(large, never);
    expect(clock.now().getTime() - before).toBe(100);
    limiter.observe(large, { status: 200, remaining: 0, resetMs: 10_000 });
    await limiter.acquire(large, never);
    expect(clock.now().getTime() - before).toBe(200);
  });

  test('keeps buckets apart', async () => {
    const clock = testClock();
    const limiter = memoryLimiter(clock);
    limiter.observe({ ...bucket, key: 'other' }, { status: 429, retryAfterMs: 9000 });
    expect(await timeOf(1, limiter, clock)).toBe(0);
  });

  test('a caller that is aborted leaves the line, and the next one goes', async () => {
    const limiter = memoryLimiter(testClock());
    const one = { key: 'one', ratePerSecond: 1, burst: 1 };
    await limiter.acquire(one, never);
    const stop = new AbortController();
    const gone = limiter.acquire(one, stop.signal);
    const next = limiter.acquire(one, never);
    stop.abort(new Error('cancelled'));
    await expect(gone).rejects.toThrow('cancelled');
    await expect(next).resolves.toBeUndefined();
    await expect(limiter.acquire(one, stop.signal)).rejects.toThrow('cancelled');
  });
});

describe('locks', () => {
  const tick = () => new Promise((resolve) => setImmediate(resolve));

  test('run work under one key one after another, in the order asked, and other keys beside it', async () => {
    const lock = memoryLocks();
    const log: string[] = [];
    const work = (name: string) => async () => {
      log.push(`${name} in`);
      await tick();
      log.push(`${name} out`);
    };
    await Promise.all([lock('a', work('a1')), lock('a', work('a2')), lock('b', work('b1'))]);
    expect(log.filter((line) => line.startsWith('a'))).toEqual(['a1 in', 'a1 out', 'a2 in', 'a2 out']);
    expect(log.indexOf('b1 in')).toBeLessThan(log.indexOf('a1 out'));
  });

  test('work that fails frees the key and tells its own caller only', async () => {
    const lock = memoryLocks();
    const fails = lock('a', async () => Promise.reject(new Error('no')));
    const next = lock('a', async () => 'done');
    await expect(fails).rejects.toThrow('no');
    await expect(next).resolves.toBe('done');
  });
});

test('scratch gives back what was written until it is dropped', async () => {
  const scratch = memoryScratch();
  const chunk = await scratch.write([{ a: 1 }, { a: 2 }]);
  const read = async () => {
    const rows = [];
    for await (const page of scratch.read(chunk)) rows.push(...page);
    return rows;
  };
  expect(await read()).toEqual([{ a: 1 }, { a: 2 }]);
  await scratch.drop(chunk);
  expect(await read()).toEqual([]);
});

test('the clock stops waiting when it is aborted', async () => {
  const stop = new AbortController();
  const sleeping = systemClock.sleep(60_000, stop.signal);
  stop.abort(new Error('enough'));
  await expect(sleeping).rejects.toThrow('enough');
  await expect(systemClock.sleep(1, stop.signal)).rejects.toThrow('enough');
  await expect(systemClock.sleep(1, never)).resolves.toBeUndefined();
});
