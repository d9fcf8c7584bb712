// `eclusa login`: keeps the address of a service and a key for it, once both are known to be right. The key never is an
// argument: those can be read in the list of processes and stay in the history of the shell.
import { dataOf } from '@eclusa/client';
import { UserError } from '@eclusa/flow';
import type { Locale } from '@eclusa/flow';
import { plainKey, saveCredentials, serviceAddress } from './credentials';
import { exitCodes } from './exit-codes';
import type { ExitCode } from './exit-codes';
import { label } from './sentences';
import { answered, clientFor } from './service';
import type { Terminal } from './terminal';

export interface LoginOptions {
  json?: boolean;
}

/** Longest key that is read; one has 50 characters. */
const longest = 1_000;

/** Asks the service with the key before it keeps either. */
export function login(
  address: string | undefined,
  options: LoginOptions,
  terminal: Terminal,
  locale: Locale,
): Promise<ExitCode> {
  return answered(terminal, locale, options.json ?? false, async (signal) => {
    const given = address ?? terminal.env.ECLUSA_URL;
    if (!given) throw new UserError('cli.address-missing');
    const url = serviceAddress(given);
    if (isOpenToReaders(url)) terminal.err(`${label('plainHttp', locale)}\n`);
    const key = plainKey(terminal.env.ECLUSA_KEY ?? (await askedKey(terminal, locale)));
    const { workspace, key: of } = await dataOf(
      clientFor({ url, key }, locale).GET('/keys/current', { signal }),
    );
    const file = await saveCredentials(terminal.env, { url, key });
    terminal.out(
      options.json
        ? `${JSON.stringify({ url, workspace: workspace.name, key: of.name, file })}\n`
        : `${label('loggedIn', locale, { url, workspace: workspace.name, key: of.name, file })}\n`,
    );
    return exitCodes.ok;
  });
}

async function askedKey(terminal: Terminal, locale: Locale): Promise<string> {
  if (terminal.input.isTerminal) return terminal.input.secret(label('askKey', locale));
  let text = '';
  for await (const piece of terminal.input.stream()) {
    text += String(piece);
    if (text.length > longest) break;
  }
  return text;
}

/** What is sent there can be read on the way. */
function isOpenToReaders(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && !/^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname);
}
