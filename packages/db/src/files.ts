// Stored files: written and read in pieces of 1 MiB, so that memory does not depend on their size.
import { UserError } from '@eclusa/flow';
import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { FileChunk, FileEntity } from './entities/file.entity';
import { inWorkspace } from './workspace-scope';

/** Bytes in every stored piece but the last. */
export const CHUNK_BYTES = 1024 * 1024;

/** A stored file, ready to be read from any place. */
export interface OpenFile {
  id: string;
  name: string;
  size: number;
  sha256: string;
  read(start?: number): AsyncIterable<Uint8Array>;
}

/** Stores what `bytes` yields. When it throws, or storing does, nothing is kept. */
export async function createFile(
  dataSource: DataSource,
  workspaceId: string,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ id: string; name: string; size: number }> {
  const files = inWorkspace(dataSource.getRepository(FileEntity), workspaceId);
  const { id } = await files.insert({ name, sha256: null });
  try {
    const hash = createHash('sha256');
    let size = 0;
    let seq = 0;
    for await (const piece of repack(bytes, CHUNK_BYTES)) {
      hash.update(piece);
      size += piece.length;
      await dataSource.getRepository(FileChunk).insert({ fileId: id, seq: seq++, workspaceId, bytes: piece });
    }
    await files.update({ id }, { size, sha256: hash.digest('hex') });
    return { id, name, size };
  } catch (error) {
    await files.delete({ id });
    throw error;
  }
}

/** Removes files whose bytes stopped arriving: of an upload cut off by the end of its process, say. */
export async function removeCutFiles(dataSource: DataSource): Promise<void> {
  await dataSource.query(`DELETE FROM file WHERE sha256 IS NULL AND created_at < now() - interval '1 day'`);
}

/** Opens a complete file of the workspace. Throws UserError `db.file-missing`. */
export async function openFile(dataSource: DataSource, workspaceId: string, id: string): Promise<OpenFile> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
  const files = inWorkspace(dataSource.getRepository(FileEntity), workspaceId);
  const file = isId ? await files.findOneBy({ id }) : null;
  if (!file || file.sha256 === null) throw new UserError('db.file-missing', { values: { id } });
  const { name, size, sha256 } = file;
  return { id, name, size, sha256, read: (start = 0) => readChunks(dataSource, id, start) };
}

async function* readChunks(dataSource: DataSource, fileId: string, start: number): AsyncIterable<Uint8Array> {
  let skip = start % CHUNK_BYTES;
  for (let seq = Math.floor(start / CHUNK_BYTES); ; seq++) {
    const chunk = await dataSource.getRepository(FileChunk).findOneBy({ fileId, seq });
    if (!chunk) return;
    if (skip < chunk.bytes.length) yield skip === 0 ? chunk.bytes : chunk.bytes.subarray(skip);
    skip = 0;
  }
}

/** Cuts and joins pieces of any length to pieces of exactly `size`, the last one shorter. */
export async function* repack(bytes: AsyncIterable<Uint8Array>, size: number): AsyncIterable<Buffer> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    waiting.push(piece);
    length += piece.length;
    if (length < size) continue;
    const joined = Buffer.concat(waiting);
    let at = 0;
    for (; joined.length - at >= size; at += size) yield joined.subarray(at, at + size);
    waiting = at < joined.length ? [joined.subarray(at)] : [];
    length = joined.length - at;
  }
  if (length > 0) yield Buffer.concat(waiting);
}
