import { expressionType } from './expression-type';

test.each([
  ['"taken"', 'text', true],
  ['42', 'number', true],
  ['-1', 'number', true],
  ['true', 'boolean', true],
  ['name & "x"', 'text', true],
  ['a * 2', 'number', false],
  ['status = "A"', 'boolean', true],
  ['stock > 0', 'boolean', false],
  ['[1, 2]', 'list', true],
  ['{ "a": 1 }', 'object', true],
  ['$parseNumber(price)', 'number', false],
  ['$uppercase(name)', 'text', false],
  ['$count(items)', 'number', true],
  ['paid ? "yes" : "no"', 'text', true],
  ['paid ? "yes"', 'text', false],
  ['paid ? "yes" : 1', 'unknown', false],
  ['(1)', 'number', true],
  ['price.base', 'unknown', false],
  ['$nobody(knows)', 'unknown', false],
  ['"open', 'unknown', false],
])('%s is %s', (source, type, always) => {
  expect(expressionType(source)).toEqual({ type, always });
});
