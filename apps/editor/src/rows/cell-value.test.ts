import { typedValue, withMember } from './cell-value';

test.each([
  ['12', 7, 12],
  ['abc', 7, 'abc'],
  ['12', '7', '12'],
  ['', undefined, undefined],
  ['x', undefined, 'x'],
  ['null', 7, null],
  ['5', null, 5],
  ['{"a":1}', { a: 0 }, { a: 1 }],
  ['false', true, false],
])('%j typed over %j is %j', (text, before, value) => {
  expect(typedValue(text, before)).toEqual(value);
});

test('a member is set in its place, or taken out', () => {
  expect(Object.keys(withMember({ a: 1, b: 2 }, 'a', 3))).toEqual(['a', 'b']);
  expect(withMember({ a: 1, b: 2 }, 'a', undefined)).toEqual({ b: 2 });
});
