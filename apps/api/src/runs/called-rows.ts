// The rows that come with a call.
import type { PageAt } from '@eclusa/db';
import { isJsonObject, type Row } from '@eclusa/flow';
import { faulty, type Fault } from '../http/refusal';

/** Most rows of one call. */
export const MOST_CALLED_ROWS = 10_000;
/** Rows of one page; a page is what a worker holds in memory. */
export const CALLED_PAGE_ROWS = 500;
const mostFaults = 50;

/** One object is one row. Throws 422 `api.rows-invalid` with every entry that is none. */
export function calledRows(given: unknown): Row[] {
  const rows = Array.isArray(given) ? (given as unknown[]) : [given];
  const faults = rows.flatMap((row, index): Fault[] =>
    isJsonObject(row)
      ? []
      : [{ path: Array.isArray(given) ? `rows.${index}` : 'rows', code: 'api.field-not-object' }],
  );
  if (rows.length === 0) faults.push({ path: 'rows', code: 'api.field-missing' });
  if (rows.length > MOST_CALLED_ROWS) faults.push({ path: 'rows', code: 'api.field-too-many' });
  if (faults.length > 0) throw faulty(422, 'api.rows-invalid', faults.slice(0, mostFaults));
  return rows as Row[];
}

/** A page as it is stored. */
export interface CalledPage {
  entry: string;
  seq: number;
  at: PageAt;
  rows: { row: number; value: Row }[];
}

/** The rows cut into pages that leave the box `entry`, numbered from 1. */
export function calledPages(entry: string, rows: readonly Row[]): CalledPage[] {
  const at: PageAt = { node: entry, port: 'out', side: 'output' };
  const numbered = rows.map((value, index) => ({ row: index + 1, value }));
  return Array.from({ length: Math.ceil(rows.length / CALLED_PAGE_ROWS) }, (_, seq) => ({
    ...{ entry, seq, at },
    rows: numbered.slice(seq * CALLED_PAGE_ROWS, (seq + 1) * CALLED_PAGE_ROWS),
  }));
}
