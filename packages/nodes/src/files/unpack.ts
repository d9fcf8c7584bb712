// Looks through ZIP and GZIP: the files within one, or the file itself. Trusts no size that an archive states.
import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { UserError } from '@eclusa/flow';
import { readable, type FileFormat, type ReadableFile } from './file';
import { maxFileBytes, type FileLimits } from './limits';
import { bounded, brokenOr, isZip, openZip, type ZipEntry } from './zip';

const GZIP = [0x1f, 0x8b];
/** An archive that lies in another one and has to be looked into is held whole. */
const HELD_BYTES = 64e6;

/** The files of an archive one after another, or `file` itself when it is none. Throws UserError `nodes.file-too-large`. */
export async function* unpacked(
  file: ReadableFile,
  format: Pick<FileFormat<never>, 'endings' | 'isArchive'>,
  limits: FileLimits,
): AsyncIterable<ReadableFile> {
  const most = maxFileBytes(limits);
  if (file.size !== null && file.size > most) throw tooLarge(file, most);
  const head = await file.head(4);
  if (GZIP.every((byte, at) => head[at] === byte)) {
    yield ready(gunzipped(file, most), format);
    return;
  }
  if (!isZip(head)) {
    yield file;
    return;
  }
  const zip = await openZip(file, most);
  try {
    if (format.isArchive && zip.entries.some(({ name }) => name === '[Content_Types].xml')) {
      yield file;
      return;
    }
    const meant = entriesMeant(zip.entries, format.endings);
    if (meant.length === 0) throw new UserError('nodes.file-archive-empty', { values: { file: file.name } });
    for (const entry of meant) yield await ready(unzipped(file, entry), format);
  } finally {
    zip.close();
  }
}

/** Those whose names end as the format's do; all of them when none does. */
function entriesMeant(entries: readonly ZipEntry[], endings: readonly string[]): ZipEntry[] {
  const files = entries.filter(({ name }) => !name.endsWith('/') && !/(^|\/)(__MACOSX\/|\.)/.test(name));
  const named = files.filter(({ name }) => endings.some((ending) => name.toLowerCase().endsWith(ending)));
  return named.length > 0 ? named : files;
}

function gunzipped(file: ReadableFile, most: number): ReadableFile {
  const name = file.name.replace(/\.gz$/i, '');
  async function* read(start = 0): AsyncIterable<Uint8Array> {
    const unzip = createGunzip();
    const source = Readable.from(file.read(0));
    source.on('error', (error) => unzip.destroy(error));
    try {
      yield* from(start, bounded(file, source.pipe(unzip), most));
    } catch (error) {
      throw brokenOr(error, file);
    } finally {
      source.destroy();
      unzip.destroy();
    }
  }
  return readable({ name, size: null, read, version: () => file.version() });
}

function unzipped(file: ReadableFile, entry: ZipEntry): ReadableFile {
  if (entry.isLocked) throw new UserError('nodes.file-archive-locked', { values: { file: file.name } });
  const read = (start = 0) => from(start, entry.read());
  return readable({ name: entry.name, size: entry.size, read, version: () => file.version() });
}

/** An archive within an archive needs its end first. */
async function ready(
  file: ReadableFile,
  { isArchive }: Pick<FileFormat<never>, 'isArchive'>,
): Promise<ReadableFile> {
  if (!isArchive) return file;
  const pieces: Uint8Array[] = [];
  for await (const piece of bounded(file, file.read(0), HELD_BYTES)) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  async function* read(start = 0): AsyncIterable<Uint8Array> {
    yield bytes.subarray(start);
  }
  return readable({ name: file.name, size: bytes.length, read, version: () => file.version() });
}

/** Packed bytes cannot be sought: what comes before `start` is unpacked and let go. */
async function* from(start: number, pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let left = start;
  for await (const piece of pieces) {
    const fresh = piece.subarray(Math.min(left, piece.byteLength));
    left -= piece.byteLength - fresh.byteLength;
    if (fresh.byteLength > 0) yield fresh;
  }
}

function tooLarge(file: ReadableFile, most: number): UserError {
  const values = { file: file.name, megabytes: Math.round(most / 1e6) };
  return new UserError('nodes.file-too-large', { values });
}
