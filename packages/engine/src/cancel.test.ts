import { RemoteError } from '@eclusa/flow';
import { action, effectLog, map, n, node, numbers, planOf, range, run, testHost } from './flows.testing';
import { runInProcess } from './run-in-process';
import { systemClock } from './system-clock';

const tick = () => new Promise((resolve) => setImmediate(resolve));
const reason = new Error('cancelled by Ana');

test('a page that is aborted rejects with the reason, what it did written first', async () => {
  const stop = new AbortController();
  const effects = effectLog();
  const put = action({
    concurrency: 1,
    async run(row) {
      if (n(row) === 3) stop.abort(reason);
      return [{ value: row }];
    },
  });
  const plan = planOf({ src: numbers(0), put }, 'src > put');
  const page = run(plan, 'src', range(1, 9), { effects, signal: stop.signal });
  await expect(page).rejects.toBe(reason);
  expect(effects.writes.flat().map((record) => [record.item, record.state])).toEqual([
    ['0', 'done'],
    ['1', 'done'],
    ['2', 'done'],
  ]);
});

test('a call in flight that still succeeds is recorded; one that stops is not recorded as failed', async () => {
  const stop = new AbortController();
  const effects = effectLog();
  const put = action({
    concurrency: 2,
    async run(row, call) {
      if (n(row) === 1) {
        await new Promise((_, reject) =>
          call.signal.addEventListener('abort', () => reject(new Error('socket'))),
        );
      }
      stop.abort(reason);
      await tick();
      await tick();
      return [{ value: row }];
    },
  });
  const plan = planOf({ src: numbers(0), put }, 'src > put');
  await expect(run(plan, 'src', range(1, 9), { effects, signal: stop.signal })).rejects.toBe(reason);
  expect(effects.writes.flat()).toEqual([
    { node: 'put', item: '1', state: 'done', result: [{ value: { n: 2 } }] },
  ]);
  expect(put.ran).toHaveLength(2);
});

test('a call that never ends does not keep an aborted page, and is heard no more', async () => {
  const stop = new AbortController();
  const effects = effectLog();
  let answer = (): void => undefined;
  const deaf = action({
    async run(row) {
      setTimeout(() => stop.abort(reason), 1);
      await new Promise<void>((resolve) => (answer = resolve));
      return [{ value: row }];
    },
  });
  const plan = planOf({ src: numbers(0), deaf }, 'src > deaf');
  await expect(run(plan, 'src', range(1, 1), { effects, signal: stop.signal })).rejects.toBe(reason);
  answer();
  await tick();
  await tick();
  expect(effects.writes).toEqual([]);
});

test('an abort ends the wait of a retry', async () => {
  const stop = new AbortController();
  const busy = action({
    async run() {
      setTimeout(() => stop.abort(reason), 1);
      throw new RemoteError('vtex.away', { retryable: true, retryAfter: 50_000 });
    },
  });
  const plan = planOf({ src: numbers(0), busy }, 'src > busy');
  const host = testHost({ clock: systemClock });
  await expect(run(plan, 'src', range(1, 2), { host, signal: stop.signal })).rejects.toBe(reason);
});

test('an abort is seen in the middle of a long loop over rows', async () => {
  const stop = new AbortController();
  let rows = 0;
  const busy = map((row) => {
    if (rows++ === 0) setTimeout(() => stop.abort(reason), 1);
    const until = performance.now() + 1;
    while (performance.now() < until);
    return row;
  });
  const plan = planOf({ src: numbers(0), busy }, 'src > busy');
  await expect(run(plan, 'src', range(1, 2000), { signal: stop.signal })).rejects.toBe(reason);
  expect(rows).toBeLessThan(1000);
});

test('a page does not begin under a signal that is aborted', async () => {
  const put = action();
  const plan = planOf({ src: numbers(0), put }, 'src > put');
  await expect(run(plan, 'src', range(1, 2), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(put.ran).toEqual([]);
});

test('a node prepared for one page sees the signal of the page that runs now', async () => {
  const signals: AbortSignal[] = [];
  const prepared = node({
    behaviour: {
      kind: 'action',
      effect: 'idempotent',
      prepare: async (context) => ({
        async run(row) {
          signals.push(context.signal);
          return [{ value: row }];
        },
      }),
    },
  });
  const plan = planOf({ src: numbers(0), prepared }, 'src > prepared');
  const host = testHost();
  const [first, second] = [new AbortController(), new AbortController()];
  await run(plan, 'src', range(1, 1), { host, signal: first.signal });
  await run(plan, 'src', range(1, 1), { host, signal: second.signal });
  first.abort(reason);
  expect(signals.map((signal) => signal.aborted)).toEqual([false, false]);
  expect(signals[0]).not.toBe(signals[1]);
});

test('a cancelled run says what was already done', async () => {
  const stop = new AbortController();
  const put = action({
    concurrency: 1,
    async run(row) {
      if (n(row) === 5) stop.abort(reason);
      return [{ value: row }];
    },
  });
  const plan = planOf({ src: numbers(100), put }, 'src > put');
  const options = { host: testHost(), signal: stop.signal, pageSize: 2, pagesInFlight: 1 };
  const summary = await runInProcess(plan, options);
  expect(summary.state).toBe('cancelled');
  expect(summary.totals).toMatchObject({ read: 4, written: 4 });
  expect(summary.unfinished).toEqual({ rows: 2, calls: [{ node: 'put', done: 1 }] });
});

test('a source that hangs does not keep a cancelled run', async () => {
  const stop = new AbortController();
  const hangs = node({
    group: 'source',
    behaviour: {
      kind: 'source',
      async *read() {
        setTimeout(() => stop.abort(reason), 1);
        await new Promise(() => undefined);
        yield { records: [], cursor: null };
      },
    },
  });
  const plan = planOf({ hangs, put: action() }, 'hangs > put');
  expect((await runInProcess(plan, { host: testHost(), signal: stop.signal })).state).toBe('cancelled');
});
