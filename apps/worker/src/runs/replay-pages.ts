// Makes pages of failed rows that are to be tried again: each row goes back into the node it failed at, or, when it was in
// doubt and had been done, on behind it. One that failed in a run of another flow is collected for another such run. Pure.
import type { PageAt } from '@eclusa/db';
import type { FailedRow, NumberedRow, Plan } from '@eclusa/engine';
import { isJsonObject, toErrorRecord, UserError, type Row } from '@eclusa/flow';

export interface ReplayRow extends FailedRow {
  entry: string;
  /** A person found the row done: it goes on behind the node, with these fields on top. */
  happened?: Row | null;
}

export interface ReplayPage {
  entry: string;
  at: PageAt;
  rows: NumberedRow[];
}

/**
 * Groups rows by entry, node and port into pages of at most `pageSize`. A page holds each row number once,
 * because rows are counted by it. `rest` are rows that cannot go in: refused by the source itself (fix the
 * source and run again), or failed at a node or entry this version no longer has.
 */
export function groupReplay(
  rows: readonly ReplayRow[],
  plan: Plan,
  pageSize: number,
): { pages: ReplayPage[]; rest: ReplayRow[] } {
  const pages: ReplayPage[] = [];
  const rest: ReplayRow[] = [];
  for (const row of rows) {
    const { input } = row;
    const reason = refusal(row, plan);
    if (reason || !isJsonObject(input)) rest.push({ ...row, error: reason ?? row.error });
    else {
      const page = pageFor(pages, { ...row, entry: entryOf(row, plan) }, pageSize);
      page.rows.push({ row: row.row, value: { ...input, ...row.happened } });
    }
  }
  return { pages, rest };
}

function pageFor(pages: ReplayPage[], replayed: ReplayRow, pageSize: number): ReplayPage {
  const { entry, row } = replayed;
  const at = placeOf(replayed);
  const fits = (page: ReplayPage): boolean =>
    page.entry === entry &&
    page.at.node === at.node &&
    page.at.port === at.port &&
    page.at.side === at.side &&
    page.rows.length < pageSize &&
    page.rows.every((one) => one.row !== row);
  const known = pages.find(fits);
  if (known) return known;
  const page: ReplayPage = { entry, at, rows: [] };
  pages.push(page);
  return page;
}

/** As if it came from an entry before the box, where the box does its work on all rows and not on each. */
function entryOf({ entry, node }: ReplayRow, plan: Plan): string {
  const behaviour = plan.nodes.get(node)?.type.behaviour;
  if (behaviour?.kind !== 'barrier' || !behaviour.runsFlow) return entry;
  return plan.entries.find((one) => one.node === node)?.fedBy[0] ?? entry;
}

function placeOf({ node, port, happened }: ReplayRow): PageAt {
  return happened ? { node, port: 'out', side: 'output' } : { node, port, side: 'input' };
}

function refusal({ entry, node, error }: ReplayRow, plan: Plan): ReplayRow['error'] | undefined {
  const target = plan.nodes.get(node);
  if (target?.type.behaviour.kind === 'source') return error;
  if (target && !target.disabled && plan.entries.some((one) => one.node === entry)) return undefined;
  return toErrorRecord(new UserError('worker.replay-node-gone', { values: { node } }));
}
