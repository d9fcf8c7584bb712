// Which columns a file gets. Without a list it looks at every row first, so that no field of a late row is lost.
import { UserError, type BarrierContext, type Json, type Row } from '@eclusa/flow';
import { lines, textOf } from '../transform/evaluation';
import { typeOf } from './column-types';
import { fieldOf, type CsvColumn } from './csv-format';
import { TypeFinder, type ParquetColumn } from './parquet-format';

const MAX_COLUMNS = 1000;

type Scratch = BarrierContext['scratch'];

export interface Columns<Column = CsvColumn> {
  columns: Column[];
  rows: AsyncIterable<Row[]>;
}

/** The columns in order, and the rows to write: put aside in the scratch meanwhile when they had to be looked at. */
export async function columnsOf(
  table: Json | undefined,
  pages: AsyncIterable<Row[]>,
  scratch: Scratch,
): Promise<Columns> {
  const listed = listedColumns(table);
  if (listed.length > 0) return { columns: listed, rows: pages };

  const names = new Set<string>();
  const rows = await lookedAt(pages, scratch, (row) => {
    for (const name of Object.keys(row)) names.add(name);
    if (names.size > MAX_COLUMNS)
      throw new UserError('nodes.too-many-columns', { values: { limit: MAX_COLUMNS } });
  });
  return { columns: [...names].map((name) => ({ column: name, title: name })), rows };
}

/** The same with a type for each column: one that the list does not give is found by all rows. */
export async function typedColumnsOf(
  table: Json | undefined,
  pages: AsyncIterable<Row[]>,
  scratch: Scratch,
): Promise<Columns<ParquetColumn>> {
  const listed = listedColumns(table);
  const names = new Set<string>(listed.map(({ column }) => column));
  const finder = new TypeFinder(function* (row) {
    for (const name of names) yield [name, fieldOf(row, name)];
  });
  const isKnown = listed.length > 0 && listed.every(({ type }) => type);
  const look = (row: Row): void => {
    if (listed.length === 0) for (const name of Object.keys(row)) names.add(name);
    if (names.size > MAX_COLUMNS)
      throw new UserError('nodes.too-many-columns', { values: { limit: MAX_COLUMNS } });
    finder.look(row);
  };
  const rows = isKnown ? pages : await lookedAt(pages, scratch, look);
  const columns: CsvColumn[] =
    listed.length > 0 ? listed : [...names].map((name) => ({ column: name, title: name }));
  return { columns: columns.map((one) => ({ ...one, type: one.type ?? finder.typeOf(one.column) })), rows };
}

function listedColumns(table: Json | undefined): CsvColumn[] {
  return lines(table)
    .map((line) => {
      const type = typeOf(line);
      const column = textOf(line, 'column');
      return { column, title: textOf(line, 'title') || column, ...(type && { type }) };
    })
    .filter(({ column }) => column !== '');
}

async function lookedAt(
  pages: AsyncIterable<Row[]>,
  scratch: Scratch,
  look: (row: Row) => void,
): Promise<AsyncIterable<Row[]>> {
  const chunks: string[] = [];
  for await (const page of pages) {
    page.forEach(look);
    chunks.push(await scratch.write(page));
  }
  return putAside(chunks, scratch);
}

/** The rows of these chunks, each dropped once it was read. */
export async function* putAside(chunks: readonly string[], scratch: Scratch): AsyncIterable<Row[]> {
  for (const chunk of chunks) {
    yield* scratch.read(chunk);
    await scratch.drop(chunk);
  }
}
