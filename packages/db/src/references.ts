// Tables of codes and the rows that wait for one: what the service, the worker and its sweep do with them alike.
import type { CodePair, LookupBy } from '@eclusa/flow';
import type { DataSource, EntityManager } from 'typeorm';
import { NO_STORE } from './entities/work.entity';

type Executor = Pick<DataSource | EntityManager, 'query'>;

/** Whose tables: a workspace's, of one store or of flows that run without one. */
export interface ReferencePlace {
  workspaceId: string;
  storeId: string | null;
}

/** Rows that go on in one transaction; the sweep lets the rest go on after them. */
const mostReleased = 50_000;

/** What the codes stand for in a table, as far as they are known: a key has one value, a value may have several keys. */
export async function findReferences(
  on: Executor,
  { workspaceId, storeId }: ReferencePlace,
  table: string,
  by: LookupBy,
  codes: readonly string[],
): Promise<Map<string, string[]>> {
  const [given, other] = by === 'key' ? ['key', 'value'] : ['value', 'key'];
  const rows = await on.query<{ given: string; other: string }[]>(
    `SELECT ${given} AS given, ${other} AS other FROM cross_reference
     WHERE workspace_id = $1 AND store_id = $2 AND table_name = $3 AND ${given} = ANY($4) ORDER BY key`,
    [workspaceId, storeId ?? NO_STORE, table, codes],
  );
  const found = new Map<string, string[]>();
  for (const row of rows) found.set(row.given, [...(found.get(row.given) ?? []), row.other]);
  return found;
}

/**
 * Stores pairs, at most one per table and key. A new value replaces the old one, unless the pair says the first is
 * to be kept; the same pair again changes nothing.
 */
export async function saveReferences(
  on: Executor,
  { workspaceId, storeId }: ReferencePlace,
  pairs: readonly (CodePair & { table: string; keepFirst?: boolean })[],
): Promise<void> {
  if (pairs.length === 0) return;
  // Sorted, so that two who save never wait for each other's rows in turn.
  const sorted = [...pairs].sort((a, b) => compare(a.table, b.table) || compare(a.key, b.key));
  const kept = sorted.filter((one) => one.keepFirst);
  await on.query(
    `INSERT INTO cross_reference AS c (workspace_id, store_id, table_name, key, value)
     SELECT $1, $2, n.table_name, n.key, n.value
     FROM unnest($3::text[], $4::text[], $5::text[]) AS n (table_name, key, value)
     ON CONFLICT (workspace_id, store_id, table_name, key) DO UPDATE SET value = excluded.value, updated_at = now()
     WHERE c.value <> excluded.value AND NOT EXISTS (
       SELECT FROM unnest($6::text[], $7::text[]) AS k (table_name, key)
       WHERE k.table_name = c.table_name AND k.key = c.key)`,
    [
      workspaceId,
      storeId ?? NO_STORE,
      ...[sorted.map((one) => one.table), sorted.map((one) => one.key), sorted.map((one) => one.value)],
      ...[kept.map((one) => one.table), kept.map((one) => one.key)],
    ],
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

interface Waiting {
  id: number;
  runId: string;
  /** Rows with the same word go on in one run. */
  together: string;
  createdAt: Date;
}

/**
 * Lets rows go on whose code is known by now: those of one table, or of all of them. Answers the ids of the queued
 * runs it made for them, one per flow, version, store and parameters. A row goes on once: it is taken under its lock,
 * and one that somebody else holds is left to them. Call it within a transaction.
 */
export async function releaseWaiting(
  manager: EntityManager,
  only?: ReferencePlace & { table: string; userId: string | null },
): Promise<string[]> {
  const rows = await manager.query<Waiting[]>(
    `SELECT f.id, f.run_id AS "runId", r.created_at AS "createdAt",
       concat_ws(' ', r.flow_id, r.version_id, coalesce(r.store_id, $1), r.parameters) AS together
     FROM run_failed_row f JOIN run r ON r.id = f.run_id
     WHERE f.state = 'waiting'
       AND ($2::uuid IS NULL
         OR (f.workspace_id = $2 AND coalesce(r.store_id, $1) = $3 AND f.missing_table = $4))
       AND (EXISTS (${known('key')}) OR EXISTS (${known('value')}))
     ORDER BY f.id LIMIT ${mostReleased} FOR UPDATE OF f SKIP LOCKED`,
    [NO_STORE, only?.workspaceId ?? null, only?.storeId ?? NO_STORE, only?.table ?? null],
  );
  const groups = new Map<string, Waiting[]>();
  for (const row of rows) groups.set(row.together, [...(groups.get(row.together) ?? []), row]);
  const made: string[] = [];
  for (const group of groups.values()) made.push(await goOn(manager, group, only?.userId ?? null));
  return made;
}

/** SQL that finds the code a row `f` of a run `r` waits for. */
function known(side: LookupBy): string {
  return `SELECT FROM cross_reference c
    WHERE c.workspace_id = f.workspace_id AND c.store_id = coalesce(r.store_id, $1)
      AND c.table_name = f.missing_table AND f.missing_by = '${side}' AND c.${side} = f.missing_code`;
}

// The run goes on as the newest of those its rows stopped in, with the connections that are chosen now: the general
// ones, over them the store's own for its slots, over them those chosen for the store.
async function goOn(
  manager: EntityManager,
  group: readonly Waiting[],
  userId: string | null,
): Promise<string> {
  const newest = group.reduce((latest, row) => (row.createdAt > latest.createdAt ? row : latest));
  const [run] = await manager.query<{ id: string }[]>(
    `INSERT INTO run (workspace_id, flow_id, version_id, version_number, store_id, slots, parameters,
       concurrency_key, memory_key, trigger, replay_of, created_by, updated_at)
     SELECT r.workspace_id, r.flow_id, r.version_id, r.version_number, r.store_id,
       r.slots || coalesce(general.slots, '{}') || coalesce(own.slots, '{}') || coalesce(special.slots, '{}'),
       r.parameters, r.concurrency_key, r.memory_key, 'replay', r.id, $2, now()
     FROM run r
     LEFT JOIN flow_binding general ON general.flow_id = r.flow_id AND general.store_id IS NULL
     LEFT JOIN flow_binding special ON special.flow_id = r.flow_id AND special.store_id = r.store_id
     LEFT JOIN LATERAL (
       SELECT jsonb_object_agg(slot.key, s.connection_id) AS slots
       FROM store s, flow_version v, json_each(v.document->'slots') AS slot (key, value)
       WHERE s.id = r.store_id AND v.id = r.version_id AND slot.value->>'kind' = 'vtex') own ON true
     WHERE r.id = $1 RETURNING id`,
    [newest.runId, userId],
  );
  const id = run?.id as string;
  await manager.query(
    `UPDATE run_failed_row SET state = 'replayed', replay_run_id = $1 WHERE id = ANY($2::bigint[])`,
    [id, group.map((row) => row.id)],
  );
  return id;
}

/** Which rows are given up: those that wait for these codes of a table, or for any code of the store. */
export type GivenUp = ReferencePlace & {
  missing?: { table: string; by: LookupBy; codes: readonly string[] };
};

/** Rows that wait become failed rows, to be replayed by a person. Answers how many. Call it within a transaction. */
export async function giveUpWaiting(
  manager: EntityManager,
  { workspaceId, storeId, missing }: GivenUp,
): Promise<number> {
  const [sum] = await manager.query<{ rows: number }[]>(
    `WITH given AS (
       SELECT f.id, f.run_id FROM run_failed_row f JOIN run r ON r.id = f.run_id
       WHERE f.state = 'waiting' AND f.workspace_id = $1 AND coalesce(r.store_id, $2) = $3
         AND ($4::text IS NULL
           OR (f.missing_table = $4 AND f.missing_by = $5 AND f.missing_code = ANY($6)))
       ORDER BY f.id FOR UPDATE OF f
     ), failed AS (
       UPDATE run_failed_row f SET state = 'open', missing_table = NULL, missing_by = NULL, missing_code = NULL,
         missing_hash = NULL
       FROM given g WHERE f.id = g.id RETURNING f.run_id
     ), counted AS (
       SELECT run_id, count(*) AS rows FROM failed GROUP BY run_id
     ), moved AS (
       UPDATE run r SET failed = r.failed + c.rows, waiting_rows = r.waiting_rows - c.rows, updated_at = now()
       FROM counted c WHERE r.id = c.run_id
     )
     SELECT coalesce(sum(rows), 0)::int AS rows FROM counted`,
    [
      ...[workspaceId, NO_STORE, storeId ?? NO_STORE],
      ...[missing?.table ?? null, missing?.by ?? null, missing?.codes ?? []],
    ],
  );
  return sum?.rows ?? 0;
}
