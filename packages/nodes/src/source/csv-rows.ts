// Makes rows of raw CSV records: decoded, named, counted. Refuses a record rather than guess what it meant.
import { UserError, type Row, type SourceRecord } from '@eclusa/flow';
import { decodeBinary, firstInvalidByte, looksLikeUtf8, type Charset } from '../net/charset';
import type { RawRecord } from './csv-blocks';
import type { CsvEncoding } from './csv-dialect';
import { parseDecimalComma } from './decimal-comma';

export interface RowOptions {
  encoding: CsvEncoding;
  /** The encoding was not chosen: records plainly in UTF-8 are refused when it is another. */
  guessed?: boolean;
  columns: string[];
  /** Columns whose text is a number with a decimal comma. */
  decimals: ReadonlySet<string>;
  trim: boolean;
  skipEmpty: boolean;
  maxRecordBytes: number;
}

const ASCII = /^[\x00-\x7f]*$/;
const EXCERPT = 500;

/** The row of one record, the record refused with its reason, or nothing for an empty line. */
export function rowOf(raw: RawRecord, options: RowOptions): SourceRecord | undefined {
  if (raw.fault) return refused(raw, options, faultOf(raw, options));
  if (options.skipEmpty && raw.fields.every((field) => field.trim() === '')) return undefined;
  const charset = charsetOf(options.encoding);
  const { columns } = options;
  if (raw.fields.length !== columns.length) {
    const values = { line: raw.line, expected: columns.length, found: raw.fields.length };
    return refused(raw, options, new UserError('nodes.csv-columns', { values }));
  }
  if (options.guessed && charset === 'windows-1252' && raw.fields.some(looksLikeUtf8)) {
    const at = raw.fields.findIndex(looksLikeUtf8);
    return refused(raw, options, encodingFault(raw, options.encoding, columns[at] as string));
  }
  const row: Row = {};
  for (let at = 0; at < columns.length; at++) {
    const name = columns[at] as string;
    const text = decoded(raw.fields[at] as string, charset);
    if (text === undefined) return refused(raw, options, encodingFault(raw, options.encoding, name));
    const value = options.trim ? text.trim() : text;
    if (!options.decimals.has(name)) {
      row[name] = value;
      continue;
    }
    const number = parseDecimalComma(value);
    if (number === undefined) {
      const values = { line: raw.line, column: name, value };
      return refused(raw, options, new UserError('nodes.csv-number', { values }));
    }
    row[name] = number;
  }
  return { value: row };
}

/** Column names of a header record, made unique; `column3` for one without a name. Throws UserError. */
export function columnsOf(raw: RawRecord, encoding: CsvEncoding): string[] {
  if (raw.fault) throw new UserError('nodes.csv-header', { values: { line: raw.line } });
  const names = raw.fields.map((field, at) => {
    const text = decoded(field, charsetOf(encoding));
    if (text === undefined) throw encodingFault(raw, encoding, String(at + 1));
    return text.trim();
  });
  return uniqueNames(names);
}

/** The same names, each once: a second one gets a number, and one that is empty is called after its place. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, at) => {
    const own = free(usable(name, at), taken);
    taken.add(own);
    return own;
  });
}

/** Names for the columns of a file without a header row. */
export function numberedColumns({ fields }: RawRecord): string[] {
  return fields.map((_, at) => `column${at + 1}`);
}

// A column called __proto__ would not become a member of the row but its prototype.
function usable(name: string, at: number): string {
  return name === '' || name === '__proto__' ? `column${at + 1}` : name;
}

function free(name: string, taken: ReadonlySet<string>): string {
  let candidate = name;
  for (let n = 2; taken.has(candidate); n++) candidate = `${name}_${n}`;
  return candidate;
}

function decoded(field: string, charset: Charset): string | undefined {
  return ASCII.test(field) ? field : decodeBinary(field, charset);
}

/** The parser is fed UTF-8 for a UTF-16 file. */
function charsetOf(encoding: CsvEncoding): Charset {
  return encoding === 'utf-16le' ? 'utf-8' : encoding;
}

function encodingFault(raw: RawRecord, encoding: CsvEncoding, column: string): UserError {
  const bytes = raw.raw();
  const invalid = firstInvalidByte(bytes, charsetOf(encoding));
  // Every byte is valid, and yet the text is in another encoding: it shows where the accents begin.
  const byte = raw.start + (invalid < bytes.length ? invalid : Math.max(0, bytes.search(/[\x80-\xff]/))) + 1;
  return new UserError('nodes.csv-encoding', { values: { line: raw.line, column, byte, encoding } });
}

function faultOf(raw: RawRecord, options: RowOptions): UserError {
  if (raw.fault === 'unclosed-quote') return new UserError('nodes.csv-quote', { values: { line: raw.line } });
  const kilobytes = Math.round(options.maxRecordBytes / 1024);
  return new UserError('nodes.csv-line-too-long', { values: { line: raw.line, kilobytes } });
}

function refused(raw: RawRecord, { encoding }: RowOptions, error: UserError): SourceRecord {
  const bytes = raw.raw();
  const text = decoded(bytes, charsetOf(encoding)) ?? decodeBinary(bytes, 'latin1') ?? bytes;
  return { raw: text.slice(0, EXCERPT), error };
}
