// Rows of a body that is read as it comes: one JSON object a line, or CSV with a header line. A bad line ends it.
import { isJsonObject, type Json, type Row } from '@eclusa/flow';
import { csvRowsOf } from '@eclusa/nodes';
import { isUtf8 } from 'node:buffer';
import { depthOf, isStorable, MAX_JSON_DEPTH } from '../http/json-body';
import { Refusal } from '../http/refusal';

/** Longest line, in bytes. */
export const MOST_LINE_BYTES = 1024 * 1024;
/** Most members of a row. */
export const MOST_COLUMNS = 1_000;

export type RowFormat = 'ndjson' | 'csv';
export type Delimiter = ';' | ',' | '\t' | '|';

export interface LinedRow {
  /** From 1. Of a CSV record over several lines the first. */
  line: number;
  row: Row;
}

/** How a body of this type is read; undefined when it is no body of rows. */
export function rowFormatOf(contentType: string | undefined): RowFormat | undefined {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (/^application\/(x-)?(ndjson|jsonlines)$/.test(type)) return 'ndjson';
  return type === 'text/csv' ? 'csv' : undefined;
}

/** Throws 422 for a line that is no row, with its number. Holds one line and one block of bytes at most. */
export async function* rowsOfBody(
  bytes: AsyncIterable<Uint8Array>,
  format: RowFormat,
  delimiter?: Delimiter,
): AsyncIterable<LinedRow> {
  const rows =
    format === 'ndjson'
      ? ndjsonRows(bytes)
      : csvRowsOf(bytes, {
          header: true,
          maxLineKilobytes: MOST_LINE_BYTES / 1024,
          ...(delimiter && { delimiter }),
        });
  for await (const one of rows) {
    if (Object.keys(one.row).length > MOST_COLUMNS) {
      throw new Refusal(422, 'api.line-too-wide', { line: one.line, columns: MOST_COLUMNS });
    }
    if (!isStorable(one.row)) throw new Refusal(422, 'api.line-unstorable', { line: one.line });
    yield one;
  }
}

async function* ndjsonRows(bytes: AsyncIterable<Uint8Array>): AsyncIterable<LinedRow> {
  for await (const { line, text } of linesOf(bytes)) {
    const row = rowOf(text, line);
    if (row) yield { line, row };
  }
}

function rowOf(bytes: Buffer, line: number): Row | undefined {
  if (!isUtf8(bytes)) throw new Refusal(422, 'api.line-broken', { line });
  if (depthOf(bytes) > MAX_JSON_DEPTH) {
    throw new Refusal(422, 'api.line-too-deep', { line, depth: MAX_JSON_DEPTH });
  }
  // A mark of the byte order stands before the first line of some files.
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (text.trim() === '') return undefined;
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    throw new Refusal(422, 'api.line-broken', { line });
  }
  if (!isJsonObject(value)) throw new Refusal(422, 'api.line-not-object', { line });
  return value;
}

async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncIterable<{ line: number; text: Buffer }> {
  let kept: Uint8Array[] = [];
  let size = 0;
  let line = 1;
  const add = (piece: Uint8Array) => {
    size += piece.byteLength;
    if (size > MOST_LINE_BYTES) {
      throw new Refusal(422, 'api.line-too-long', { line, kilobytes: MOST_LINE_BYTES / 1024 });
    }
    kept.push(piece);
  };
  for await (const piece of bytes) {
    let from = 0;
    for (let at = piece.indexOf(0x0a); at >= 0; at = piece.indexOf(0x0a, from)) {
      add(piece.subarray(from, at));
      yield { line, text: Buffer.concat(kept) };
      [kept, size, from] = [[], 0, at + 1];
      line++;
    }
    add(piece.subarray(from));
  }
  if (size > 0) yield { line, text: Buffer.concat(kept) };
}
