// The log of rows by key: written with the page it tells of, read newest first, cleared away in small lots.
import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';

type Executor = Pick<DataSource | EntityManager, 'query'>;

const dayMs = 86_400_000;
/** Lines stored together: reading one of them reads them all. */
const together = 50;

/** One line as it is stored; the log itself only looks at its keys. */
export interface LogLine {
  keys: readonly string[];
}

/** Lines of one page. */
export interface LoggedPage {
  workspaceId: string;
  runId: string;
  entry: string;
  lines: readonly LogLine[];
}

/** Days since 1970, UTC. */
export function dayOf(at: Date): number {
  return Math.floor(at.getTime() / dayMs);
}

/** The 64 bits a key of a workspace is found by. Capitals and spaces around it make no difference. */
export function storyHash(workspaceId: string, key: string): string {
  const digest = createHash('sha256').update(`${workspaceId} ${key.trim().toLowerCase()}`).digest();
  return digest.readBigInt64BE().toString();
}

/** The columns of what is to be stored, for one statement however many pages there are. */
export function logColumns(pages: readonly (LoggedPage & { pageId?: number })[]) {
  const parts = pages.flatMap(({ lines, ...page }) =>
    Array.from({ length: Math.ceil(lines.length / together) }, (_, index) => ({
      ...page,
      lines: lines.slice(index * together, (index + 1) * together),
    })),
  );
  const keys = parts.flatMap(({ workspaceId, lines }, part) =>
    lines.flatMap((line, place) =>
      line.keys.map((key) => ({ part, place, hash: storyHash(workspaceId, key) })),
    ),
  );
  return {
    parts: {
      page: parts.map((one) => one.pageId ?? 0),
      workspace: parts.map((one) => one.workspaceId),
      run: parts.map((one) => one.runId),
      entry: parts.map((one) => one.entry),
      lines: parts.map((one) => JSON.stringify(one.lines)),
    },
    keys: {
      part: keys.map((one) => one.part),
      hash: keys.map((one) => one.hash),
      place: keys.map((one) => one.place),
    },
  };
}

/**
 * The parts of a statement that store lines: `parts` and `keyed`, for parameters that begin at `$first`, with the columns
 * of `logColumns`. `only` names a query of ids `page`s are to be among.
 */
export function logStatement(first: number, only?: string): string {
  const at = (index: number) => `$${first + index}`;
  return `log_part AS MATERIALIZED (
    SELECT p.*, nextval('row_log_id_seq') AS id
    FROM unnest(${at(0)}::bigint[], ${at(1)}::uuid[], ${at(2)}::uuid[], ${at(3)}::text[], ${at(4)}::text[])
      WITH ORDINALITY AS p (page, workspace_id, run_id, entry, lines, part)
    ${only ? `WHERE p.page IN (${only})` : ''}
  ), logged AS (
    INSERT INTO row_log (id, workspace_id, run_id, entry, day, at, lines)
    SELECT id, workspace_id, run_id, entry, extract(epoch FROM now())::bigint / 86400, now(), lines::json FROM log_part
  ), keyed AS (
    INSERT INTO row_log_key (day, hash, log_id, place)
    SELECT extract(epoch FROM now())::bigint / 86400, k.hash, p.id, k.place
    FROM unnest(${at(5)}::int[], ${at(6)}::bigint[], ${at(7)}::smallint[]) AS k (part, hash, place)
    JOIN log_part p ON p.part = k.part + 1
    ORDER BY k.hash ON CONFLICT DO NOTHING
  )`;
}

/** The values for `logStatement`. */
export function logValues(pages: readonly (LoggedPage & { pageId?: number })[]): unknown[] {
  const { parts, keys } = logColumns(pages);
  return [...Object.values(parts), ...Object.values(keys)];
}

/** Stores lines in the transaction of `on`. */
export async function addRowLog(on: Executor, pages: readonly LoggedPage[]): Promise<void> {
  if (pages.every(({ lines }) => lines.length === 0)) return;
  await on.query(`WITH ${logStatement(1)} SELECT 1`, logValues(pages));
}

/** Where a line is; also the place to go on from. */
export interface LogPlace {
  day: number;
  logId: number;
  place: number;
}

export interface FoundLine extends LogPlace {
  runId: string;
  entry: string;
  at: Date;
  line: LogLine;
}

export interface LogSearch {
  workspaceId: string;
  key: string;
  storeId?: string;
  /** Days back from today. */
  days: number;
  after?: LogPlace;
  limit: number;
}

/**
 * The newest lines of a key, `limit` at most. Each day is looked up by itself, and of each no more than could be needed;
 * whole lines are read for those only that are answered.
 */
export async function findRowLog(on: Executor, search: LogSearch): Promise<FoundLine[]> {
  const { workspaceId, key, storeId, days, after, limit } = search;
  const today = after?.day ?? dayOf(new Date());
  // Lines of other stores, and of runs that are gone, are dropped only after they were found.
  const most = storeId === undefined ? limit * 5 : 5_000;
  const rows = await on.query<(Omit<FoundLine, 'line'> & { lines: LogLine[] })[]>(
    `SELECT f.day, f.log_id AS "logId", f.place, l.run_id AS "runId", l.entry, l.at, l.lines FROM (
       SELECT k.* FROM generate_series($3::int, $4::int, -1) AS d (day)
       CROSS JOIN LATERAL (
         SELECT k.day, k.log_id, k.place FROM row_log_key k
         WHERE k.day = d.day AND k.hash = $2
           AND ($5::bigint IS NULL OR k.day < $3 OR (k.log_id, k.place) < ($5::bigint, $6::smallint))
         ORDER BY k.log_id DESC, k.place DESC LIMIT $7) k
       ORDER BY k.day DESC, k.log_id DESC, k.place DESC LIMIT $7) f
     JOIN row_log l ON l.id = f.log_id AND l.workspace_id = $1
     JOIN run r ON r.id = l.run_id AND ($8::uuid IS NULL OR r.store_id = $8)
     ORDER BY f.day DESC, f.log_id DESC, f.place DESC LIMIT $9`,
    [
      ...[workspaceId, storyHash(workspaceId, key), today, dayOf(new Date()) - days],
      ...[after?.logId ?? null, after?.place ?? null, most, storeId ?? null, limit],
    ],
  );
  return rows.map(({ lines, ...row }) => ({ ...row, line: lines[row.place] as LogLine }));
}

/** Runs answered of a key, and how many days back they are looked for. */
const mostRuns = 500;
const mostDays = 400;

/** The newest runs in which something happened to a key, up to 500. */
export async function runsOfKey(on: Executor, workspaceId: string, key: string): Promise<string[]> {
  const today = dayOf(new Date());
  const rows = await on.query<{ id: string }[]>(
    `SELECT DISTINCT l.run_id AS id FROM (
       SELECT k.log_id FROM generate_series($3::int, $4::int, -1) AS d (day)
       CROSS JOIN LATERAL (
         SELECT k.day, k.log_id FROM row_log_key k WHERE k.day = d.day AND k.hash = $2
         ORDER BY k.log_id DESC LIMIT 1000) k
       ORDER BY k.day DESC, k.log_id DESC LIMIT 5000) k
     JOIN row_log l ON l.id = k.log_id AND l.workspace_id = $1 LIMIT ${mostRuns}`,
    [workspaceId, storyHash(workspaceId, key), today, today - mostDays],
  );
  return rows.map(({ id }) => id);
}
