// Rows of a file or of standard input as the body of a call: sent as they are read, never held.
import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { UserError } from '@eclusa/flow';
import { unreadable } from './json-file';
import type { Terminal } from './terminal';

export interface RowBody {
  contentType: 'application/x-ndjson' | 'text/csv';
  /** Packed already. */
  gzip: boolean;
  /** The bytes from their beginning. Of standard input only once. */
  open(): ReadableStream<Uint8Array>;
  /** May be read again when the line breaks. */
  again: boolean;
}

const types = { ndjson: 'application/x-ndjson', jsonl: 'application/x-ndjson', csv: 'text/csv' } as const;

/** The rows of `given`, a path or `-`. What they are is told by the name, or by `format`. Throws UserError. */
export async function rowBody(
  given: string,
  format: string | undefined,
  terminal: Terminal,
): Promise<RowBody> {
  const [, kind = '', packed] = /(?:\.([a-z]+))?(\.gz)?$/i.exec(given === '-' ? '' : given) ?? [];
  const named = (format ?? (given === '-' ? 'ndjson' : kind)).toLowerCase();
  if (!Object.hasOwn(types, named)) {
    throw new UserError(format === undefined ? 'cli.rows-kind' : 'cli.rows-format', {
      values: { given: format ?? given },
    });
  }
  const contentType = types[named as keyof typeof types];
  if (given === '-') {
    return { contentType, gzip: false, again: false, open: () => stream(terminal.input.stream()) };
  }
  const file = resolve(terminal.cwd, given);
  await access(file, constants.R_OK).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  return {
    contentType,
    gzip: packed !== undefined,
    again: true,
    open: () => stream(createReadStream(file, { highWaterMark: 256 * 1024 })),
  };
}

function stream(from: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(from) as ReadableStream<Uint8Array>;
}
