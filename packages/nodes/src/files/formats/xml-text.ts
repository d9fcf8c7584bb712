// XML bytes as text in pieces that end between characters, so that a place in the text is a place in the file.
import { UserError } from '@eclusa/flow';
import { decodeBinary, decodeUtf8 } from '../../net/charset';
import { toBuffer, type ReadableFile } from '../file';

export type XmlCharset = 'utf-8' | 'windows-1252' | 'latin1' | 'utf-16le';

/** A piece of the text, and the offset in the file of its first byte. */
export interface XmlPiece {
  text: string;
  offset: number;
}

/** The charset that the mark or the declaration names, and the bytes of the mark. Throws UserError for others. */
export async function xmlStart(file: ReadableFile): Promise<{ charset: XmlCharset; offset: number }> {
  const head = await file.head(200);
  if (head[0] === 0xff && head[1] === 0xfe) return { charset: 'utf-16le', offset: 2 };
  const offset = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const named = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(
    head.subarray(offset).toString('latin1'),
  )?.[1];
  const charset = CHARSETS[(named ?? 'utf-8').toLowerCase()];
  if (offset === 3) return { charset: 'utf-8', offset };
  if (charset) return { charset, offset };
  throw new UserError('nodes.file-encoding-unsupported', {
    values: { file: file.name, encoding: named ?? '?' },
  });
}

const CHARSETS: Readonly<Record<string, XmlCharset>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  // Where one says ISO 8859-1, Windows has usually written it.
  'iso-8859-1': 'windows-1252',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
};

/** The text from `offset` on. Throws UserError `nodes.xml-encoding` with the byte where it is not what it says. */
export async function* xmlText(
  file: ReadableFile,
  charset: XmlCharset,
  offset: number,
): AsyncIterable<XmlPiece> {
  let at = offset;
  let held: Buffer = Buffer.alloc(0);
  for await (const piece of file.read(offset)) {
    const bytes = held.length > 0 ? Buffer.concat([held, piece]) : toBuffer(piece);
    const cut = wholeCharacters(bytes, charset);
    held = Buffer.from(bytes.subarray(cut));
    if (cut === 0) continue;
    yield { text: decode(file, bytes.subarray(0, cut), charset, at), offset: at };
    at += cut;
  }
  if (held.length > 0) yield { text: decode(file, held, charset, at), offset: at };
}

/** Bytes that a text takes in the file. */
export function bytesOf(text: string, charset: XmlCharset): number {
  if (charset === 'utf-8') return Buffer.byteLength(text, 'utf8');
  return charset === 'utf-16le' ? text.length * 2 : text.length;
}

function wholeCharacters(bytes: Buffer, charset: XmlCharset): number {
  if (charset === 'utf-16le') {
    const even = bytes.length & ~1;
    const last = even >= 2 ? bytes.readUInt16LE(even - 2) : 0;
    return last >= 0xd800 && last <= 0xdbff ? even - 2 : even;
  }
  if (charset !== 'utf-8') return bytes.length;
  let start = bytes.length - 1;
  const first = Math.max(0, bytes.length - 4);
  while (start > first && ((bytes[start] as number) & 0xc0) === 0x80) start--;
  const lead = bytes[start] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return start + length <= bytes.length ? bytes.length : start;
}

function decode(file: ReadableFile, bytes: Buffer, charset: XmlCharset, offset: number): string {
  if (charset === 'utf-16le') return bytes.toString('utf16le');
  const text =
    charset === 'utf-8' ? decodeUtf8WithMark(bytes) : decodeBinary(bytes.toString('latin1'), charset);
  if (text === undefined) {
    throw new UserError('nodes.xml-encoding', {
      values: { file: file.name, byte: offset + 1, encoding: charset },
    });
  }
  return text;
}

// The decoder would drop a mark at the start of every piece, and places would no longer fit.
function decodeUtf8WithMark(bytes: Buffer): string | undefined {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = decodeUtf8(bytes);
  return text !== undefined && hasMark ? `\ufeff${text}` : text;
}
