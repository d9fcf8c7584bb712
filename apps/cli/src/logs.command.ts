// `eclusa logs`: what a run did, box by box, and why rows failed; with `--follow` while it goes on.
import { dataOf } from '@eclusa/client';
import type { FailedRow, RunProgress } from '@eclusa/client';
import type { Locale } from '@eclusa/flow';
import { follow } from './event-stream';
import { exitCodes } from './exit-codes';
import type { ExitCode } from './exit-codes';
import { limitOf } from './runs.command';
import { exitOfRun, isOver, runFields } from './run-end';
import { endLines, headOf } from './run-lines';
import { label } from './sentences';
import { withService } from './service';
import type { Service } from './service';
import type { Terminal } from './terminal';

export interface LogsOptions {
  follow?: boolean;
  limit?: string;
  json?: boolean;
}

const largestPage = 200;

/** Without `follow` it answers 0 whatever became of the run; with it, how the run ended. */
export function logs(
  id: string,
  options: LogsOptions,
  terminal: Terminal,
  locale: Locale,
): Promise<ExitCode> {
  return withService(options, terminal, locale, async (service) => {
    const limit = limitOf(options.limit);
    const last = options.follow ? await followed(service, id) : await progressOf(service, id);
    if (!last) return exitCodes.failed;
    if (!options.follow) show(service, last);
    await showFailedRows(service, last, limit);
    if (!service.json) terminal.out(endLines(last, locale));
    return options.follow ? exitOfRun(last) : exitCodes.ok;
  });
}

async function progressOf({ client, signal }: Service, id: string): Promise<RunProgress> {
  const query = { fields: `${runFields},settledRows,counts,waiting,inDoubt` };
  return dataOf(client.GET('/runs/{id}', { params: { path: { id }, query }, signal }));
}

/** The last state of the run, once it is over. Every state is printed as it comes. */
async function followed(service: Service, id: string): Promise<RunProgress | undefined> {
  const { client, signal } = service;
  const open = async (lastId: string | undefined): Promise<ReadableStream<Uint8Array>> => {
    const headers = lastId === undefined ? {} : { 'Last-Event-ID': lastId };
    const init = { params: { path: { id } }, headers, parseAs: 'stream', signal } as const;
    return (await dataOf(client.GET('/runs/{id}/events', init))) as unknown as ReadableStream<Uint8Array>;
  };
  let last: RunProgress | undefined;
  let line = '';
  for await (const { event, data } of follow(service, open)) {
    if (event !== 'progress') continue;
    last = JSON.parse(data) as RunProgress;
    if (service.json) show(service, last);
    // Boxes move more often than what a person sees of them.
    else if (headOf(last, service.locale) !== line) show(service, last);
    line = headOf(last, service.locale);
  }
  // Who came back with the id of the last state is told the end alone.
  return last && isOver(last) ? last : progressOf(service, id);
}

function show({ terminal, locale, json }: Service, run: RunProgress): void {
  if (json) return terminal.out(`${JSON.stringify({ event: 'progress', ...run })}\n`);
  const waits = run.waiting ? ` · ${label('waitsFor', locale, { service: run.waiting.service ?? '-' })}` : '';
  terminal.out(`${new Date().toISOString().slice(11, 19)}  ${headOf(run, locale)}${waits}\n`);
  for (const { node, side, port, rows } of isOver(run) ? run.counts : []) {
    if (side === 'out') terminal.out(`  ${node} (${port}): ${rows.toLocaleString(locale)}\n`);
  }
}

async function showFailedRows(service: Service, { id, totals }: RunProgress, limit: number): Promise<void> {
  const { client, signal, terminal, locale, json } = service;
  let cursor: string | undefined;
  for (let left = Math.min(limit, totals.failed); left > 0;) {
    const query = { limit: Math.min(left, largestPage), ...(cursor !== undefined && { cursor }) };
    const page = await dataOf(
      client.GET('/runs/{id}/failed-rows', { params: { path: { id }, query }, signal }),
    );
    for (const row of page.items) {
      terminal.out(json ? `${JSON.stringify({ event: 'failed-row', ...row })}\n` : failedLine(row, locale));
    }
    left -= page.items.length;
    cursor = page.nextCursor;
    if (cursor === undefined) return;
  }
  const more = totals.failed - limit;
  if (more > 0 && !json) terminal.err(`${label('moreFailed', locale, { count: more })}\n`);
}

function failedLine({ node, row, error }: FailedRow, locale: Locale): string {
  return `  ${label('failedRow', locale, { node, row, text: error.text[locale] })}\n`;
}
