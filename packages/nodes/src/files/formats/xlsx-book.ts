// What stands around the sheets of an XLSX: their names, shared texts, and which number formats are dates.
import { UserError } from '@eclusa/flow';
import type { ReadableFile } from '../file';
import { isZip, openZip, type Zip, type ZipEntry } from '../zip';
import { QuickParser } from './quick-parser';

export interface Workbook {
  sheets: { name: string; entry: ZipEntry }[];
  /** Texts that cells point to by their number. */
  texts: string[];
  /** By style number of a cell: whether its number is a date. */
  isDate: boolean[];
  /** Days count from 1904, as old Excel for Mac has it. */
  from1904: boolean;
  close(): void;
}

/** All texts of a workbook are held while it is read; this many characters of them. */
const MOST_TEXT = 100e6;
/** Formats that Excel knows by number and that are dates or times. */
const DATE_FORMATS = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57]);
/** The most bytes of a part without a new element. */
const MOST_QUIET = 16e6;
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** Opens a workbook. Throws UserError `nodes.xlsx-old`, `nodes.xlsx-broken`. */
export async function openWorkbook(file: ReadableFile, head: Uint8Array, most: number): Promise<Workbook> {
  if (OLE.every((byte, at) => head[at] === byte)) {
    throw new UserError('nodes.xlsx-old', { values: { file: file.name } });
  }
  if (!isZip(head)) throw broken(file, 'PK');
  const zip = await openZip(file, most);
  try {
    return { ...(await partsOf(file, zip)), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function partsOf(file: ReadableFile, zip: Zip): Promise<Omit<Workbook, 'close'>> {
  const entry = (path: string) => zip.entries.find(({ name }) => name.toLowerCase() === path.toLowerCase());
  const book = entry('xl/workbook.xml');
  if (!book) throw broken(file, 'xl/workbook.xml');
  const { sheets, from1904 } = await readBook(file, book);
  const targets = await readTargets(file, entry('xl/_rels/workbook.xml.rels'));
  const found = sheets.map(({ name, id }) => {
    const target = targets.get(id) ?? '';
    const sheet = entry(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    if (!sheet) throw broken(file, name);
    return { name, entry: sheet };
  });
  return {
    sheets: found,
    texts: await readTexts(file, entry('xl/sharedStrings.xml')),
    isDate: await readStyles(file, entry('xl/styles.xml')),
    from1904,
  };
}

async function readBook(file: ReadableFile, entry: ZipEntry) {
  const sheets: { name: string; id: string }[] = [];
  let from1904 = false;
  await parsePart(file, entry, {
    open(name, attributes) {
      if (name === 'sheet')
        sheets.push({ name: attributes['name'] ?? '', id: attributes['r:id'] ?? attributes['id'] ?? '' });
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
    },
  });
  return { sheets, from1904 };
}

async function readTargets(file: ReadableFile, entry: ZipEntry | undefined): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await parsePart(file, entry, {
    open(name, attributes) {
      if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
    },
  });
  return targets;
}

async function readTexts(file: ReadableFile, entry: ZipEntry | undefined): Promise<string[]> {
  const texts: string[] = [];
  let [current, inText, inPhonetic, size] = ['', false, false, 0];
  await parsePart(file, entry, {
    open(name) {
      if (name === 'si') current = '';
      if (name === 'rPh') inPhonetic = true;
      inText = name === 't';
    },
    text(text) {
      if (!inText || inPhonetic) return;
      current += text;
      size += text.length;
      if (size > MOST_TEXT) {
        throw new UserError('nodes.xlsx-texts', { values: { file: file.name, megabytes: MOST_TEXT / 1e6 } });
      }
    },
    close(name) {
      if (name === 'rPh') inPhonetic = false;
      if (name === 'si') texts.push(unescaped(current));
      inText = false;
    },
  });
  return texts;
}

async function readStyles(file: ReadableFile, entry: ZipEntry | undefined): Promise<boolean[]> {
  const own = new Map<number, boolean>();
  const isDate: boolean[] = [];
  let inCells = false;
  await parsePart(file, entry, {
    open(name, attributes) {
      const format = Number(attributes['numFmtId']);
      if (name === 'numFmt') own.set(format, looksLikeDate(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) isDate.push(own.get(format) ?? DATE_FORMATS.has(format));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return isDate;
}

/** `dd/mm/yyyy hh:mm` is a date, `#,##0.00 "dias"` and `[Red]0` are none. */
function looksLikeDate(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|_./gi, '');
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare);
}

/** Excel writes control characters as _x000D_. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}

export interface PartHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Parses one part, names without prefix. An absent part has nothing in it. Throws UserError `nodes.xlsx-broken`. */
export async function parsePart(
  file: ReadableFile,
  entry: ZipEntry | undefined,
  handlers: PartHandlers,
): Promise<void> {
  if (!entry) return;
  let pieces = 0;
  for await (const piece of partPieces(file, entry, handlers, () => 1)) pieces += piece;
  if (pieces === 0) throw broken(file, entry.name);
}

const bareName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** What `take` gives after each piece of the part: what the handlers gathered from it. */
export async function* partPieces<T>(
  file: ReadableFile,
  entry: ZipEntry,
  handlers: PartHandlers,
  take: () => T,
): AsyncIterable<T> {
  const parser = new QuickParser();
  parser.on('doctype', () => {
    throw new UserError('nodes.xml-doctype', { values: { file: file.name } });
  });
  parser.on('error', ({ message }) => {
    throw broken(file, message);
  });
  let quiet = 0;
  parser.on('opentag', ({ name, attributes }) => {
    quiet = 0;
    handlers.open?.(bareName(name), attributes);
  });
  parser.on('closetag', ({ name }) => handlers.close?.(bareName(name)));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  const decoder = new TextDecoder('utf-8');
  for await (const piece of entry.read()) {
    parser.write(decoder.decode(piece, { stream: true }));
    quiet += piece.byteLength;
    // A text without end would be held whole by the parser.
    if (quiet > MOST_QUIET) throw broken(file, entry.name);
    yield take();
  }
  parser.close();
  yield take();
}

function broken(file: ReadableFile, reason: string): UserError {
  return new UserError('nodes.xlsx-broken', { values: { file: file.name, reason } });
}
