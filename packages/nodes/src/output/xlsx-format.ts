// Rows as an Excel workbook, written as they come: one sheet, and a further one where a sheet is full. Nothing in it is a
// formula: texts are written as texts, and marked so that a spreadsheet leaves them so when they are edited.
import { Readable } from 'node:stream';
import { UserError, type Json, type Row } from '@eclusa/flow';
import { ZipFile } from 'yazl';
import { lettersOf } from '../files/formats/xlsx-cells';
import { dateTypeOf, momentOf, typed, type Cell } from './column-types';
import { fieldOf, FORMULA, type CsvColumn } from './csv-format';
import { STYLE, stylesXml, workbookParts, XML, SHEET_XMLNS } from './xlsx-parts';

/** Excel's own limits. */
const MOST_SHEET_ROWS = 1_048_576;
const LONGEST_TEXT = 32_767;
/** The same rows give the same bytes. */
const entry = { mtime: new Date(2000, 0, 1), forceDosTimestamp: true };

export interface XlsxFormat {
  /** The name of the sheet. */
  sheet: string;
  /** Rows of a sheet, its titles included. */
  sheetRows?: number;
}

/** The bytes of the workbook. Throws UserError `nodes.column-value`, `nodes.xlsx-text-too-long`. */
export async function* xlsxBytes(
  columns: readonly CsvColumn[],
  pages: AsyncIterable<Row[]>,
  format: XlsxFormat,
): AsyncIterable<Uint8Array> {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  zip.on('error', (error: Error) => out.destroy(error));
  const rows = pages[Symbol.asyncIterator]();
  const writer = new SheetWriter(columns, rows, format);
  const addSheet = (at: number): void => {
    const sheet = Readable.from(
      writer.sheet(() => {
        if (writer.isOver()) finish(zip, format.sheet, at);
        else addSheet(at + 1);
      }),
      { objectMode: false },
    );
    // The archive does not listen to what it reads.
    sheet.on('error', (error) => out.destroy(error));
    out.on('close', () => sheet.destroy());
    zip.addReadStream(sheet, `xl/worksheets/sheet${at}.xml`, entry);
  };
  addSheet(1);
  try {
    yield* out as AsyncIterable<Uint8Array>;
  } finally {
    out.destroy();
  }
}

/** What is known only when all sheets are: a ZIP does not mind its order. */
function finish(zip: ZipFile, name: string, sheets: number): void {
  for (const [path, xml] of workbookParts(name, sheets)) zip.addBuffer(Buffer.from(xml), path, entry);
  zip.addBuffer(Buffer.from(stylesXml), 'xl/styles.xml', entry);
  zip.end();
}

class SheetWriter {
  private waiting: Row[] = [];
  private isDone = false;
  private row = 0;

  constructor(
    private readonly columns: readonly CsvColumn[],
    private readonly pages: AsyncIterator<Row[]>,
    private readonly format: XlsxFormat,
  ) {}

  /** True when the sheets so far hold all rows. */
  isOver(): boolean {
    return this.isDone && this.waiting.length === 0;
  }

  /** The text of the next sheet; `onEnd` is called before its last piece. */
  async *sheet(onEnd: () => void): AsyncIterable<string> {
    const most = this.format.sheetRows ?? MOST_SHEET_ROWS;
    yield `${XML}<worksheet xmlns="${SHEET_XMLNS}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
    yield rowXml(
      1,
      this.columns.map(({ title }, at) => textXml(`${lettersOf(at)}1`, title, STYLE.title)),
    );
    let number = 1;
    while (number < most && (await this.fill())) {
      const lot = this.waiting.splice(0, most - number);
      yield lot.map((row) => this.line((number += 1), row)).join('');
    }
    await this.fill();
    onEnd();
    yield '</sheetData></worksheet>';
  }

  /** Whether there is a row to be written. */
  private async fill(): Promise<boolean> {
    while (this.waiting.length === 0 && !this.isDone) {
      const { done, value } = await this.pages.next();
      if (done) this.isDone = true;
      else this.waiting = [...value];
    }
    return this.waiting.length > 0;
  }

  private line(number: number, row: Row): string {
    this.row += 1;
    const cells = this.columns.map(({ column, title, type }, at) => {
      const value = fieldOf(row, column);
      const place = { column: title, row: this.row };
      const cell = type ? typed(value, type, place) : guessed(value);
      if (typeof cell === 'string' && cell.length > LONGEST_TEXT) {
        throw new UserError('nodes.xlsx-text-too-long', { values: { ...place, limit: LONGEST_TEXT } });
      }
      const isDay = type === 'date' || (!type && typeof value === 'string' && dateTypeOf(value) === 'date');
      return cellXml(`${lettersOf(at)}${number}`, cell, isDay);
    });
    return rowXml(number, cells);
  }
}

/** Numbers, yes/no and dates in their own types, all else as text. */
function guessed(value: Json | undefined): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'object') return JSON.stringify(value);
  // Excel's days begin in 1900.
  if (typeof value !== 'string' || !dateTypeOf(value) || value < '1900-03-01') return value;
  return momentOf(value);
}

function rowXml(number: number, cells: readonly string[]): string {
  return `<row r="${number}">${cells.join('')}</row>`;
}

function cellXml(place: string, cell: Cell, isDay: boolean): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${Number(cell)}</v></c>`;
  if (typeof cell === 'string') {
    return textXml(place, cell, FORMULA.test(cell) ? STYLE.literal : STYLE.plain);
  }
  const days = cell.getTime() / 86_400_000 + 25_569;
  return `<c r="${place}" s="${isDay ? STYLE.date : STYLE.timestamp}"><v>${isDay ? Math.floor(days) : days}</v></c>`;
}

function textXml(place: string, text: string, style: number): string {
  const styled = style === STYLE.plain ? '' : ` s="${style}"`;
  return `<c r="${place}"${styled} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** Signs that XML has no way to write are written as Excel does, `_x000B_`. */
const UNWRITABLE = new RegExp('[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]', 'g');
const hex = (sign: string) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

function escaped(text: string): string {
  return (
    text
      // Half of a pair of signs is none.
      .replace(/\p{Cs}/gu, '\ufffd')
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replace(UNWRITABLE, hex)
      .replaceAll('\r', '_x000D_')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  );
}
