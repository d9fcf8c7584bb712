// What landed in earlier runs of a flow for a store, for boxes that let through only what changed.
import { NO_STORE, type Run } from '@eclusa/db';
import type { Host, Remembered } from '@eclusa/engine';
import type { DataSource } from 'typeorm';
import { rowsOf, type Executor } from '../sql';

type Place = Pick<Run, 'id' | 'flowId' | 'storeId' | 'workspaceId'>;

/** The memory of one run's flow and store. Keys are texts, hashes as the engine made them. */
export function databaseMemory(dataSource: DataSource, run: Place): Host['memory'] {
  const place = [run.flowId, run.storeId ?? NO_STORE, run.workspaceId];
  return {
    async load(node, keys) {
      const rows = await rowsOf<{ key: string; hash: string }>(
        dataSource,
        `SELECT key, hash FROM change_memory
         WHERE flow_id = $1 AND store_id = $2 AND workspace_id = $3 AND node = $4 AND key = ANY($5) AND hash <> ''`,
        [...place, node, keys],
      );
      return new Map(rows.map(({ key, hash }) => [key, hash]));
    },
    async forget(node, keys) {
      await dataSource.query(
        `DELETE FROM change_memory
         WHERE flow_id = $1 AND store_id = $2 AND workspace_id = $3 AND node = $4 AND key = ANY($5)`,
        [...place, node, keys],
      );
    },
    keep: (remembered) => addRemembered(dataSource, { runId: run.id }, remembered, 'last'),
  };
}

/**
 * Stores what landed, in the transaction that says so. When two pages of a run
 * landed two contents under a key side by side, nobody knows which came last: the key is left unknown. What a source
 * notes comes one after another, and the `last` one holds.
 */
export async function addRemembered(
  on: Executor,
  owner: { runId: string },
  remembered: readonly Remembered[],
  holds: 'agreed' | 'last' = 'agreed',
): Promise<void> {
  if (remembered.length === 0) return;
  // Sorted, so that two pages never wait for each other's rows in turn.
  const sorted = [...remembered].sort(byKey);
  await on.query(
    `INSERT INTO change_memory AS m (flow_id, store_id, workspace_id, node, key, hash, run_id)
     SELECT r.flow_id, coalesce(r.store_id, $2::uuid), r.workspace_id, n.node, n.key, n.hash, r.id
     FROM run r, unnest($3::text[], $4::text[], $5::text[]) AS n (node, key, hash) WHERE r.id = $1
     ON CONFLICT (flow_id, store_id, node, key) DO UPDATE SET run_id = excluded.run_id, updated_at = now(),
       hash = CASE WHEN $6 AND m.run_id = excluded.run_id AND m.hash <> excluded.hash THEN '' ELSE excluded.hash END`,
    [
      owner.runId,
      NO_STORE,
      sorted.map((one) => one.node),
      sorted.map((one) => one.key),
      sorted.map((one) => one.hash),
      holds === 'agreed',
    ],
  );
}

function byKey(a: Remembered, b: Remembered): number {
  const [left, right] = [JSON.stringify([a.node, a.key]), JSON.stringify([b.node, b.key])];
  return left < right ? -1 : Number(left > right);
}
