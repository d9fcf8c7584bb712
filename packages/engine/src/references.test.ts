// What rows find in tables of codes, what is stored of a page, and what becomes of a row whose code is unknown.
import { rowOut, UserError, type LookupBy, type Row } from '@eclusa/flow';
import { action, each, n, node, numbers, passed, planOf, run, testHost } from './flows.testing';
import { memoryReferences } from './memory-references';
import type { Plan } from './plan';
import type { Host } from './ports';
import { runInProcess } from './run-in-process';
import type { PageOptions } from './run-page';

const missing = { ...rowOut, id: 'missing' };

const lookup = (by: LookupBy = 'key') =>
  node({
    outputs: [rowOut, missing],
    behaviour: {
      kind: 'lookup',
      prepare: () => ({
        ...{ table: 'skus', by },
        code: (row) => (row.code === null ? '' : String(row.code ?? row.n)),
        found: (row, found) => ({ ...row, found }),
      }),
    },
  });

const remember = (keepFirst = false) =>
  node({
    behaviour: {
      kind: 'remember',
      prepare: () => ({
        ...{ table: 'skus', keepFirst },
        pair: (row) => ({ key: String(row.code ?? row.n), value: String(row.id ?? '') }),
      }),
    },
  });

/** Tables with `1` → `one`; how often they were asked. */
function tables(canWait: boolean) {
  const memory = memoryReferences({ skus: [{ key: '1', value: 'one' }] });
  const asked: string[][] = [];
  const references: Host['references'] & Pick<typeof memory, 'keep'> = {
    ...memory,
    canWait,
    find(table, by, codes) {
      asked.push([...codes]);
      return memory.find(table, by, codes);
    },
  };
  return { references, asked };
}

const looking = (...edges: string[]) =>
  planOf({ src: numbers(0), lookup: lookup(), write: action() }, 'src > lookup', 'lookup > write', ...edges);

function through(plan: Plan, rows: Row[], canWait = true, more: Partial<PageOptions> = {}) {
  const { references, asked } = tables(canWait);
  const outcome = run(plan, 'src', rows, { host: testHost({ references }), ...more });
  return outcome.then((done) => ({ outcome: done, asked, references }));
}

test('a known code goes on with what was found, an unknown one waits and is no failure', async () => {
  const { outcome, asked } = await through(looking(), [{ n: 1 }, { n: 2 }, { n: 1 }]);
  expect(passed(outcome, 'write')).toEqual([
    { n: 1, found: 'one' },
    { n: 1, found: 'one' },
  ]);
  expect(outcome.totals).toEqual({ written: 2, skipped: 0, failed: 0, waiting: 1, collected: 0 });
  expect(outcome.failed).toMatchObject([
    {
      node: 'lookup',
      port: 'in',
      row: 2,
      input: { n: 2 },
      waitsFor: { table: 'skus', by: 'key', code: '2' },
    },
  ]);
  expect(outcome.counts).toContainEqual({ node: 'lookup', port: 'missing', side: 'out', rows: 1 });
  expect(asked).toEqual([['1', '2']]);
});

test('with something attached to the port, rows with an unknown code leave by it and none waits', async () => {
  const nodes = { src: numbers(0), lookup: lookup(), write: action(), create: action() };
  const plan = planOf(nodes, 'src > lookup', 'lookup > write', 'lookup.missing > create');
  const { outcome } = await through(plan, [{ n: 1 }, { n: 2 }]);
  expect(passed(outcome, 'create')).toEqual([{ n: 2 }]);
  expect(outcome.totals).toMatchObject({ written: 2, waiting: 0, failed: 0 });
});

test('where nothing can wait, and in a dry run, a row with an unknown code fails and says which', async () => {
  for (const [canWait, dryRun] of [
    [false, false],
    [true, true],
  ] as const) {
    const { outcome } = await through(looking(), [{ n: 1 }, { n: 2 }], canWait, { dryRun });
    expect(outcome.totals).toMatchObject({ failed: 1, waiting: 0 });
    expect(outcome.failed[0]).toMatchObject({
      error: { code: 'engine.code-unknown', values: { table: 'skus', code: '2' } },
    });
    expect(outcome.failed[0]).not.toHaveProperty('waitsFor');
  }
});

test('a row that waits in one branch and is written in another counts as waiting', async () => {
  const nodes = { src: numbers(0), lookup: lookup(), write: action(), other: action() };
  const plan = planOf(nodes, 'src > lookup', 'lookup > write', 'src > other');
  const { outcome } = await through(plan, [{ n: 2 }]);
  expect(passed(outcome, 'other')).toHaveLength(1);
  expect(outcome.totals).toEqual({ written: 0, skipped: 0, failed: 0, waiting: 1, collected: 0 });
});

test('a row without a code, or with one that is too long, fails and no other does', async () => {
  const { outcome } = await through(looking(), [{ code: null }, { code: 'x'.repeat(201) }, { n: 1 }]);
  expect(outcome.failed.map(({ row, error }) => [row, error.code])).toEqual([
    [1, 'engine.code-empty'],
    [2, 'engine.code-too-long'],
  ]);
  expect(outcome.totals).toMatchObject({ failed: 2, waiting: 0, written: 1 });
});

test('a later piece of a page finds what an earlier one saved, though the table does not have it yet', async () => {
  // The first 64 rows go through together; row 100 comes after them.
  const other = each((row) => [{ value: row, port: n(row) < 100 ? 'out' : 'late' }], {
    outputs: [rowOut, { ...rowOut, id: 'late' }],
  });
  const nodes = { src: numbers(0), other, save: remember(), lookup: lookup(), write: action() };
  const plan = planOf(nodes, 'src > other', 'other > save', 'other.late > lookup', 'lookup > write');
  const rows: Row[] = Array.from({ length: 99 }, (_, index) => ({
    n: index + 1,
    code: 'x',
    id: `id${index}`,
  }));
  const { outcome, references } = await through(plan, [...rows, { n: 100, code: 'x' }]);
  expect(passed(outcome, 'write')).toEqual([{ n: 100, code: 'x', found: 'id98' }]);
  expect(outcome.saved).toEqual([{ table: 'skus', key: 'x', value: 'id98', keepFirst: false }]);
  expect(await references.find('skus', 'key', ['x'])).toEqual(new Map());
});

test('what is known already stays where the first is to be kept, within the page as well', async () => {
  const plan = planOf({ src: numbers(0), save: remember(true) }, 'src > save');
  const rows = [
    { n: 1, id: 'uno' },
    { n: 2, id: 'two' },
    { n: 2, id: 'dos' },
  ];
  const { outcome } = await through(plan, rows);
  expect(outcome.saved).toEqual([{ table: 'skus', key: '2', value: 'two', keepFirst: true }]);
  expect(outcome.totals).toMatchObject({ written: 3 });
});

test('a key is found by its value, not by a value it no longer has, and not when several keys have it', async () => {
  const nodes = { src: numbers(0), save: remember(), lookup: lookup('value') };
  const plan = planOf(nodes, 'src > save', 'save > lookup');
  const rows = [
    { code: '1', id: 'new' },
    { code: 'one', id: 'both' },
    { code: 'new', id: 'x' },
    { code: 'both', id: 'y' },
    { code: 'z', id: 'both' },
  ];
  const { outcome } = await through(plan, rows);
  expect(passed(outcome, 'lookup', 'out')).toEqual([{ code: 'new', id: 'x', found: '1' }]);
  expect(outcome.failed.map(({ row, error }) => [row, error.code])).toEqual([
    [1, 'engine.code-unknown'],
    [2, 'engine.code-unknown'],
    [4, 'engine.code-ambiguous'],
    [5, 'engine.code-unknown'],
  ]);
});

test('a dry run stores no pair, but its rows find it', async () => {
  const plan = planOf({ src: numbers(0), save: remember(), lookup: lookup() }, 'src > save', 'save > lookup');
  const { outcome } = await through(plan, [{ n: 5, id: 'five' }], true, { dryRun: true });
  expect(passed(outcome, 'lookup', 'out')).toEqual([{ n: 5, id: 'five', found: 'five' }]);
  expect(outcome.saved).toEqual([]);
});

test('a row that fails after its code was remembered leaves the code behind: what was created is there', async () => {
  const refuse = action({
    run: async () => {
      throw new UserError('test.refused', { values: {} });
    },
  });
  const plan = planOf({ src: numbers(0), save: remember(), refuse }, 'src > save', 'save > refuse');
  const { outcome } = await through(plan, [{ n: 5, id: 'five' }]);
  expect(outcome.totals).toMatchObject({ failed: 1 });
  expect(outcome.saved).toHaveLength(1);
});

test('a run in this process hands over what each page saved, for the pages after it', async () => {
  const references = memoryReferences();
  const source = node({
    group: 'source',
    behaviour: {
      kind: 'source',
      async *read() {
        yield { records: [{ value: { n: 1, id: 'uno' } }], cursor: 1 };
        yield { records: [{ value: { n: 1 } }], cursor: 2 };
      },
    },
  });
  const split = each((row) => [{ value: row, port: row.id ? 'out' : 'ask' }], {
    outputs: [rowOut, { ...rowOut, id: 'ask' }],
  });
  const nodes = { src: source, split, save: remember(), lookup: lookup(), write: action() };
  const plan = planOf(nodes, 'src > split', 'split > save', 'split.ask > lookup', 'lookup > write');
  const { totals } = await runInProcess(plan, {
    host: testHost({ references }),
    signal: new AbortController().signal,
    pagesInFlight: 1,
    onSaved: (saved) => references.keep(saved),
  });
  expect(totals).toMatchObject({ read: 2, failed: 0, waiting: 0 });
  expect(await references.find('skus', 'key', ['1'])).toEqual(new Map([['1', ['uno']]]));
});
