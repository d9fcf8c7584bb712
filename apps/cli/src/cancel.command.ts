// `eclusa cancel`: stops a run; what is done stays done.
import { dataOf } from '@eclusa/client';
import type { Locale } from '@eclusa/flow';
import { exitCodes } from './exit-codes';
import type { ExitCode } from './exit-codes';
import { endLines } from './run-lines';
import { withService } from './service';
import type { Terminal } from './terminal';

/** Prints the run as it is right after; one that was over already is printed as it ended. */
export function cancel(
  id: string,
  options: { json?: boolean },
  terminal: Terminal,
  locale: Locale,
): Promise<ExitCode> {
  return withService(options, terminal, locale, async ({ client, json, signal }) => {
    const run = await dataOf(client.POST('/runs/{id}/cancel', { params: { path: { id } }, signal }));
    terminal.out(json ? `${JSON.stringify(run)}\n` : endLines(run, locale));
    return exitCodes.ok;
  });
}
