// `eclusa whoami`: the service, the key that is used, and what it reaches.
import { dataOf } from '@eclusa/client';
import type { Locale } from '@eclusa/flow';
import { readCredentials } from './credentials';
import { exitCodes } from './exit-codes';
import type { ExitCode } from './exit-codes';
import { label } from './sentences';
import { withService } from './service';
import type { Terminal } from './terminal';

/** Prints what the service says of the key; never the key. */
export function whoami(options: { json?: boolean }, terminal: Terminal, locale: Locale): Promise<ExitCode> {
  return withService(options, terminal, locale, async ({ client, json, signal }) => {
    const { url } = await readCredentials(terminal.env);
    const current = await dataOf(client.GET('/keys/current', { signal }));
    if (json) {
      terminal.out(`${JSON.stringify({ url, ...current })}\n`);
      return exitCodes.ok;
    }
    const { workspace, key, flows, stores } = current;
    const lines = [
      label('whoami', locale, { url, workspace: workspace.name, key: key.name, hint: key.hint }),
      label('mayDo', locale, { actions: key.actions.join(', ') }),
      ...(key.expiresAt ? [label('goodUntil', locale, { at: key.expiresAt })] : []),
      ...flows.map(({ id, name }) => `  ${label('flow', locale)} ${id}  ${name}`),
      ...stores.map(({ id, name }) => `  ${label('store', locale)} ${id}  ${name}`),
    ];
    terminal.out(`${lines.join('\n')}\n`);
    return exitCodes.ok;
  });
}
