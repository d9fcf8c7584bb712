// Where the address and the key of `eclusa login` are kept: one file only its owner may read. The environment wins.
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { UserError } from '@eclusa/flow';

export interface Credentials {
  /** The service, without a path: `https://eclusa.example.com`. */
  url: string;
  key: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The file: below XDG_CONFIG_HOME, APPDATA or `~/.config`. */
export function credentialsFile(env: Environment): string {
  const folder = env.XDG_CONFIG_HOME || env.APPDATA || join(env.HOME || homedir(), '.config');
  return join(folder, 'eclusa', 'credentials.json');
}

/** What to call with: ECLUSA_URL and ECLUSA_KEY, each before what the file says. Throws UserError `cli.signed-out`. */
export async function readCredentials(env: Environment): Promise<Credentials> {
  const kept = env.ECLUSA_URL && env.ECLUSA_KEY ? undefined : await keptIn(credentialsFile(env));
  const url = env.ECLUSA_URL || kept?.url;
  const key = env.ECLUSA_KEY || kept?.key;
  if (!url || !key) throw new UserError('cli.signed-out');
  return { url: serviceAddress(url), key: plainKey(key) };
}

/** Keeps them for the next command. Nobody else may read the file, not even for a moment. */
export async function saveCredentials(env: Environment, credentials: Credentials): Promise<string> {
  const file = credentialsFile(env);
  const made = `${file}.${process.pid}`;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(made, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
    await chmod(made, 0o600);
    await rename(made, file);
  } catch (cause) {
    const detail = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new UserError('cli.out-unwritable', { values: { file, detail }, cause });
  }
  return file;
}

/** Forgets them. */
export async function removeCredentials(env: Environment): Promise<void> {
  await rm(credentialsFile(env), { force: true });
}

/** An address as it was typed, without a slash or the path of the API. Throws UserError `cli.address`. */
export function serviceAddress(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new UserError('cli.address', { values: { given } });
  return `${url.origin}${url.pathname.replace(/(\/api(\/v1)?)?\/*$/, '')}`;
}

/** A key without the spaces around it. Throws UserError `cli.key-shape`, without showing it. */
export function plainKey(given: string): string {
  const key = given.trim();
  if (!/^[\x21-\x7e]+$/.test(key)) throw new UserError('cli.key-shape');
  return key;
}

async function keptIn(file: string): Promise<Partial<Credentials> | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Partial<Credentials>;
  } catch {
    // Not there, or cut off in the middle: signing in again mends both.
    return undefined;
  }
}
