import { RemoteError, UserError } from '@eclusa/flow';
import type { EffectRecord } from './ports';
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
import { PutOff } from './put-off';
import { runPage } from './run-page';

const same = map((row) => row);

/** The items whose result was written, in that order. */
const doneOf = ({ writes }: ReturnType<typeof effectLog>): string[] =>
  writes.flatMap((group) => group.flatMap(({ state, item }) => (state === 'done' ? [item] : [])));

test('what is recorded as done or failed is used instead of calling again', async () => {
  const put = action();
  const effects = effectLog([
    { node: 'put', item: '0', state: 'done', result: [{ value: { n: 1, id: 'old' } }] },
    { node: 'put', item: '1', state: 'failed', failure: { kind: 'user', code: 'test.no', values: {} } },
  ]);
  const plan = planOf({ src: numbers(0), put, end: same }, 'src > put', 'put > end');
  const outcome = await run(plan, 'src', range(1, 3), { effects });
  expect(put.ran).toEqual([{ n: 3 }]);
  expect(passed(outcome, 'end')).toEqual([{ n: 1, id: 'old' }, { n: 3 }]);
  expect(outcome.failed).toMatchObject([{ row: 2, error: { code: 'test.no' } }]);
});

test('the intent of a create is durable before its call is made', async () => {
  const effects = effectLog();
  const seen: boolean[] = [];
  const creating = action({
    effect: 'create',
    concurrency: 3,
    async run(row) {
      const item = String(n(row) - 1);
      seen.push(effects.writes.flat().some((record) => record.item === item && record.state === 'intent'));
      return [{ value: row }];
    },
  });
  await run(planOf({ src: numbers(0), creating }, 'src > creating'), 'src', range(1, 7), { effects });
  expect(seen).toEqual(Array(7).fill(true));
});

test('intents of rows in flight together share one write', async () => {
  const effects = effectLog();
  const creating = action({ effect: 'create', concurrency: 8 });
  await run(planOf({ src: numbers(0), creating }, 'src > creating'), 'src', range(1, 64), { effects });
  expect(effects.writes.length).toBeLessThanOrEqual(64 / 8 + 1);
  expect(effects.writes[0]?.map((record) => record.state)).toEqual(Array(8).fill('intent'));
});

test('results are written in groups of at most a hundred', async () => {
  const effects = effectLog();
  const put = action({ effect: 'create', concurrency: 50 });
  await run(planOf({ src: numbers(0), put }, 'src > put'), 'src', range(1, 500), { effects });
  const sizes = effects.writes.map((group) => group.length);
  expect(sizes.every((size) => size <= 100)).toBe(true);
  expect(sizes.length).toBeLessThanOrEqual(20);
  expect(doneOf(effects)).toHaveLength(500);
});

test('the outcome of a page that went well tells its last results, unless one was made by a create', async () => {
  const [harmless, made] = [effectLog(), effectLog()];
  const plan = (put: ReturnType<typeof action>) => planOf({ src: numbers(0), put }, 'src > put');
  await run(plan(action()), 'src', range(1, 3), { effects: harmless });
  await run(plan(action({ effect: 'create' })), 'src', range(1, 3), { effects: made });
  expect(harmless.writes).toEqual([]);
  expect(doneOf(made)).toHaveLength(3);
});

test('an intent without a result is looked up: found is passed on, not found is called again', async () => {
  const intents: EffectRecord[] = ['0', '1'].map((item) => ({ node: 'creating', item, state: 'intent' }));
  const calls: unknown[] = [];
  const creating = action({
    effect: 'create',
    async run(row, call) {
      calls.push([n(row), call.existing ?? null]);
      return [{ value: row }];
    },
    findExisting: async (row) => (n(row) === 1 ? { id: 11 } : null),
  });
  const plan = planOf({ src: numbers(0), creating }, 'src > creating');
  await run(plan, 'src', range(1, 3), { effects: effectLog(intents) });
  expect(calls).toEqual(
    expect.arrayContaining([
      [1, { id: 11 }],
      [2, null],
      [3, null],
    ]),
  );
  expect(calls).toHaveLength(3);
});

test('an intent without a result waits in doubt when the action cannot look', async () => {
  const creating = action({ effect: 'create' });
  const effects = effectLog([{ node: 'creating', item: '0', state: 'intent' }]);
  const plan = planOf({ src: numbers(0), creating }, 'src > creating');
  const { failed, totals } = await run(plan, 'src', range(1, 2), { effects });
  expect(failed).toMatchObject([{ row: 1, input: { n: 1 }, error: { code: 'engine.in-doubt' } }]);
  expect(totals).toMatchObject({ written: 1, failed: 1 });
  expect(creating.ran).toEqual([{ n: 2 }]);
});

test('idempotent actions write no intents', async () => {
  const effects = effectLog();
  await run(planOf({ src: numbers(0), put: action() }, 'src > put'), 'src', range(1, 200), { effects });
  expect(new Set(effects.writes.flat().map((record) => record.state))).toEqual(new Set(['done']));
});

test('every row has its own item at a node, whatever it went through', async () => {
  const effects = effectLog();
  const twice = each((row) => [{ value: row }, { value: row }]);
  const put = action({ effect: 'create' });
  const plan = planOf(
    { src: numbers(0), twice, again: twice, put },
    'src > twice',
    'twice > again',
    'again > put',
    'twice > put',
    'src > put',
  );
  await run(plan, 'src', range(1, 2), { effects });
  const items = doneOf(effects);
  expect(items).toHaveLength(2 * (4 + 2 + 1));
  expect(new Set(items).size).toBe(items.length);
});

test('a row that comes to one node by two ways is two items there', async () => {
  const effects = effectLog();
  const plan = planOf(
    { src: numbers(0), a: same, b: same, put: action({ effect: 'create' }) },
    'src > a',
    'src > b',
    'a > put',
    'b > put',
  );
  await run(plan, 'src', range(1, 2), { effects });
  expect(new Set(doneOf(effects)).size).toBe(4);
});

test('one write is under way at a time, so that a result never lands before its intent', async () => {
  let writing = 0;
  let most = 0;
  const write = async (): Promise<void> => {
    most = Math.max(most, ++writing);
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    writing--;
  };
  const creating = action({
    effect: 'create',
    async run(row) {
      for (let turn = n(row) % 4; turn > 0; turn--) await new Promise((resolve) => setImmediate(resolve));
      return [{ value: row }];
    },
  });
  const plan = planOf({ src: numbers(0), creating }, 'src > creating');
  await run(plan, 'src', range(1, 40), { effects: { load: async () => [], write } });
  expect(most).toBe(1);
});

test('two rows of a page with the same number, as a replay may have, are told apart', async () => {
  const put = action({ effect: 'create' });
  const effects = effectLog();
  const plan = planOf({ src: numbers(0), put }, 'src > put');
  const rows = [1, 2].map((part) => ({ row: 5, value: { part } }));
  const page = { entry: 'src', at: { node: 'put', port: 'in', side: 'input' as const }, rows };
  await runPage(plan, page, { host: testHost(), effects, signal: new AbortController().signal });
  expect(doneOf(effects)).toEqual(['0', '1']);
});

describe('rows with the same share key', () => {
  const category = () =>
    action({
      effect: 'create',
      shareKey: (row) => String(row.category),
      run: async (row) => [{ value: { ...row, id: `id of ${String(row.category)}` } }],
      mergeShared: (row, [leader]) => [{ value: { ...row, id: leader?.value.id ?? null } }],
      findExisting: async () => null,
    });
  const rows = ['a', 'b', 'a', 'a'].map((category, index) => ({ category, n: index }));

  test('make one call and share its result', async () => {
    const share = category();
    const plan = planOf({ src: numbers(0), share, end: same }, 'src > share', 'share > end');
    const outcome = await run(plan, 'src', rows);
    expect(share.ran).toHaveLength(2);
    expect(passed(outcome, 'end')).toEqual(rows.map((row) => ({ ...row, id: `id of ${row.category}` })));
    expect(outcome.totals.written).toBe(4);
  });

  test('use the call that one of them made before a restart', async () => {
    const share = category();
    const done = [{ value: { category: 'a', id: 'made before' } }];
    const effects = effectLog([{ node: 'share', item: '2', state: 'done', result: done }]);
    const plan = planOf({ src: numbers(0), share, end: same }, 'src > share', 'share > end');
    const outcome = await run(plan, 'src', rows, { effects });
    expect(share.ran.map((row) => row.category)).toEqual(['b']);
    expect(passed(outcome, 'end').map((row) => row.id)).toContain('made before');
  });

  test('a key that cannot be told fails its row only', async () => {
    const plan = planOf(
      {
        src: numbers(0),
        strict: action({
          shareKey(row) {
            if (n(row) === 1) throw new UserError('test.no-key');
            return 'k';
          },
          mergeShared: (row) => [{ value: row }],
        }),
      },
      'src > strict',
    );
    const { totals } = await run(plan, 'src', range(1, 3));
    expect(totals).toMatchObject({ failed: 1, written: 2 });
  });
});

test('a log that cannot be written stops the page: nothing is called that would be forgotten', async () => {
  const put = action({ effect: 'create', concurrency: 2 });
  const effects = { load: async () => [], write: async () => Promise.reject(new Error('database is gone')) };
  const plan = planOf({ src: numbers(0), put }, 'src > put');
  await expect(run(plan, 'src', range(1, 9), { effects })).rejects.toThrow('database is gone');
  expect(put.ran).toEqual([]);
});

describe('a page that is aborted withdraws the intents of calls that were not sent', () => {
  async function aborted(error: unknown, findExisting?: () => Promise<null>) {
    const stop = new AbortController();
    const creating = action({
      effect: 'create',
      ...(findExisting && { findExisting }),
      async run() {
        stop.abort(new Error('put off'));
        throw error;
      },
    });
    const effects = effectLog();
    const plan = planOf({ src: numbers(0), creating }, 'src > creating');
    await expect(run(plan, 'src', range(1, 1), { effects, signal: stop.signal })).rejects.toThrow('put off');
    return effects;
  }
  const remote = (uncertain: boolean) => new RemoteError('test.down', { retryable: true, uncertain });

  test('so that nobody has to look whether they happened', async () => {
    for (const effects of [
      await aborted(new PutOff()),
      await aborted(remote(false)),
      await aborted(new PutOff(), async () => null),
    ]) {
      expect(effects.writes.flat().map((record) => record.state)).toEqual(['intent', 'withdrawn']);
      const creating = action({ effect: 'create' });
      const plan = planOf({ src: numbers(0), creating }, 'src > creating');
      const { totals } = await run(plan, 'src', range(1, 1), { effects });
      expect(totals).toMatchObject({ written: 1, failed: 0 });
    }
  });

  test('but not of those that may have been', async () => {
    for (const effects of [
      await aborted(remote(true)),
      await aborted(remote(true), async () => null),
      await aborted(new Error('aborted in flight')),
    ]) {
      expect(effects.writes.flat().map((record) => record.state)).toEqual(['intent']);
    }
  });
});
