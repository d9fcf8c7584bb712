// Files of prices that were announced and uploaded: what is known of each, by its number.

export interface PriceFileError {
  /** The line as it came, and why it was refused. */
  cells: string[];
  code: string;
  message: string;
}

export interface PriceFile {
  id: string;
  kind: 'base' | 'fixed';
  /** Part of the signed addresses: who has it may upload and download. */
  signature: string;
  bytes: number;
  createdAt: number;
  /** When the file arrived; from then on it is worked on. */
  receivedAt: number | null;
  text: string;
  isDone: boolean;
  /** The whole file was refused. */
  isFailed: boolean;
  errors: PriceFileError[];
}

export class PriceFiles {
  readonly all = new Map<string, PriceFile>();

  reset(): void {
    this.all.clear();
  }

  /** A new one. Numbers count up, so that a test knows them. */
  add(kind: PriceFile['kind'], bytes: number, now: number, signature: string): PriceFile {
    const id = `00000000-0000-4000-8000-${String(this.all.size + 1).padStart(12, '0')}`;
    const file: PriceFile = {
      ...{ id, kind, signature, bytes, createdAt: now, receivedAt: null, text: '' },
      ...{ isDone: false, isFailed: false, errors: [] },
    };
    this.all.set(id, file);
    return file;
  }
}
