// Rows as JSON text, a page at a time.
import type { Row } from '@eclusa/flow';

/** One JSON list, a row per line. */
export async function* jsonText(pages: AsyncIterable<Row[]>): AsyncIterable<string> {
  let separator = '[\n';
  for await (const page of pages) {
    if (page.length === 0) continue;
    yield separator + page.map((row) => JSON.stringify(row)).join(',\n');
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

/** One JSON object per line. */
export async function* ndjsonText(pages: AsyncIterable<Row[]>): AsyncIterable<string> {
  for await (const page of pages) yield page.map((row) => `${JSON.stringify(row)}\n`).join('');
}
