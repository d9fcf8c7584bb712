import { RemoteError, UserError } from '@eclusa/flow';
import type { RemoteErrorOptions } from '@eclusa/flow';
import { action, each, node, numbers, planOf, range, run, testClock, testHost } from './flows.testing';
import { withRetry } from './retry';

const policy = { maxAttempts: 4, maxAge: 60_000, baseDelay: 100, maxDelay: 250 };

/** Fails as often as told, then answers. */
function flaky(times: number, options: Partial<RemoteErrorOptions> = {}) {
  let failures = 0;
  return async (): Promise<string> => {
    if (failures++ < times) throw new RemoteError('test.away', { retryable: true, ...options });
    return 'answer';
  };
}

function tools(parts: { random?: () => number; policy?: typeof policy } = {}) {
  const clock = testClock();
  const { signal } = new AbortController();
  return { policy, clock, random: () => 1, signal, ...parts };
}

test('delays double up to the longest, each anything from nothing to that', async () => {
  const whole = tools();
  expect(await withRetry(whole, flaky(3))).toBe('answer');
  expect(whole.clock.slept).toEqual([100, 200, 250]);
  const half = tools({ random: () => 0.5 });
  await withRetry(half, flaky(3));
  expect(half.clock.slept).toEqual([50, 100, 125]);
});

test('the other side is not asked before the time it named', async () => {
  const asked = tools();
  await withRetry(asked, flaky(1, { retryAfter: 5000 }));
  expect(asked.clock.slept).toEqual([5000]);
});

test('it gives up after the last attempt, and when the next would come too late', async () => {
  const often = tools();
  await expect(withRetry(often, flaky(4))).rejects.toMatchObject({ code: 'test.away' });
  expect(often.clock.slept).toHaveLength(3);
  const late = tools();
  await expect(withRetry(late, flaky(1, { retryAfter: 60_001 }))).rejects.toMatchObject({
    code: 'test.away',
  });
  expect(late.clock.slept).toEqual([]);
});

test('the limits of a connection count where they are stricter, and a longer wait than they allow is not waited for', async () => {
  const fewer = tools();
  const limits = { tries: 2, longestWait: 40 };
  await expect(withRetry(fewer, flaky(2, { limits }))).rejects.toMatchObject({ code: 'test.away' });
  expect(fewer.clock.slept).toEqual([40]);
  const looser = tools();
  const loose = { tries: 99, longestWait: 9_999 };
  await expect(withRetry(looser, flaky(4, { limits: loose }))).rejects.toMatchObject({ code: 'test.away' });
  expect(looser.clock.slept).toEqual([100, 200, 250]);
  const asked = tools();
  await expect(withRetry(asked, flaky(1, { limits, retryAfter: 41 }))).rejects.toMatchObject({
    code: 'test.away',
  });
  expect(asked.clock.slept).toEqual([]);
  expect(await withRetry(tools(), flaky(1, { limits, retryAfter: 40 }))).toBe('answer');
});

test('what cannot get better is tried once', async () => {
  for (const error of [
    new RemoteError('test.no', { retryable: false }),
    new UserError('test.no'),
    new Error('no'),
  ]) {
    const once = jest.fn(async () => Promise.reject(error));
    await expect(withRetry(tools(), once)).rejects.toBe(error);
    expect(once).toHaveBeenCalledTimes(1);
  }
});

test('an abort while it waits ends it with the reason', async () => {
  const stop = new AbortController();
  const clock = testClock();
  const waiting = { ...tools(), clock, signal: stop.signal };
  const call = jest.fn(async () => {
    stop.abort(new Error('cancelled'));
    return Promise.reject(new RemoteError('test.away', { retryable: true }));
  });
  await expect(withRetry(waiting, call)).rejects.toThrow('cancelled');
  expect(call).toHaveBeenCalledTimes(1);
});

test('a row waits out a busy store while other rows go on', async () => {
  const calls: unknown[] = [];
  const busy = action({
    async run(row) {
      calls.push(row.n);
      if (row.n === 1 && calls.filter((n) => n === 1).length < 3) {
        throw new RemoteError('vtex.rate-limited', { retryable: true });
      }
      return [{ value: row }];
    },
  });
  const outcome = await run(planOf({ src: numbers(0), busy }, 'src > busy'), 'src', range(1, 3));
  expect(outcome.totals.written).toBe(3);
  expect(calls.slice(0, 3)).toEqual([1, 2, 3]);
  expect(calls.slice(3)).toEqual([1, 1]);
});

test('the host is told what is waited for and how long, by the engine and by the node alike', async () => {
  const told: [string, string, number][] = [];
  const host = testHost({ onWait: (at, { code }, ms) => told.push([at, code, ms]) });
  const retried = flaky(1);
  const inside = node({
    behaviour: {
      kind: 'action',
      effect: 'read',
      prepare: async ({ retry }) => ({ run: async (row) => (await retry(retried), [{ value: row }]) }),
    },
  });
  const outside = flaky(1);
  const plan = planOf(
    { src: numbers(0), inside, outside: action({ run: async (row) => (await outside(), [{ value: row }]) }) },
    'src > inside',
    'inside > outside',
  );
  await run(plan, 'src', range(1, 1), { host });
  expect(told).toEqual([
    ['inside', 'test.away', 100],
    ['outside', 'test.away', 100],
  ]);
});

test('a retry of the node inside a retry of the engine does not multiply', async () => {
  let calls = 0;
  const nested = node({
    group: 'vtex',
    behaviour: {
      kind: 'action',
      effect: 'idempotent',
      prepare: async (context) => ({
        run: () =>
          context.retry(async () => {
            calls++;
            throw new RemoteError('test.away', { retryable: true });
          }),
      }),
    },
  });
  const host = testHost({ retry: policy });
  const { totals } = await run(planOf({ src: numbers(0), nested }, 'src > nested'), 'src', range(1, 1), {
    host,
  });
  expect(totals.failed).toBe(1);
  expect(calls).toBe(4);
});

test('a transform is never retried', async () => {
  let calls = 0;
  const once = each(() => {
    calls++;
    throw new RemoteError('test.away', { retryable: true });
  });
  await run(planOf({ src: numbers(0), once }, 'src > once'), 'src', range(1, 1));
  expect(calls).toBe(1);
});

describe('an action that makes a new thing', () => {
  const uncertain = () => new RemoteError('test.silent', { retryable: true, uncertain: true });

  test('looks for what an unanswered call made before it calls again', async () => {
    const existing: unknown[] = [];
    const creating = action({
      effect: 'create',
      async run(row, call) {
        existing.push(call.existing);
        if (!call.existing) throw uncertain();
        return [{ value: { ...row, id: call.existing.id ?? null } }];
      },
      findExisting: async () => ({ id: 7 }),
    });
    const outcome = await run(planOf({ src: numbers(0), creating }, 'src > creating'), 'src', range(1, 1));
    expect(existing).toEqual([undefined, { id: 7 }]);
    expect(outcome.totals.written).toBe(1);
  });

  test('keeps looking once it is in doubt, also after an answer that was certain', async () => {
    const errors = [uncertain(), new RemoteError('test.busy', { retryable: true })];
    const findExisting = jest.fn(async () => null);
    const creating = action({
      effect: 'create',
      findExisting,
      async run(row) {
        const error = errors.shift();
        if (error) throw error;
        return [{ value: row }];
      },
    });
    await run(planOf({ src: numbers(0), creating }, 'src > creating'), 'src', range(1, 1));
    expect(findExisting).toHaveBeenCalledTimes(2);
  });

  test('waits in doubt when it cannot look, and when the last try is unanswered too', async () => {
    const blind = action({ effect: 'create', run: async () => Promise.reject(uncertain()) });
    const lost = action({
      effect: 'create',
      run: async () => Promise.reject(uncertain()),
      findExisting: async () => null,
    });
    const plan = planOf({ src: numbers(0), blind, lost }, 'src > blind', 'src > lost');
    const { failed } = await run(plan, 'src', range(1, 1));
    expect(failed.map((row) => row.error.code)).toEqual(['engine.in-doubt', 'engine.in-doubt']);
    expect(failed.map((row) => row.error.values.reason)).toEqual(['test.silent', 'test.silent']);
    expect([blind.ran.length, lost.ran.length]).toEqual([1, 4]);
  });

  test('is simply repeated when the other side said that it did nothing', async () => {
    const findExisting = jest.fn(async () => null);
    let busy = 2;
    const creating = action({
      effect: 'create',
      findExisting,
      async run(row) {
        if (busy-- > 0) throw new RemoteError('test.busy', { retryable: true });
        return [{ value: row }];
      },
    });
    const { totals } = await run(planOf({ src: numbers(0), creating }, 'src > creating'), 'src', range(1, 1));
    expect(totals.written).toBe(1);
    expect(findExisting).not.toHaveBeenCalled();
  });
});
