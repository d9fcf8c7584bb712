// Cuts a stream of CSV bytes into records whose place in the file is known to the byte, so that reading can
// start again after any of them. Parses bounded blocks and never holds more than one record and one block.
import { parse, type Info } from 'csv-parse/sync';
import { Bug } from '@eclusa/flow';
import type { CsvDialect } from './csv-dialect';

/** One record as it stands in the file. */
export interface RawRecord {
  /** One character per byte, to be decoded; UTF-8 bytes when the file is UTF-16. */
  fields: string[];
  fault?: 'unclosed-quote' | 'too-long';
  /** Offsets in the file: first byte, and first byte after its line break. */
  start: number;
  end: number;
  /** 1-based line where it starts, and the line after it. */
  line: number;
  nextLine: number;
  /** The bytes of the record as `fields` holds them. */
  raw(): string;
}

export interface BlockOptions extends CsvDialect {
  maxRecordBytes: number;
  blockBytes?: number;
}

const BLOCK_BYTES = 262_144;
const LF = 0x0a;
const CR = 0x0d;

/** The records of `bytes`, which start at `offset` and `line` of the file, a block at a time. */
export async function* csvRecords(
  bytes: AsyncIterable<Uint8Array>,
  options: BlockOptions,
  at: { offset: number; line: number },
): AsyncIterable<RawRecord[]> {
  const { blockBytes = BLOCK_BYTES, maxRecordBytes } = options;
  const cutter = new BlockCutter(options, at);
  let wanted = blockBytes;
  for await (const piece of bytes) {
    cutter.add(piece);
    while (cutter.size >= wanted) {
      const before = cutter.size;
      const records = cutter.cut(false);
      if (records.length > 0) yield records;
      // A record larger than the block: look again only when there is twice as much.
      wanted =
        cutter.size === before ? Math.min(before * 2, Math.max(maxRecordBytes, before + 1)) : blockBytes;
    }
  }
  while (cutter.size > 0) {
    const records = cutter.cut(true);
    if (records.length > 0) yield records;
  }
}

class BlockCutter {
  private pieces: Uint8Array[] = [];
  private offset: number;
  private line: number;
  /** Inside a line that was refused for its length: drop bytes up to its end. */
  private skipping = false;
  size = 0;

  constructor(
    private readonly options: BlockOptions,
    at: { offset: number; line: number },
  ) {
    this.offset = at.offset;
    this.line = at.line;
  }

  add(piece: Uint8Array): void {
    this.pieces.push(piece);
    this.size += piece.byteLength;
  }

  /** The records that are complete, or all that are left when `final`. Consumes them; nothing when more is needed. */
  cut(final: boolean): RawRecord[] {
    const source = this.take();
    if (this.skipping) {
      this.skipLine(source);
      return [];
    }
    const { records, consumed, unclosed } = parseBlock(source, final, this.options);
    if (records.length > 0) {
      this.place(records);
      this.advance(source, consumed, records.at(-1)?.nextLine ?? this.line);
      return records;
    }
    if (consumed > 0) {
      this.advance(source, consumed, this.line);
      return [];
    }
    if (!final && source.length < this.options.maxRecordBytes) {
      this.keep(source);
      return [];
    }
    return [this.refuseLine(source, unclosed ? 'unclosed-quote' : 'too-long', final)];
  }

  /** From places in the block to places in the file. */
  private place(records: RawRecord[]): void {
    const { offset, line } = this;
    for (const record of records) {
      record.start += offset;
      record.end += offset;
      record.line += line;
      record.nextLine += line;
    }
  }

  /** Refuses the first line only: what follows an unclosed quote are records like any other. */
  private refuseLine(source: Buffer, fault: 'unclosed-quote' | 'too-long', final: boolean): RawRecord {
    const end = lineEnd(source, this.options);
    const raw = withoutBreak(source.subarray(0, end).toString('latin1'));
    const { offset, line } = this;
    this.skipping = end === source.length && !final;
    this.advance(source, end, this.skipping ? line : line + 1);
    return { fields: [], fault, start: offset, end: offset + end, line, nextLine: line + 1, raw: () => raw };
  }

  private skipLine(source: Buffer): void {
    const end = lineEnd(source, this.options);
    const found = end < source.length || endsLine(source);
    this.skipping = !found;
    this.advance(source, end, found ? this.line + 1 : this.line);
  }

  private advance(source: Buffer, consumed: number, line: number): void {
    this.offset += consumed;
    this.line = line;
    this.keep(source.subarray(consumed));
  }

  private take(): Buffer {
    const source =
      this.pieces.length === 1 ? toBuffer(this.pieces[0] as Uint8Array) : Buffer.concat(this.pieces);
    this.pieces = [];
    this.size = 0;
    return source;
  }

  private keep(rest: Buffer): void {
    if (rest.length > 0) this.add(rest);
  }
}

/** A record and where it ends in the block: what csv-parse tells with `info`. */
interface Parsed {
  record: string[];
  info: Pick<Info, 'bytes'>;
}

/** Records with places relative to the block. The last one is left for later unless `final`: it may go on. */
function parseBlock(source: Buffer, final: boolean, options: BlockOptions) {
  const wide = options.encoding === 'utf-16le';
  const even = wide ? source.subarray(0, source.length & ~1) : source;
  const view = wide ? Buffer.from(even.toString('utf16le'), 'utf8') : source;
  const plain = options.quote === null || !view.includes(options.quote);
  const { parsed, unclosed } = plain ? splitLines(view, options) : parseQuoted(view, options);
  const records = placedInBlock(final || unclosed ? parsed : parsed.slice(0, -1), view, options);
  // A half character at the end of a UTF-16 file is no record.
  const allRead = final && !unclosed ? source.length : 0;
  return { records, unclosed, consumed: allRead || (records.at(-1)?.end ?? 0) };
}

function parseQuoted(view: Buffer, options: BlockOptions): { parsed: Parsed[]; unclosed: boolean } {
  let unclosed = false;
  const parsed = parse(view, {
    ...parserOptions(options),
    max_record_size: view.length * 2,
    on_skip: (error) => {
      // Anything else would be a record lost without a word.
      if (error?.code !== 'CSV_QUOTE_NOT_CLOSED') throw new Bug('nodes.csv-parser', { cause: error });
      unclosed = true;
      return undefined;
    },
  }) as unknown as Parsed[];
  return { parsed, unclosed };
}

/** Without a quotation mark in the block a record is a line: ten times as fast as looking at every byte. */
function splitLines(
  view: Buffer,
  { delimiter, lineBreaks }: BlockOptions,
): { parsed: Parsed[]; unclosed: false } {
  const mark = lineBreaks.includes('\r') ? CR : LF;
  const parsed: Parsed[] = [];
  for (let at = 0; at < view.length;) {
    const found = view.indexOf(mark, at);
    const end = found < 0 ? view.length : found;
    const last = mark === LF && found > at && view[end - 1] === CR ? end - 1 : end;
    const bytes = Math.min(view.length, end + 1);
    // A text of its own per line: pieces of one large text would keep all of it in memory.
    parsed.push({ record: view.toString('latin1', at, last).split(delimiter), info: { bytes } });
    at = bytes;
  }
  return { parsed, unclosed: false };
}

function parserOptions({ delimiter, quote, lineBreaks }: BlockOptions) {
  return {
    delimiter,
    quote: quote ?? false,
    escape: quote ?? '"',
    record_delimiter: lineBreaks,
    encoding: 'latin1' as const,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    bom: false,
  };
}

function placedInBlock(
  parsed: readonly Parsed[],
  view: Buffer,
  { encoding, lineBreaks, maxRecordBytes }: BlockOptions,
): RawRecord[] {
  const wide = encoding === 'utf-16le';
  const mark = lineBreaks.at(-1) as string;
  let start = 0;
  let from = 0;
  let line = 0;
  return parsed.map(({ record: fields, info }) => {
    const [first, last] = [from, info.bytes];
    const length = wide ? view.toString('utf8', first, last).length * 2 : last - first;
    const raw = () => withoutBreak(view.toString('latin1', first, last));
    const end = start + length;
    const nextLine = line + countLines(view, first, last, mark);
    const placed: RawRecord = { fields, start, end, line, nextLine, raw };
    if (length > maxRecordBytes) placed.fault = 'too-long';
    start = end;
    from = last;
    line = nextLine;
    return placed;
  });
}

/** Line breaks up to the end of a record; the last record of a file may have none. */
function countLines(view: Buffer, first: number, last: number, mark: string): number {
  let lines = 0;
  for (let at = first; at < last; lines++) {
    const found = view.indexOf(mark, at);
    at = found < 0 ? last : found + 1;
  }
  return lines;
}

/** Offset after the first line break; the whole block when it has none. */
function lineEnd(source: Buffer, { encoding, lineBreaks }: BlockOptions): number {
  const mark = lineBreaks.includes('\r') ? CR : LF;
  const wide = encoding === 'utf-16le';
  let at = source.indexOf(mark);
  // In UTF-16 the same byte is half of other characters too.
  while (wide && at >= 0 && (at % 2 === 1 || source[at + 1] !== 0)) at = source.indexOf(mark, at + 1);
  return at < 0 ? source.length : Math.min(source.length, at + (wide ? 2 : 1));
}

function withoutBreak(raw: string): string {
  return raw.replace(/[\r\n]+$/, '');
}

function endsLine(source: Buffer): boolean {
  const last = source[source.length - 1];
  return last === LF || last === CR;
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
