// What a run answers to whoever started it: the rows of the box that was heard, in the order of rows.
import type { Row } from '@eclusa/flow';
import type { DataSource } from 'typeorm';
import type { Run } from './entities/run.entity';

/** Rows of a list are given up to this size, as JSON. */
const mostBytes = 4 * 1024 * 1024;

export interface RunAnswerGiven {
  status: number;
  body: Row | Row[];
  /** Rows that were answers, and those of them that the body holds. */
  total: number;
  rows: number;
}

interface Part {
  status: number;
  list: boolean;
  most: number;
  total: number;
  rows: Row[];
}

/** The answer of a run; undefined while it goes on, when it did not complete, and when no row came to such a box. */
export async function answerOf(
  on: Pick<DataSource, 'query'>,
  { id, workspaceId }: Pick<Run, 'id' | 'workspaceId'>,
): Promise<RunAnswerGiven | undefined> {
  const parts = await on.query<Part[]>(heard, [id, workspaceId, mostBytes]);
  const [first] = parts;
  if (!first) return undefined;
  const { status, list, most } = first;
  const rows = parts.flatMap((part) => part.rows).slice(0, most);
  return { status, body: list ? rows : (rows[0] as Row), total: first.total, rows: rows.length };
}

/** The pages of the box whose answer is the first of all, in the order of rows, until there are enough rows or bytes. */
const heard = `
WITH box AS (
  SELECT a.node FROM run_answer a JOIN run r ON r.id = a.run_id AND r.workspace_id = $2 AND r.state = 'completed'
  WHERE a.run_id = $1 ORDER BY a.entry_index, a.seq, a.place LIMIT 1
), part AS (
  SELECT a.status, a.list, a.most, a.rows, a.entry_index, a.seq, sum(a.total) OVER () AS total,
    coalesce(sum(a.total) OVER before, 0) AS rows_before,
    coalesce(sum(octet_length(a.rows::text)) OVER before, 0) AS bytes_before
  FROM run_answer a JOIN box ON box.node = a.node WHERE a.run_id = $1
  WINDOW before AS (ORDER BY a.entry_index, a.seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
)
SELECT status, list, most, total::int AS total, rows FROM part
WHERE rows_before < most AND bytes_before < $3 ORDER BY entry_index, seq`;
