import { pageOf, readCursor, writeCursor } from './cursor';

test('a cursor comes back as it was written', () => {
  expect(readCursor(writeCursor(['2026-01-01', 7]), 2)).toEqual(['2026-01-01', 7]);
  expect(readCursor(undefined, 2)).toBeNull();
});

test.each([
  'x',
  writeCursor([1]),
  Buffer.from('{"a":1}').toString('base64url'),
  Buffer.from('[[],{}]').toString('base64url'),
])('what is not ours is refused: %s', (cursor) => {
  expect(() => readCursor(cursor, 2)).toThrow('api.cursor-invalid');
});

test('a page has a next one only when a row is left over', () => {
  const page = (rows: number[]) =>
    pageOf(
      rows,
      2,
      (row) => [row],
      (row) => row * 10,
    );
  expect(page([1, 2])).toEqual({ items: [10, 20] });
  expect(page([1, 2, 3])).toEqual({ items: [10, 20], nextCursor: writeCursor([2]) });
  expect(page([])).toEqual({ items: [] });
});
