// A server or folder that holds files: the few things all of them can do, whatever they speak.
import type { PlaceFile } from './place';

/** Paths have `/` between folders and none at their ends. Errors are UserError or RemoteError, with the server's name. */
export interface FileStore {
  /** What a person knows it by: `sftp.example.com`. */
  readonly name: string;
  /** The files right in a folder, without those in its folders. */
  list(folder: string): Promise<PlaceFile[]>;
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

/** More are not listed: they would not fit. */
export const MOST_FILES = 50_000;

/** Folder and name as one path; the folder may be empty. */
export const joined = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

/** The folder a path lies in; empty at the top. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
