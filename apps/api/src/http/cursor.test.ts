import { randomUUID } from 'node:crypto';
import { pageOf, readCursor, writeCursor } from './cursor';

test('a cursor comes back as it was written', () => {
  expect(readCursor(writeCursor(['2026-01-01', 7]), 'text', 'small')).toEqual(['2026-01-01', 7]);
  const place = [new Date().toISOString(), randomUUID(), 2 ** 40];
  expect(readCursor(writeCursor(place), 'time', 'id', 'whole')).toEqual(place);
  expect(readCursor(undefined, 'text')).toBeNull();
});

test.each([
  'x',
  writeCursor([1]),
  Buffer.from('{"a":1}').toString('base64url'),
  Buffer.from('[[],{}]').toString('base64url'),
])('what is not ours is refused: %s', (cursor) => {
  expect(() => readCursor(cursor, 'text', 'text')).toThrow('api.cursor-invalid');
});

test.each([
  ['time', 'infinity'],
  ['time', '2026-13-01T00:00:00.000Z'],
  ['time', 7],
  ['id', 'x'],
  ['small', 2 ** 31],
  ['small', '1'],
  ['whole', 2 ** 60],
  ['whole', 1.5],
  ['text', 1],
] as const)('a cursor that holds no %s is refused before the database sees it: %s', (form, part) => {
  expect(() => readCursor(writeCursor([part]), form)).toThrow('api.cursor-invalid');
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
