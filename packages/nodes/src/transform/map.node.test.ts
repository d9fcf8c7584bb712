import type { Json, Row } from '@eclusa/flow';
import { rowsThrough } from '../harness.testing';
import filter from './filter.node';
import map from './map.node';
import choose from './switch.node';
import { itWithSamples, sample } from '../samples.testing';

const mapped = (mapping: Record<string, string>, config = {}, parameters: Record<string, Json> = {}) =>
  rowsThrough(map, {
    config: {
      mapping: Object.entries(mapping).map(([target, expression]) => ({ target, expression })),
      ...config,
    },
    parameters,
  });

describe('mapping fields', () => {
  it('gives only the mapped fields, or keeps the others, and leaves the row that came in alone', async () => {
    const row: Row = { a: 1, b: { c: 2 } };
    const lines = { x: 'a + 1', 'b.d': 'b.c * 2', 'deep.er.est': '"v"' };
    expect(await mapped(lines)(row)).toEqual([{ value: { x: 2, b: { d: 4 }, deep: { er: { est: 'v' } } } }]);
    expect(await mapped(lines, { keep: 'all' })(row)).toEqual([
      { value: { a: 1, x: 2, b: { c: 2, d: 4 }, deep: { er: { est: 'v' } } } },
    ]);
    expect(row).toEqual({ a: 1, b: { c: 2 } });
  });

  it('answers at once, without a promise, where the expressions allow it', () => {
    expect(mapped({ x: 'a', y: '$uppercase(a)' })({ a: 'v' })).toEqual([{ value: { x: 'v', y: 'V' } }]);
  });

  it('leaves out a field whose expression finds nothing', async () => {
    expect(await mapped({ x: 'missing', y: 'a' })({ a: 1 })).toEqual([{ value: { y: 1 } }]);
  });

  it('reaches the parameters of the flow', async () => {
    expect(await mapped({ w: '$params.warehouse' }, {}, { warehouse: '1_1' })({})).toEqual([
      { value: { w: '1_1' } },
    ]);
  });

  it('fails a row with the field and the value that did not fit', () => {
    expect(() => mapped({ 'price.base': '$parseNumber(preco)' })({ preco: 'abc' })).toThrow(
      expect.objectContaining({
        code: 'nodes.field-not-number',
        values: expect.objectContaining({ field: 'price.base', value: 'abc' }) as object,
      }) as Error,
    );
  });

  it.each<[string, string, Json, Json]>([
    ['a Brazilian number', '$parseNumber(v)', '1.299,90', 1299.9],
    ['a price with its currency', '$parseNumber(v)', 'R$ 1.299,90', 1299.9],
    ['an American number', '$parseNumber(v)', '1,299.90', 1299.9],
    ['a number in brackets', '$parseNumber(v)', '(10,50)', -10.5],
    ['a number whose mark is told', '$parseNumber(v, ",")', '1.299', 1299],
    ['a date with the day first', '$parseDate(v)', '23/11/2026', '2026-11-23'],
    ['a date with its time', '$parseDate(v)', '23/11/2026 14:30', '2026-11-23T14:30:00'],
    ['a date of digits alone', '$parseDate(v)', '20261123', '2026-11-23'],
    ['an amount in cents', '$cents(v)', '19,995', 2000],
    ['cents to an amount', '$fromCents(v)', 129990, 1299.9],
    ['S', '$yesNo(v)', 'S', true],
    ['N', '$yesNo(v)', 'n', false],
    ['Ativo', '$yesNo(v)', 'Ativo', true],
    ['a word that alone is yes', '$yesNo(v, "L")', 'L', true],
    ['nothing, with something in its place', '$whenEmpty(v, 0)', '', 0],
    ['null, with something in its place', '$whenEmpty(v, "Sem marca")', null, 'Sem marca'],
  ])('reads %s', async (_name, expression, v, expected) => {
    expect(await mapped({ x: expression })({ v })).toEqual([{ value: { x: expected } }]);
  });

  it('keeps null, leaves out what is missing, and fails a row where a value is asked for', async () => {
    expect(await mapped({ x: 'v' })({ v: null })).toEqual([{ value: { x: null } }]);
    expect(await mapped({ x: '$whenEmpty(v)' })({ v: '' })).toEqual([{ value: {} }]);
    for (const v of [null, '', '  ']) {
      expect(() => mapped({ x: '$required(v)' })({ v })).toThrow('nodes.value-missing');
    }
  });

  it.each([
    ['$parseNumber(v)', '1.299', 'nodes.field-ambiguous-number'],
    ['$parseNumber(v)', '12,3,4', 'nodes.field-not-number'],
    ['$parseDate(v)', '31/02/2026', 'nodes.field-not-date'],
    ['$yesNo(v)', 'talvez', 'nodes.field-failed'],
    ['$cents(v)', 'abc', 'nodes.field-not-number'],
  ])('refuses to guess: %s of "%s"', (expression, v, code) => {
    expect(() => mapped({ x: expression })({ v })).toThrow(expect.objectContaining({ code }) as Error);
  });

  it('refuses a target that is no field', () => {
    expect(() => mapped({ 'a..b': '1' })).toThrow('nodes.map-target');
    expect(() => mapped({ 'a.__proto__.b': '1' })).toThrow('nodes.map-target');
  });

  itWithSamples('maps products as a real Odoo answers them', async () => {
    const recorded = sample('erp-recorded/odoo14-product.template-search_read.json').toString();
    const { result } = JSON.parse(recorded) as { result: Row[] };
    const through = mapped({
      ref: 'default_code',
      price: 'list_price',
      category: '$split(categ_id[1], " / ")',
    });
    expect(await through(result[0] as Row)).toEqual([
      { value: { ref: 'EXP_REST', price: 14, category: ['All', 'Expenses'] } },
    ]);
  });
});

describe('filtering and switching', () => {
  it('sends rows on by the port their condition names', async () => {
    const through = rowsThrough(filter, { config: { condition: 'stock > 0' } });
    expect(await through({ stock: 1 })).toEqual([{ port: 'out', value: { stock: 1 } }]);
    expect(await through({ stock: 0 })).toEqual([{ port: 'rest', value: { stock: 0 } }]);
    expect(await through({})).toEqual([{ port: 'rest', value: {} }]);
  });

  it('takes the first case that matches, or all of them', async () => {
    const cases = [
      { id: 'a', name: 'A', expression: 'n > 1' },
      { id: 'b', name: 'B', expression: 'n > 2' },
    ];
    const first = rowsThrough(choose, { config: { cases } });
    expect(await first({ n: 3 })).toEqual([{ port: 'a', value: { n: 3 } }]);
    expect(await first({ n: 0 })).toEqual([{ port: 'otherwise', value: { n: 0 } }]);
    const all = rowsThrough(choose, { config: { cases, match: 'all' } });
    expect((await all({ n: 3 })).map(({ port }) => port)).toEqual(['a', 'b']);
  });

  it('refuses two cases of one id, and ids that are ports already', () => {
    const cases = (id: string) => ({
      config: {
        cases: [
          { id: 'a', expression: 'x' },
          { id, expression: 'x' },
        ],
      },
    });
    for (const id of ['a', 'failed', 'otherwise', '']) {
      expect(() => rowsThrough(choose, cases(id))).toThrow('nodes.switch-case');
    }
  });
});
