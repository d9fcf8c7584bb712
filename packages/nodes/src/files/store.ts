// A server or folder that holds files: the few things all of them can do, whatever they speak.
import { UserError } from '@eclusa/flow';
import type { PlaceFile } from './place';

/** Paths have `/` between folders and none at their ends. Errors are UserError or RemoteError, with the server's name. */
export interface FileStore {
  /** What a person knows it by: `sftp.example.com`. */
  readonly name: string;
  /**
   * The files right in a folder; with `deep` also those in its folders and theirs, named by the path from there on, without
   * the folder `except`. Links to folders are not followed.
   */
  list(folder: string, how?: ListHow): Promise<PlaceFile[]>;
  /** The bytes of a file from `start` on. */
  read(path: string, start: number): AsyncIterable<Uint8Array>;
  /** Stores a file under its name when it is whole, in the place of one that is there. Makes folders. */
  write(path: string, bytes: AsyncIterable<Uint8Array>): Promise<number>;
  /** In the place of one that is there. Makes folders. */
  move(from: string, to: string): Promise<void>;
  /** Does nothing when it is gone. */
  remove(path: string): Promise<void>;
  close(): Promise<void>;
}

export interface ListHow {
  deep?: boolean;
  /** A path from the folder on. */
  except?: string;
}

/** More are not listed: they would not fit. */
export const MOST_FILES = 50_000;
const MOST_FOLDERS = 10_000;
const DEEPEST_FOLDER = 32;

/** What a folder holds, as servers tell it that tell one folder at a time. */
export interface FolderEntries {
  files: PlaceFile[];
  /** Names of folders. */
  folders: string[];
}

/** The files of a folder, and on request of all below it, by a look at one folder after another. */
export async function listed(
  entriesOf: (folder: string) => Promise<FolderEntries>,
  folder: string,
  { deep = false, except }: ListHow = {},
): Promise<PlaceFile[]> {
  const found: PlaceFile[] = [];
  const waiting = [''];
  for (let looked = 0; waiting.length > 0; looked++) {
    const within = waiting.shift() as string;
    const { files, folders } = await entriesOf(within === '' ? folder : joined(folder, within));
    for (const file of files) found.push({ ...file, name: joined(within, file.name) });
    if (deep && within.split('/').length < DEEPEST_FOLDER) {
      waiting.push(...folders.map((name) => joined(within, name)).filter((path) => path !== except));
    }
    tooMany(found.length, folder, MOST_FILES);
    tooMany(looked + waiting.length, folder, MOST_FOLDERS);
  }
  return found;
}

/** Throws UserError `nodes.too-many-files`. */
export function tooMany(count: number, folder: string, limit = MOST_FILES): void {
  if (count > limit) throw new UserError('nodes.too-many-files', { values: { folder, limit } });
}

/** Folder and name as one path; the folder may be empty. */
export const joined = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

/** The folder a path lies in; empty at the top. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
