// `eclusa runs`: the runs a key may see, the newest first.
import { dataOf } from '@eclusa/client';
import type { Run } from '@eclusa/client';
import { UserError } from '@eclusa/flow';
import type { Locale } from '@eclusa/flow';
import { exitCodes } from './exit-codes';
import type { ExitCode } from './exit-codes';
import { flowIdOf, storeIdOf } from './reach';
import { listLine } from './run-lines';
import { label } from './sentences';
import { withService } from './service';
import type { Service } from './service';
import type { Terminal } from './terminal';

export interface RunsOptions {
  flow?: string;
  store?: string;
  state?: string;
  tag?: string;
  since?: string;
  limit?: string;
  json?: boolean;
}

/** Largest page of the service. */
const largestPage = 200;
const usual = 20;

/** Prints up to `limit` runs, page by page: none is held longer than its page. */
export function runs(options: RunsOptions, terminal: Terminal, locale: Locale): Promise<ExitCode> {
  return withService(options, terminal, locale, async (service) => {
    const limit = limitOf(options.limit);
    const filter = await filterOf(service, options);
    let shown = 0;
    for await (const run of listed(service, filter, limit)) {
      terminal.out(service.json ? `${JSON.stringify(run)}\n` : `${listLine(run, locale)}\n`);
      shown++;
    }
    if (shown === 0) terminal.err(`${label('noRuns', locale)}\n`);
    return exitCodes.ok;
  });
}

type Filter = Awaited<ReturnType<typeof filterOf>>;

async function filterOf(service: Service, { flow, store, state, tag, since }: RunsOptions) {
  const flowId = flow === undefined ? undefined : await flowIdOf(service, flow);
  const storeId = await storeIdOf(service, store);
  return {
    ...(flowId !== undefined && { flowId }),
    ...(storeId !== undefined && { storeId }),
    // What it may be is the service's to say.
    ...(state !== undefined && { state: state as Run['state'] }),
    ...(tag !== undefined && { tag }),
    ...(since !== undefined && { since: sinceOf(since, Date.now()) }),
  };
}

async function* listed({ client, signal }: Service, filter: Filter, limit: number): AsyncGenerator<Run> {
  let cursor: string | undefined;
  for (let left = limit; left > 0;) {
    const query = { ...filter, limit: Math.min(left, largestPage), ...(cursor !== undefined && { cursor }) };
    const page = await dataOf(client.GET('/runs', { params: { query }, signal }));
    yield* page.items;
    left -= page.items.length;
    cursor = page.nextCursor;
    if (cursor === undefined) return;
  }
}

/** `2h`, `30m`, `7d` before now, or a moment as ISO 8601. Throws UserError `cli.since`. */
export function sinceOf(given: string, now: number): string {
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(given) ?? [];
  const length = { m: 60_000, h: 3_600_000, d: 86_400_000 }[unit ?? ''];
  if (count !== undefined && length !== undefined)
    return new Date(now - Number(count) * length).toISOString();
  const at = /^\d{4}-\d\d/.test(given) ? Date.parse(given) : NaN;
  if (Number.isNaN(at)) throw new UserError('cli.since', { values: { given } });
  return new Date(at).toISOString();
}

/** How many; `all` for every one. Throws UserError `cli.limit`. */
export function limitOf(given: string | undefined): number {
  if (given === undefined) return usual;
  if (given === 'all') return Infinity;
  const limit = /^\d{1,7}$/.test(given) ? Number(given) : 0;
  if (limit < 1) throw new UserError('cli.limit', { values: { given } });
  return limit;
}
