// Writes the parts of a page's outcome, each in one statement however many rows it has.
import type { FailedRow, PageOutcome } from '@eclusa/engine';
import { rowsOf, type Executor } from '../sql';

interface Owner {
  runId: string;
  workspaceId: string;
  entry: string;
}

/** Rows of one port kept for the picture of the run. */
const sampleRows = 3;
/** Pages of one entry are told apart in a spool by this many numbers; replayed pages have negative ones. */
const seqRoom = 2 ** 32;

/** Rows that failed, and rows that wait for a code; answers the ids of the latter. */
export async function addFailedRows(
  on: Executor,
  owner: Owner,
  failed: readonly FailedRow[],
): Promise<number[]> {
  if (failed.length === 0) return [];
  const rows = await rowsOf<{ id: number; state: string }>(
    on,
    `INSERT INTO run_failed_row (workspace_id, run_id, entry, node, port, row_number, input, error,
       missing_table, missing_by, missing_code, missing_hash, state)
     SELECT $1, $2, $3, f.node, f.port, f.row, f.input::json, f.error::json, f.missing_table, f.missing_by, f.code,
       CASE WHEN f.code IS NOT NULL THEN md5(f.input) END, CASE WHEN f.code IS NULL THEN 'open' ELSE 'waiting' END
     FROM unnest($4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[])
       AS f (node, port, row, input, error, missing_table, missing_by, code)
     RETURNING id, state`,
    [
      owner.workspaceId,
      owner.runId,
      owner.entry,
      failed.map((one) => one.node),
      failed.map((one) => one.port),
      failed.map((one) => one.row),
      failed.map((one) => JSON.stringify(one.input)),
      failed.map((one) => JSON.stringify(one.error)),
      failed.map((one) => one.waitsFor?.table ?? null),
      failed.map((one) => one.waitsFor?.by ?? null),
      failed.map((one) => one.waitsFor?.code ?? null),
    ],
  );
  return rows.filter(({ state }) => state === 'waiting').map(({ id }) => id);
}

/**
 * A flow that reads everything again meets the same row in every run: the new one waits, the one of an earlier run
 * is said to have come again. Those somebody else has in hand right now are left to them.
 */
export async function replaceWaiting(
  on: Executor,
  { runId }: Pick<Owner, 'runId'>,
  ids: readonly number[],
): Promise<void> {
  if (ids.length === 0) return;
  await on.query(
    `WITH again AS (
       SELECT o.id FROM run_failed_row n JOIN run r ON r.id = n.run_id
       JOIN run_failed_row o ON o.state = 'waiting' AND o.workspace_id = n.workspace_id
         AND o.missing_table = n.missing_table AND o.missing_code = n.missing_code AND o.missing_hash = n.missing_hash
         AND o.missing_by = n.missing_by AND o.entry = n.entry AND o.node = n.node AND o.port = n.port
       JOIN run e ON e.id = o.run_id AND e.flow_id = r.flow_id AND e.store_id IS NOT DISTINCT FROM r.store_id
         AND e.created_at < r.created_at
       WHERE n.id = ANY($2::bigint[])
       FOR UPDATE OF o SKIP LOCKED)
     UPDATE run_failed_row f SET state = 'replayed', replay_run_id = $1 FROM again WHERE f.id = again.id`,
    [runId, ids],
  );
}

/** Rows for barriers; `entryIndex` and the page's number give them their order, whenever they come. */
export async function addSpool(
  on: Executor,
  owner: Owner & { seq: number },
  entryIndex: number,
  spooled: PageOutcome['spooled'],
): Promise<void> {
  if (spooled.length === 0) return;
  await on.query(
    `INSERT INTO run_spool (workspace_id, run_id, seq, node, port, rows)
     SELECT $1, $2, $3, s.node, s.port, s.rows::json
     FROM unnest($4::text[], $5::text[], $6::text[]) AS s (node, port, rows)`,
    [
      owner.workspaceId,
      owner.runId,
      entryIndex * seqRoom + owner.seq + seqRoom / 2,
      spooled.map((one) => one.node),
      spooled.map((one) => one.port),
      spooled.map((one) => JSON.stringify(one.rows.map((row) => row.value))),
    ],
  );
}

/** What a dry run would have sent, and the rows it would have left as they are. */
export async function addRequests(
  on: Executor,
  owner: Owner,
  { requests, unchanged }: Pick<PageOutcome, 'requests' | 'unchanged'>,
): Promise<void> {
  const all = [...requests, ...unchanged.map((one) => ({ ...one, request: null }))];
  if (all.length === 0) return;
  all.sort((a, b) => a.row - b.row);
  await on.query(
    `INSERT INTO run_request (workspace_id, run_id, entry, node, row_number, kind, request)
     SELECT $1, $2, $3, r.node, r.row, r.kind, r.request::json
     FROM unnest($4::text[], $5::bigint[], $6::text[], $7::text[]) AS r (node, row, kind, request)`,
    [
      owner.workspaceId,
      owner.runId,
      owner.entry,
      all.map((one) => one.node),
      all.map((one) => one.row),
      all.map(({ request }) => (request ? (request.difference?.kind ?? 'other') : 'same')),
      all.map(({ request }) => request && JSON.stringify(request)),
    ],
  );
}

/** Keeps the first rows seen at each port; ports in `sampled` have theirs. */
export async function addSamples(
  on: Executor,
  owner: Owner,
  samples: PageOutcome['samples'],
  sampled: ReadonlySet<string>,
): Promise<void> {
  const fresh = samples.filter((one) => one.rows.length > 0 && !sampled.has(portKey(one))).sort(byPort);
  if (fresh.length === 0) return;
  await on.query(
    `INSERT INTO run_sample (workspace_id, run_id, node, side, port, rows)
     SELECT $1, $2, s.node, s.side, s.port, s.rows::json
     FROM unnest($3::text[], $4::text[], $5::text[], $6::text[]) AS s (node, side, port, rows)
     ON CONFLICT DO NOTHING`,
    [
      owner.workspaceId,
      owner.runId,
      fresh.map((one) => one.node),
      fresh.map((one) => one.side),
      fresh.map((one) => one.port),
      fresh.map((one) => JSON.stringify(one.rows.slice(0, sampleRows))),
    ],
  );
}

/** Adds to the run's counts. Sorted, so that two pages never wait for each other's rows in turn. */
export async function addCounts(on: Executor, owner: Owner, counts: PageOutcome['counts']): Promise<void> {
  if (counts.length === 0) return;
  const sorted = [...counts].sort(byPort);
  await on.query(
    `INSERT INTO run_count AS c (workspace_id, run_id, node, side, port, rows)
     SELECT $1, $2, n.node, n.side, n.port, n.rows
     FROM unnest($3::text[], $4::text[], $5::text[], $6::bigint[]) AS n (node, side, port, rows)
     ON CONFLICT (run_id, node, side, port) DO UPDATE SET rows = c.rows + excluded.rows`,
    [
      owner.workspaceId,
      owner.runId,
      sorted.map((one) => one.node),
      sorted.map((one) => one.side),
      sorted.map((one) => one.port),
      sorted.map((one) => one.rows),
    ],
  );
}

/** One name per node, side and port. */
export function portKey(one: { node: string; side: string; port: string }): string {
  return `${one.node} ${one.side} ${one.port}`;
}

function byPort(a: Parameters<typeof portKey>[0], b: Parameters<typeof portKey>[0]): number {
  const [left, right] = [portKey(a), portKey(b)];
  return left < right ? -1 : Number(left > right);
}
