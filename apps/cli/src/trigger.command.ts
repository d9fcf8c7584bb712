// `eclusa trigger`: starts a run on the service, with rows from the command, a file or standard input.
import { ApiProblem, dataOf } from '@eclusa/client';
import type { Run, StartRun } from '@eclusa/client';
import { UserError } from '@eclusa/flow';
import type { Json, Locale } from '@eclusa/flow';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { exitCodes } from './exit-codes';
import type { ExitCode } from './exit-codes';
import { flowIdOf, storeIdOf } from './reach';
import { rowBody } from './row-body';
import { exitOfRun, isOver, waitForEnd, waitSeconds } from './run-end';
import { endLines } from './run-lines';
import { label } from './sentences';
import { withService } from './service';
import type { Service } from './service';
import type { Terminal } from './terminal';

export interface TriggerOptions {
  store?: string;
  row?: string;
  rows?: string;
  format?: string;
  wait?: string | true;
  idempotencyKey?: string;
  tag?: string[];
  priority?: string;
  runAt?: string;
  dryRun?: boolean;
  json?: boolean;
}

type Wishes = Pick<StartRun, 'storeId' | 'tags' | 'priority' | 'runAt' | 'dryRun'>;

/** Pauses before a call whose answer did not come is made again, in milliseconds. */
const pauses = [500, 2_000, 5_000];

/** Starts the run, and with `wait` stays until it is over. */
export function trigger(
  flow: string,
  options: TriggerOptions,
  terminal: Terminal,
  locale: Locale,
): Promise<ExitCode> {
  return withService(options, terminal, locale, async (service) => {
    const seconds = waitSeconds(options.wait);
    if (options.row !== undefined && options.rows !== undefined) throw new UserError('cli.rows-twice');
    const send = await callOf(service, flow, options);
    const { run, repeated } = await persistently(service, send);
    if (repeated) terminal.err(`${label('repeated', locale, { id: run.id })}\n`);
    if (seconds === undefined) {
      terminal.out(
        service.json ? `${JSON.stringify(run)}\n` : `${label('accepted', locale, { id: run.id })}\n`,
      );
      return exitCodes.ok;
    }
    if (!service.json) terminal.err(`${label('accepted', locale, { id: run.id })}\n`);
    return shownEnd(service, run, seconds);
  });
}

/** Prints the run once it is over, or what it is when the time is up. */
export async function shownEnd(service: Service, run: Run, seconds: number): Promise<ExitCode> {
  const { terminal, locale, json } = service;
  const ended = isOver(run) ? run : await waitForEnd(service, run.id, seconds);
  terminal.out(json ? `${JSON.stringify(ended)}\n` : endLines(ended, locale));
  if (!isOver(ended)) terminal.err(`${label('timeUp', locale, { id: ended.id, seconds })}\n`);
  return exitOfRun(ended);
}

interface Call {
  /** May be made again: its rows can be read once more. */
  again: boolean;
  make(): Promise<{ data?: Run; response: Response }>;
}

async function callOf(service: Service, flow: string, options: TriggerOptions): Promise<Call> {
  const { client, signal, terminal } = service;
  const row = options.row === undefined ? undefined : rowsTyped(options.row);
  const rows = options.rows === undefined ? undefined : await rowBody(options.rows, options.format, terminal);
  const id = await flowIdOf(service, flow);
  const wishes = await wishesOf(service, options);
  // The same name however often the call is made: it starts one run.
  const headers = { 'Idempotency-Key': options.idempotencyKey ?? randomUUID() };
  if (!rows) {
    const body = { ...wishes, ...(row !== undefined && { rows: row as StartRun['rows'] }) };
    const init = { params: { path: { id } }, headers, body, signal };
    return { again: true, make: () => client.POST('/flows/{id}/runs', init) };
  }
  const { tags, ...rest } = wishes;
  const query = { ...rest, ...(tags && { tags }) };
  const packed = rows.gzip ? { 'Content-Encoding': 'gzip' } : {};
  const make = () =>
    client.POST('/flows/{id}/runs', {
      params: { path: { id }, query },
      headers: { ...headers, ...packed, 'Content-Type': rows.contentType },
      body: rows.open() as never,
      bodySerializer: (body: unknown) => body,
      duplex: 'half',
      signal,
    } as never) as Promise<{ data?: Run; response: Response }>;
  return { again: rows.again, make };
}

async function wishesOf(service: Service, options: TriggerOptions): Promise<Wishes> {
  const { tag, priority, runAt, dryRun } = options;
  const storeId = await storeIdOf(service, options.store);
  return {
    ...(storeId !== undefined && { storeId }),
    ...(tag && { tags: tag }),
    ...(priority !== undefined && { priority: priority as Wishes['priority'] }),
    ...(runAt !== undefined && { runAt }),
    ...(dryRun && { dryRun }),
  } as Wishes;
}

function rowsTyped(given: string): Json {
  try {
    return JSON.parse(given) as Json;
  } catch (cause) {
    throw new UserError('cli.row-shape', { values: { detail: (cause as Error).message }, cause });
  }
}

/** Makes the call until it is answered; a broken line may have hidden that it was. */
async function persistently(service: Service, call: Call): Promise<{ run: Run; repeated: boolean }> {
  for (let tries = 0; ; tries++) {
    try {
      const answer = call.make();
      const run = await dataOf<Run>(answer);
      return { run, repeated: (await answer).response.headers.get('idempotency-replayed') === 'true' };
    } catch (error) {
      const pause = pauses[tries];
      const passes = error instanceof ApiProblem && [0, 502, 503, 504].includes(error.status);
      if (!passes || !call.again || pause === undefined) throw error;
      await sleep(pause, undefined, { signal: service.signal });
    }
  }
}
