// Runs with the same concurrency key take turns: one at a time, in the order they were made.
import type { EntityManager } from 'typeorm';
import { rowsOf } from '../sql';

/** SQL over a queued run `r`: a run of its key is going on, or was made before it. */
export const mustWait = `EXISTS (
  SELECT FROM run o WHERE o.concurrency_key = r.concurrency_key AND o.workspace_id = r.workspace_id AND o.id <> r.id
    AND (o.state IN ('running', 'cancelling')
      OR (o.state = 'queued' AND (o.created_at, o.id) < (r.created_at, r.id))))`;

/** Whether it is the run's turn. Until `manager`'s transaction ends nobody else is told so for its key. */
export async function isItsTurn(
  manager: EntityManager,
  run: { id: string; workspaceId: string; concurrencyKey: string | null },
): Promise<boolean> {
  if (run.concurrencyKey === null) return true;
  const lock = `${run.workspaceId} ${run.concurrencyKey}`;
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [lock]);
  const [found] = await rowsOf<{ waits: boolean }>(
    manager,
    `SELECT ${mustWait} AS waits FROM run r WHERE r.id = $1`,
    [run.id],
  );
  return found?.waits === false;
}
