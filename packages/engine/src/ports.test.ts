import { UserError } from '@eclusa/flow';
import { setTimeout } from 'node:timers/promises';
import {
  action,
  each,
  effectLog,
  map,
  n,
  numbers,
  passed,
  planOf,
  range,
  run,
  testHost,
} from './flows.testing';
import type { PageProgress } from './ports';
import { runPage } from './run-page';

const same = map((row) => row);
const evenOrOdd = each((row) => [{ port: n(row) % 2 === 0 ? 'even' : 'odd', value: row }]);

test('rows leave by the port they are emitted to', async () => {
  const plan = planOf(
    { src: numbers(0), split: evenOrOdd, a: same, b: same },
    'src > split',
    'split.even > a',
    'split.odd > b',
  );
  const outcome = await run(plan, 'src', range(1, 5));
  expect(passed(outcome, 'a').map(n)).toEqual([2, 4]);
  expect(passed(outcome, 'b').map(n)).toEqual([1, 3, 5]);
});

test('one port may feed several nodes, and branches may meet again in page order', async () => {
  const plan = planOf(
    { src: numbers(0), split: evenOrOdd, tens: map((row) => ({ n: n(row) * 10 })), meet: same },
    'src > split',
    'split.odd > tens',
    'split.even > meet',
    'tens > meet',
  );
  expect(passed(await run(plan, 'src', range(1, 4)), 'meet').map(n)).toEqual([10, 2, 30, 4]);
});

test('a node with several inputs is told by which one a row came', async () => {
  const inputs = ['left', 'right'].map((id) => ({
    id,
    type: 'row' as const,
    name: { en: id, es: id, pt: id },
  }));
  const tell = each((row, port) => [{ value: { ...row, port } }], { inputs });
  const plan = planOf(
    { src: numbers(0), split: evenOrOdd, tell },
    'src > split',
    'split.even > tell.left',
    'split.odd > tell.right',
  );
  const outcome = await run(plan, 'src', range(1, 3));
  expect(passed(outcome, 'tell', 'out')).toEqual([
    { n: 1, port: 'right' },
    { n: 2, port: 'left' },
    { n: 3, port: 'right' },
  ]);
  expect(outcome.counts).toContainEqual({ node: 'tell', port: 'right', side: 'in', rows: 2 });
});

test('a node that changes its input cannot change what another branch sees', async () => {
  const spoil = each((row) => {
    row.n = 99;
    return [{ value: row }];
  });
  const plan = planOf({ src: numbers(0), a: spoil, b: same }, 'src > a', 'src > b');
  const outcome = await run(plan, 'src', range(1, 1));
  expect(passed(outcome, 'b')).toEqual([{ n: 1 }]);
  expect(outcome.failed[0]?.error.code).toBe('bug.unexpected');
});

test('a transform may answer later', async () => {
  const later = each(async (row) => [{ value: { n: n(row) + 1 } }]);
  const plan = planOf({ src: numbers(0), later, end: same }, 'src > later', 'later > end');
  expect(passed(await run(plan, 'src', range(1, 3)), 'end').map(n)).toEqual([2, 3, 4]);
});

test('results of an action keep the order of the page however long each call takes', async () => {
  const slowFirst = action({
    concurrency: 4,
    async run(row) {
      for (let turns = 5 - n(row); turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve));
      return [{ value: row }];
    },
  });
  const plan = planOf({ src: numbers(0), slowFirst, end: same }, 'src > slowFirst', 'slowFirst > end');
  expect(passed(await run(plan, 'src', range(1, 4)), 'end').map(n)).toEqual([1, 2, 3, 4]);
});

test('counts are kept per node, side and port, and samples are the first three rows', async () => {
  const plan = planOf({ src: numbers(0), split: evenOrOdd, end: same }, 'src > split', 'split.odd > end');
  const outcome = await run(plan, 'src', range(1, 9), { sampleSize: 3 });
  expect(outcome.counts).toEqual([
    { node: 'src', port: 'out', side: 'out', rows: 9 },
    { node: 'split', port: 'in', side: 'in', rows: 9 },
    { node: 'split', port: 'odd', side: 'out', rows: 5 },
    { node: 'split', port: 'even', side: 'out', rows: 4 },
    { node: 'end', port: 'in', side: 'in', rows: 5 },
    { node: 'end', port: 'out', side: 'out', rows: 5 },
  ]);
  expect(passed(outcome, 'end').map(n)).toEqual([1, 3, 5]);
});

test('nodes are prepared once for many pages of one host', async () => {
  let prepared = 0;
  const counted = {
    ...same,
    behaviour: { kind: 'transform' as const, prepare: () => (prepared++, () => []) },
  };
  const plan = planOf({ src: numbers(0), counted }, 'src > counted');
  const host = testHost();
  await run(plan, 'src', range(1, 2), { host });
  await run(plan, 'src', range(3, 4), { host });
  expect(prepared).toBe(1);
  await run(plan, 'src', range(3, 4), { host: testHost() });
  expect(prepared).toBe(2);
});

test('a row that enters a node again, as a replay does, runs from there on', async () => {
  const plan = planOf({ src: numbers(0), a: same, b: same }, 'src > a', 'a > b');
  const page = {
    entry: 'src',
    at: { node: 'b', port: 'in', side: 'input' as const },
    rows: [{ row: 37, value: { n: 37 } }],
  };
  const { signal } = new AbortController();
  const outcome = await runPage(plan, page, { host: testHost(), effects: effectLog(), signal });
  expect(outcome.counts.map((count) => count.node)).toEqual(['b', 'b']);
  expect(outcome.totals.written).toBe(1);
});

test('a row replayed into a source, or into a node disabled since, goes on from there', async () => {
  const { signal } = new AbortController();
  const put = action();
  const off = { type: each(() => []), disabled: true };
  const plan = planOf({ src: numbers(0), off, put }, 'src > off', 'off > put');
  for (const at of ['src', 'off']) {
    const rows = [{ row: 37, value: { from: at } }];
    const page = { entry: 'src', at: { node: at, port: 'in', side: 'input' as const }, rows };
    const { totals } = await runPage(plan, page, { host: testHost(), effects: effectLog(), signal });
    expect(totals.written).toBe(1);
  }
  expect(put.ran).toEqual([{ from: 'src' }, { from: 'off' }]);
});

test('rows reach the last action before the first action has done the whole page', async () => {
  const order: string[] = [];
  const note = (name: string) =>
    action({
      run: (row) => {
        order.push(name);
        return Promise.resolve([{ value: row }]);
      },
    });
  const plan = planOf(
    { src: numbers(0), first: note('first'), last: note('last') },
    'src > first',
    'first > last',
  );
  await run(plan, 'src', range(1, 500));
  expect(order.filter((name) => name === 'first')).toHaveLength(500);
  expect(order).toHaveLength(1000);
  expect(order.indexOf('last')).toBeLessThan(100);
});

test('the counts so far are told while a page is worked on, and grow to the outcome', async () => {
  const told: PageProgress[] = [];
  const slow = () =>
    action({
      run: async (row) => {
        await setTimeout(25);
        if (Number(row.n) % 7 === 0) throw new UserError('test.seventh');
        return [{ value: row }, { value: row }];
      },
    });
  const plan = planOf({ src: numbers(0), one: slow(), two: slow() }, 'src > one', 'one > two');
  const outcome = await run(plan, 'src', range(1, 64), { onProgress: (progress) => told.push(progress) });
  const byPort = (counts: PageProgress['counts']) =>
    new Map(counts.map(({ node, side, port, rows }) => [`${node} ${side} ${port}`, rows]));
  // All rows travel together here: what is told is told from the middle of an action.
  expect(told[0]?.rows).toBeLessThan(64);
  let before = { rows: 0, counts: [] as PageProgress['counts'] };
  for (const next of [...told, { rows: 64, counts: outcome.counts }]) {
    const counts = byPort(next.counts);
    expect(next.rows).toBeGreaterThanOrEqual(before.rows);
    for (const [port, rows] of byPort(before.counts)) expect(counts.get(port)).toBeGreaterThanOrEqual(rows);
    before = next;
  }
});
