// Files of a run without a server: file fields hold paths, and what a flow writes goes to one folder.
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { UserError } from '@eclusa/flow';
import type { Files, StoredFile } from '@eclusa/flow';
import { unreadable } from './json-file';

export interface LocalFilesOptions {
  /** Paths in the flow begin here. Files below this folder may be read. */
  flowFolder: string;
  /** Files below this folder may be read too. */
  cwd: string;
  /** Where written files go; made when needed. */
  out: string;
  /** Told the path of every file written. */
  onWritten(file: string): void;
}

/** Reads below the flow's folder and the current one only, links followed first; writes to `out`. */
export function localFiles(options: LocalFilesOptions): Files {
  const taken = new Set<string>();
  return {
    open: (id) => openFile(id, options),
    async create(name, bytes) {
      const own = freeName(name, taken);
      const file = join(options.out, own);
      const size = await writeWhole(file, bytes);
      options.onWritten(file);
      return { id: file, name: own, size };
    },
  };
}

async function openFile(id: string, { flowFolder, cwd }: LocalFilesOptions): Promise<StoredFile> {
  const file = resolve(flowFolder, id);
  try {
    const real = await realpath(file);
    const roots = await Promise.all([flowFolder, cwd].map((folder) => realpath(folder)));
    if (!roots.some((root) => isWithin(root, real))) {
      throw new UserError('cli.file-outside', { values: { file } });
    }
    const { size } = await stat(real);
    return { id, name: basename(file), size, read: (start = 0) => createReadStream(real, { start }) };
  } catch (error) {
    throw error instanceof UserError ? error : unreadable(file, error);
  }
}

function isWithin(root: string, file: string): boolean {
  const way = relative(root, file);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

// A name of the flow's own making: no folders, and two boxes may choose the same.
function freeName(name: string, taken: Set<string>): string {
  const plain = basename(name.replaceAll('\\', '/')).replace(/^\.+$/, '') || 'file';
  const dot = plain.lastIndexOf('.');
  const [stem, end] = dot > 0 ? [plain.slice(0, dot), plain.slice(dot)] : [plain, ''];
  let free = plain;
  for (let number = 2; taken.has(free); number++) free = `${stem}-${number}${end}`;
  taken.add(free);
  return free;
}

// Under another name until it is whole, so that nobody picks up half a file.
async function writeWhole(file: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  const partial = `${file}.part`;
  try {
    await mkdir(join(file, '..'), { recursive: true });
    const sink = createWriteStream(partial);
    await pipeline(Readable.from(bytes), sink);
    await rename(partial, file);
    return sink.bytesWritten;
  } catch (cause) {
    await rm(partial, { force: true });
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw cause;
    throw new UserError('cli.out-unwritable', { values: { file, detail: code }, cause });
  }
}
