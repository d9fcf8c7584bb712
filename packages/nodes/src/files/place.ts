// A place where files lie, as the reader of files sees it: what is there, its bytes, and what is done with it afterwards.
import type { ReadableFile } from './file';

export interface PlaceFile {
  /** Unique in the place, and what its files are ordered by. */
  name: string;
  /** Bytes; null when the place does not say. */
  size: number | null;
  /** Changes when the content does; null when the place does not say. */
  version: string | null;
}

export interface Place {
  /** The files that are meant, in any order. */
  list(): Promise<PlaceFile[]>;
  /** `version` is what an earlier reading saw: another one ends with UserError `nodes.file-changed`. */
  open(file: PlaceFile, version: string | null): Promise<ReadableFile>;
  /** Moves, deletes or notes a file whose rows are all stored. May be asked twice for the same one. */
  finish(file: PlaceFile): Promise<void>;
  close(): Promise<void>;
}
