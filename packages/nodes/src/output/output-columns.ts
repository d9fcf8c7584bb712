// Which columns a CSV gets. Without a list it looks at every row first, so that no field of a late row is lost.
import { UserError, type BarrierContext, type Json, type Row } from '@eclusa/flow';
import { lines, textOf } from '../transform/evaluation';
import type { CsvColumn } from './csv-format';

const MAX_COLUMNS = 1000;

/** The columns in order, and the rows to write: put aside in the scratch meanwhile when they had to be looked at. */
export async function columnsOf(
  table: Json | undefined,
  pages: AsyncIterable<Row[]>,
  scratch: BarrierContext['scratch'],
): Promise<{ columns: CsvColumn[]; rows: AsyncIterable<Row[]> }> {
  const listed = lines(table)
    .map((line) => ({
      column: textOf(line, 'column'),
      title: textOf(line, 'title') || textOf(line, 'column'),
    }))
    .filter(({ column }) => column !== '');
  if (listed.length > 0) return { columns: listed, rows: pages };

  const names = new Set<string>();
  const chunks: string[] = [];
  for await (const page of pages) {
    for (const row of page) for (const name of Object.keys(row)) names.add(name);
    if (names.size > MAX_COLUMNS)
      throw new UserError('nodes.too-many-columns', { values: { limit: MAX_COLUMNS } });
    chunks.push(await scratch.write(page));
  }
  return {
    columns: [...names].map((name) => ({ column: name, title: name })),
    rows: putAside(chunks, scratch),
  };
}

async function* putAside(
  chunks: readonly string[],
  scratch: BarrierContext['scratch'],
): AsyncIterable<Row[]> {
  for (const chunk of chunks) {
    yield* scratch.read(chunk);
    await scratch.drop(chunk);
  }
}
