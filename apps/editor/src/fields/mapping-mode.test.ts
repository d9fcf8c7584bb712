import { pathExpression, pathOf } from '@eclusa/flow';
import { fieldChoices, inMode, literalExpression, literalOf, modeOf, valueAt } from './mapping-mode';

test.each([
  ['preco', 'field'],
  ['price.base', 'field'],
  ['`preço total`.valor', 'field'],
  ['', 'field'],
  ['"fixed"', 'text'],
  ["'fixed'", 'text'],
  ['12.5', 'text'],
  ['true', 'text'],
  ['null', 'text'],
  ['$parseNumber(preco)', 'field'],
  ['preco * 2', 'field'],
  ['preco * custo', 'formula'],
  ['a and b', 'formula'],
  ['items[0]', 'field'],
  ['items[1]', 'formula'],
  ['a.', 'formula'],
  ['{"a": 1}', 'group'],
])('%s is filled as %s', (expression, mode) => {
  expect(modeOf(expression)).toBe(mode);
});

test('a path survives being read and written, names with spaces included', () => {
  expect(pathExpression(['preço total', 'valor'])).toBe('`preço total`.valor');
  expect(pathOf('`preço total`.valor')).toEqual(['preço total', 'valor']);
  expect(pathExpression(['or'])).toBe('`or`');
  expect(pathOf('true')).toBeNull();
});

test('a fixed value keeps its quotes and line breaks', () => {
  const typed = 'he said "no"\nand left';
  expect(literalOf(literalExpression(typed))).toBe(typed);
});

test('a fixed value becomes a number only where a number is wanted', () => {
  expect(literalExpression('12.50', 'number')).toBe('12.5');
  expect(literalExpression('12.50', 'text')).toBe('"12.50"');
  expect(literalExpression('abc', 'number')).toBe('"abc"');
  expect(literalExpression('true', 'boolean')).toBe('true');
});

test('a formula keeps what was there; other modes start empty when it does not fit', () => {
  expect(inMode('preco', 'formula')).toBe('preco');
  expect(inMode('preco', 'text')).toBe('');
  expect(inMode('preco * custo', 'field')).toBe('');
  expect(inMode('preco', 'field')).toBe('preco');
});

test('fields of the sample rows are offered with the first value seen, groups opened', () => {
  const choices = fieldChoices([{ a: { 'b c': 1 } }, { a: { 'b c': 2 }, d: 'x' }]);
  expect(choices).toMatchObject([
    { label: 'a', expression: 'a', sample: { 'b c': 1 } },
    { label: 'a.b c', expression: 'a.`b c`', sample: 1 },
    { label: 'd', expression: 'd', sample: 'x' },
  ]);
});

test('the value of a row at a path is that of the first entry within lists', () => {
  const row = { items: [{ sku: 'A' }, { sku: 'B' }], a: { b: 1 } };
  expect(valueAt(row, ['items', 'sku'])).toBe('A');
  expect(valueAt(row, ['a', 'b'])).toBe(1);
  expect(valueAt(row, ['a', 'c', 'd'])).toBeUndefined();
});
