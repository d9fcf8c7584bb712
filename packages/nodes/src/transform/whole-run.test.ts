// The boxes that need all rows of a run: what they give, and what they hold meanwhile.
import { NOTE, type Json, type NodeType, type Row } from '@eclusa/flow';
import { countingScratch } from '../counting-scratch.testing';
import { collected, contextOf } from '../harness.testing';
import batch from './batch.node';
import compare from './compare.node';
import distinct from './distinct.node';
import limit from './limit.node';

const rows = (count: number, of: (n: number) => Row = (n) => ({ n })) =>
  Array.from({ length: count }, (_, n) => of(n));

describe('removing duplicates', () => {
  const input: Row[] = [
    { k: 'A', n: 1 },
    { k: 'B', n: 2 },
    { k: 'a', n: 3 },
    { n: 4 },
    { k: 'A', n: 5 },
    { k: '', n: 6 },
  ];
  const kept = async (config: Record<string, Json>) =>
    (await collected(distinct, input, { config })).map(({ n }) => n);

  it('keeps the first or the last of equal keys in the order of the rows, and all without a key', async () => {
    expect(await kept({ keys: [{ expression: 'k' }] })).toEqual([1, 2, 3, 4, 6]);
    expect(await kept({ keys: [{ expression: 'k' }], which: 'last' })).toEqual([2, 3, 4, 5, 6]);
    expect(await kept({ keys: [{ expression: 'k', compare: 'any-case' }] })).toEqual([1, 2, 4, 6]);
    expect(await kept({ keys: [{ expression: 'k' }, { expression: 'n' }] })).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('limiting rows', () => {
  it('counts over all pages of the run and stops reading when it has enough', async () => {
    const config = { most: 3, skip: 4 };
    expect(await collected(limit, rows(20), { config, pageSize: 2 })).toEqual([{ n: 4 }, { n: 5 }, { n: 6 }]);
    expect(await collected(limit, rows(5), { config, pageSize: 2 })).toEqual([{ n: 4 }]);
    expect(await collected(limit, rows(3), { config })).toEqual([]);
    let taken = 0;
    async function* pages() {
      for (; taken < 1000; taken++) yield [{ n: taken }];
    }
    const { behaviour } = limit;
    if (behaviour.kind !== 'barrier') throw new Error('no barrier');
    const context = contextOf(limit, { config });
    for await (const page of behaviour.collect({ in: pages() }, context)) expect(page).toHaveLength(3);
    expect(taken).toBe(7);
  });
});

describe('batching rows', () => {
  it('makes one row of so many across pages, and a last one of what is left', async () => {
    const made = await collected(batch, rows(7), { config: { size: 3, name: 'all' }, pageSize: 2 });
    expect(made).toEqual([
      { count: 3, all: [{ n: 0 }, { n: 1 }, { n: 2 }] },
      { count: 3, all: [{ n: 3 }, { n: 4 }, { n: 5 }] },
      { count: 1, all: [{ n: 6 }] },
    ]);
  });

  it('closes a batch early before it is too large to be sent', async () => {
    const large = rows(5, (n) => ({ n, text: 'x'.repeat(1_500_000) }));
    const made = await collected(batch, large, { config: { size: 100 } });
    expect(made.map(({ count }) => count)).toEqual([2, 2, 1]);
  });
});

describe('comparing two sources', () => {
  const verdicts = async (config: Record<string, Json>, now: Row[], before: Row[]) => {
    const all = await collected(compare, { now, before }, { config: { keys: [{ now: 'k' }], ...config } });
    return all.map(({ [NOTE]: note, k, ...rest }) => [note, k ?? null, rest]);
  };

  it('tells rows apart by key, those of now in their order and then what is gone', async () => {
    const now = [
      { k: 'B', v: 1 },
      { k: 'A', v: 2 },
      { k: 'D', v: 3 },
    ];
    const before = [
      { k: 'C', v: 1 },
      { k: 'A', v: 1 },
      { k: ' B ', v: 1 },
    ];
    expect(await verdicts({ fields: [{ now: 'v' }] }, now, before)).toEqual([
      ['same', 'B', { v: 1 }],
      ['changed', 'A', { v: 2, before: { k: 'A', v: 1 } }],
      ['added', 'D', { v: 3 }],
      ['removed', 'C', { v: 1 }],
    ]);
  });

  it('compares whole rows when no fields are named: members in any order, null like nothing', async () => {
    const now: Row[] = [
      { k: 1, a: { x: 1, y: [1, 2] }, b: null },
      { k: 2, a: '1' },
    ];
    const before: Row[] = [
      { a: { y: [1, 2], x: 1 }, k: 1 },
      { k: 2, a: 1 },
    ];
    expect((await verdicts({}, now, before)).map(([note]) => note)).toEqual(['same', 'changed']);
  });

  it('counts rows without a key as added or removed, and of equal keys the first', async () => {
    const now: Row[] = [
      { k: null, v: 1 },
      { k: 'A', v: 1 },
      { k: 'A', v: 2 },
    ];
    const before: Row[] = [{ v: 9 }, { k: 'A', v: 1 }, { k: 'A', v: 7 }];
    expect((await verdicts({ fields: [{ now: 'v' }] }, now, before)).map(([note, k]) => [note, k])).toEqual([
      ['added', null],
      ['same', 'A'],
      ['removed', null],
    ]);
  });
});

describe.each<[string, NodeType, Record<string, Json>, string[]]>([
  ['removing duplicates', distinct, { keys: [{ expression: 'k' }] }, ['in']],
  ['comparing', compare, { keys: [{ now: 'k' }], fields: [{ now: 'v' }] }, ['now', 'before']],
  ['limiting', limit, { most: 1_000_000 }, ['in']],
  ['batching', batch, { size: 100 }, ['in']],
])('%s', (_name, node, config, ports) => {
  it('holds a few pages of a large run and leaves the scratch empty', async () => {
    const count = 25_000;
    const weightOf = (row: Row) => (Array.isArray(row['rows']) ? row['rows'].length : ports.length);
    // What is settled by key stands for a row of each input.
    const settled = (row: Row) => Array.isArray(row['keys']) && row['keys'].length === 1;
    const counted = countingScratch((row) => (settled(row) ? ports.length : 1));
    async function* pages() {
      for (let at = 0; at < count; at += 500) {
        counted.moved(500);
        yield rows(500, (n) => ({ k: (n + at) * 7, v: n }));
      }
    }
    if (node.behaviour.kind !== 'barrier') throw new Error('no barrier');
    const context = { ...contextOf(node, { config }), scratch: counted.scratch };
    const inputs = Object.fromEntries(ports.map((port) => [port, pages()]));
    let given = 0;
    for await (const page of node.behaviour.collect(inputs, context)) {
      if (!Array.isArray(page)) continue;
      given += page.length;
      counted.moved(-page.reduce((sum, row) => sum + weightOf(row), 0));
    }
    expect(given).toBe(node === batch ? count / 100 : count);
    expect(counted.chunks).toBe(0);
    expect(counted.mostHeld).toBeLessThan(ports.length * 13_000);
  });
});
