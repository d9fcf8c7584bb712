// Stores what pages say to whoever started their run, together with all else that came of them.
import type { PageAnswer } from '@eclusa/engine';

export interface AnsweredPage {
  pageId: number;
  /** Position of the page's entry in the plan. */
  entryIndex: number;
  answers: readonly PageAnswer[];
}

/**
 * SQL: a part of a WITH that stores the answers of those pages that `done` selects the ids of. Its parameters begin at
 * number `first` and come from `answerValues`. Where earlier pages have enough rows for the whole answer only the count is
 * kept, so that a long run leaves little.
 */
export function answerStatement(first: number, done: string): string {
  const at = (offset: number): string => `$${first + offset}`;
  return `answered AS (
  INSERT INTO run_answer (run_id, node, entry_index, seq, workspace_id, place, status, list, most, total, rows)
  SELECT p.run_id, a.node, a.entry_index, p.seq, p.workspace_id, a.place, a.status, a.list, a.most, a.total,
    CASE WHEN a.most > (SELECT coalesce(sum(b.total), 0) FROM run_answer b WHERE b.run_id = p.run_id
      AND b.node = a.node AND (b.entry_index, b.seq) < (a.entry_index, p.seq)) THEN a.rows::json ELSE '[]' END
  FROM unnest(${at(0)}::bigint[], ${at(1)}::int[], ${at(2)}::text[], ${at(3)}::int[], ${at(4)}::int[], ${at(5)}::bool[],
    ${at(6)}::int[], ${at(7)}::int[], ${at(8)}::text[])
    AS a (page_id, entry_index, node, place, status, list, most, total, rows)
  JOIN run_page p ON p.id = a.page_id WHERE a.page_id IN (${done}))`;
}

/** The nine parameters of `answerStatement`. */
export function answerValues(pages: readonly AnsweredPage[]): unknown[] {
  const all = pages.flatMap(({ answers, ...page }) =>
    answers.map((answer, place) => ({ ...page, ...answer, place })),
  );
  return [
    all.map(({ pageId }) => pageId),
    all.map(({ entryIndex }) => entryIndex),
    all.map(({ node }) => node),
    all.map(({ place }) => place),
    all.map(({ status }) => status),
    all.map(({ list }) => list),
    all.map(({ most }) => most),
    all.map(({ total }) => total),
    all.map(({ rows }) => JSON.stringify(rows.map(({ value }) => value))),
  ];
}
