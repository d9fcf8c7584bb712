// Lines of a text file, decoded, each with its place in the file to the byte, so that reading can start again after
// any of them. Holds one line and one piece; a line without end is dropped as it comes.
import { UserError, type JsonObject } from '@eclusa/flow';
import { decodeBinary, decodeUtf8, looksLikeUtf8, type Charset } from '../net/charset';
import { encodingOf, SAMPLE_BYTES, type CsvEncoding } from '../source/csv-dialect';
import { toBuffer, type ReadableFile } from './file';
import { EXCERPT, maxRecordBytes, type FileLimits } from './limits';

export interface TextChoices extends FileLimits {
  encoding?: CsvEncoding | 'auto';
}

/** Where a line ends: the byte after its break, its 1-based number, and how the file is encoded. */
export interface TextPlace extends JsonObject {
  offset: number;
  line: number;
  charset: string;
  guessed: boolean;
}

export interface TextLine {
  /** Without its break; '' when `fault` says why the line cannot be read. */
  text: string;
  fault?: UserError;
  /** What stands there, for a person to see. */
  excerpt(): string;
  number: number;
  end: TextPlace;
}

const LF = 0x0a;
const CR = 0x0d;
/** Ends a DOS text; nothing after it counts. */
const SUB = 0x1a;

/** The lines after `from` (null: the start), a block at a time. */
export async function* textLines(
  file: ReadableFile,
  choices: TextChoices,
  from: TextPlace | null,
): AsyncIterable<TextLine[]> {
  const start = from ?? (await placeOfFirst(file, choices));
  const cutter = new LineCutter(file, maxRecordBytes(choices), start);
  for await (const piece of file.read(start.offset)) {
    const lines = cutter.cut(toBuffer(piece));
    if (lines.length > 0) yield lines;
  }
  const rest = cutter.rest();
  if (rest.length > 0) yield rest;
}

async function placeOfFirst(file: ReadableFile, { encoding = 'auto' }: TextChoices): Promise<TextPlace> {
  const sample = await file.head(SAMPLE_BYTES);
  const found = encodingOf(sample, sample.length < SAMPLE_BYTES, encoding);
  if (found.encoding === 'utf-16le') {
    throw new UserError('nodes.file-encoding-unsupported', {
      values: { file: file.name, encoding: 'UTF-16' },
    });
  }
  return { offset: found.bom, line: 0, charset: found.encoding, guessed: encoding === 'auto' };
}

class LineCutter {
  private held: Buffer[] = [];
  private heldBytes = 0;
  /** In a line that is too long: only its beginning is kept. */
  private dropping = false;
  private offset: number;
  private line: number;

  constructor(
    private readonly file: ReadableFile,
    private readonly maxBytes: number,
    private readonly place: TextPlace,
  ) {
    this.offset = place.offset;
    this.line = place.line;
  }

  cut(piece: Buffer): TextLine[] {
    const lines: TextLine[] = [];
    let from = 0;
    for (let at = piece.indexOf(LF); at >= 0; at = piece.indexOf(LF, from)) {
      this.hold(piece.subarray(from, at));
      this.offset += 1;
      lines.push(this.take());
      from = at + 1;
    }
    this.hold(piece.subarray(from));
    return lines;
  }

  /** The last line, when the file does not end with a break. */
  rest(): TextLine[] {
    const isEnd = this.heldBytes === 1 && this.held[0]?.[0] === SUB;
    return this.heldBytes === 0 || isEnd ? [] : [this.take()];
  }

  private hold(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.offset += bytes.length;
    this.heldBytes += bytes.length;
    if (this.dropping) return;
    // A copy: a view would keep the whole piece in memory until the line ends.
    this.held.push(Buffer.from(bytes.subarray(0, this.maxBytes + 1)));
    this.dropping = this.heldBytes > this.maxBytes;
  }

  private take(): TextLine {
    let bytes = this.held.length === 1 ? (this.held[0] as Buffer) : Buffer.concat(this.held);
    const isTooLong = this.dropping;
    if (bytes[bytes.length - 1] === CR) bytes = bytes.subarray(0, -1);
    [this.held, this.heldBytes, this.dropping] = [[], 0, false];
    const number = ++this.line;
    const { charset, guessed } = this.place;
    const end: TextPlace = { offset: this.offset, line: number, charset, guessed };
    const text = isTooLong ? undefined : decoded(bytes, charset as Charset, guessed);
    const line = { text: text ?? '', number, end, excerpt: () => excerptOf(bytes) };
    if (isTooLong) return { ...line, fault: this.tooLong(number) };
    return text === undefined ? { ...line, fault: this.wrongEncoding(number) } : line;
  }

  private tooLong(line: number): UserError {
    const kilobytes = Math.round(this.maxBytes / 1024);
    return new UserError('nodes.file-line-too-long', { values: { file: this.file.name, line, kilobytes } });
  }

  private wrongEncoding(line: number): UserError {
    const values = { file: this.file.name, line, encoding: this.place.charset };
    return new UserError('nodes.file-encoding', { values });
  }
}

function decoded(bytes: Buffer, charset: Charset, guessed: boolean): string | undefined {
  if (charset === 'utf-8') return decodeUtf8(bytes);
  const binary = bytes.toString('latin1');
  if (guessed && looksLikeUtf8(binary)) return undefined;
  return decodeBinary(binary, charset);
}

function excerptOf(bytes: Buffer): string {
  const start = bytes.subarray(0, EXCERPT);
  return decodeUtf8(start) ?? start.toString('latin1');
}
