// Rows of one key pass each action in the order they were read; rows of other keys do not wait for them.
import { action, flowOf, gather, map, n, range, rowsOf, run, testHost } from './flows.testing';
import { compilePlan } from './plan';
import type { Plan } from './plan';
import { orderHashes } from './row-order';
import { runInProcess } from './run-in-process';

/** A plan whose rows are kept in order by `orderKey`. */
function ordered(orderKey: string | undefined, ...sketch: Parameters<typeof flowOf>): Plan {
  const { document, types } = flowOf(...sketch);
  if (orderKey !== undefined) document.settings = { orderKey };
  return compilePlan(document, types);
}

/** An action whose calls end when they are told to. */
function held(parts: Parameters<typeof action>[0] = {}) {
  const open = new Map<number, () => void>();
  const ended: number[] = [];
  const node = action({
    ...parts,
    run: async (row) => {
      await new Promise<void>((resolve) => open.set(n(row), resolve));
      ended.push(n(row));
      return [{ value: row }];
    },
  });
  /** Ends the call for a row, and lets all that follows from it begin. */
  const end = async (row: number): Promise<void> => {
    open.get(row)?.();
    open.delete(row);
    await settled();
  };
  return { node, open, ended, end, begun: () => [...open.keys()] };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

const read = rowsOf([]);

test('a row begins an action when the one before it with its key has left it, and other keys go on', async () => {
  const write = held({ concurrency: 3 });
  const plan = ordered('n % 2', { read, write: write.node }, 'read > write');
  const running = run(plan, 'read', range(1, 6));
  await settled();
  expect(write.begun()).toEqual([1, 2]);
  await write.end(2);
  expect(write.begun()).toEqual([1, 4]);
  await write.end(1);
  expect(write.begun()).toEqual([4, 3]);
  for (const row of [3, 4, 5, 6]) await write.end(row);
  await running;
  expect(write.ended).toEqual([2, 1, 3, 4, 5, 6]);
});

test('without the setting as many rows as there are lanes are under way, whatever their key', async () => {
  const write = held({ concurrency: 3 });
  const plan = ordered(undefined, { read, write: write.node }, 'read > write');
  const running = run(plan, 'read', range(1, 4));
  await settled();
  expect(write.begun()).toEqual([1, 2, 3]);
  for (const row of [1, 2, 3, 4]) await write.end(row);
  await running;
});

test('rows without a key wait for nothing; rows whose key cannot be worked out wait for each other', async () => {
  for (const [orderKey, begun] of [
    ['nothing', [1, 2, 3]],
    ['$number("x")', [1]],
  ] as const) {
    const write = held();
    const running = run(ordered(orderKey, { read, write: write.node }, 'read > write'), 'read', range(1, 3));
    await settled();
    expect(write.begun()).toEqual(begun);
    for (const row of [1, 2, 3]) await write.end(row);
    await running;
  }
});

test('the key is that of the row as it was read, whatever has become of it on the way', async () => {
  const write = held();
  const rename = map((row) => ({ n: row.n ?? null, of: 'one' }));
  const plan = ordered('code', { read, rename, write: write.node }, 'read > rename', 'rename > write');
  const running = run(
    plan,
    'read',
    range(1, 3).map((row) => ({ ...row, code: n(row) === 2 ? 'b' : 'a' })),
  );
  await settled();
  expect(write.begun()).toEqual([1, 2]);
  for (const row of [1, 2, 3]) await write.end(row);
  await running;
});

test('a failed row makes way for the next of its key', async () => {
  const write = action({ run: async (row) => (n(row) === 1 ? Promise.reject(new Error('no')) : []) });
  const outcome = await run(ordered('"one"', { read, write }, 'read > write'), 'read', range(1, 3));
  expect(write.ran.map(n)).toEqual([1, 2, 3]);
  expect(outcome.totals).toMatchObject({ failed: 1, written: 2 });
});

test('a call that rows share stands for a row only when none of its key comes in between', async () => {
  const sharing = { shareKey: (row: { brand?: unknown }) => String(row.brand), mergeShared: () => [] };
  const write = held({ ...sharing, concurrency: 1 });
  const rows = [
    { n: 1, code: 'a', brand: 'x' },
    { n: 2, code: 'b', brand: 'x' },
    { n: 3, code: 'a', brand: 'y' },
    { n: 4, code: 'a', brand: 'x' },
    { n: 5, code: 'c', brand: 'x' },
  ];
  const running = run(ordered('code', { read, write: write.node }, 'read > write'), 'read', rows);
  await settled();
  for (const row of [1, 2, 3, 4, 5]) await write.end(row);
  await running;
  expect(write.ended).toEqual([1, 3, 4]);
});

test('a lane that had nothing to do takes part again when several rows become free at once', async () => {
  const sharing = { shareKey: (row: { brand?: unknown }) => String(row.brand), mergeShared: () => [] };
  const write = held({ ...sharing, concurrency: 2 });
  const rows = ['a', 'b', 'a', 'b'].map((code, index) => ({
    n: index + 1,
    code,
    brand: index < 2 ? 'x' : code,
  }));
  const running = run(ordered('code', { read, write: write.node }, 'read > write'), 'read', rows);
  await settled();
  expect(write.begun()).toEqual([1]);
  await write.end(1);
  expect(write.begun()).toEqual([3, 4]);
  for (const row of [3, 4]) await write.end(row);
  await running;
});

test('a page run in this process waits for those before it that share a key, and not for others', async () => {
  const write = held();
  const source = rowsInPages([
    [1, 2],
    [12, 3],
    [4, 5],
  ]);
  const plan = ordered('n % 10', { source, write: write.node }, 'source > write');
  const running = runInProcess(plan, { host: testHost(), signal: new AbortController().signal });
  await settled();
  expect(write.begun()).toEqual([1, 2, 4, 5]);
  await write.end(2);
  expect(write.begun()).toEqual([1, 4, 5]);
  await write.end(1);
  expect(write.begun()).toEqual([4, 5, 12, 3]);
  for (const row of [4, 5, 12, 3]) await write.end(row);
  expect(await running).toMatchObject({ state: 'completed', totals: { written: 6 } });
});

test('behind a box that waits for all rows, the key is looked up in the rows that leave it', async () => {
  const write = held();
  const plan = ordered(
    'of',
    {
      source: rowsOf(range(1, 3)),
      all: gather(),
      mark: map((row) => ({ ...row, of: 'same' })),
      write: write.node,
    },
    'source > mark',
    'mark > all',
    'all > write',
  );
  expect(
    await orderHashes(plan, [
      { row: 1, value: { of: 'a' } },
      { row: 2, value: {} },
    ]),
  ).toHaveLength(1);
  expect(await orderHashes(plan, [{ row: 1, value: { n: 1 } }])).toBeNull();
  const running = runInProcess(plan, { host: testHost(), signal: new AbortController().signal });
  await settled();
  expect(write.begun()).toEqual([1]);
  for (const row of [1, 2, 3]) await write.end(row);
  await running;
});

/** A source that gives these rows, a page each. */
function rowsInPages(pages: number[][]): ReturnType<typeof rowsOf> {
  const source = rowsOf([]);
  return {
    ...source,
    behaviour: {
      kind: 'source',
      async *read() {
        for (const page of pages) yield { records: page.map((row) => ({ value: { n: row } })), cursor: 1 };
      },
    },
  };
}
