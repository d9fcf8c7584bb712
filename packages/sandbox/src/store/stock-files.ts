// Files of stock that were announced, uploaded and confirmed: what is known of each, by its number.

export interface StockFileError {
  /** From 1 on, the header being 1. */
  line: number;
  itemId: string;
  containerId: string;
  code: string;
  message: string;
}

export interface StockFile {
  id: string;
  /** Part of the signed addresses: who has it may upload and download. */
  signature: string;
  createdAt: number;
  text: string | null;
  /** When it was confirmed; from then on it is worked on. */
  confirmedAt: number | null;
  isDone: boolean;
  rows: number;
  inserted: number;
  updated: number;
  errors: StockFileError[];
}

export class StockFiles {
  readonly all = new Map<string, StockFile>();

  reset(): void {
    this.all.clear();
  }

  /** A new one. Numbers count up, so that a test knows them. */
  add(now: number, signature: string): StockFile {
    const id = `00000000-0000-4000-8000-${String(this.all.size + 1).padStart(12, '0')}`;
    const file: StockFile = {
      id,
      signature,
      createdAt: now,
      text: null,
      confirmedAt: null,
      isDone: false,
      rows: 0,
      inserted: 0,
      updated: 0,
      errors: [],
    };
    this.all.set(id, file);
    return file;
  }
}
