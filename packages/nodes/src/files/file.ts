// What formats and places have in common: a file as bytes that can be read from any offset, and its records.
import type { Json, SourceRecord } from '@eclusa/flow';

/** A file that is there: where it is and how its bytes come is the place's affair. */
export interface ReadableFile {
  /** As a person knows it: `notas/nfe-4711.xml`. */
  name: string;
  /** Bytes; null when the other side does not say. */
  size: number | null;
  /** The first `length` bytes, or all of a shorter file. Opens it once: reading from the start goes on from there. */
  head(length: number): Promise<Buffer>;
  /** The bytes from `start` on, in pieces of a bounded size. Throws UserError `nodes.file-changed`. */
  read(start?: number): AsyncIterable<Uint8Array>;
  /** Tells whether a later reading sees the same bytes; null when unknown. */
  version(): string | null;
  /** Lets go of what `head` opened. */
  close(): Promise<void>;
}

/** What a place says of one of its files. */
export interface FileBytes {
  name: string;
  size: number | null;
  read(start: number): AsyncIterable<Uint8Array>;
  version?(): string | null;
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

/** The file of these bytes. */
export function readable({ name, size, read, version = () => null }: FileBytes): ReadableFile {
  let begun: Beginning | null = null;
  let known: Buffer = Buffer.alloc(0);
  return {
    name,
    size,
    version,
    async head(length) {
      if (known.length >= length) return known.subarray(0, length);
      begun ??= new Beginning(read(0)[Symbol.asyncIterator]());
      known = await begun.first(length);
      return known.subarray(0, length);
    },
    read(start = 0) {
      if (start > 0 || !begun) return read(start);
      const taken = begun;
      begun = null;
      return taken.rest();
    },
    async close() {
      await begun?.end();
      begun = null;
    },
  };
}

/** The start of a stream that was looked at, and the stream behind it. */
class Beginning {
  private readonly pieces: Uint8Array[] = [];
  private size = 0;
  private isOver = false;

  constructor(private readonly stream: AsyncIterator<Uint8Array>) {}

  async first(length: number): Promise<Buffer> {
    while (this.size < length && !this.isOver) {
      const { done, value } = await this.stream.next();
      this.isOver = done === true;
      if (done) break;
      this.pieces.push(value);
      this.size += value.byteLength;
    }
    return Buffer.concat(this.pieces);
  }

  async *rest(): AsyncIterable<Uint8Array> {
    try {
      yield* this.pieces.splice(0);
      for (;;) {
        if (this.isOver) return;
        const { done, value } = await this.stream.next();
        if (done) return;
        yield value;
      }
    } finally {
      await this.end();
    }
  }

  async end(): Promise<void> {
    await this.stream.return?.();
  }
}

/** A view of the same bytes as a Buffer. */
export function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
