// How large things in a file may get, as the settings say it.
import type { ReadableFile } from './file';

export interface FileLimits {
  maxMegabytes?: number;
  maxRecordKilobytes?: number;
}

/** The deepest nesting of one record. */
export const DEEPEST = 100;
/** Characters of a refused record that are kept for a person to see. */
export const EXCERPT = 500;

export const maxFileBytes = ({ maxMegabytes = 2048 }: FileLimits): number => maxMegabytes * 1e6;

export const maxRecordBytes = ({ maxRecordKilobytes = 1024 }: FileLimits): number =>
  maxRecordKilobytes * 1024;

/** The values every error about one record of a file has. */
export function recordValues(file: ReadableFile, record: number): { file: string; record: number } {
  return { file: file.name, record };
}
