// Clears away what a workspace need not keep any more, in small lots, so that nobody waits for it.
import type { DataSource } from 'typeorm';
import { usualRetention } from './entities/retention.entity';
import { dayOf } from './row-log';

/** Rows of one statement. Runs take their pages, samples and failed rows with them. */
const lots = { log: 500, keys: 10_000, runs: 20, audit: 2_000 } as const;
/** One time of clearing up ends after this, in milliseconds; the rest follows with the next. */
const longestMs = 20_000;

interface Kept {
  workspaceId: string;
  logDays: number;
  runDays: number;
  auditDays: number;
}

/** How many of each were deleted. */
export interface Cleared {
  log: number;
  keys: number;
  runs: number;
  audit: number;
}

/** Deletes what is older than each workspace keeps. Runs that are not over, or have rows that wait for a code, stay. */
export async function clearHistory(on: DataSource, now: Date = new Date()): Promise<Cleared> {
  const until = Date.now() + longestMs;
  const cleared: Cleared = { log: 0, keys: 0, runs: 0, audit: 0 };
  const kept = await on.query<Kept[]>(
    `SELECT w.id AS "workspaceId", coalesce(r.log_days, $1::int) AS "logDays", coalesce(r.run_days, $2::int) AS "runDays",
       coalesce(r.audit_days, $3::int) AS "auditDays" FROM workspace w LEFT JOIN retention r ON r.workspace_id = w.id`,
    [usualRetention.logDays, usualRetention.runDays, usualRetention.auditDays],
  );
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  for (const { workspaceId, logDays, runDays, auditDays } of kept) {
    const own = (what: keyof Cleared, text: string, limit: Date | number) =>
      lotsOf(on, text, [workspaceId, limit], lots[what], until);
    cleared.log += await own('log', oldLines, dayOf(now) - logDays);
    cleared.runs += await own('runs', oldRuns, before(runDays));
    cleared.audit += await own('audit', oldAudit, before(auditDays));
  }
  // Keys have no workspace: those of lines that are gone already are found by nobody.
  const longest = Math.max(...kept.map(({ logDays }) => logDays), usualRetention.logDays);
  cleared.keys = await lotsOf(on, oldKeys, [dayOf(now) - longest], lots.keys, until);
  return cleared;
}

const oldLines = `DELETE FROM row_log WHERE id = ANY(ARRAY(
  SELECT id FROM row_log WHERE workspace_id = $1 AND day < $2 ORDER BY day LIMIT $3))`;
const oldRuns = `DELETE FROM run WHERE id = ANY(ARRAY(
  SELECT r.id FROM run r WHERE r.workspace_id = $1 AND r.created_at < $2
    AND r.state NOT IN ('queued', 'running', 'cancelling')
    AND NOT EXISTS (SELECT FROM run_failed_row f WHERE f.run_id = r.id AND f.state = 'waiting')
  ORDER BY r.created_at LIMIT $3))`;
const oldAudit = `DELETE FROM audit WHERE id = ANY(ARRAY(
  SELECT id FROM audit WHERE workspace_id = $1 AND at < $2 ORDER BY at LIMIT $3))`;
const oldKeys = `DELETE FROM row_log_key WHERE ctid = ANY(ARRAY(
  SELECT ctid FROM row_log_key WHERE day < $1 ORDER BY day LIMIT $2))`;

/** Repeats a deletion whose last parameter is the size of a lot, until one is not full or time is up. */
async function lotsOf(
  on: DataSource,
  text: string,
  values: readonly unknown[],
  lot: number,
  until: number,
): Promise<number> {
  for (let sum = 0; ;) {
    const answer = await on.query<unknown>(text, [...values, lot]);
    const count = Array.isArray(answer) ? Number(answer[1]) : 0;
    sum += count;
    if (count < lot || Date.now() > until) return sum;
  }
}
