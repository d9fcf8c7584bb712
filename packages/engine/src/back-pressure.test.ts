import { RemoteError, UserError } from '@eclusa/flow';
import type { SourceContext, SourcePage, SourceRecord } from '@eclusa/flow';
import { setTimeout } from 'node:timers/promises';
import { action, each, map, node, numbers, planOf, range, testHost } from './flows.testing';
import type { FailedRow } from './ports';
import { readEntry } from './read-entry';
import { runInProcess } from './run-in-process';
import type { RunSummary } from './run-in-process';

const never = new AbortController().signal;
const start = { cursor: null, rowsBefore: 0, pagesBefore: 0, signal: never };
const tick = () => new Promise((resolve) => setImmediate(resolve));

test('a source is not read ahead of the pages in flight', async () => {
  const src = numbers(100);
  const begun: (() => void)[] = [];
  const held = action({
    concurrency: 1,
    async run(row) {
      await new Promise<void>((resolve) => begun.push(resolve));
      return [{ value: row }];
    },
  });
  const plan = planOf({ src, held }, 'src > held');
  const running = runInProcess(plan, { host: testHost(), signal: never, pageSize: 1, pagesInFlight: 3 });
  for (let done = 0; done < 100; done++) {
    while (begun.length <= done) await tick();
    for (let i = 0; i < 5; i++) await tick();
    expect(src.pulled - done).toBeLessThanOrEqual(3);
    begun[done]?.();
  }
  expect((await running).totals.written).toBe(100);
});

test('no more rows of a page are in flight in an action than it allows', async () => {
  let now = 0;
  let most = 0;
  const bounded = action({
    concurrency: 5,
    async run(row) {
      most = Math.max(most, ++now);
      await tick();
      now--;
      return [{ value: row }];
    },
  });
  const plan = planOf({ src: numbers(40), bounded }, 'src > bounded');
  await runInProcess(plan, { host: testHost(), signal: never, pageSize: 40 });
  expect(most).toBe(5);
});

test('rows that a filter stops leave no place in an action empty', async () => {
  const done: number[] = [];
  const first = action();
  const second = action({
    async run(row) {
      done.push(first.ran.length);
      return [{ value: row }];
    },
  });
  const odd = each((row) => (Number(row.n) % 2 === 1 ? [{ value: row }] : []));
  const plan = planOf(
    { src: numbers(200), odd, first, second },
    'src > odd',
    'odd > first',
    'first > second',
  );
  await runInProcess(plan, { host: testHost(), signal: never, pageSize: 200 });
  // Of each part all rows are through the first action before the second begins.
  expect([...new Set(done)]).toEqual([64, 100]);
});

test('an entry gives no page before it is asked for', async () => {
  const src = numbers(10);
  const plan = planOf({ src });
  const pages = readEntry(plan, 'src', { ...start, host: testHost(), pageSize: 2 });
  await tick();
  expect(src.pulled).toBe(0);
  await pages.next();
  await tick();
  expect(src.pulled).toBe(1);
  await pages.return(undefined);
});

test('a source goes on after the cursor, and its rows keep counting', async () => {
  const plan = planOf({ src: numbers(5) });
  const options = { ...start, cursor: 4, rowsBefore: 4, pagesBefore: 2, host: testHost(), pageSize: 2 };
  const { value } = await readEntry(plan, 'src', options).next();
  expect(value).toEqual({
    rows: [{ row: 5, value: { n: 5 } }],
    refused: [],
    cursor: 5,
    total: 5,
    orderKeys: null,
  });
});

test('a record that the source refuses is a failed row with its number and what was read', async () => {
  const records: SourceRecord[] = [
    { value: { n: 1 } },
    { raw: '2;;', error: new UserError('csv.columns', { values: { expected: 2, found: 3 } }) },
    { value: { n: 3 } },
  ];
  const dirty = node({
    group: 'source',
    behaviour: {
      kind: 'source',
      async *read() {
        yield { records, cursor: 1 };
      },
    },
  });
  const failed: FailedRow[] = [];
  const plan = planOf({ dirty, put: action() }, 'dirty > put');
  const options = { host: testHost(), signal: never, onFailed: (row: FailedRow) => failed.push(row) };
  const { totals } = await runInProcess(plan, options);
  expect(totals).toMatchObject({ read: 3, written: 2, failed: 1 });
  expect(failed).toEqual([
    {
      node: 'dirty',
      port: 'out',
      row: 2,
      input: '2;;',
      error: { kind: 'user', code: 'csv.columns', values: { expected: 2, found: 3 } },
    },
  ]);
});

test('a source rides out an answer that fails for a while', async () => {
  let failures = 3;
  async function* read(context: SourceContext): AsyncGenerator<SourcePage> {
    const records = await context.retry(async () => {
      if (failures-- > 0) throw new RemoteError('erp.away', { retryable: true });
      return range(1, 2).map((value) => ({ value }));
    });
    yield { records, cursor: 1 };
  }
  const erp = node({ group: 'source', behaviour: { kind: 'source', read } });
  const plan = planOf({ erp, put: action() }, 'erp > put');
  const { state, totals } = await runInProcess(plan, { host: testHost(), signal: never });
  expect([state, totals.written]).toEqual(['completed', 2]);
});

test('a source that cannot be read on fails the run, and what was read before is accounted for', async () => {
  async function* read(): AsyncGenerator<SourcePage> {
    yield { records: range(1, 2).map((value) => ({ value })), cursor: 1 };
    await tick();
    throw new RemoteError('erp.broken-json', { retryable: false, values: { page: 2 } });
  }
  const erp = node({ group: 'source', behaviour: { kind: 'source', read } });
  const plan = planOf({ erp, put: action() }, 'erp > put');
  const summary = await runInProcess(plan, { host: testHost(), signal: never, pagesInFlight: 1 });
  expect(summary).toMatchObject({ state: 'failed', error: { kind: 'remote', code: 'erp.broken-json' } });
  expect(summary.totals).toMatchObject({ read: 2, written: 2 });
});

test('progress tells rows, counts per box and the rows expected', async () => {
  const seen: unknown[] = [];
  const plan = planOf({ src: numbers(4), same: map((row) => row) }, 'src > same');
  await runInProcess(plan, {
    host: testHost(),
    signal: never,
    pageSize: 2,
    pagesInFlight: 1,
    onProgress: (progress) => seen.push([progress.rows, progress.expected, progress.counts.length]),
  });
  expect(seen).toEqual([
    [2, 4, 3],
    [4, 4, 3],
  ]);
});

test('progress moves within a page, never goes back, and ends at what was counted', async () => {
  const seen: [rows: number, put: number][] = [];
  const put = action({ run: (row) => setTimeout(30, [{ value: row }]) });
  const plan = planOf({ src: numbers(200), put }, 'src > put');
  const putOf = (counts: RunSummary['counts']) =>
    counts.find(({ node, side }) => node === 'put' && side === 'out')?.rows ?? 0;
  const summary = await runInProcess(plan, {
    host: testHost(),
    signal: never,
    pageSize: 100,
    onProgress: ({ rows, counts }) => seen.push([rows, putOf(counts)]),
  });
  expect(seen.filter(([rows]) => rows % 100 !== 0)).not.toEqual([]);
  for (const column of [0, 1] as const) {
    const told = seen.map((one) => one[column]);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(200);
  }
  expect(putOf(summary.counts)).toBe(200);
});

test('a long loop over rows lets timers and other pages have their turn', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  const busy = map((row) => {
    const until = performance.now() + 1;
    while (performance.now() < until);
    return row;
  });
  const plan = planOf({ src: numbers(200), busy }, 'src > busy');
  await runInProcess(plan, { host: testHost(), signal: never, pageSize: 200 });
  clearInterval(timer);
  expect(turns).toBeGreaterThan(2);
});
