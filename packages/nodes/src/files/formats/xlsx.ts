// Rows of one sheet of an Excel workbook (XLSX), streamed. The place in it is the number of the row: packed bytes cannot
// be sought, so reading on goes through what came before once more.
import { UserError, type Json, type JsonObject, type Row, type SourceRecord } from '@eclusa/flow';
import { uniqueNames } from '../../source/csv-rows';
import { type FileFormat, type FileRecord, type ReadableFile } from '../file';
import { maxFileBytes, recordValues, type FileLimits } from '../limits';
import { openWorkbook, partPieces, type PartHandlers, type Workbook } from './xlsx-book';
import { CellFault, cellValue, columnOf, lettersOf, type Cell } from './xlsx-cells';
import type { ZipEntry } from '../zip';

export interface XlsxConfig extends FileLimits {
  sheet?: string;
  /** 1-based; 0 when there is none. */
  headerRow?: number;
  trim?: boolean;
  [field: string]: Json | undefined;
}

interface SheetPlace extends JsonObject {
  row: number;
  columns: string[];
}

interface SheetRow {
  number: number;
  cells: Cell[];
}

/** As many columns as Excel itself has. */
const MOST_COLUMNS = 16_384;
const LONGEST_CELL = 1e6;

export const xlsxFormat: FileFormat<XlsxConfig> = {
  endings: ['.xlsx', '.xlsm'],
  isArchive: true,
  async *read(file, config, at) {
    const book = await openWorkbook(file, await file.head(4), maxFileBytes(config));
    try {
      yield* rowsOf(file, config, book, at as SheetPlace | null);
    } finally {
      book.close();
    }
  },
};

async function* rowsOf(
  file: ReadableFile,
  config: XlsxConfig,
  book: Workbook,
  from: SheetPlace | null,
): AsyncIterable<FileRecord[]> {
  const { headerRow = 1 } = config;
  let columns = from?.columns ?? null;
  for await (const rows of sheetRows(file, sheetOf(file, config, book), from?.row ?? 0)) {
    const records: FileRecord[] = [];
    for (const row of rows) {
      if (row.number < headerRow || row.cells.every(({ value }) => value === '')) continue;
      if (headerRow > 0 && !columns) {
        columns = namesOf(row, book);
        continue;
      }
      columns ??= [];
      const names = columns;
      const record = recordOf(file, config, book, row, names);
      records.push({ record, at: () => ({ row: row.number, columns: names }) });
    }
    if (records.length > 0) yield records;
  }
}

function sheetOf(file: ReadableFile, { sheet }: XlsxConfig, { sheets }: Workbook): ZipEntry {
  const wanted = sheet?.trim();
  const found = wanted
    ? sheets.find(({ name }) => name.trim().toLowerCase() === wanted.toLowerCase())
    : sheets[0];
  if (found) return found.entry;
  const names = sheets.map(({ name }) => name).join(', ');
  throw new UserError('nodes.xlsx-sheet-missing', {
    values: { file: file.name, sheet: wanted ?? '', sheets: names },
  });
}

function namesOf(row: SheetRow, book: Workbook): string[] {
  const names: string[] = [];
  for (const cell of row.cells) {
    const value = cellValue(cell, book);
    names[cell.column] = value === null || value instanceof CellFault ? '' : String(value).trim();
  }
  return uniqueNames(Array.from(names, (name) => name ?? ''));
}

function recordOf(
  file: ReadableFile,
  { trim = true, headerRow = 1 }: XlsxConfig,
  book: Workbook,
  row: SheetRow,
  names: readonly string[],
): SourceRecord {
  const value: Row = Object.fromEntries(names.map((name) => [name, null]));
  let fault: UserError | undefined;
  for (const cell of row.cells) {
    const content = cellValue(cell, book);
    const name = names[cell.column] ?? (headerRow > 0 ? lettersOf(cell.column) : `column${cell.column + 1}`);
    if (content instanceof CellFault) {
      const values = {
        ...recordValues(file, row.number),
        cell: `${lettersOf(cell.column)}${row.number}`,
        fault: content.fault,
      };
      fault ??= new UserError('nodes.xlsx-cell', { values });
      value[name] = content.fault;
    } else if (content !== null || name in value) {
      value[name] = trim && typeof content === 'string' ? content.trim() : content;
    }
  }
  return fault ? { raw: value, error: fault } : { value };
}

/** The rows after row `after`, as they come. */
async function* sheetRows(file: ReadableFile, entry: ZipEntry, after: number): AsyncIterable<SheetRow[]> {
  const gathering = new RowGatherer(file, after);
  for await (const rows of partPieces(file, entry, gathering, () => gathering.take())) {
    if (rows.length > 0) yield rows;
  }
}

class RowGatherer implements PartHandlers {
  private rows: SheetRow[] = [];
  private row: SheetRow | null = null;
  private number = 0;
  private cell: Cell | null = null;
  private inValue = false;
  private inPhonetic = false;

  constructor(
    private readonly file: ReadableFile,
    private readonly after: number,
  ) {}

  take(): SheetRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.number = Number(attributes['r']) || this.number + 1;
      this.row = this.number > this.after ? { number: this.number, cells: [] } : null;
    }
    if (!this.row) return;
    if (name === 'c') this.cell = this.cellOf(this.row, attributes);
    if (name === 'rPh') this.inPhonetic = true;
    this.inValue = name === 'v' || (name === 't' && !this.inPhonetic);
  }

  text(text: string): void {
    if (!this.inValue || !this.cell) return;
    this.cell.value += text;
    if (this.cell.value.length > LONGEST_CELL) {
      const kilobytes = LONGEST_CELL / 1000;
      throw new UserError('nodes.file-record-too-long', {
        values: { ...recordValues(this.file, this.number), kilobytes },
      });
    }
  }

  close(name: string): void {
    this.inValue = false;
    if (name === 'rPh') this.inPhonetic = false;
    if (name === 'c' && this.cell) {
      this.row?.cells.push(this.cell);
      this.cell = null;
    }
    if (name !== 'row' || !this.row) return;
    this.rows.push(this.row);
    this.row = null;
  }

  private cellOf({ cells }: SheetRow, { r, t, s }: Readonly<Record<string, string>>): Cell {
    const column = r === undefined ? (cells.at(-1)?.column ?? -1) + 1 : columnOf(r);
    if (column < 0 || column >= MOST_COLUMNS || cells.length >= MOST_COLUMNS) {
      throw new UserError('nodes.xlsx-broken', {
        values: { file: this.file.name, reason: r ?? String(column) },
      });
    }
    return { column, type: t ?? 'n', style: Number(s ?? 0), value: '' };
  }
}
