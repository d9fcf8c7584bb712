// What a run came to, as tables for a person or as one JSON document for a script.
import type { FailedRow, RunSummary, Unfinished } from '@eclusa/engine';
import type { Locale } from '@eclusa/flow';
import { explain, label } from './sentences';

/** Failed rows shown: all of them are in the file. */
export const failedShown = { table: 10, json: 100 };

/** A run and what it left behind. */
export interface Outcome {
  flow: string;
  dryRun: boolean;
  summary: RunSummary;
  /** The first ones, at most `failedShown.json`. */
  failed: readonly FailedRow[];
  failedFile: string | null;
  requests: number;
  requestsFile: string | null;
  /** Files that the flow wrote. */
  files: readonly string[];
}

/** Source rows per second of the run, rounded. */
export function perSecond({ rows, seconds }: Pick<RunSummary, 'rows' | 'seconds'>): number {
  return seconds > 0 ? Math.round(rows / seconds) : rows;
}

/** The JSON document of `--json`: its members are documented in the README. */
export function summaryJson(outcome: Outcome, locale: Locale): object {
  const { summary, failed } = outcome;
  const { error } = summary;
  return {
    flow: outcome.flow,
    state: summary.state,
    dryRun: outcome.dryRun,
    totals: summary.totals,
    seconds: summary.seconds,
    rowsPerSecond: perSecond(summary),
    counts: summary.counts,
    failed: failed.map((row) => ({ ...row, text: explain(row.error, locale) })),
    failedFile: outcome.failedFile,
    requests: outcome.requests,
    requestsFile: outcome.requestsFile,
    files: outcome.files,
    ...(summary.unfinished && { unfinished: summary.unfinished }),
    ...(error && { error: { ...error, text: explain(error, locale) } }),
  };
}

/** The same for a person. */
export function summaryText(outcome: Outcome, locale: Locale): string {
  const { summary, failed, dryRun } = outcome;
  const { state, totals, error } = summary;
  const done = dryRun ? 'completedDry' : 'completed';
  const headings = { completed: done, failed: 'failedRun', cancelled: 'cancelled' } as const;
  const number = (value: number): string => value.toLocaleString(locale);
  const lines = [`${label(headings[state], locale)} · ${outcome.flow}`];
  if (error) lines.push(explain(error, locale));
  if (error?.code === 'nodes.address-refused') lines.push(label('allowHint', locale));
  const ends = (['read', 'derived', 'written', 'skipped', 'failed', 'collected'] as const).filter(
    (end) => totals[end] > 0 || ['read', 'written', 'skipped', 'failed'].includes(end),
  );
  lines.push('', ...table(ends.map((end) => [label(end, locale), number(totals[end])])));
  const seconds = summary.seconds.toLocaleString(locale, { maximumFractionDigits: 1 });
  lines.push(
    `${seconds} ${label('seconds', locale)} · ${number(perSecond(summary))} ${label('perSecond', locale)}`,
  );
  if (summary.unfinished?.rows) lines.push(unfinishedLine(summary.unfinished, locale));
  if (summary.counts.length > 0) lines.push('', ...boxTable(summary.counts, locale));
  if (failed.length > 0) lines.push('', ...failedLines(failed, locale));
  if (outcome.failedFile) lines.push(label('allFailedIn', locale, { file: outcome.failedFile }));
  if (outcome.requestsFile) {
    lines.push(label('requestsIn', locale, { count: outcome.requests, file: outcome.requestsFile }));
  }
  for (const file of outcome.files) lines.push(label('wrote', locale, { file }));
  return `${lines.join('\n')}\n`;
}

function unfinishedLine({ rows, calls }: Unfinished, locale: Locale): string {
  const made = calls.map(({ node, done }) => `${node} ${done.toLocaleString(locale)}`).join(', ');
  const values = { rows: rows.toLocaleString(locale), calls: made || label('noCalls', locale) };
  return label('unfinished', locale, values);
}

function failedLines(failed: readonly FailedRow[], locale: Locale): string[] {
  const lines = failed.slice(0, failedShown.table).map((row) => {
    const place = `${label('row', locale)} ${row.row.toLocaleString(locale)}, ${row.node}`;
    return `  ${place}: ${explain(row.error, locale)}`;
  });
  return [`${label('failedRows', locale)}:`, ...lines];
}

/** Rows in and out of every box, in the order they were first reached. */
export function boxTable(counts: RunSummary['counts'], locale: Locale): string[] {
  const boxes = new Map<string, { in: number; out: string[] }>();
  for (const { node, side, port, rows } of counts) {
    const box = boxes.get(node) ?? { in: 0, out: [] };
    boxes.set(node, box);
    if (side === 'in') box.in += rows;
    else box.out.push(`${port === 'out' ? '' : `${port} `}${rows.toLocaleString(locale)}`);
  }
  const rows = [...boxes].map(([node, box]) => [
    node,
    box.in === 0 ? '' : box.in.toLocaleString(locale),
    box.out.join(', '),
  ]);
  return table([[label('box', locale), label('in', locale), label('outColumn', locale)], ...rows]);
}

/** Columns as wide as their widest cell; numbers of the second column to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map(([first = '', second = '', ...rest]) =>
    [first.padEnd(widths[0] ?? 0), second.padStart(widths[1] ?? 0), ...rest].join('  ').trimEnd(),
  );
}
