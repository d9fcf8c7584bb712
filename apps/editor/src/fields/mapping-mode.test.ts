import { suggestion } from './suggest';
import {
  fieldChoices,
  inMode,
  literalExpression,
  literalOf,
  modeOf,
  pathExpression,
  pathOf,
} from './mapping-mode';

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
  ['$parseNumber(preco)', 'formula'],
  ['preco * 2', 'formula'],
  ['a and b', 'formula'],
  ['items[0]', 'formula'],
  ['a.', 'formula'],
  ['{"a": 1}', 'formula'],
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
  expect(inMode('preco * 2', 'field')).toBe('');
  expect(inMode('preco', 'field')).toBe('preco');
});

test('fields of the sample rows are offered with the first value seen, groups opened', () => {
  const choices = fieldChoices([{ a: { 'b c': 1 } }, { a: { 'b c': 2 }, d: 'x' }]);
  expect(choices).toEqual([
    { label: 'a', expression: 'a', sample: { 'b c': 1 } },
    { label: 'a.b c', expression: 'a.`b c`', sample: 1 },
    { label: 'd', expression: 'd', sample: 'x' },
  ]);
});

const target = (id: string, suggest?: string) => ({
  id,
  type: 'any' as const,
  name: { en: id, es: id, pt: id },
  ...(suggest !== undefined && { suggest }),
});

test('a target’s own proposal is used when it gives a value for the first row', () => {
  expect(suggestion(target('basePrice', '$parseNumber(preco)'), [{ preco: '1,5' }])).toBe(
    '$parseNumber(preco)',
  );
});

test('else a field that means the same is proposed, whatever its language', () => {
  expect(suggestion(target('basePrice', 'preco'), [{ vlr_venda: 10 }])).toBe('vlr_venda');
  expect(suggestion(target('quantity'), [{ Estoque: 3 }])).toBe('Estoque');
  expect(suggestion(target('quantity'), [{ cor: 'azul' }])).toBeNull();
});

test('without rows the target’s own proposal is all there is', () => {
  expect(suggestion(target('x', 'preco'), [])).toBe('preco');
  expect(suggestion(target('x'), [])).toBeNull();
});
