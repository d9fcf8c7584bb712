// `eclusa logout`: forgets address and key on this machine. The key itself stays good until it is revoked in the editor.
import type { Locale } from '@eclusa/flow';
import { removeCredentials } from './credentials';
import { exitCodes } from './exit-codes';
import type { ExitCode } from './exit-codes';
import { label } from './sentences';
import type { Terminal } from './terminal';

/** Fine with being signed out already. */
export async function logout(terminal: Terminal, locale: Locale): Promise<ExitCode> {
  await removeCredentials(terminal.env);
  terminal.out(`${label('loggedOut', locale)}\n`);
  return exitCodes.ok;
}
