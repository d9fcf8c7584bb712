// Pages of one entry that share a key of their rows are run one after the other, in the order they were read.
import type { DataSource } from 'typeorm';
import { rowsOf } from '../sql';

/** SQL over a page `p`: nothing read before it that shares a key with it is still to be done. */
export const mayRun = `(p.order_keys IS NULL OR NOT EXISTS (
  SELECT FROM run_page o WHERE o.run_id = p.run_id AND o.entry = p.entry AND o.seq < p.seq AND o.state <> 'done'
    AND o.order_keys && p.order_keys))`;

/** Pages that have waited for one that is done now and wait for no other, with the fences they are queued under. */
export async function followers(
  on: DataSource,
  done: { runId: string; entry: string; seq: number; orderKeys: number[] | null },
): Promise<{ pageId: number; fence: number }[]> {
  if (done.orderKeys === null) return [];
  return rowsOf(
    on,
    `SELECT p.id AS "pageId", p.fence FROM run_page p
     WHERE p.run_id = $1 AND p.entry = $2 AND p.seq > $3 AND p.state = 'queued' AND p.order_keys && $4 AND ${mayRun}
     ORDER BY p.seq`,
    [done.runId, done.entry, done.seq, done.orderKeys],
  );
}
