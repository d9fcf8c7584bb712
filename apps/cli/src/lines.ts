// The lines of a text file. Node's readline also ends lines at U+2028 and U+2029, which JSON text may contain.
import { createReadStream } from 'node:fs';

/** Each line without its end (`\n` or `\r\n`); a byte order mark at the start is left out. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  let first = true;
  for await (const piece of createReadStream(file, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
    const lines = (rest + (first ? String(piece).replace(/^\uFEFF/, '') : String(piece))).split('\n');
    first = false;
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  if (rest !== '') yield rest;
}
