// What formats and places have in common: a file as bytes that can be read from any offset, and its records.
import type { Json, SourceRecord } from '@eclusa/flow';

/** A file that is there: where it is and how its bytes come is the place's affair. */
export interface ReadableFile {
  /** As a person knows it: `notas/nfe-4711.xml`. */
  name: string;
  /** Bytes; null when the other side does not say. */
  size: number | null;
  /** The bytes from `start` on, in pieces of a bounded size. Throws UserError `nodes.file-changed`. */
  read(start?: number): AsyncIterable<Uint8Array>;
  /** Tells whether a later reading sees the same bytes; null when unknown. */
  version(): string | null;
}

/** One record of a file, and where reading goes on after it: plain JSON that only the format understands. */
export interface FileRecord {
  record: SourceRecord;
  at(): Json;
}

/** Makes records of the bytes of one file. */
export interface FileFormat<Config> {
  /** Endings of names, in lower case: which files of an archive are meant. */
  endings: readonly string[];
  /** The format is an archive itself, and looks into it alone. */
  isArchive?: boolean;
  /**
   * The records after `at` (null: the start), in blocks. Throws UserError where the file cannot be read further; what it
   * gave before stays.
   */
  read(file: ReadableFile, config: Config, at: Json): AsyncIterable<FileRecord[]>;
}

/** The first `length` bytes of a file, or all of a shorter one. */
export async function firstBytes(file: ReadableFile, length: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of file.read(0)) {
    pieces.push(piece);
    size += piece.byteLength;
    if (size >= length) break;
  }
  return Buffer.concat(pieces).subarray(0, length);
}

/** A view of the same bytes as a Buffer. */
export function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
