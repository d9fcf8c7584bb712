// Runs that must not overlap: accepted, and let go on, under one lock per key, whatever process asks.
import type { EntityManager } from 'typeorm';
import { openRunStates, Run } from './entities/run.entity';

/** SQL over two runs: they must not go on at the same time. */
const share = (a: string, b: string): string => `(${a}.workspace_id = ${b}.workspace_id AND ${a}.id <> ${b}.id
  AND (${a}.concurrency_key = ${b}.concurrency_key OR ${a}.memory_key = ${b}.memory_key))`;

/**
 * SQL: the runs `o` that the queued run `r` waits for: those of its keys that go on, or were made before it. Never a run
 * that waits for `r` itself; and within the turn of such a run, none that has not begun: that one waits for the other.
 */
export const runsAhead = `FROM run o WHERE ${share('o', 'r')} AND o.id <> ALL (r.callers)
  AND (o.state IN ('running', 'cancelling') OR (o.state = 'queued' AND (o.created_at, o.id) < (r.created_at, r.id)
    AND NOT EXISTS (SELECT FROM run a WHERE a.id = ANY (r.callers) AND ${share('a', 'r')})))`;

/** SQL over a run `r` that a box started: as many of those before it as may go on at once have not ended. */
const othersFirst = `(r.trigger = 'call' AND EXISTS (SELECT FROM run_call c WHERE c.run_id = r.id AND c.at_once <= (
  SELECT count(*) FROM (SELECT FROM run_call b WHERE b.parent_id = c.parent_id AND b.node = c.node AND b.number < c.number
    AND b.open LIMIT c.at_once) before)))`;

/** SQL: the first run that a box started before the run `r` and that has not ended. */
export const callAhead = `SELECT b.run_id FROM run_call c JOIN run_call b ON b.parent_id = c.parent_id AND b.node = c.node
  AND b.number < c.number AND b.open WHERE c.run_id = r.id ORDER BY b.number LIMIT 1`;

/** SQL over a queued run `r`: it is not its turn, or the time it was asked for has not come. */
export const mustWait = `(coalesce(r.run_at > now(), false) OR ${othersFirst} OR EXISTS (SELECT ${runsAhead}))`;

type Keys = Pick<Run, 'workspaceId' | 'concurrencyKey' | 'memoryKey'>;

/** Until the transaction ends nobody else decides about runs with these keys. */
export async function lockTurns(manager: EntityManager, run: Keys): Promise<void> {
  // In one order, so that two that need the same locks never wait for each other.
  const keys = [run.concurrencyKey, run.memoryKey].filter((key) => key !== null).sort();
  for (const key of new Set(keys)) {
    const lock = `${run.workspaceId} ${key}`;
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [lock]);
  }
}

export interface Accepted {
  /** Queued, or skipped. */
  run: Run;
  /** Runs that were told to stop for it: to be enqueued as `finish` once the transaction is committed. */
  stopped: string[];
}

/**
 * Stores a new run, as its overlap policy says when another of its concurrency key is open: it waits (`queue`), is
 * stored as `skipped`, or the others are told to stop and it waits for that (`cancel`).
 */
export async function acceptRun(
  manager: EntityManager,
  values: Keys & Partial<Omit<Run, keyof Keys>>,
  overlap: 'queue' | 'skip' | 'cancel',
): Promise<Accepted> {
  await lockTurns(manager, values);
  const others = overlap === 'queue' ? [] : await openRuns(manager, values);
  const isSkipped = overlap === 'skip' && others.length > 0;
  const run = manager.create(Run, {
    ...values,
    state: isSkipped ? 'skipped' : 'queued',
    finishedAt: isSkipped ? new Date() : null,
    overlapRunId: others[0]?.id ?? null,
  } as object);
  await manager.insert(Run, run as never);
  const stopped =
    overlap === 'cancel'
      ? await stop(
          manager,
          others.map(({ id }) => id),
        )
      : [];
  return { run, stopped };
}

async function openRuns(
  manager: EntityManager,
  { workspaceId, concurrencyKey }: Keys,
): Promise<{ id: string }[]> {
  if (concurrencyKey === null) return [];
  return manager.query(
    `SELECT id FROM run WHERE workspace_id = $1 AND concurrency_key = $2 AND state = ANY($3)
     ORDER BY state = 'queued', created_at, id`,
    [workspaceId, concurrencyKey, openRunStates],
  );
}

async function stop(manager: EntityManager, ids: readonly string[]): Promise<string[]> {
  await manager.query(
    `UPDATE run SET state = 'cancelling', updated_at = now()
     WHERE id = ANY($1::uuid[]) AND state IN ('queued', 'running')`,
    [ids],
  );
  return [...ids];
}
