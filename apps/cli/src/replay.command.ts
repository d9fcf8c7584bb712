// `eclusa replay`: sends the failed rows of a run again, in a new run.
import { dataOf } from '@eclusa/client';
import type { Locale } from '@eclusa/flow';
import { exitCodes } from './exit-codes';
import type { ExitCode } from './exit-codes';
import { waitSeconds } from './run-end';
import { label } from './sentences';
import { withService } from './service';
import type { Terminal } from './terminal';
import { shownEnd } from './trigger.command';

export interface ReplayOptions {
  node?: string;
  code?: string;
  newest?: boolean;
  wait?: string | true;
  json?: boolean;
}

/** All that are open, or those of one box or with one code. */
export function replay(
  id: string,
  options: ReplayOptions,
  terminal: Terminal,
  locale: Locale,
): Promise<ExitCode> {
  return withService(options, terminal, locale, async (service) => {
    const { node, code, newest } = options;
    const seconds = waitSeconds(options.wait);
    const some = { ...(node !== undefined && { node }), ...(code !== undefined && { code }) };
    const body = {
      ...(Object.keys(some).length > 0 ? some : { all: true }),
      ...(newest && { version: 'newest' as const }),
    };
    const init = { params: { path: { id } }, body, signal: service.signal };
    const run = await dataOf(service.client.POST('/runs/{id}/replay', init));
    if (seconds !== undefined) return shownEnd(service, run, seconds);
    terminal.out(
      service.json ? `${JSON.stringify(run)}\n` : `${label('accepted', locale, { id: run.id })}\n`,
    );
    return exitCodes.ok;
  });
}
