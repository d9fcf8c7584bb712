// Differences are told member by member, and a request is as shown only while nothing of it has changed.
import { equal, isAsShown, memberChanges } from './difference';

test('only members that differ are told, nested ones by their path', () => {
  const before = { a: 1, b: { c: 2, d: [1] }, kept: true };
  expect(memberChanges(before, { a: 1, b: { c: 3, d: [1] }, e: 'new' })).toEqual([
    { name: 'b.c', before: 2, after: 3 },
    { name: 'e', after: 'new' },
  ]);
});

test('what is equal but for order and nulls is the same', () => {
  expect(equal({ a: 1, b: null }, { a: 1 })).toBe(true);
  expect(equal([1, 2], [2, 1])).toBe(false);
});

const shown = { method: 'PUT', url: 'http://x/a/1', body: { price: 10 } };

test('a request with another address, body or method is not the one shown', () => {
  expect(isAsShown(shown, { ...shown })).toBe(true);
  expect(isAsShown(shown, { ...shown, body: { price: 11 } })).toBe(false);
  expect(isAsShown(shown, { ...shown, body: { price: 10, more: 1 } })).toBe(false);
  expect(isAsShown(shown, { ...shown, url: 'http://x/a/2' })).toBe(false);
  expect(isAsShown(shown, { ...shown, method: 'PATCH' })).toBe(false);
});

test('the same request over another state is not what was shown', () => {
  const over = (before: number) => ({
    ...shown,
    difference: { kind: 'update' as const, members: [{ name: 'price', before, after: 10 }] },
  });
  expect(isAsShown(over(5), over(5))).toBe(true);
  expect(isAsShown(over(5), over(6))).toBe(false);
});

test('an id that could not be known stands for any, one segment only', () => {
  const open = { method: 'PUT', url: 'http://x/a/%28new%29/price', body: { id: '(new)', price: 10 } };
  expect(isAsShown(open, { ...open, url: 'http://x/a/7/price', body: { id: 7, price: 10 } })).toBe(true);
  expect(isAsShown(open, { ...open, url: 'http://x/a/7/8/price', body: { id: 7, price: 10 } })).toBe(false);
});
