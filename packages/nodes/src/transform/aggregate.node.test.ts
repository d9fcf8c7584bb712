import { collected } from '../harness.testing';
import aggregate from './aggregate.node';

const config = (measures: object[], groups: object[] = [], more = {}) => ({
  config: { groups, measures, ...more } as never,
});

describe('aggregating rows', () => {
  const rows = [
    { sku: 'A', qty: 1, price: 0.1, name: 'x' },
    { sku: 'B', qty: 2, price: 5, name: 'y' },
    { sku: 'A', qty: 3, price: 0.2, name: 'z' },
    { sku: 'A', qty: null, price: '', name: null },
  ];

  it('computes every operation per group, in the order the groups came, and leaves empty values out', async () => {
    const measures = ['sum', 'count', 'min', 'max', 'average', 'first', 'last', 'list'].map((operation) => ({
      name: operation,
      operation,
      expression: 'qty',
    }));
    expect(await collected(aggregate, rows, config(measures, [{ name: 'sku', expression: 'sku' }]))).toEqual([
      { sku: 'A', sum: 4, count: 2, min: 1, max: 3, average: 2, first: 1, last: 3, list: [1, 3] },
      { sku: 'B', sum: 2, count: 1, min: 2, max: 2, average: 2, first: 2, last: 2, list: [2] },
    ]);
  });

  it('makes one group of all rows when none is named, and adds cents without drift', async () => {
    const measures = [
      { name: 'total', operation: 'sum', expression: 'price' },
      { name: 'rows', operation: 'count' },
    ];
    expect(await collected(aggregate, rows, config(measures))).toEqual([{ total: 5.3, rows: 4 }]);
    const cents = Array.from({ length: 100_000 }, () => ({ price: 0.01 }));
    expect(await collected(aggregate, cents, config(measures))).toEqual([{ total: 1000, rows: 100_000 }]);
  });

  it('says which value is not a number rather than leave it out of a sum', async () => {
    const measures = [{ name: 'total', operation: 'sum', expression: 'name' }];
    await expect(collected(aggregate, rows, config(measures))).rejects.toMatchObject({
      code: 'nodes.aggregate-not-number',
      values: { name: 'total', value: 'x' },
    });
  });

  it('stops with a clear error at more groups than allowed', async () => {
    const many = Array.from({ length: 20 }, (_, n) => ({ n }));
    const options = config([{ name: 'c', operation: 'count' }], [{ expression: 'n' }], { maxGroups: 10 });
    await expect(collected(aggregate, many, options)).rejects.toMatchObject({
      code: 'nodes.too-many-groups',
      values: { limit: 10 },
    });
  });
});
