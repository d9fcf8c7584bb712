// Where a written file goes: to the files of the workspace, to a server, or to a folder of this machine.
import type { BarrierContext } from '@eclusa/flow';
import { openStore } from '../files/open-store';
import { folderStore } from '../files/places/folder';
import { joined } from '../files/store';
import { folderIn } from '../files/store-place';
import { fillPlaces } from '../source/http-places';

export interface SinkConfig {
  to?: 'download' | 'server' | 'folder';
  folder?: string;
}

/** What is known of a file that was written. `fileId` where it can be downloaded, else `path`. */
export type Written =
  { fileId: string; name: string; bytes: number } | { path: string; name: string; bytes: number };

/**
 * Writes the file. Under the same name it may be written again: after a crash it takes the place of the first. A dry run
 * counts its bytes and writes to no server and no folder.
 */
export async function writeFile(
  context: BarrierContext<SinkConfig>,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Written> {
  const { config, files } = context;
  if (config.to !== 'server' && config.to !== 'folder') {
    const { id, name: stored, size } = await files.create(name, bytes);
    return { fileId: id, name: stored, bytes: size };
  }
  const folder = fillPlaces(config.folder ?? '', context.parameters);
  const isServer = config.to === 'server';
  const path = joined(isServer ? folderIn(folder) : '', name);
  const shown = isServer ? path : joined(folder.replace(/\/+$/, ''), name);
  if (context.dryRun) return { path: shown, name, bytes: await counted(bytes) };
  const store = isServer
    ? await openStore(await context.connection('server'), context)
    : await folderStore(context.reach, folder);
  try {
    return { path: shown, name, bytes: await store.write(path, bytes) };
  } finally {
    await store.close();
  }
}

async function counted(pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const piece of pieces) bytes += piece.byteLength;
  return bytes;
}
