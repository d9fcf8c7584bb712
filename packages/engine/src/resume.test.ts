// A process may die between any two steps. Whatever was durable then, the page must come out the same in the end.
import { RemoteError } from '@eclusa/flow';
import type { Row } from '@eclusa/flow';
import fc from 'fast-check';
import { action, each, effectLog, map, n, numbers, passed, planOf, range, run } from './flows.testing';
import type { EffectLog, EffectRecord, PageOutcome } from './ports';

/** The other side: remembers every thing made and every value set, across deaths of ours. */
interface Store {
  made: string[];
  set: Map<string, Row>;
}

/** One life of a process: it dies at its step number `diesAt`; what comes after never happened. */
class Life {
  private steps = 0;
  private readonly death = new AbortController();

  constructor(
    private readonly diesAt: number,
    private readonly durable: EffectRecord[],
  ) {}

  get signal(): AbortSignal {
    return this.death.signal;
  }

  step(): void {
    if (this.steps++ === this.diesAt) this.death.abort(new Error('killed'));
    if (this.death.signal.aborted) throw new Error('killed');
  }

  readonly effects: EffectLog = {
    load: async () => [...this.durable],
    write: async (records) => {
      this.step();
      await new Promise((resolve) => setImmediate(resolve));
      if (this.death.signal.aborted) throw new Error('killed');
      this.durable.push(...(JSON.parse(JSON.stringify(records)) as EffectRecord[]));
      this.step();
    },
  };
}

interface Shape {
  rows: number;
  concurrency: number;
  looks: boolean;
  shares: boolean;
}

/** src → twice → make (create) → set (idempotent) → end, and src → set besides. */
function flow(store: Store, life: Life, { concurrency, looks, shares }: Shape) {
  const key = (row: Row): string => `${String(row.n)}/${String(row.part ?? '-')}`;
  const category = (row: Row): string => (shares ? String(n(row) % 3) : key(row));
  const twice = each((row) =>
    n(row) % 4 === 0 ? [] : ['a', 'b'].map((part) => ({ value: { ...row, part } })),
  );
  const make = action({
    effect: 'create',
    concurrency,
    async run(row, { existing }) {
      life.step();
      if (!existing) store.made.push(category(row));
      await new Promise((resolve) => setImmediate(resolve));
      life.step();
      return [{ value: { ...row, id: `id of ${category(row)}` } }];
    },
    ...(looks && {
      findExisting: async (row) => {
        life.step();
        return store.made.includes(category(row)) ? { id: `id of ${category(row)}` } : null;
      },
    }),
    ...(shares && {
      shareKey: category,
      mergeShared: (row, [leader]) => [{ value: { ...row, id: leader?.value.id ?? null } }],
    }),
  });
  const set = action({
    concurrency,
    async run(row) {
      life.step();
      store.set.set(key(row), row);
      if (n(row) === 5) throw new RemoteError('store.refused', { retryable: false });
      return [{ value: row }];
    },
  });
  return planOf(
    { src: numbers(0), twice, make, set, end: map((row) => row) },
    'src > twice',
    'twice > make',
    'make > set',
    'src > set',
    'set > end',
  );
}

/** Runs the page, dying as told, until it comes out. */
async function live(
  shape: Shape,
  deaths: readonly number[],
): Promise<{ store: Store; outcome: PageOutcome }> {
  const store: Store = { made: [], set: new Map() };
  const durable: EffectRecord[] = [];
  for (const diesAt of [...deaths, Infinity]) {
    const life = new Life(diesAt, durable);
    const options = { effects: life.effects, signal: life.signal };
    try {
      const outcome = await run(flow(store, life, shape), 'src', range(1, shape.rows), options);
      return { store, outcome };
    } catch (error) {
      expect(String(error)).toContain('killed');
    }
  }
  throw new Error('the last life does not die');
}

const shapes = fc.record({
  rows: fc.integer({ min: 1, max: 9 }),
  concurrency: fc.integer({ min: 1, max: 5 }),
  shares: fc.boolean(),
});
const deaths = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 4 });

test('stopped at any checkpoints and resumed, the same rows come out and nothing is made twice', async () => {
  await fc.assert(
    fc.asyncProperty(shapes, deaths, async (parts, at) => {
      const shape = { ...parts, looks: true };
      const undisturbed = await live(shape, []);
      const { store, outcome } = await live(shape, at);
      expect(new Set(store.made).size).toBe(store.made.length);
      expect([...store.made].sort()).toEqual([...undisturbed.store.made].sort());
      expect(store.set).toEqual(undisturbed.store.set);
      expect(outcome).toEqual(undisturbed.outcome);
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('without a way to look, a row is made once or waits in doubt, and no other row is lost', async () => {
  await fc.assert(
    fc.asyncProperty(shapes, deaths, async (parts, at) => {
      const shape = { ...parts, looks: false };
      const { store, outcome } = await live(shape, at);
      expect(new Set(store.made).size).toBe(store.made.length);
      const entered = passed(outcome, 'make').length;
      const doubtful = outcome.failed.filter((row) => row.error.code === 'engine.in-doubt').length;
      expect(passed(outcome, 'make', 'out').length + doubtful).toBe(entered);
      const { written, skipped, failed, collected } = outcome.totals;
      expect(written + skipped + failed + collected).toBe(shape.rows);
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('a page that was finished but not stored makes no call when it is run again', async () => {
  const effects = effectLog();
  const first = { store: { made: [], set: new Map() } as Store, life: new Life(Infinity, []) };
  const shape = { rows: 6, concurrency: 3, looks: true, shares: false };
  const plan = flow(first.store, first.life, shape);
  const outcome = await run(plan, 'src', range(1, 6), { effects });
  const made = first.store.made.length;
  first.store.set.clear();
  expect(await run(plan, 'src', range(1, 6), { effects })).toEqual(outcome);
  expect([first.store.made.length, first.store.set.size]).toEqual([made, 0]);
});
