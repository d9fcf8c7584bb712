import type { Json } from '../json';
import { exampleOf } from './example-of';

const order: Json = {
  type: 'object',
  required: ['id', 'items'],
  properties: {
    id: { type: 'string', minLength: 6 },
    status: { enum: ['new', 'paid'] },
    date: { type: 'string', format: 'date' },
    total: { type: ['null', 'number'], exclusiveMinimum: 10 },
    items: { type: 'array', items: { $ref: '#/$defs/item' } },
    either: { oneOf: [{ type: 'integer', minimum: 3 }, { type: 'string' }] },
    both: {
      allOf: [
        { properties: { a: { type: 'boolean' } } },
        { type: 'object', properties: { b: { const: 'x' } } },
      ],
    },
  },
  $defs: {
    item: { type: 'object', required: ['sku'], properties: { sku: { type: 'string', maxLength: 2 } } },
  },
};

test('what it makes has every member of the schema, as its words want it', () => {
  expect(exampleOf(order)).toEqual({
    ...{ id: 'textxx', status: 'new', date: '2026-01-31', total: 11, items: [{ sku: 'te' }], either: 3 },
    both: { a: true, b: 'x' },
  });
});

test('an example of the schema goes before anything made up', () => {
  expect(exampleOf({ type: 'string', examples: ['SKU-1', 'SKU-2'] })).toBe('SKU-1');
});

test('a schema that holds itself, and one that is none, come to an end', () => {
  expect(JSON.stringify(exampleOf({ properties: { child: { $ref: '#' } } }))).toMatch(/^\{"child":/);
  expect([exampleOf(true), exampleOf({ $ref: 'https://elsewhere' })]).toEqual([{}, {}]);
});
