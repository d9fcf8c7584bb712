// Room for barriers in memory, for tests and small runs.
import type { Row } from '@eclusa/flow';
import type { Host } from './ports';

/** A `Host.scratch` in memory. It does hold the rows: large runs need one on disk. */
export function memoryScratch(): Host['scratch'] & { readonly chunks: number } {
  const chunks = new Map<string, readonly Row[]>();
  let next = 0;
  return {
    get chunks() {
      return chunks.size;
    },
    async write(rows) {
      const id = String(next++);
      chunks.set(id, [...rows]);
      return id;
    },
    async *read(chunk) {
      const rows = chunks.get(chunk);
      if (rows && rows.length > 0) yield [...rows];
    },
    async drop(chunk) {
      chunks.delete(chunk);
    },
  };
}
