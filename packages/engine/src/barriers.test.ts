import { NOTE, rowOut } from '@eclusa/flow';
import type { BarrierContext, Row } from '@eclusa/flow';
import { action, each, gather, map, n, node, numbers, planOf, range, testHost } from './flows.testing';
import { memoryScratch } from './memory-scratch';
import type { EntryPage } from './ports';
import { readEntry } from './read-entry';
import { runInProcess } from './run-in-process';

const same = map((row) => row);

async function pages(from: AsyncIterable<EntryPage>): Promise<EntryPage[]> {
  const all: EntryPage[] = [];
  for await (const page of from) all.push(page);
  return all;
}

/** Reads the barrier `gathered` over chunks spooled at its input, going on after `before` pages. */
function readGathered(size: number, chunks: Row[][], before = 0, scratch = memoryScratch()) {
  const plan = planOf({ src: numbers(0), gathered: gather(size) }, 'src > gathered');
  return readEntry(plan, 'gathered', {
    host: testHost({ scratch }),
    cursor: before,
    rowsBefore: before * size,
    pagesBefore: before,
    pageSize: 4,
    signal: new AbortController().signal,
    async *spool() {
      yield* chunks;
    },
  });
}

test('a barrier gives its rows in pages, numbered on their own', async () => {
  const read = await pages(readGathered(3, [range(1, 4), range(5, 7)]));
  expect(read.map((page) => page.rows.map((row) => row.row))).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
  expect(read.map((page) => page.cursor)).toEqual([1, 2, 3]);
});

test('after a restart the pages stored before are left out and the numbers go on', async () => {
  const chunks = [range(1, 4), range(5, 7)];
  const whole = await pages(readGathered(3, chunks));
  expect(await pages(readGathered(3, chunks, 1))).toEqual(whole.slice(1));
  expect(await pages(readGathered(3, chunks, 3))).toEqual([]);
});

test('a page larger than a page is cut', async () => {
  const read = await pages(readGathered(10, [range(1, 9)]));
  expect(read.map((page) => page.rows.length)).toEqual([4, 4, 1]);
});

test('what a barrier left in the scratch is dropped when it ends, also when it fails', async () => {
  for (const fails of [false, true]) {
    const scratch = memoryScratch();
    const untidy = node({
      behaviour: {
        kind: 'barrier',
        async *collect(_inputs: unknown, context: BarrierContext) {
          const kept = await context.scratch.write(range(1, 5));
          await context.scratch.write(range(6, 9));
          for await (const rows of context.scratch.read(kept)) yield rows;
          await context.scratch.drop(kept);
          if (fails) throw new Error('no room');
        },
      },
    });
    const plan = planOf({ src: numbers(1), untidy, end: same }, 'src > untidy', 'untidy > end');
    const signal = new AbortController().signal;
    const { state } = await runInProcess(plan, { host: testHost({ scratch }), signal });
    expect(state).toBe(fails ? 'failed' : 'completed');
    expect(scratch.chunks).toBe(0);
  }
});

test('rows reach a barrier in the order they were read, though their pages ended in another', async () => {
  const seen: number[] = [];
  let turns = 8;
  const slower = each(async (row) => {
    const wait = n(row) % 2 === 1 ? (turns -= 1) : 0;
    for (let turn = 0; turn < wait; turn++) await new Promise((resolve) => setImmediate(resolve));
    return [{ value: row }];
  });
  const see = each((row) => {
    seen.push(n(row));
    return [{ value: row }];
  });
  const plan = planOf(
    { src: numbers(9), slower, all: gather(), see },
    'src > slower',
    'slower > all',
    'all > see',
  );
  const signal = new AbortController().signal;
  await runInProcess(plan, { host: testHost(), signal, pageSize: 1, pagesInFlight: 5 });
  expect(seen).toEqual(range(1, 9).map(n));
});

test('barriers may follow one another, and every stage adds up', async () => {
  const odd = each((row) => (n(row) % 2 === 1 ? [{ value: row }] : []));
  const put = action();
  const plan = planOf(
    { src: numbers(10), odd, first: gather(2), second: gather(2), put },
    'src > odd',
    'odd > first',
    'first > second',
    'second > put',
  );
  const signal = new AbortController().signal;
  const { totals } = await runInProcess(plan, { host: testHost(), signal, pageSize: 3 });
  expect(totals).toEqual({
    read: 10,
    derived: 10,
    written: 5,
    skipped: 5,
    failed: 0,
    waiting: 0,
    collected: 10,
  });
  expect(put.ran.map(n)).toEqual([1, 3, 5, 7, 9]);
});

test('two sources may feed one barrier by different ports', async () => {
  const ports = ['left', 'right'].map((id) => ({
    id,
    type: 'row' as const,
    name: { en: id, es: id, pt: id },
  }));
  const join = node({
    inputs: ports,
    behaviour: {
      kind: 'barrier',
      async *collect({ left, right }) {
        for (const [side, input] of Object.entries({ left, right })) {
          for await (const rows of input ?? []) yield rows.map((row) => ({ ...row, side }));
        }
      },
    },
  });
  const put = action();
  const plan = planOf(
    { a: numbers(2), b: numbers(1), join, put },
    'a > join.right',
    'b > join.left',
    'join > put',
  );
  const { totals } = await runInProcess(plan, { host: testHost(), signal: new AbortController().signal });
  expect(put.ran).toEqual([
    { n: 1, side: 'left' },
    { n: 1, side: 'right' },
    { n: 2, side: 'right' },
  ]);
  expect(totals).toMatchObject({ read: 3, collected: 3, derived: 3, written: 3 });
});

test('rows leave a barrier of several outputs by the one their note names, and carry no note', async () => {
  const parted = node({
    outputs: [
      { ...rowOut, id: 'odd' },
      { ...rowOut, id: 'even' },
    ],
    behaviour: {
      kind: 'barrier',
      async *collect(inputs) {
        for await (const rows of inputs['in'] ?? []) {
          yield rows.map((row) => ({ ...row, [NOTE]: n(row) % 2 === 0 ? 'even' : 'odd' }));
        }
      },
    },
  });
  const [odd, even] = [action(), action()];
  const plan = planOf(
    { src: numbers(5), parted, odd, even },
    'src > parted',
    'parted.odd > odd',
    'parted.even > even',
  );
  const { totals } = await runInProcess(plan, {
    host: testHost(),
    signal: new AbortController().signal,
    pageSize: 2,
  });
  expect(odd.ran).toEqual([{ n: 1 }, { n: 3 }, { n: 5 }]);
  expect(even.ran).toEqual([{ n: 2 }, { n: 4 }]);
  expect(totals.failed).toBe(0);
});
