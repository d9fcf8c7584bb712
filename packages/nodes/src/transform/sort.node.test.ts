import type { Row } from '@eclusa/flow';
import { collected, contextOf } from '../harness.testing';
import { externalSort } from './external-sort';
import sort from './sort.node';
import { sortOrder } from './sort-order';

const names = (rows: Row[]) => rows.map((row) => row['name']);

describe('sorting rows', () => {
  it('compares text as the language does: accents and numbers where a person looks for them', async () => {
    const rows = ['Zebra', 'Óculos', 'SKU-10', 'anel', 'SKU-2', 'Ovo'].map((name) => ({ name }));
    const keys = [{ expression: 'name' }];
    expect(names(await collected(sort, rows, { config: { keys } }))).toEqual([
      'anel',
      'Óculos',
      'Ovo',
      'SKU-2',
      'SKU-10',
      'Zebra',
    ]);
    expect(names(await collected(sort, rows, { config: { keys, locale: 'none' } }))).toEqual([
      'Ovo',
      'SKU-10',
      'SKU-2',
      'Zebra',
      'anel',
      'Óculos',
    ]);
  });

  it('reads numbers and dates as Brazil writes them, and puts what is neither last', async () => {
    const rows = ['10,5', 'abc', '1.299,90', '', '9'].map((name) => ({ name }));
    const up = { keys: [{ expression: 'name', type: 'number' }] };
    expect(names(await collected(sort, rows, { config: up }))).toEqual(['9', '10,5', '1.299,90', 'abc', '']);
    const down = { keys: [{ expression: 'name', type: 'number', direction: 'down' }] };
    expect(names(await collected(sort, rows, { config: down }))).toEqual([
      '1.299,90',
      '10,5',
      '9',
      'abc',
      '',
    ]);
    const dates = ['02/01/2026', '01/12/2025', '2025-12-24'].map((name) => ({ name }));
    const byDate = { keys: [{ expression: 'name', type: 'date' }] };
    expect(names(await collected(sort, dates, { config: byDate }))).toEqual([
      '01/12/2025',
      '2025-12-24',
      '02/01/2026',
    ]);
  });

  it('sorts more rows than it holds, keeps equal rows in their order, and leaves the scratch empty', async () => {
    const context = contextOf(sort);
    const chunks = new Set<string>();
    let largest = 0;
    const scratch = {
      ...context.scratch,
      async write(rows: readonly Row[]) {
        largest = Math.max(largest, rows.length);
        const id = await context.scratch.write(rows);
        chunks.add(id);
        return id;
      },
      async drop(id: string) {
        chunks.delete(id);
        await context.scratch.drop(id);
      },
    };
    const count = 20_000;
    const rows = Array.from({ length: count }, (_, n) => ({ key: (n * 7919) % 100, n }));
    async function* pages() {
      for (let at = 0; at < count; at += 100) yield rows.slice(at, at + 100);
    }
    const order = sortOrder([{ expression: 'key', type: 'number', down: false }], 'pt', {});
    const options = { ...order, scratch, pageSize: 500, signal: context.signal, runRows: 1000, fanIn: 4 };
    const sorted: Row[] = [];
    for await (const page of externalSort(pages(), options)) sorted.push(...page);

    const expected = [...rows].sort((a, b) => a.key - b.key);
    expect(sorted.findIndex((row, at) => row['n'] !== expected[at]?.n)).toBe(-1);
    expect(sorted).toHaveLength(count);
    expect(largest).toBeLessThanOrEqual(1000);
    expect([...chunks]).toEqual([]);
  });

  it('names the field whose expression fails', async () => {
    const config = { keys: [{ expression: '$parseNumber(name)', type: 'number' }] };
    await expect(collected(sort, [{ name: 'abc' }], { config })).rejects.toMatchObject({
      code: 'nodes.field-not-number',
      values: { field: '$parseNumber(name)', value: 'abc' },
    });
  });
});
