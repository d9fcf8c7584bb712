// The entries of a ZIP, each readable by itself: reads the table at the end of the file first, as the format wants it.
import { PassThrough, Readable } from 'node:stream';
import { UserError, EclusaError } from '@eclusa/flow';
import { fromRandomAccessReader, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import type { ReadableFile } from './file';

export interface ZipEntry {
  name: string;
  /** As the archive states it; reading more than this is a fault. */
  size: number;
  /** Needs a password. */
  isLocked: boolean;
  /** Its bytes, unpacked. Throws UserError `nodes.file-archive-broken`, `nodes.file-unpacked-too-large`. */
  read(): AsyncIterable<Uint8Array>;
}

export interface Zip {
  entries: ZipEntry[];
  close(): void;
}

const MOST_ENTRIES = 20_000;

/** True for a file that begins as a ZIP does, an empty one included. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);
}

/** Opens an archive no entry of which may have more than `most` bytes. Throws UserError `nodes.file-archive-broken`. */
export async function openZip(file: ReadableFile, most: number): Promise<Zip> {
  try {
    const zip = await opened(file);
    return { entries: await entriesOf(file, zip, most), close: () => zip.close() };
  } catch (error) {
    throw brokenOr(error, file);
  }
}

/** The pieces, up to `most` bytes of them. Throws UserError `nodes.file-unpacked-too-large`. */
export async function* bounded(
  file: ReadableFile,
  pieces: AsyncIterable<Uint8Array>,
  most: number,
): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const piece of pieces) {
    size += piece.byteLength;
    if (size > most) {
      const values = { file: file.name, megabytes: Math.round(most / 1e6) };
      throw new UserError('nodes.file-unpacked-too-large', { values });
    }
    yield piece;
  }
}

/** What was thrown while a file was unpacked, as an error about that file. Ours pass unchanged. */
export function brokenOr(error: unknown, file: ReadableFile): unknown {
  // By shape, not by class: errors of Node's core are of another realm under jest.
  if (error instanceof EclusaError || (error as Error | null)?.name === 'AbortError') return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const values = { file: file.name, reason: code ?? message };
  return new UserError('nodes.file-archive-broken', { values, cause: error });
}

async function opened(file: ReadableFile): Promise<ZipFile> {
  const size = file.size ?? (await counted(file));
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
    fromRandomAccessReader(new FileReader(file), size, options, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });
}

/** An address may not tell how long its file is. */
async function counted(file: ReadableFile): Promise<number> {
  let size = 0;
  for await (const piece of file.read(0)) size += piece.byteLength;
  return size;
}

function entriesOf(file: ReadableFile, zip: ZipFile, most: number): Promise<ZipEntry[]> {
  return new Promise((resolve, reject) => {
    const entries: ZipEntry[] = [];
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      if (entries.length === MOST_ENTRIES) return reject(new Error(`> ${MOST_ENTRIES}`));
      entries.push({
        name: entry.fileName,
        size: entry.uncompressedSize,
        isLocked: entry.isEncrypted(),
        read: () => entryBytes(file, zip, entry, most),
      });
      zip.readEntry();
    });
    zip.readEntry();
  });
}

async function* entryBytes(
  file: ReadableFile,
  zip: ZipFile,
  entry: Entry,
  most: number,
): AsyncIterable<Uint8Array> {
  const stream = await streamOf(zip, entry).catch((error: unknown) => {
    throw brokenOr(error, file);
  });
  try {
    yield* bounded(file, stream, most);
  } catch (error) {
    throw brokenOr(error, file);
  } finally {
    stream.destroy();
  }
}

function streamOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}

class FileReader extends RandomAccessReader {
  constructor(private readonly file: ReadableFile) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const { file } = this;
    async function* range(): AsyncIterable<Uint8Array> {
      let left = end - start;
      for await (const piece of file.read(start)) {
        yield piece.subarray(0, left);
        left -= Math.min(left, piece.byteLength);
        if (left === 0) return;
      }
    }
    const out = new PassThrough();
    const source = Readable.from(range(), { objectMode: false });
    source.on('error', (error) => out.destroy(error));
    out.on('close', () => source.destroy());
    return source.pipe(out);
  }
}
