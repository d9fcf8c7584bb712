import type { MappingLine, Row } from '@eclusa/flow';
import { rowsThrough } from '../harness.testing';
import formula from './formula.node';

const lines = (columns: Record<string, string>): MappingLine[] =>
  Object.entries(columns).map(([target, expression]) => ({ target, expression }));

describe('formula columns', () => {
  it('adds and replaces fields, each line on what those above it have filled', async () => {
    const row: Row = { a: 1, inner: { b: 2 } };
    const through = rowsThrough(formula, {
      config: { columns: lines({ a: 'a + 1', c: 'a * 10', 'inner.d': 'c + inner.b' }) },
    });
    expect(await through(row)).toEqual([{ value: { a: 2, c: 20, inner: { b: 2, d: 22 } } }]);
    expect(row).toEqual({ a: 1, inner: { b: 2 } });
  });

  it('goes on in the same order where a formula takes its time', async () => {
    const slow = '($f := function($n) { $n < 1 ? 0 : 1 + $f($n - 1) }; $f(a))';
    const through = rowsThrough(formula, { config: { columns: lines({ b: slow, c: 'b + 1' }) } });
    expect(await through({ a: 4 })).toEqual([{ value: { a: 4, b: 4, c: 5 } }]);
  });

  it('changes only the rows for which the condition holds', async () => {
    const through = rowsThrough(formula, {
      config: { columns: lines({ a: '0' }), condition: 'b = true' },
    });
    expect(await through({ a: 1, b: true })).toEqual([{ value: { a: 0, b: true } }]);
    expect(await through({ a: 1 })).toEqual([{ value: { a: 1 } }]);
  });

  it('leaves a field as it was when its formula finds nothing', async () => {
    const through = rowsThrough(formula, { config: { columns: lines({ a: 'missing' }) } });
    expect(await through({ a: 1 })).toEqual([{ value: { a: 1 } }]);
  });

  it('fails the row with the name of the column', () => {
    const through = rowsThrough(formula, { config: { columns: lines({ preco: '$parseNumber(preco)' }) } });
    expect(() => through({ preco: 'abc' })).toThrow(
      expect.objectContaining({ code: 'nodes.field-not-number' }) as Error,
    );
  });
});
