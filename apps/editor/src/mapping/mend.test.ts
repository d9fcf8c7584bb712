import { allFields, fieldTree, type Json, type MappingTarget } from '@eclusa/flow';
import { mendings } from './mend';

const name = { en: 'x', es: 'x', pt: 'x' };
const number: MappingTarget = { id: 'x', type: 'number', name };
const fieldOf = (...values: Json[]) => allFields(fieldTree(values.map((v) => ({ v }))))[0];
const offered = (...given: Parameters<typeof mendings>) =>
  mendings(...given).map(({ kind, expression }) => [kind, expression]);

test('a number with a comma is read by its comma', () => {
  expect(offered('v', 'nodes.value-not-a-number', number, fieldOf('1.299,90'))).toEqual([
    ['comma', '$parseNumber(v, ",")'],
  ]);
});

test('where a text can be read two ways both are offered', () => {
  expect(offered('v', 'nodes.value-not-a-number', number, fieldOf('1.299'))).toEqual([
    ['comma', '$parseNumber(v, ",")'],
    ['dot', '$parseNumber(v, ".")'],
  ]);
  expect(offered('$parseNumber(v)', 'expression.ambiguous-number', number, fieldOf('1.299'))).toHaveLength(2);
});

test('the unit is mended together with the writing', () => {
  const grams: MappingTarget = { ...number, unit: { ...name, en: 'grams' } };
  const [kilograms] = allFields(fieldTree([{ peso_kg: '0,35' }]));
  expect(offered('peso_kg', 'nodes.value-not-a-number', grams, kilograms)).toEqual([
    ['steps', '$round($parseNumber(peso_kg, ",") * 1000)'],
  ]);
});

test('dates, fractions and long texts are mended by the step they lack', () => {
  const date: MappingTarget = { id: 'x', type: 'date', name };
  expect(offered('v', 'nodes.value-not-a-date', date, fieldOf('23/11/2026'))).toEqual([
    ['steps', '$parseDate(v)'],
  ]);
  const whole: MappingTarget = { id: 'x', type: 'integer', name };
  expect(offered('v', 'nodes.value-not-whole', whole, fieldOf(1.5))).toEqual([['round', '$round(v)']]);
  const short: MappingTarget = { id: 'x', type: 'text', maxLength: 3, name };
  expect(offered('v', 'nodes.value-too-long', short, fieldOf('abcd'))).toEqual([
    ['truncate', '$truncate(v, 3)'],
  ]);
});

test('an empty value can be left out where none is needed', () => {
  const given = ['$parseNumber(v, ",")', 'expression.not-a-number', number, fieldOf('1,5')] as const;
  expect(offered(...given, '')).toEqual([['steps', '$parseNumber($whenEmpty(v), ",")']]);
});

test('what only a person can know is not guessed', () => {
  expect(offered('a * b', 'nodes.value-not-a-number', number, undefined)).toEqual([]);
  expect(offered('v', 'nodes.value-not-a-number', number, fieldOf('a combinar'))).toEqual([]);
});
