// Files of prices that were announced and uploaded: what is known of each, by its number.

export type PriceFileKind = 'base-prices' | 'fixed-prices';

export interface PriceFileError {
  /** The line as it came. */
  line: string;
  code: string;
  message: string;
}

export interface PriceFile {
  id: string;
  kind: PriceFileKind;
  /** Part of the signed addresses: who has it may upload and download. */
  signature: string;
  createdAt: number;
  /** Bytes that were announced. */
  bytes: number;
  text: string | null;
  /** When it came; from then on it is worked on. */
  uploadedAt: number | null;
  isDone: boolean;
  /** Nothing of it could be read. */
  isBroken: boolean;
  rows: number;
  errors: PriceFileError[];
}

export class PriceFiles {
  readonly all = new Map<string, PriceFile>();

  reset(): void {
    this.all.clear();
  }

  /** A new one. Numbers count up, so that a test knows them. */
  add(start: Pick<PriceFile, 'kind' | 'createdAt' | 'bytes' | 'signature'>): PriceFile {
    const id = `10000000-0000-4000-8000-${String(this.all.size + 1).padStart(12, '0')}`;
    const open = { text: null, uploadedAt: null, isDone: false, isBroken: false, rows: 0, errors: [] };
    const file: PriceFile = { id, ...start, ...open };
    this.all.set(id, file);
    return file;
  }
}
