import { existsSync } from 'node:fs';
import type { Row } from '@eclusa/flow';
import { diskScratch } from './disk-scratch';
import { linesOf } from './lines';
import { folder, removeFolders, write } from './terminal.testing';

afterAll(removeFolders);

async function all<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const piece of pieces) found.push(piece);
  return found;
}

test('rows come back as they were written, in pages, whatever their text holds', async () => {
  const scratch = diskScratch();
  const rows: Row[] = Array.from({ length: 1200 }, (_, n) => ({ n, text: 'a\u2028b\nc\r\u2029"é😀' }));
  const chunk = await scratch.write(rows);
  const pages = await all(scratch.read(chunk));
  expect(pages.map((page) => page.length)).toEqual([500, 500, 200]);
  expect(pages.flat()).toEqual(rows);
  await scratch.close();
});

test('what is dropped is gone, and closing leaves nothing behind', async () => {
  const scratch = diskScratch();
  const [first, second] = [await scratch.write([{ a: 1 }]), await scratch.write([{ a: 2 }])];
  await scratch.drop(first);
  expect([existsSync(first), existsSync(second)]).toEqual([false, true]);
  await scratch.close();
  expect(existsSync(second)).toBe(false);
  await diskScratch().close();
});

test('lines end at line feeds only, with or without a carriage return, and over pieces of the file', async () => {
  const long = 'x'.repeat(300 * 1024);
  const file = write(folder(), 'a.txt', `\uFEFFone\r\n\u2028two\n\n${long}\nlast`);
  expect(await all(linesOf(file))).toEqual(['one', '\u2028two', '', long, 'last']);
});
