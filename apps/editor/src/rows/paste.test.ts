import { parsePasted } from './paste';

test('cells of a spreadsheet come with tabs, and stay texts', () => {
  expect(parsePasted('codigo\tpreco\r\n0012\t1.299,90\r\n13\t7\r\n')).toEqual({
    rows: [
      { codigo: '0012', preco: '1.299,90' },
      { codigo: '13', preco: '7' },
    ],
  });
});

test('cells in quotes hold line ends, tabs and quotes', () => {
  expect(parsePasted('a\tb\n"x\ty\nz"\t"say ""hi"""')).toEqual({ rows: [{ a: 'x\ty\nz', b: 'say "hi"' }] });
});

test('a CSV with semicolons keeps its commas, one with commas works too', () => {
  expect(parsePasted('sku;preco\n1;10,5')).toEqual({ rows: [{ sku: '1', preco: '10,5' }] });
  expect(parsePasted('sku,name\n1,x')).toEqual({ rows: [{ sku: '1', name: 'x' }] });
});

test('lines and columns without anything in them are left out, short lines are filled up', () => {
  expect(parsePasted('a\t\tb\n\t\t\n1\tlost\n')).toEqual({ rows: [{ a: '1', b: '' }] });
});

test('JSON of one object or of a list of them', () => {
  expect(parsePasted(' {"a": 1} ')).toEqual({ rows: [{ a: 1 }] });
  expect(parsePasted('[{"a": null}, {"b": [1]}]')).toEqual({ rows: [{ a: null }, { b: [1] }] });
});

test.each([
  ['[1]', 'json'],
  ['[]', 'json'],
  ['{"a": ', 'json'],
  ['only one line', 'titles'],
  ['', 'titles'],
  ['a\ta\n1\t2', 'twice'],
])('%j is refused: %s', (text, fault) => {
  expect(parsePasted(text)).toEqual({ fault });
});
