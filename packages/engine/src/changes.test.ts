import { UserError, type Json, type Row } from '@eclusa/flow';
import { hashOf } from './changes';
import { action, each, gather, n, node, numbers, passed, planOf, run, testHost } from './flows.testing';
import { memoryChanges } from './memory-changes';
import type { Plan } from './plan';
import { runInProcess } from './run-in-process';
import type { PageOptions } from './run-page';

const unchanged = { id: 'unchanged', type: 'row', name: { en: 'u', es: 'u', pt: 'u' } } as const;
const out = { ...unchanged, id: 'out' };

/** Compares `v` of rows known by `n`. */
const changed = node({
  outputs: [out, unchanged],
  behaviour: {
    kind: 'changes',
    prepare: () => (row) => ({ key: row.n === null ? '' : String(row.n), content: row.v ?? null }),
  },
});

const refuse = (...refused: number[]) =>
  action({
    run: async (row) => {
      if (refused.includes(n(row))) throw new UserError('test.refused', { values: {} });
      return [{ value: row }];
    },
  });

const listed = (rows: Row[]) =>
  node({
    group: 'source',
    behaviour: {
      kind: 'source',
      async *read() {
        yield { records: rows.map((value) => ({ value })), cursor: 1 };
      },
    },
  });

/** One flow over several runs, with the memory that a host keeps between them. */
function flow(write: ReturnType<typeof action> = action()) {
  const plan = planOf({ src: numbers(0), changed, write }, 'src > changed', 'changed > write');
  const memory = memoryChanges();
  const host = testHost({ memory });
  async function next(rows: Row[], options: Partial<PageOptions> = {}, of: Plan = plan) {
    const outcome = await run(of, 'src', rows, { host, ...options });
    memory.keep(outcome.remembered);
    return { sent: passed(outcome, 'write').map((row) => [n(row), row.v]), outcome };
  }
  return { next, memory, host };
}

test('the second identical run sends nothing and counts its rows as unchanged', async () => {
  const { next } = flow();
  const rows = Array.from({ length: 200 }, (_, index) => ({ n: index, v: 'a' }));
  expect((await next(rows)).sent).toHaveLength(200);
  const { sent, outcome } = await next(rows);
  expect(sent).toEqual([]);
  expect(outcome.counts).toContainEqual({ node: 'changed', port: 'unchanged', side: 'out', rows: 200 });
  expect(outcome.totals).toEqual({ written: 0, skipped: 200, failed: 0, waiting: 0, collected: 0 });
});

test('only what is new or differs is sent', async () => {
  const { next } = flow();
  await next([1, 2, 3].map((key) => ({ n: key, v: 'a' })));
  const { sent } = await next([
    { n: 1, v: 'a' },
    { n: 2, v: 'b' },
    { n: 4, v: 'a' },
  ]);
  expect(sent).toEqual([
    [2, 'b'],
    [4, 'a'],
  ]);
});

test('a row that failed comes again, also where the flow goes on with failed rows', async () => {
  for (const edges of [[], ['write.failed > mend']]) {
    const [write, mend] = [refuse(2), action()];
    const nodes = { src: numbers(0), changed, write, mend };
    const plan = planOf(nodes, 'src > changed', 'changed > write', ...edges);
    const { next } = flow(write);
    const rows = [
      { n: 1, v: 'a' },
      { n: 2, v: 'a' },
    ];
    await next(rows, {}, plan);
    expect((await next(rows, {}, plan)).sent).toEqual([[2, 'a']]);
  }
});

test('a row that was filtered out further on is not taken for landed', async () => {
  const drop = each(() => []);
  const plan = planOf(
    { src: numbers(0), changed, drop, write: action() },
    'src > changed',
    'changed > drop',
    'drop > write',
  );
  const { next } = flow();
  expect((await next([{ n: 1, v: 'a' }], {}, plan)).outcome.remembered).toEqual([]);
});

test('rows that wait for a barrier have not landed', async () => {
  const plan = planOf(
    { src: numbers(0), changed, all: gather(), write: action() },
    'src > changed',
    'changed > all',
    'all > write',
  );
  const { next } = flow();
  expect((await next([{ n: 1, v: 'a' }], {}, plan)).outcome.remembered).toEqual([]);
});

test('what is about to be replaced is forgotten first, so that a cut-off page leaves no old state behind', async () => {
  const { next, memory } = flow();
  await next([
    { n: 1, v: 'old' },
    { n: 2, v: 'same' },
  ]);
  const stop = new AbortController();
  const cut = action({ run: async () => (stop.abort(new Error('cut')), []) });
  const plan = planOf({ src: numbers(0), changed, write: cut }, 'src > changed', 'changed > write');
  const rows = [
    { n: 1, v: 'new' },
    { n: 2, v: 'same' },
  ];
  await expect(next(rows, { signal: stop.signal }, plan)).rejects.toThrow('cut');
  expect([...(await memory.load('changed', ['1', '2'])).keys()]).toEqual(['2']);
  expect((await next([{ n: 1, v: 'old' }])).sent).toEqual([[1, 'old']]);
});

test('what a later row of a long page replaces is forgotten as well, though an earlier one was unchanged', async () => {
  const { next, memory } = flow();
  await next([{ n: 0, v: 'old' }]);
  const others = Array.from({ length: 100 }, (_, index) => ({ n: index + 1, v: 'x' }));
  const page = [{ n: 0, v: 'old' }, ...others, { n: 0, v: 'new' }];
  const plan = planOf({ src: numbers(0), changed, write: refuse(0) }, 'src > changed', 'changed > write');
  const { outcome } = await next(page, {}, plan);
  expect(outcome.failed.map(({ row }) => row)).toEqual([102]);
  expect((await memory.load('changed', ['0'])).size).toBe(0);
});

test('a key with two contents in one page is sent for both, and again in the next run', async () => {
  const { next } = flow();
  const rows = [
    { n: 1, v: 'a' },
    { n: 1, v: 'a' },
    { n: 1, v: 'b' },
  ];
  const { sent, outcome } = await next(rows);
  expect(sent).toEqual([
    [1, 'a'],
    [1, 'b'],
  ]);
  expect(outcome.remembered).toEqual([]);
  expect((await next([{ n: 1, v: 'b' }])).sent).toEqual([[1, 'b']]);
});

test('a dry run shows what would be sent, remembers nothing and forgets nothing', async () => {
  const { next, memory } = flow();
  await next([{ n: 1, v: 'a' }]);
  const { sent, outcome } = await next(
    [
      { n: 1, v: 'b' },
      { n: 2, v: 'a' },
    ],
    { dryRun: true },
  );
  expect(sent).toEqual([
    [1, 'b'],
    [2, 'a'],
  ]);
  expect(outcome.remembered).toEqual([]);
  expect((await memory.load('changed', ['1'])).size).toBe(1);
});

test('a row without a key, or with one that is too long, fails with what to do and no other does', async () => {
  const { next } = flow();
  const { sent, outcome } = await next([
    { n: null, v: 1 },
    { n: 'x'.repeat(201), v: 1 },
    { n: 3, v: 1 },
  ]);
  expect(outcome.failed.map(({ row, error }) => [row, error.code])).toEqual([
    [1, 'engine.key-missing'],
    [2, 'engine.key-too-long'],
  ]);
  expect(sent).toEqual([[3, 1]]);
});

test('equal contents have one hash, however their members are ordered', () => {
  expect(hashOf({ a: 1, b: { c: [1, 2], d: null } })).toBe(hashOf({ b: { d: null, c: [1, 2] }, a: 1 }));
  const others: Json[] = [
    { a: 1 },
    { a: '1' },
    { a: [1] },
    { b: 1 },
    { a: null },
    {},
    [],
    null,
    1,
    '1',
    [{ a: 1 }],
  ];
  expect(new Set(others.map((one) => hashOf(one))).size).toBe(others.length);
});

test('a run in this process hands over what landed, for the next run to know', async () => {
  const memory = memoryChanges();
  const rows = [1, 2].map((key) => ({ n: key, v: 'a' }));
  const plan = planOf({ src: listed(rows), changed, write: refuse(2) }, 'src > changed', 'changed > write');
  const { totals } = await runInProcess(plan, {
    host: testHost({ memory }),
    signal: new AbortController().signal,
    onRemembered: (remembered) => memory.keep(remembered),
  });
  expect(totals).toMatchObject({ written: 1, failed: 1 });
  expect([...(await memory.load('changed', ['1', '2'])).keys()]).toEqual(['1']);
});
