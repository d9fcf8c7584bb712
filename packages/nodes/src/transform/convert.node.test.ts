import fc from 'fast-check';
import type { Json, Row } from '@eclusa/flow';
import { rowsThrough } from '../harness.testing';
import convert from './convert.node';
import { decimalOf, scaled } from './exact-decimal';

const converted = async (line: Record<string, Json>, row: Row) => {
  const config = { conversions: [{ expression: 'v', target: 'out', ...line }] };
  const [emit] = await rowsThrough(convert, { config })(row);
  return emit?.value['out'];
};

describe('converting units', () => {
  it.each([
    [0.29, 'kg', 'g', 290],
    ['1.299,90', 'money', 'cents', 129990],
    [1999, 'cents', 'money', 19.99],
    [1, 'lb', 'g', 453.59237],
    [16, 'oz', 'lb', 1],
    [453.59237, 'g', 'lb', 1],
    [10, 'in', 'cm', 25.4],
    [1.005, 'm', 'mm', 1005],
    [3, 'ft', 'in', 36],
    [-0.35, 'kg', 'g', -350],
    [0, 'kg', 'g', 0],
  ])('%j %s are so many %s: %j', async (v, from, to, expected) => {
    expect(await converted({ from, to }, { v })).toBe(expected);
  });

  it('multiplies by a rate of the form, of a field or of a parameter, and rounds once, halves up', async () => {
    const money = { from: 'money', to: 'money', decimals: 2 };
    expect(await converted({ ...money, rate: '5.43' }, { v: 10.1 })).toBe(54.84);
    expect(await converted({ ...money, rate: 'cotacao' }, { v: '10,00', cotacao: '0,1005' })).toBe(1.01);
    expect(await converted({ from: 'cents', to: 'money', rate: '2' }, { v: 150 })).toBe(3);
    await expect(converted({ ...money, rate: 'cotacao' }, { v: 1 })).rejects.toMatchObject({
      code: 'nodes.rate-missing',
    });
  });

  it('replaces the field itself, also inside an object, and leaves the row that came in alone', async () => {
    const row: Row = { size: { width: 100, height: '' }, n: 1 };
    const conversions = [
      { expression: 'size.width', from: 'mm', to: 'cm' },
      { expression: 'size.height', from: 'mm', to: 'cm' },
      { expression: 'gone', from: 'mm', to: 'cm' },
    ];
    expect(await rowsThrough(convert, { config: { conversions } })(row)).toEqual([
      { value: { size: { width: 10, height: '' }, n: 1 } },
    ]);
    expect(row.size).toEqual({ width: 100, height: '' });
  });

  it('fails a row whose value is no number, and refuses units that do not measure the same', async () => {
    await expect(converted({ from: 'kg', to: 'g' }, { v: 'abc' })).rejects.toMatchObject({
      code: 'nodes.field-not-number',
      values: { field: 'v' },
    });
    await expect(converted({ from: 'kg', to: 'cm' }, {})).rejects.toMatchObject({
      code: 'nodes.units-differ',
    });
    await expect(converted({ expression: 'v * 2', target: '' }, {})).rejects.toMatchObject({
      code: 'nodes.units-target',
    });
  });

  it('takes any number through cents and back unchanged', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        const money = scaled(decimalOf(cents), [{ over: 1n, under: 100n }], 2);
        expect(scaled(decimalOf(money), [{ over: 100n, under: 1n }], 0)).toBe(cents);
      }),
    );
    expect(decimalOf(1e-7)).toEqual({ units: 1n, places: 7 });
    expect(decimalOf(1.5e21)).toEqual({ units: 1_500_000_000_000_000_000_000n, places: 0 });
  });
});
