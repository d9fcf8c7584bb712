import type { Json, Row } from '@eclusa/flow';
import { countingScratch } from '../counting-scratch.testing';
import { collected, contextOf } from '../harness.testing';
import join from './join.node';

const products = [
  { sku: 'C', name: 'Cafeteira' },
  { sku: 'A', name: 'Liquidificador' },
  { sku: 'B', name: 'Torradeira' },
  { sku: 'A', name: 'Liquidificador 220V' },
];
const prices = [
  { codigo: 'B', valor: 3 },
  { codigo: 'X', valor: 9 },
  { codigo: 'A', valor: 1 },
  { codigo: 'A', valor: 2 },
];
const keys = [{ left: 'sku', right: 'codigo' }];

const joined = (
  config: Record<string, Json>,
  left: Row[] = products,
  right: Row[] = prices,
  parameters: Record<string, Json> = {},
) => collected(join, { left, right }, { config: { keys, ...config }, parameters });

/** Which left and right rows met, for short. */
const met = (rows: Row[]) =>
  rows.map((row) => `${String(row['n'])}${String((row['right'] as Row | null)?.['m'])}`);

describe('joining rows', () => {
  it('keeps the order of the left rows and gives one row for each match, in the order of the right', async () => {
    expect(await joined({})).toEqual([
      { sku: 'C', name: 'Cafeteira', right: null },
      { sku: 'A', name: 'Liquidificador', right: { codigo: 'A', valor: 1 } },
      { sku: 'A', name: 'Liquidificador', right: { codigo: 'A', valor: 2 } },
      { sku: 'B', name: 'Torradeira', right: { codigo: 'B', valor: 3 } },
      { sku: 'A', name: 'Liquidificador 220V', right: { codigo: 'A', valor: 1 } },
      { sku: 'A', name: 'Liquidificador 220V', right: { codigo: 'A', valor: 2 } },
    ]);
  });

  it('leaves out rows without a match, or gives those alone and as they came', async () => {
    const inner = await joined({ kind: 'inner', matches: 'first', name: 'preco' });
    expect(inner).toEqual([
      { sku: 'A', name: 'Liquidificador', preco: { codigo: 'A', valor: 1 } },
      { sku: 'B', name: 'Torradeira', preco: { codigo: 'B', valor: 3 } },
      { sku: 'A', name: 'Liquidificador 220V', preco: { codigo: 'A', valor: 1 } },
    ]);
    expect(await joined({ kind: 'left-only', matches: 'list' })).toEqual([{ sku: 'C', name: 'Cafeteira' }]);
  });

  it('puts all matches into a list, which is empty when there is none', async () => {
    const [none, two, one] = await joined({ matches: 'list', into: 'row' });
    expect(none).toEqual({ sku: 'C', name: 'Cafeteira', right: [] });
    expect(two?.['right']).toEqual([prices[2], prices[3]]);
    expect(one?.['right']).toEqual([prices[0]]);
    expect(await joined({ matches: 'list', kind: 'inner' })).toHaveLength(3);
  });

  it('lets the left field stay where both rows have one of that name', async () => {
    const right = [{ sku: 'A', name: 'other', stock: 5 }];
    const rows = await joined({ keys: [{ left: 'sku' }], into: 'row' }, products.slice(0, 2), right);
    expect(rows).toEqual([products[0], { sku: 'A', name: 'Liquidificador', stock: 5 }]);
    expect(Object.keys(rows[1] ?? {})).toEqual(['sku', 'name', 'stock']);
  });

  it('takes the number 123 and the text "123" for equal, blanks around or not', async () => {
    const right = [
      { codigo: 123, m: 1 },
      { codigo: 'Ab', m: 2 },
      { codigo: true, m: 3 },
    ];
    const left = [' 123 ', 'ab', 'true', '0123'].map((sku, n) => ({ sku, n }));
    expect(met(await joined({ kind: 'inner' }, left, right))).toEqual(['01', '23']);
    const anyCase = { kind: 'inner', keys: [{ left: 'sku', right: 'codigo', compare: 'any-case' }] };
    expect(met(await joined(anyCase, left, right))).toEqual(['01', '12', '23']);
  });

  it('compares as numbers where told to, and what is no number matches nothing', async () => {
    const right = ['10,50', '123', 'abc', '', ' '].map((codigo, m) => ({ codigo, m }));
    const left = ['0123', 10.5, 'abc', '', 0].map((sku, n) => ({ sku, n }));
    const asNumber = { kind: 'inner', keys: [{ left: 'sku', right: 'codigo', compare: 'number' }] };
    expect(met(await joined(asNumber, left, right))).toEqual(['01', '10']);
  });

  it('never matches rows whose key is missing or empty, not even with each other', async () => {
    const right: Row[] = [{ m: 1 }, { codigo: null, m: 2 }, { codigo: ' ', m: 3 }, { codigo: 'A', m: 4 }];
    const left: Row[] = [{ n: 1 }, { sku: 'A', n: 2 }, { sku: null, n: 3 }, { sku: '', n: 4 }];
    expect(met(await joined({}, left, right))).toEqual(['1undefined', '24', '3undefined', '4undefined']);
    expect(met(await joined({ kind: 'inner' }, left, right))).toEqual(['24']);
    expect(await joined({ kind: 'left-only' }, left, right)).toEqual([left[0], left[2], left[3]]);
  });

  it('matches by several keys only where all are equal, and tells their values apart', async () => {
    const both = [
      { left: 'a', right: 'a' },
      { left: 'b & $params.suffix', right: 'b & $params.suffix' },
    ];
    const left: Row[] = [
      { a: 'x', b: 'yz', n: 1 },
      { a: 'xy', b: 'z', n: 2 },
      { b: 'z', n: 3 },
    ];
    const right: Row[] = [
      { a: 'xy', b: 'z', m: 1 },
      { b: 'z', m: 2 },
    ];
    const rows = await joined({ kind: 'inner', keys: both }, left, right, { suffix: '-1' });
    expect(met(rows)).toEqual(['21']);
  });

  it('gives all left rows when the right input is empty, and nothing when the left is', async () => {
    expect(await joined({}, products, [])).toHaveLength(4);
    expect(await joined({ kind: 'left-only' }, products, [])).toEqual(products);
    expect(await joined({}, [], prices)).toEqual([]);
  });

  it('names the field and the side whose expression fails', async () => {
    const failing = { keys: [{ left: '$parseNumber(sku)', right: 'codigo' }] };
    await expect(joined(failing)).rejects.toMatchObject({
      code: 'nodes.field-not-number',
      values: { field: { en: '$parseNumber(sku) (Left)', pt: '$parseNumber(sku) (Esquerda)' }, value: 'C' },
    });
  });

  it('stops with a clear error at more rows of one key than may be held, unless the first is enough', async () => {
    const left = [{ sku: 'A' }, { sku: 'B' }];
    const right = [...'AABBBB'].map((codigo) => ({ codigo }));
    await expect(joined({ maxMatches: 3 }, left, right)).rejects.toMatchObject({
      code: 'nodes.join-group-too-large',
      values: { key: 'B', limit: 3 },
    });
    expect(await joined({ maxMatches: 3, matches: 'first' }, left, right)).toHaveLength(2);
    expect(await joined({ maxMatches: 3, kind: 'left-only' }, left, right)).toEqual([]);
    expect(await joined({ maxMatches: 3 }, [{ sku: 'A' }], right)).toHaveLength(2);
  });

  it('cuts pages of long lists short', async () => {
    const left = Array.from({ length: 10 }, (_, n) => ({ sku: 'A', n }));
    const right = Array.from({ length: 40 }, () => ({ codigo: 'A' }));
    const context = contextOf(join, { config: { keys, matches: 'list' }, pageSize: 100 });
    if (join.behaviour.kind !== 'barrier') throw new Error('no barrier');
    const pages: number[] = [];
    const inputs = { left: once(left), right: once(right) };
    for await (const page of join.behaviour.collect(inputs, context)) pages.push((page as Row[]).length);
    expect(pages).toEqual([3, 3, 3, 1]);
  });
});

describe('joining more rows than fit in memory', () => {
  it('spills both sides, and holds a number of rows that does not grow with them', async () => {
    await large(40_000);
  });

  it('gives the same rows in the same order when it collects again', async () => {
    const digests = [await large(12_000), await large(12_000)];
    expect(digests[0]).not.toBe(0);
    expect(digests[1]).toBe(digests[0]);
  });

  /** Joins twice `count` rows, checks what was spilled and held, and answers a number made of all rows in order. */
  async function large(count: number): Promise<number> {
    // Every number below `count` once, in an order of its own.
    const mixed = (at: number, step: number) => (at * step) % count;
    const { behaviour } = join;
    if (behaviour.kind !== 'barrier') throw new Error('no barrier');
    const context = contextOf(join, { config: { keys: [{ left: 'id' }], kind: 'inner' } });
    const counted = countingScratch(({ row }) => ('right' in (row as Row) ? 2 : 1));
    async function* numbers(step: number, rowOf: (id: number) => Row): AsyncIterable<Row[]> {
      for (let at = 0; at < count; at += 500) {
        counted.moved(500);
        yield Array.from({ length: 500 }, (_, n) => rowOf(mixed(at + n, step)));
      }
    }
    const inputs = {
      left: numbers(7919, (id) => ({ id })),
      right: numbers(104_729, (id) => ({ id: String(id), price: id * 2 })),
    };
    let [at, wrong, digest] = [0, 0, 0];
    for await (const page of behaviour.collect(inputs, { ...context, scratch: counted.scratch })) {
      const rows = page as Row[];
      counted.moved(-2 * rows.length);
      for (const row of rows) {
        const { id, right } = row as { id: number; right: { price: number } };
        if (id !== mixed(at++, 7919) || right.price !== id * 2) wrong++;
        digest = (digest * 31 + id + right.price) % 1_000_003;
      }
    }
    expect({ at, wrong }).toEqual({ at: count, wrong: 0 });
    // Left, right and the pairs, 250 at a time.
    expect(counted.writes).toBe((3 * count) / 250);
    expect(counted.largestWrite).toBe(250);
    expect(counted.mostHeld).toBeLessThan(30_000);
    expect(counted.chunks).toBe(0);
    return digest;
  }
});

async function* once(rows: Row[]): AsyncIterable<Row[]> {
  yield rows;
}
