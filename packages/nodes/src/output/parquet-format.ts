// Rows as a Parquet file, a group of rows at a time: no more than one group is held. All columns may be empty, and a column
// whose type nobody chose gets the same one from run to run.
import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Json, Row } from '@eclusa/flow';
import { typed, type Cell, type ColumnType } from './column-types';
import { fieldOf, type CsvColumn } from './csv-format';

/** A group ends with so many rows, or with so many characters of text. */
const GROUP_ROWS = 20_000;
const GROUP_TEXT = 16e6;

export interface ParquetColumn extends CsvColumn {
  type: ColumnType;
}

/** The bytes of the file. Throws UserError `nodes.column-value`. */
export async function* parquetBytes(
  columns: readonly ParquetColumn[],
  pages: AsyncIterable<Row[]>,
  { groupRows = GROUP_ROWS }: { groupRows?: number } = {},
): AsyncIterable<Uint8Array> {
  // A file has to have a column, though there may be no row to name one.
  if (columns.length === 0) return yield* parquetBytes([{ column: '', title: 'empty', type: 'text' }], pages);
  const writer = new ByteWriter();
  const schema = [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)];
  const file = new ParquetWriter({ writer, schema, createdBy: 'eclusa' });
  let group = new Group(columns, 0);
  for await (const page of pages) {
    for (const row of page) {
      group.add(row);
      if (group.rows < groupRows && group.text < GROUP_TEXT) continue;
      group.writeTo(file);
      yield taken(writer);
      group = new Group(columns, group.last);
    }
  }
  group.writeTo(file);
  await file.finish();
  yield taken(writer);
}

/** The bytes written since the last time; where they stand in the file is still counted. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}

class Group {
  private readonly cells: Cell[][];
  rows = 0;
  text = 0;

  constructor(
    private readonly columns: readonly ParquetColumn[],
    public last: number,
  ) {
    this.cells = columns.map(() => []);
  }

  add(row: Row): void {
    this.rows += 1;
    this.last += 1;
    for (const [at, { column, title, type }] of this.columns.entries()) {
      const cell = typed(fieldOf(row, column), type, { column: title, row: this.last });
      if (typeof cell === 'string') this.text += cell.length;
      this.cells[at]?.push(cell);
    }
  }

  writeTo(file: ParquetWriter): void {
    if (this.rows === 0) return;
    const columnData = this.columns.map(({ title: name, type }, at) => {
      const cells = this.cells[at] ?? [];
      return { name, data: type === 'integer' ? cells.map(whole) : cells };
    });
    void file.write({ columnData, rowGroupSize: this.rows });
  }
}

const whole = (cell: Cell): bigint | null => (typeof cell === 'number' ? BigInt(cell) : null);

const kinds: Record<ColumnType, Omit<SchemaElement, 'name'>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  number: { type: 'DOUBLE' },
  integer: { type: 'INT64' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  timestamp: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
};

function elementOf({ title: name, type }: ParquetColumn): SchemaElement {
  return { name, repetition_type: 'OPTIONAL', ...kinds[type] };
}

/** Finds the types of columns by all of their values. */
export class TypeFinder {
  private readonly found = new Map<string, ColumnType>();

  constructor(private readonly of: (row: Row) => Iterable<[string, Json | undefined]>) {}

  look(row: Row): void {
    for (const [name, value] of this.of(row)) {
      if (value === null || value === undefined) continue;
      const type = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text';
      const known = this.found.get(name);
      this.found.set(name, known === undefined || known === type ? type : 'text');
    }
  }

  /** Text where there was nothing, or things of several types. */
  typeOf(name: string): ColumnType {
    return this.found.get(name) ?? 'text';
  }
}
