// Rows of a Parquet file, a group of rows at a time. The place in it is the number of the row: going on reads the group it
// lies in once more.
import { UserError, type Json, type JsonObject, type Row } from '@eclusa/flow';
import {
  parquetMetadataAsync,
  parquetReadObjects,
  type AsyncBuffer,
  type FileMetaData,
  type ParquetParsers,
} from 'hyparquet';
import { compressors } from './parquet-codecs';
import type { FileFormat, FileRecord, ReadableFile } from '../file';
import type { FileLimits } from '../limits';

export interface ParquetConfig extends FileLimits {
  columns?: string;
  [field: string]: Json | undefined;
}

/** A group is held whole, and its rows take several times its bytes. */
const LARGEST_GROUP = 256e6;
/** Rows made of a group at once. */
const BLOCK = 1_000;
const LARGEST_FOOTER = 32e6;

export const parquetFormat: FileFormat<ParquetConfig> = {
  endings: ['.parquet'],
  isArchive: true,
  async *read(file, config, at) {
    const bytes = await seekable(file);
    const metadata = await footerOf(file, bytes);
    const wanted = columnsOf(config);
    let first = 0;
    let done = Number((at as JsonObject | null)?.['row'] ?? 0);
    for (const [number, group] of metadata.row_groups.entries()) {
      const end = first + Number(group.num_rows);
      if (done < end) {
        checkSize(file, number, Number(group.total_byte_size));
        // The bytes of a group are asked for once, and not for each of its blocks.
        const rows = await rowsOf(file, bytes, metadata, { rowStart: done, rowEnd: end, columns: wanted });
        for (let from = 0; from < rows.length; from += BLOCK) {
          yield rows
            .slice(from, from + BLOCK)
            .map((value, index) => recordOf(value, done + from + index + 1));
        }
        done = end;
      }
      first = end;
    }
  },
};

function recordOf(value: Record<string, unknown>, row: number): FileRecord {
  const record = { value: jsonOf(value) as Row };
  return { record, at: () => ({ row }) };
}

function columnsOf({ columns = '' }: ParquetConfig): string[] | undefined {
  const names = columns
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.length > 0 ? names : undefined;
}

async function footerOf(file: ReadableFile, bytes: AsyncBuffer): Promise<FileMetaData> {
  const head = await file.head(4);
  if (head.toString('latin1') !== 'PAR1' || bytes.byteLength < 12) throw broken(file, 'PAR1');
  const tail = Buffer.from(await bytes.slice(bytes.byteLength - 8, bytes.byteLength));
  if (tail.toString('latin1', 4) !== 'PAR1') throw broken(file, 'PAR1');
  const length = tail.readUInt32LE(0);
  if (length > LARGEST_FOOTER || length > bytes.byteLength - 8) throw broken(file, `${length} bytes`);
  return told(file, () => parquetMetadataAsync(bytes, { parsers }));
}

function checkSize(file: ReadableFile, group: number, size: number): void {
  if (size <= LARGEST_GROUP) return;
  const values = { file: file.name, group: group + 1, megabytes: LARGEST_GROUP / 1e6 };
  throw new UserError('nodes.parquet-group-too-large', { values });
}

function rowsOf(
  file: ReadableFile,
  bytes: AsyncBuffer,
  metadata: FileMetaData,
  { columns, ...range }: { rowStart: number; rowEnd: number; columns: string[] | undefined },
): Promise<Record<string, unknown>[]> {
  const limits = { left: LARGEST_GROUP };
  return told(file, () =>
    parquetReadObjects({
      ...{ file: bytes, metadata, ...range, parsers },
      ...(columns && { columns }),
      compressors: compressors((size) => {
        // What a page says of itself is not believed to be what its group says.
        limits.left -= size;
        if (limits.left < 0) throw new Error(`> ${LARGEST_GROUP / 1e6} MB`);
      }),
    }),
  );
}

async function told<T>(file: ReadableFile, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError || (error as Error).name === 'AbortError') throw error;
    throw broken(file, (error as Error).message, error);
  }
}

function broken(file: ReadableFile, reason: string, cause?: unknown): UserError {
  return new UserError('nodes.parquet-broken', { values: { file: file.name, reason }, cause });
}

/** The file as bytes at any place. One that does not say how long it is is gone through once to know. */
async function seekable(file: ReadableFile): Promise<AsyncBuffer> {
  let byteLength = file.size ?? 0;
  if (file.size === null) for await (const piece of file.read(0)) byteLength += piece.byteLength;
  return {
    byteLength,
    async slice(start, end = byteLength) {
      const out = new Uint8Array(Math.max(0, end - start));
      let at = 0;
      for await (const piece of out.length > 0 ? file.read(start) : []) {
        const part = piece.subarray(0, out.length - at);
        out.set(part, at);
        at += part.byteLength;
        if (at === out.length) break;
      }
      return out.buffer.slice(0, at);
    },
  };
}

const iso = (millis: number): string | null => {
  const date = new Date(millis);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
};

const parsers: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (millis: bigint) => iso(Number(millis)),
  timestampFromMicroseconds: (micros: bigint) => iso(Number(micros / 1_000n)),
  timestampFromNanoseconds: (nanos: bigint) => iso(Number(nanos / 1_000_000n)),
  dateFromDays: (days: number) => iso(days * 86_400_000)?.slice(0, 10) ?? null,
};

/** Whole numbers that JSON has no room for become texts, bytes base64. */
function jsonOf(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object') return value as Json;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value) || ArrayBuffer.isView(value))
    return Array.from(value as ArrayLike<unknown>, jsonOf);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, jsonOf(one)]));
}
