// Turns bytes of other systems into text and back. Own windows-1252 table: TextDecoder of Node 20 leaves
// 0x80-0x9f as control characters (nodejs/node #56542), which turns a euro sign into nothing.

/** The characters of 0x80-0x9f in windows-1252; a space stands for the five bytes it leaves undefined. */
const HIGH = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const BYTE_OF = new Map([...HIGH].flatMap((char, at) => (char === ' ' ? [] : [[char, 0x80 + at] as const])));
const UNDEFINED_BYTE = /[\x81\x8d\x8f\x90\x9d]/;
const HIGH_CHAR = new RegExp('[\\u0080-\\u009f]', 'g');
const utf8 = new TextDecoder('utf-8', { fatal: true });

export type Charset = 'utf-8' | 'windows-1252' | 'latin1';

/** Text of a string whose characters are bytes; undefined when these bytes are not valid in `charset`. */
export function decodeBinary(binary: string, charset: Charset): string | undefined {
  if (charset === 'latin1') return binary;
  if (charset === 'utf-8') return decodeUtf8(Buffer.from(binary, 'latin1'));
  if (UNDEFINED_BYTE.test(binary)) return undefined;
  return highToText(binary);
}

/** UTF-8 text without its byte-order mark, or undefined when the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

const NOT_ASCII = /[\x80-\xff]/;
/** What accented letters and typographic signs of western languages look like in UTF-8. */
const WESTERN_UTF8 = /^(?:[\x00-\x7f]|[\xc2-\xc5][\x80-\xbf]|\xe2[\x80-\x84][\x80-\xbf])*$/;

/**
 * True when a string whose characters are bytes has accents and all of them are UTF-8. As windows-1252 each would
 * be two odd signs (`Ã©`), which nobody writes, so this text is not windows-1252 although every byte exists there.
 */
export function looksLikeUtf8(binary: string): boolean {
  return NOT_ASCII.test(binary) && WESTERN_UTF8.test(binary);
}

/** A whole answer as text. An ERP that names no charset and is not UTF-8 speaks windows-1252. */
export function decodeBody(bytes: Buffer, contentType: string): string {
  const named = /charset="?([\w-]+)/i.exec(contentType)?.[1]?.toLowerCase();
  const legacy =
    named === 'iso-8859-1' || named === 'latin1' || named === 'windows-1252' || named === 'cp1252';
  const text = legacy ? undefined : decodeUtf8(bytes);
  return text ?? highToText(bytes.toString('latin1'));
}

/** Bytes of `text` in windows-1252; what it cannot hold becomes `?`. */
export function encodeWindows1252(text: string): Buffer {
  let binary = '';
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const fits = code < 0x80 || (code >= 0xa0 && code <= 0xff);
    binary += fits ? char : String.fromCharCode(BYTE_OF.get(char) ?? 0x3f);
  }
  return Buffer.from(binary, 'latin1');
}

function highToText(binary: string): string {
  return binary.replace(HIGH_CHAR, (char) => {
    const text = HIGH[char.charCodeAt(0) - 0x80];
    return text === undefined || text === ' ' ? char : text;
  });
}

/** 0-based offset of the first byte that is not valid in `charset`; the length when all are. */
export function firstInvalidByte(binary: string, charset: Charset): number {
  if (charset === 'latin1') return binary.length;
  if (charset === 'windows-1252') {
    const at = binary.search(UNDEFINED_BYTE);
    return at < 0 ? binary.length : at;
  }
  const bytes = Buffer.from(binary, 'latin1');
  // The longest valid beginning, found by halving: a fault makes every longer piece invalid too.
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (validBeginning(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  // An incomplete last character counts as valid above; here it is where the fault begins.
  while (good > 0 && decodeUtf8(bytes.subarray(0, good)) === undefined) good--;
  return good;
}

/** Valid UTF-8 that may stop inside its last character. */
function validBeginning(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
