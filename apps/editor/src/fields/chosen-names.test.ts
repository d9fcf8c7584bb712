import { lastWord, namesIn, withName } from './chosen-names';

test('a chosen name stands behind the others', () => {
  expect(withName('', 'codigo', '')).toBe('codigo');
  expect(withName('codigo', 'preco', '')).toBe('codigo, preco');
});

test('what was typed to find a name gives way to it', () => {
  expect(withName('codigo, pre', 'preco', 'pre')).toBe('codigo, preco');
  expect(lastWord('codigo, pre')).toBe('pre');
});

test('a name that is chosen again is taken out', () => {
  expect(withName('codigo, preco', 'codigo', '')).toBe('preco');
  expect(namesIn(' a ,, b')).toEqual(['a', 'b']);
});
