// The figures of a run that move while it goes on: what is committed, and what its pages under way have done so far.
import { IN_DOUBT } from '@eclusa/engine';
import type { DataSource } from 'typeorm';
import { callAhead, openRunStates, runsAhead } from '@eclusa/db';
import type { RunCountDto, RunWaitDto } from './runs.dto';

export interface LiveFigures {
  counts: RunCountDto[];
  /** Rows that have come to an end, those of pages under way by estimate. */
  settledRows: number;
  /** Rows that wait for a code. */
  stillWaiting: number;
  waiting: RunWaitDto | null;
  /** The run that has to end before this one begins. */
  waitsFor: string | null;
  /** Rows in doubt that nobody has settled. */
  inDoubt: number;
}

/**
 * One statement, so that a page is seen either under way or finished: the transaction that finishes it takes its
 * progress away. Of a run that has ended only what is committed counts.
 */
const figures = `
WITH under_way AS (
  SELECT p.progress FROM run r JOIN run_page p ON p.run_id = r.id AND p.state <> 'done'
  WHERE r.id = $1 AND r.workspace_id = $2 AND r.state = ANY($3) AND p.progress IS NOT NULL
), port AS (
  SELECT node, side, port, rows FROM run_count WHERE run_id = $1 AND workspace_id = $2
  UNION ALL
  SELECT c.node, c.side, c.port, c.rows
  FROM run r, json_to_recordset(r.picture->'counts') AS c (node text, side text, port text, rows bigint)
  WHERE r.id = $1 AND r.workspace_id = $2
  UNION ALL
  SELECT c.node, c.side, c.port, c.rows
  FROM under_way u, json_to_recordset(u.progress->'counts') AS c (node text, side text, port text, rows bigint)
), total AS (
  SELECT node, side, port, sum(rows)::bigint AS rows FROM port GROUP BY node, side, port
)
SELECT r.written + r.skipped + r.failed + r.waiting_rows + r.collected
    + coalesce((SELECT sum((u.progress->>'rows')::bigint) FROM under_way u), 0)::bigint AS "settledRows",
  CASE WHEN r.waiting_rows = 0 THEN 0 ELSE (
    SELECT count(*) FROM run_failed_row f WHERE f.run_id = r.id AND f.state = 'waiting') END AS "stillWaiting",
  (SELECT coalesce(json_agg(t ORDER BY t.node, t.side, t.port), '[]') FROM total t) AS counts,
  CASE WHEN r.state = 'running' AND (r.waiting->>'until')::timestamptz > now() THEN
    json_build_object('node', r.waiting->>'node', 'service', r.waiting->>'service', 'status', r.waiting->'status',
      'since', r.waiting->>'since', 'nextTry', r.waiting->>'nextTry')
  END AS waiting,
  CASE WHEN r.state = 'queued' THEN
    coalesce((SELECT o.id ${runsAhead} ORDER BY o.state = 'queued', o.created_at, o.id LIMIT 1), (${callAhead}))
  END AS "waitsFor",
  (SELECT count(*)::int FROM run_failed_row f
    WHERE f.run_id = r.id AND f.error->>'code' = $4 AND f.state = 'open') AS "inDoubt"
FROM run r WHERE r.id = $1 AND r.workspace_id = $2`;

/** The figures of a run of the workspace; of no run, none. */
export async function liveFigures(
  database: DataSource,
  workspaceId: string,
  runId: string,
): Promise<LiveFigures> {
  const rows = await database.query<LiveFigures[]>(figures, [runId, workspaceId, openRunStates, IN_DOUBT]);
  const none = { counts: [], settledRows: 0, stillWaiting: 0, waiting: null, waitsFor: null, inDoubt: 0 };
  return rows[0] ?? none;
}
