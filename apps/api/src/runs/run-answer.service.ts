// What a run answers to whoever started it: the rows of the box that was heard, with its status. Knows no request.
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { FlowVersion, type Run } from '@eclusa/db';
import { answeringBoxes, type Row } from '@eclusa/flow';
import type { DataSource } from 'typeorm';
import { knownNodes } from '../flows/check-flow';

/** Rows of a list are given up to this size, as JSON. */
const mostBytes = 4 * 1024 * 1024;
/** Versions of which it is remembered whether they answer. */
const mostKnown = 1_000;

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

@Injectable()
export class RunAnswers {
  /** By id of the version. */
  private readonly answering = new Map<string, boolean>();

  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** The answer of a run; undefined while it goes on, when it did not complete, and when no row came to such a box. */
  async of({ id, workspaceId }: Pick<Run, 'id' | 'workspaceId'>): Promise<RunAnswerGiven | undefined> {
    const parts = await this.database.query<Part[]>(heard, [id, workspaceId, mostBytes]);
    const [first] = parts;
    if (!first) return undefined;
    const { status, list, most } = first;
    const rows = parts.flatMap((part) => part.rows).slice(0, most);
    const total = first.total;
    return { status, body: list ? rows : (rows[0] as Row), total, rows: rows.length };
  }

  /** True for a version with a box that answers: a run of it that gives no answer has gone amiss. */
  async isExpected({ versionId }: Pick<Run, 'versionId'>): Promise<boolean> {
    const known = this.answering.get(versionId);
    if (known !== undefined) return known;
    const version = await this.database.getRepository(FlowVersion).findOneBy({ id: versionId });
    const answers = version !== null && answeringBoxes(version.document, knownNodes()).length > 0;
    if (this.answering.size >= mostKnown) this.answering.clear();
    this.answering.set(versionId, answers);
    return answers;
  }
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
