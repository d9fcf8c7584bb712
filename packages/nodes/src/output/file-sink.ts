// Where a written file goes: to the files of the workspace, to a server, or to a folder of this machine.
import type { BarrierContext, Files } from '@eclusa/flow';
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

export interface Sink {
  /**
   * Writes a file into a folder within the one of the settings. Under the same name it may be written again: it takes the
   * place of the first. A dry run counts its bytes and writes to no server and no folder.
   */
  write(folder: string, name: string, bytes: AsyncIterable<Uint8Array>): Promise<Written>;
  close(): Promise<void>;
}

/** Where the settings lead. The caller closes it. */
export async function openSink(context: BarrierContext<SinkConfig>): Promise<Sink> {
  const { config, files, dryRun } = context;
  if (config.to !== 'server' && config.to !== 'folder') return downloads(files);
  const folder = fillPlaces(config.folder ?? '', context.parameters);
  const isServer = config.to === 'server';
  const root = isServer ? folderIn(folder) : '';
  const shownRoot = isServer ? root : folder.replace(/\/+$/, '');
  const store = dryRun
    ? null
    : isServer
      ? await openStore(await context.connection('server'), context)
      : await folderStore(context.reach, folder);
  return {
    async write(within, name, bytes) {
      const inside = joined(within, name);
      const size = store ? store.write(joined(root, inside), bytes) : counted(bytes);
      return { path: joined(shownRoot, inside), name, bytes: await size };
    },
    close: async () => store?.close(),
  };
}

function downloads(files: Files): Sink {
  return {
    async write(_folder, name, bytes) {
      const { id, name: stored, size } = await files.create(name, bytes);
      return { fileId: id, name: stored, bytes: size };
    },
    async close() {},
  };
}

async function counted(pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const piece of pieces) bytes += piece.byteLength;
  return bytes;
}
