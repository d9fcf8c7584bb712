import { sentence, UserError, type Json } from '@eclusa/flow';
import { coerce } from './coerce';
import { target, type Target } from './targets';

const name = { en: 'Base price', es: 'Precio base', pt: 'Preço base' };

function codeOf(field: Target, value: Json | undefined): string | undefined {
  try {
    coerce('x', field, value);
    return undefined;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    for (const locale of ['en', 'es', 'pt'] as const) {
      expect(sentence(error.code, error.values, locale)).toContain(name[locale]);
      expect(sentence(error.code, error.values, locale)).not.toMatch(/\{\w+\}/);
    }
    return error.code;
  }
}

test.each<[keyof typeof target, Json, Json]>([
  ['number', 12.5, 12.5],
  ['number', ' 12.50 ', 12.5],
  ['number', '-3', -3],
  ['integer', '42', 42],
  ['text', ' a b ', 'a b'],
  ['text', 7, '7'],
  ['boolean', 'Sim', true],
  ['boolean', 'não', false],
  ['boolean', 0, false],
  ['date', '2026-11-23', '2026-11-23T00:00:00'],
  ['date', '2026-11-23 10:00:00', '2026-11-23T10:00:00'],
  ['list', 'a', ['a']],
  ['list', ['a', 'b'], ['a', 'b']],
])('a %s takes %j as %j', (type, value, typed) => {
  expect(coerce('x', target[type](name), value)).toEqual(typed);
});

test.each<[keyof typeof target, Json, string]>([
  ['number', 'abc', 'nodes.value-not-a-number'],
  ['number', '1.299,90', 'nodes.value-not-a-number'],
  ['number', true, 'nodes.value-not-a-number'],
  ['number', [1], 'nodes.value-not-a-number'],
  ['integer', 1.5, 'nodes.value-not-whole'],
  ['integer', 1e300, 'nodes.value-not-whole'],
  ['text', { a: 1 }, 'nodes.value-not-a-text'],
  ['boolean', 'maybe', 'nodes.value-not-yes-or-no'],
  ['date', '23/11/2026', 'nodes.value-not-a-date'],
  ['date', '2026-13-40', 'nodes.value-not-a-date'],
])('a %s refuses %j with %s', (type, value, code) => {
  expect(codeOf(target[type](name), value)).toBe(code);
});

test('limits of a field are kept', () => {
  expect(codeOf(target.number(name, { min: 0 }), -0.01)).toBe('nodes.value-too-small');
  expect(codeOf(target.number(name, { max: 10 }), 11)).toBe('nodes.value-too-large');
  expect(codeOf(target.text(name, { maxLength: 3 }), 'abcd')).toBe('nodes.value-too-long');
  const choices = [{ value: 'a', name }];
  expect(codeOf(target.text(name, { choices }), 'b')).toBe('nodes.value-not-a-choice');
});

test('nothing to send is nothing, unless the field is required', () => {
  for (const empty of [undefined, null, '', '  ']) {
    expect(coerce('x', target.text(name), empty)).toBeUndefined();
    expect(codeOf(target.number(name, { required: true }), empty)).toBe('nodes.value-missing');
  }
  expect(coerce('x', target.number(name, { required: true }), 0)).toBe(0);
});

test('an id that a dry run cannot know passes there and nowhere else', () => {
  expect(coerce('x', target.integer(name), '(new)', true)).toBe('(new)');
  expect(codeOf(target.integer(name), '(new)')).toBe('nodes.value-not-a-number');
});
