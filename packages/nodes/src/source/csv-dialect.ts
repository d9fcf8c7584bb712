// Guesses how a CSV file is written from its first bytes. What the person has chosen is never guessed.
import { UserError } from '@eclusa/flow';
import { decodeUtf8, looksLikeUtf8 } from '../net/charset';

export type CsvEncoding = 'utf-8' | 'windows-1252' | 'latin1' | 'utf-16le';

export interface CsvChoices {
  encoding?: CsvEncoding | 'auto';
  delimiter?: ';' | ',' | '\t' | '|' | 'auto';
  quote?: '"' | "'" | 'none';
}

export interface CsvDialect {
  encoding: CsvEncoding;
  /** Nobody chose the encoding: a line that is plainly in another one is not to be read in this one. */
  guessed?: boolean;
  delimiter: string;
  quote: string | null;
  lineBreaks: string[];
}

/** How many of a file's first bytes are looked at. */
export const SAMPLE_BYTES = 65_536;
const SAMPLE_LINES = 25;
const DELIMITERS = [';', ',', '\t', '|'];

/** The dialect, and the bytes of a byte-order mark to leave out. `whole`: the sample is all of the file. */
export function sniff(
  sample: Buffer,
  whole: boolean,
  choices: CsvChoices,
): { dialect: CsvDialect; bom: number } {
  const { encoding, bom } = encodingOf(sample, whole, choices.encoding ?? 'auto');
  const text = sample.subarray(bom).toString(encoding === 'utf-16le' ? 'utf16le' : 'latin1');
  const quote = choices.quote === 'none' ? null : (choices.quote ?? '"');
  const delimiter =
    choices.delimiter && choices.delimiter !== 'auto' ? choices.delimiter : delimiterOf(text, quote);
  // A lone CR ends lines only in files that have no LF at all; elsewhere it is part of a value.
  const lineBreaks = text.includes('\n') || !text.includes('\r') ? ['\r\n', '\n'] : ['\r'];
  const guessed = (choices.encoding ?? 'auto') === 'auto';
  return { dialect: { encoding, guessed, delimiter, quote, lineBreaks }, bom };
}

/** The encoding of a file by its first bytes, and how many bytes of a mark stand before its text. */
export function encodingOf(sample: Buffer, whole: boolean, chosen: CsvEncoding | 'auto') {
  const starts = (...bytes: number[]) => bytes.every((byte, at) => sample[at] === byte);
  if (starts(0xfe, 0xff))
    throw new UserError('nodes.csv-encoding-unsupported', { values: { encoding: 'UTF-16 BE' } });
  if (starts(0xff, 0xfe) && (chosen === 'auto' || chosen === 'utf-16le')) {
    return { encoding: 'utf-16le' as const, bom: 2 };
  }
  if (starts(0xef, 0xbb, 0xbf) && (chosen === 'auto' || chosen === 'utf-8')) {
    return { encoding: 'utf-8' as const, bom: 3 };
  }
  if (chosen !== 'auto') return { encoding: chosen, bom: 0 };
  // The cut may fall inside a character, which is not to be taken for a fault.
  const cut = whole ? sample : sample.subarray(0, lastCharacterStart(sample));
  const isUtf8 = decodeUtf8(cut) !== undefined || mostLinesAreUtf8(cut.toString('latin1'));
  return { encoding: isUtf8 ? ('utf-8' as const) : ('windows-1252' as const), bom: 0 };
}

/** Of a file that mixes both, the larger part is read and the smaller refused line by line. */
function mostLinesAreUtf8(binary: string): boolean {
  const accented = binary.split('\n').filter((line) => /[\x80-\xff]/.test(line));
  return accented.filter(looksLikeUtf8).length * 2 > accented.length;
}

function lastCharacterStart(sample: Buffer): number {
  let at = sample.length - 1;
  while (at > 0 && ((sample[at] ?? 0) & 0xc0) === 0x80) at--;
  return Math.max(at, 0);
}

/** The delimiter that splits the first lines into the same number of columns most often; `,` when none does. */
function delimiterOf(text: string, quote: string | null): string {
  const lines = unquoted(text, quote)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES);
  const scores = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const header = counts[0] ?? 0;
    const same = counts.filter((count) => count === header).length / Math.max(1, counts.length);
    return { delimiter, score: header === 0 ? 0 : same + Math.min(header, 50) / 1000 };
  });
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.delimiter : ',';
}

function unquoted(text: string, quote: string | null): string {
  return quote === null ? text : text.replace(new RegExp(`${quote}[^${quote}]*${quote}`, 'g'), '');
}
