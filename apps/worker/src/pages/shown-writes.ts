// What a dry run showed for the rows of a page: the only writes that a run which applies it may send.
import type { RecordedRequest } from '@eclusa/flow';
import { rowsOf, type Executor } from '../sql';
import type { ClaimedPage } from './page-store';

export type ShownWrites = (node: string, row: number) => readonly RecordedRequest[];

/** By node and row; none for a row of which the dry run showed nothing. */
export async function shownWrites(
  on: Executor,
  applies: string,
  { entry, rows }: Pick<ClaimedPage, 'entry' | 'rows'>,
): Promise<ShownWrites> {
  const shown = await rowsOf<{ node: string; row: number; request: RecordedRequest }>(
    on,
    `SELECT node, row_number AS row, request FROM run_request
     WHERE run_id = $1 AND entry = $2 AND row_number = ANY($3::bigint[]) AND request IS NOT NULL`,
    [applies, entry, rows.map(({ row }) => row)],
  );
  const byRow = new Map<string, RecordedRequest[]>();
  for (const { node, row, request } of shown) {
    const key = `${node} ${row}`;
    byRow.set(key, [...(byRow.get(key) ?? []), request]);
  }
  return (node, row) => byRow.get(`${node} ${row}`) ?? [];
}
