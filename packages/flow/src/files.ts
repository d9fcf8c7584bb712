// Files as nodes read and make them; where they are kept is the host's affair.

export interface StoredFile {
  id: string;
  name: string;
  size: number;
  /** The bytes from `start` on, in pieces of a bounded size. */
  read(start?: number): AsyncIterable<Uint8Array>;
}

export interface Files {
  open(id: string): Promise<StoredFile>;
  /** Stores what `bytes` yields under `name` and answers the new file's id and size. */
  create(name: string, bytes: AsyncIterable<Uint8Array>): Promise<{ id: string; name: string; size: number }>;
}
