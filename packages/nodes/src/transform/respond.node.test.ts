import { rowsThrough } from '../harness.testing';
import respond from './respond.node';

const ruleOf = (config: object) =>
  respond.behaviour.kind === 'transform' ? respond.behaviour.answer?.(config as never) : undefined;

test('the answer holds the fields that are named, or the row as it is', async () => {
  const row = { pedido: '1001', interno: 'x' };
  const mapping = [{ target: 'order.id', expression: 'pedido' }];
  expect(await rowsThrough(respond, { config: { mapping } })(row)).toEqual([
    { value: { order: { id: '1001' } } },
  ]);
  expect(await rowsThrough(respond, { config: { body: 'row', mapping } })(row)).toEqual([{ value: row }]);
});

test('one row is the answer unless it is to be a list, whose length has an end', () => {
  expect(ruleOf({ status: 201, most: 50 })).toEqual({ status: 201, list: false, most: 1 });
  expect(ruleOf({ rows: 'list' })).toEqual({ status: 200, list: true, most: 100 });
  expect(ruleOf({ rows: 'list', most: 50_000 })).toEqual({ status: 200, list: true, most: 1_000 });
});

test('a row that is too large for an answer fails with its size', () => {
  const large = { text: 'é'.repeat(33 * 1024) };
  expect(() => rowsThrough(respond, { config: { body: 'row' } })(large)).toThrow(
    expect.objectContaining({ code: 'nodes.answer-too-large', values: { kilobytes: 67, most: 64 } }) as Error,
  );
});
