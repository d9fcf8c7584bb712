// Cuts a stream of rows into pages, holding one of them.
import type { Row } from '@eclusa/flow';

/** `rows` in pages of `pageSize`. A row may weigh more than one, so that pages of large rows are shorter. */
export async function* inPages(
  rows: AsyncIterable<Row>,
  pageSize: number,
  weightOf: (row: Row) => number = () => 1,
): AsyncIterable<Row[]> {
  let page: Row[] = [];
  let weight = 0;
  for await (const row of rows) {
    page.push(row);
    weight += weightOf(row);
    if (weight < pageSize) continue;
    yield page;
    page = [];
    weight = 0;
  }
  if (page.length > 0) yield page;
}
