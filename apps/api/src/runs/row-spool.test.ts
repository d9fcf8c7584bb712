import type { Request } from 'express';
import { Readable } from 'node:stream';
import { bodyOf } from './body-bytes';
import { rowsOfBody } from './body-rows';
import { RowSpool } from './row-spool';

function* lines(rows: number): Generator<Buffer> {
  const filler = 'x'.repeat(250);
  for (let from = 0; from < rows; from += 500) {
    const block = Array.from({ length: 500 }, (_, n) => `{"n":${from + n},"text":"${filler}"}\n`);
    yield Buffer.from(block.join(''));
  }
}

/** Reads so many rows from a body, keeps and gives them back; the most memory seen meanwhile, in MB. */
async function mostFor(rows: number): Promise<number> {
  let most = 0;
  const look = () => (most = Math.max(most, process.memoryUsage().rss / 2 ** 20));
  const request = Object.assign(Readable.from(lines(rows)), { headers: {} }) as unknown as Request;
  const spool = await RowSpool.open();
  const bytes = bodyOf(request, { bytes: 2 ** 30, idleMs: 10_000 });
  for await (const { line, row } of rowsOfBody(bytes, 'ndjson')) {
    await spool.add(row);
    if (line % 1_000 === 0) look();
  }
  await spool.end();
  let given = 0;
  for await (const page of spool.read()) {
    given += page.rowCount;
    look();
  }
  await spool.close();
  expect([given, spool.rows]).toEqual([rows, rows]);
  return most;
}

test('memory does not grow with the rows of a body', async () => {
  const few = await mostFor(50_000);
  // 55 MB of text, and several times as much as objects.
  const many = await mostFor(200_000);
  process.stdout.write(`RSS: ${few.toFixed(0)} MB with 50,000 rows, ${many.toFixed(0)} MB with 200,000\n`);
  expect(many - few).toBeLessThan(80);
}, 60_000);
