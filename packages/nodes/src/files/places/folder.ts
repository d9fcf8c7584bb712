// Files of this machine, below folders that the operator of the installation allows and nowhere else: links are followed
// before it is looked at where they lead.
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UserError, type Reach } from '@eclusa/flow';
import type { PlaceFile } from '../place';
import { listed, tooMany, type FileStore, type FolderEntries, type ListHow } from '../store';

/** The store below `typed`. Throws UserError `nodes.folder-not-allowed`, `nodes.server-path-missing`. */
export async function folderStore({ folders }: Reach, typed: string): Promise<FileStore> {
  const root = resolve(typed || '/');
  const roots = await Promise.all(folders.map((folder) => realpath(folder).catch(() => resolve(folder))));
  const refused = new UserError('nodes.folder-not-allowed', {
    values: { folder: typed, allowed: folders.length > 0 ? folders.join(', ') : '–' },
  });
  // Of a folder that is not allowed it is not even told whether it is there.
  const real = await realpath(root).catch(() => undefined);
  if (!roots.some((one) => isWithin(one, real ?? root))) throw refused;
  if (real === undefined) throw told({ code: 'ENOENT' }, root);
  const inside = async (path: string): Promise<string> => {
    const file = join(real, path);
    const found = await realpath(file).catch(() => undefined);
    const place = found ?? (await realpath(dirname(file)).catch(() => dirname(file)));
    if (!roots.some((one) => isWithin(one, place))) throw refused;
    return found ?? file;
  };
  return new FolderStore(root, inside);
}

class FolderStore implements FileStore {
  constructor(
    readonly name: string,
    private readonly inside: (path: string) => Promise<string>,
  ) {}

  list(folder: string, how?: ListHow): Promise<PlaceFile[]> {
    return listed((path) => this.entries(path), folder, how);
  }

  async *read(path: string, start: number): AsyncIterable<Uint8Array> {
    const file = await this.inside(path);
    try {
      for await (const piece of createReadStream(file, { start })) yield piece as Uint8Array;
    } catch (error) {
      throw told(error, file);
    }
  }

  async write(path: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
    const file = await this.ready(path);
    const partial = `${file}.part`;
    try {
      const sink = createWriteStream(partial);
      await pipeline(Readable.from(bytes), sink);
      await rename(partial, file);
      return sink.bytesWritten;
    } catch (error) {
      await rm(partial, { force: true });
      throw told(error, file);
    }
  }

  async move(from: string, to: string): Promise<void> {
    const source = await this.inside(from);
    const target = await this.ready(to);
    await rename(source, target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw told(error, source);
    });
  }

  async remove(path: string): Promise<void> {
    const file = await this.inside(path);
    await rm(file, { force: true }).catch(thrown(file));
  }

  async close(): Promise<void> {}

  private async entries(folder: string): Promise<FolderEntries> {
    const path = await this.inside(folder);
    const entries = await readdir(path, { withFileTypes: true }).catch(thrown(path));
    tooMany(entries.length, path);
    const files: PlaceFile[] = [];
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const { size, mtimeMs } = await stat(join(path, entry.name)).catch(thrown(path));
      files.push({ name: entry.name, size, version: `${size}-${Math.round(mtimeMs)}` });
    }
    return { files, folders: entries.filter((entry) => entry.isDirectory()).map(({ name }) => name) };
  }

  private async ready(path: string): Promise<string> {
    const file = await this.inside(dirname(path));
    await mkdir(file, { recursive: true }).catch(thrown(file));
    return this.inside(path);
  }
}

function isWithin(root: string, file: string): boolean {
  const way = relative(root, file);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

const thrown = (path: string) => (error: unknown) => {
  throw told(error, path);
};

/** What the file system says, as an error about that path. Others pass unchanged. */
function told(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined || !/^E[A-Z]+$/.test(code)) return error;
  const missing = code === 'ENOENT' || code === 'ENOTDIR';
  const values = { server: 'localhost', path, ...(!missing && { reason: code }) };
  return new UserError(missing ? 'nodes.server-path-missing' : 'nodes.server-path-denied', {
    values,
    cause: error,
  });
}
