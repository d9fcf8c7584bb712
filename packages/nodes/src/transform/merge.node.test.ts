import type { Json, Row } from '@eclusa/flow';
import { countingScratch } from '../counting-scratch.testing';
import { collected, contextOf } from '../harness.testing';
import merge from './merge.node';

const erp: Row[] = [
  { sku: 'B', name: 'Torradeira', stock: 1 },
  { sku: 'A', name: 'Cafeteira' },
  { sku: 'B', name: 'Torradeira again' },
];
const sheet: Row[] = [
  { codigo: 'C', name: 'Mixer' },
  { codigo: ' A ', name: 'CAFETEIRA', stock: 5 },
  { codigo: 'C', name: 'Mixer again' },
];
const keys = [{ first: 'sku', second: 'codigo' }];

const merged = (config: Record<string, Json>, first: Row[] = erp, second: Row[] = sheet) =>
  collected(merge, { first, second }, { config: { keys, ...config } });

describe('merging branches', () => {
  it('gives all rows of the first input, then all of the second, when no policy is chosen', async () => {
    expect(await merged({ keys: [] })).toEqual([...erp, ...sheet]);
    expect(await merged({}, [], sheet)).toEqual(sheet);
  });

  it('gives one row per key, that of the input that wins, where the key was first seen', async () => {
    expect(await merged({ policy: 'first-wins' })).toEqual([erp[0], erp[1], sheet[0]]);
    expect(await merged({ policy: 'second-wins' })).toEqual([erp[0], sheet[1], sheet[0]]);
  });

  it('combines the fields of both rows, and the first input wins on equal names', async () => {
    const rows = await merged({ policy: 'combine' });
    expect(rows).toEqual([
      { sku: 'B', name: 'Torradeira', stock: 1 },
      { sku: 'A', name: 'Cafeteira', codigo: ' A ', stock: 5 },
      { codigo: 'C', name: 'Mixer' },
    ]);
    expect(Object.keys(rows[1] ?? {})).toEqual(['sku', 'name', 'codigo', 'stock']);
  });

  it('keeps every row whose key is missing or empty', async () => {
    const first: Row[] = [{ n: 1 }, { sku: '', n: 2 }, { sku: 'A', n: 3 }];
    const second: Row[] = [{ n: 4 }, { codigo: null, n: 5 }, { codigo: 'A', n: 6 }];
    for (const [policy, numbers] of [
      ['first-wins', [1, 2, 3, 4, 5]],
      ['second-wins', [1, 2, 6, 4, 5]],
      ['combine', [1, 2, 3, 4, 5]],
    ] as const) {
      expect((await merged({ policy }, first, second)).map((row) => row['n'])).toEqual(numbers);
    }
  });

  it('takes the number 123 and the text "123" for one key, and 0123 too when compared as number', async () => {
    const first = [{ id: 123 }, { id: '0123' }];
    const second = [{ id: '123' }];
    const by = (compare: string) => ({ policy: 'first-wins', keys: [{ first: 'id', compare }] });
    expect(await merged(by('text'), first, second)).toEqual(first);
    expect(await merged(by('number'), first, second)).toEqual([{ id: 123 }]);
  });

  it('names the field and the input whose expression fails', async () => {
    const failing = { policy: 'combine', keys: [{ first: 'sku', second: '$parseNumber(name)' }] };
    await expect(merged(failing)).rejects.toMatchObject({
      code: 'nodes.field-not-number',
      values: { field: { en: '$parseNumber(name) (Second)' }, value: 'Mixer' },
    });
  });
});

describe('merging more rows than fit in memory', () => {
  it('spills, and holds a number of rows that does not grow with the inputs', async () => {
    await large(40_000);
  });

  it('gives the same rows in the same order when it collects again', async () => {
    const digests = [await large(12_000), await large(12_000)];
    expect(digests[0]).not.toBe(0);
    expect(digests[1]).toBe(digests[0]);
  });

  /** Merges twice `count` rows, of which half share a key, and answers a number made of all rows in order. */
  async function large(count: number): Promise<number> {
    const { behaviour } = merge;
    if (behaviour.kind !== 'barrier') throw new Error('no barrier');
    const context = contextOf(merge, { config: { policy: 'combine', keys: [{ first: 'id' }] } });
    const weightOf = (row: Row) => ('a' in row && 'b' in row ? 2 : 1);
    const counted = countingScratch(({ row }) => weightOf(row as Row));
    async function* numbers(step: number, rowOf: (id: number) => Row): AsyncIterable<Row[]> {
      for (let at = 0; at < count; at += 500) {
        counted.moved(500);
        yield Array.from({ length: 500 }, (_, n) => rowOf(((at + n) * step) % count));
      }
    }
    const inputs = {
      first: numbers(7919, (id) => ({ id, a: id })),
      second: numbers(104_729, (id) => ({ id: id + count / 2, b: id })),
    };
    let [at, wrong, digest] = [0, 0, 0];
    for await (const page of behaviour.collect(inputs, { ...context, scratch: counted.scratch })) {
      for (const row of page as Row[]) {
        counted.moved(-weightOf(row));
        if (at < count && row['id'] !== (at * 7919) % count) wrong++;
        digest = (digest * 31 + Number(row['id']) + Number(row['b'] ?? 0)) % 1_000_003;
        at++;
      }
    }
    expect({ at, wrong }).toEqual({ at: 1.5 * count, wrong: 0 });
    // Both inputs, then one row per key, 250 at a time.
    expect(counted.writes).toBe((2 * count + 1.5 * count) / 250);
    expect(counted.largestWrite).toBe(250);
    expect(counted.mostHeld).toBeLessThan(30_000);
    expect(counted.chunks).toBe(0);
    return digest;
  }
});
