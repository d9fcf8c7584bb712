import { isLike, isMeant } from './store-place';

test.each([
  ['nfe-1.XML', 'nfe-*.xml', true],
  ['a.zip', '*.xml, *.zip', true],
  ['a/nfe-1.xml', '*.xml', false],
  ['a.xml', '**/*.xml', true],
  ['a/b/c.xml', '**/*.xml', true],
  ['a/b/c.xml', 'a/**/c.xml', true],
  ['a/c.xml', 'a/**/c.xml', true],
  ['a/b/c.xml', 'a/*/c.xml', true],
  ['a/b/d/c.xml', 'a/*/c.xml', false],
  ['a/b/c/b/c.xml', '**/b/c.xml', true],
  ['b/c/d.xml', '**/b/c.xml', false],
  ['anything', '', true],
] as const)('%s is meant by %s: %s', (path, pattern, is) => {
  expect(isMeant(path, pattern)).toBe(is);
});

test('a subject with a stroke is no path', () => {
  expect(isLike('Nota 12/2026 emitida', '*nota*')).toBe(true);
});

test('a pattern of many stars is quick', () => {
  const stars = '*a'.repeat(40);
  expect(isMeant('a'.repeat(5_000), `${stars}b`)).toBe(false);
  expect(isMeant('a/'.repeat(500) + 'a', `${'**/a/'.repeat(40)}b`)).toBe(false);
});
