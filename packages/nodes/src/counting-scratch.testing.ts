// A scratch that proves what a barrier spilled and how many rows it held at most, counted as rows of its inputs.
import type { BarrierContext, Row } from '@eclusa/flow';

export interface CountingScratch {
  scratch: BarrierContext['scratch'];
  writes: number;
  /** Rows of the largest chunk. */
  largestWrite: number;
  /** The most rows at a time that were taken from the inputs or read back, and neither written nor given yet. */
  mostHeld: number;
  /** Chunks written and not dropped. */
  readonly chunks: number;
  /** Tells that the node took so many rows of its inputs or, when negative, gave what is made of so many. */
  moved(rows: number): void;
}

/** `weightOf` tells of how many rows of the inputs a row in the scratch is made. */
export function countingScratch(weightOf: (row: Row) => number): CountingScratch {
  const stored = new Map<string, string>();
  let held = 0;
  const weight = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + weightOf(row), 0);
  const counted = {
    writes: 0,
    largestWrite: 0,
    mostHeld: 0,
    get chunks() {
      return stored.size;
    },
    moved(rows: number) {
      held += rows;
      counted.mostHeld = Math.max(counted.mostHeld, held);
    },
    scratch: {
      async write(rows: readonly Row[]) {
        const chunk = String(counted.writes++);
        stored.set(chunk, JSON.stringify(rows));
        counted.largestWrite = Math.max(counted.largestWrite, rows.length);
        counted.moved(-weight(rows));
        return chunk;
      },
      async *read(chunk: string) {
        const rows = JSON.parse(stored.get(chunk) ?? '[]') as Row[];
        counted.moved(weight(rows));
        yield rows;
      },
      async drop(chunk: string) {
        stored.delete(chunk);
      },
    },
  };
  return counted;
}
