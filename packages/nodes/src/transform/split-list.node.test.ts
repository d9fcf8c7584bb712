import type { Json, Row } from '@eclusa/flow';
import { rowsThrough } from '../harness.testing';
import split from './split-list.node';

const order: Row = { id: 1, cart: { total: 9, items: [{ sku: 'A' }, { sku: 'B' }] } };

const rowsOf = async (config: Record<string, Json>, row: Row = order) =>
  (await rowsThrough(split, { config })(row)).map(({ value }) => value);

describe('splitting a list into rows', () => {
  it('puts each entry into a field and keeps the rest of the row, also around a list deep inside', async () => {
    expect(await rowsOf({ list: 'cart.items' })).toEqual([
      { id: 1, cart: { total: 9 }, item: { sku: 'A' } },
      { id: 1, cart: { total: 9 }, item: { sku: 'B' } },
    ]);
    expect(order).toEqual({ id: 1, cart: { total: 9, items: [{ sku: 'A' }, { sku: 'B' }] } });
  });

  it('keeps all of the row, or nothing of it', async () => {
    expect(await rowsOf({ list: 'cart.items', keep: 'none', place: 'row' })).toEqual([
      { sku: 'A' },
      { sku: 'B' },
    ]);
    const [first] = await rowsOf({ list: 'cart.items', keep: 'all', name: 'line', position: 'n' });
    expect(first).toEqual({ ...order, line: { sku: 'A' }, n: 1 });
  });

  it('takes one entry for a list of one, and texts into their field', async () => {
    expect(await rowsOf({ list: 'x', place: 'row' }, { x: { sku: 'A' } })).toEqual([{ sku: 'A' }]);
    expect(await rowsOf({ list: 'x', place: 'row', name: 'size' }, { ref: 7, x: ['P', 'M'] })).toEqual([
      { ref: 7, size: 'P' },
      { ref: 7, size: 'M' },
    ]);
  });

  it('splits what a formula finds', async () => {
    const rows = await rowsOf(
      { list: 'x[n > 1]', keep: 'none', place: 'row' },
      { x: [{ n: 1 }, { n: 2 }, { n: 3 }] },
    );
    expect(rows).toEqual([{ n: 2 }, { n: 3 }]);
  });

  it.each([[[]], [null], ['']])('leaves out, keeps or fails a row whose list is %j', async (x) => {
    const row = { id: 1, x } as Row;
    expect(await rowsOf({ list: 'x' }, row)).toEqual([]);
    expect(await rowsOf({ list: 'x', empty: 'keep' }, row)).toEqual([{ id: 1 }]);
    await expect(rowsOf({ list: 'x', empty: 'fail' }, row)).rejects.toMatchObject({
      code: 'nodes.list-empty',
    });
    expect(await rowsOf({ list: 'gone' }, row)).toEqual([]);
  });

  it('refuses a list that would fill the memory', async () => {
    const row = { x: Array.from({ length: 10_001 }, (_, n) => n) };
    await expect(rowsOf({ list: 'x' }, row)).rejects.toMatchObject({
      code: 'nodes.list-too-large',
      values: { count: 10_001, limit: 10_000 },
    });
  });
});
