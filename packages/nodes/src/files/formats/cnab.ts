// Titles and payments of a CNAB file, 240 or 400 columns, one row each: segments that belong together are one row.
// Lines may arrive shorter than they were: blanks at their end get lost on the way.
import { UserError, type Json, type JsonObject, type Row } from '@eclusa/flow';
import type { FileFormat, FileRecord, ReadableFile } from '../file';
import { textLines, type TextChoices, type TextLine, type TextPlace } from '../text-lines';
import { columnError, ColumnFault, columnsOfLayout, valuesOf, type Column } from './columns';
import * as layouts from './layouts/cnab';

export interface CnabConfig extends TextChoices {
  width?: 'auto' | '240' | '400';
  /** Further places, `segment` being the one they stand in; any line when empty. */
  more?: Json;
  /** Refuse a file that ends before its last record. */
  needsEnd?: boolean;
  [field: string]: Json | undefined;
}

interface CnabPlace extends JsonObject {
  line: TextPlace;
  width: number;
  header: JsonObject;
  /** Lines with something in them. */
  count: number;
  ended: boolean;
}

interface MoreColumn extends Column {
  segment: string;
}

export const cnabFormat: FileFormat<CnabConfig> = {
  endings: ['.ret', '.rem', '.txt', '.cnab', '.dat', '.sai', '.crt'],
  async *read(file, config, at) {
    const reader = new CnabReader(file, config, at as CnabPlace | null);
    for await (const lines of textLines(file, { encoding: 'auto', ...config }, reader.place?.line ?? null)) {
      const records = lines.flatMap((line) => reader.line(line));
      if (records.length > 0) yield records;
    }
    const rest = reader.end();
    if (rest.length > 0) yield rest;
    reader.check();
  },
};

interface Pending {
  row: Row;
  segment: string;
  fault: UserError | null;
  line: TextLine;
  at: CnabPlace;
}

class CnabReader {
  private width: number;
  private header: JsonObject;
  private count: number;
  private ended: boolean;
  private pending: Pending | null = null;
  private readonly more: MoreColumn[];

  constructor(
    private readonly file: ReadableFile,
    private readonly config: CnabConfig,
    readonly place: CnabPlace | null,
  ) {
    this.width = place?.width ?? 0;
    this.header = place?.header ?? {};
    this.count = place?.count ?? 0;
    this.ended = place?.ended ?? false;
    const lines = Array.isArray(config.more) ? config.more : [];
    this.more = columnsOfLayout(config.more, true).map((column, at) => ({
      ...column,
      segment: String((lines[at] as JsonObject | undefined)?.['segment'] ?? '')
        .trim()
        .toUpperCase(),
    }));
  }

  line(line: TextLine): FileRecord[] {
    if (line.fault)
      return [...this.end(), { record: { raw: line.excerpt(), error: line.fault }, at: this.at(line) }];
    if (line.text.trim() === '') return [];
    this.count += 1;
    if (this.width === 0) {
      this.begin(line);
      return [];
    }
    return this.width === 240 ? this.line240(line) : this.line400(line);
  }

  /** The row that was waiting for more of it. */
  end(): FileRecord[] {
    const { pending } = this;
    this.pending = null;
    if (!pending) return [];
    const { row, fault, at } = pending;
    return [{ record: fault ? { raw: row, error: fault } : { value: row }, at: () => at }];
  }

  /** Throws UserError when the file ended before its own end. What is sent to a bank in 400 columns often has none. */
  check(): void {
    const mustEnd = this.config.needsEnd !== false && (this.width === 240 || this.header['tipo'] === '2');
    if (this.width > 0 && mustEnd && !this.ended) {
      throw new UserError('nodes.cnab-cut', { values: { file: this.file.name, lines: this.count } });
    }
  }

  private begin(line: TextLine): void {
    const { width = 'auto' } = this.config;
    // The first line says it by what it begins with; its length may have been lost.
    const looks240 = /^\d{3}0000(0| )/.test(line.text) && line.text.length <= 240;
    this.width = width === 'auto' ? (looks240 ? 240 : 400) : Number(width);
    if (line.text.length > this.width || (this.width === 400 && !/^0[12]/.test(line.text))) {
      throw new UserError('nodes.cnab-header', {
        values: { file: this.file.name, length: line.text.length },
      });
    }
    this.header = readable(line, this.width === 240 ? layouts.header240 : layouts.header400);
  }

  private line240(line: TextLine): FileRecord[] {
    const { text } = line;
    switch (text[7]) {
      case '3':
        return this.detail240(line);
      case '9':
        return [
          ...this.end(),
          ...this.trailer(Number(this.values(line, layouts.trailer240)['registros'] ?? 0), line),
        ];
      default:
        // Headers and trailers of lots.
        return this.end();
    }
  }

  private detail240(line: TextLine): FileRecord[] {
    const common = this.values(line, layouts.detail240);
    const segment = String(common['segmento']);
    const found = valuesOf(line.text, [...(layouts.segments240[segment] ?? []), ...this.moreOf(segment)]);
    const fault = found instanceof ColumnFault ? columnError(this.file.name, line.number, found) : null;
    const values = found instanceof ColumnFault ? {} : found;
    const continued = layouts.continues240[segment];
    if (continued !== undefined && this.pending?.segment === continued) {
      Object.assign(this.pending.row, values);
      this.pending.fault ??= fault;
      this.pending.at = this.at(line)();
      return [];
    }
    const before = this.end();
    const known = segment in layouts.segments240;
    const row: Row = { ...common, ...values, ...(!known && { linha: line.text }), arquivo: this.header };
    this.pending = { row, segment, fault, line, at: this.at(line)() };
    return before;
  }

  private line400(line: TextLine): FileRecord[] {
    const kind = line.text[0] ?? '';
    if (kind === '9') return this.trailer(0, line);
    const isReturn = this.header['tipo'] === '2';
    const columns = kind === '1' || kind === '7' ? (isReturn ? layouts.return400 : layouts.sent400) : [];
    const found = valuesOf(line.text, [...columns, ...this.moreOf(kind)]);
    if (found instanceof ColumnFault) {
      return [
        {
          record: { raw: line.text, error: columnError(this.file.name, line.number, found) },
          at: this.at(line),
        },
      ];
    }
    const value: Row = {
      registro: kind,
      ...found,
      ...(columns.length === 0 && { linha: line.text }),
      arquivo: this.header,
    };
    return [{ record: { value }, at: this.at(line) }];
  }

  private trailer(says: number, line: TextLine): FileRecord[] {
    this.ended = true;
    if (says > 0 && says !== this.count) {
      const values = { file: this.file.name, line: line.number, expected: says, found: this.count };
      return [
        {
          record: { raw: line.text, error: new UserError('nodes.cnab-count', { values }) },
          at: this.at(line),
        },
      ];
    }
    return [];
  }

  private moreOf(segment: string): Column[] {
    return this.more.filter((column) => column.segment === '' || column.segment === segment);
  }

  private values(line: TextLine, columns: readonly Column[]): Row {
    const found = valuesOf(line.text, columns);
    if (!(found instanceof ColumnFault)) return found;
    throw columnError(this.file.name, line.number, found);
  }

  private at(line: TextLine): () => CnabPlace {
    const place = {
      line: line.end,
      width: this.width,
      header: this.header,
      count: this.count,
      ended: this.ended,
    };
    return () => place;
  }
}

/** What can be read of a header. Blanks get lost in its middle too, and then its values stand elsewhere. */
function readable(line: TextLine, columns: readonly Column[]): JsonObject {
  return Object.fromEntries(
    columns.map((column): [string, Json] => {
      const found = valuesOf(line.text, [column]);
      return [column.name, found instanceof ColumnFault ? null : (found[column.name] ?? null)];
    }),
  );
}
