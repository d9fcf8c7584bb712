// Speaks with the service for one command: signed in by key, its refusals worded and turned into exit codes.
import { ApiProblem, createClient } from '@eclusa/client';
import type { Client } from '@eclusa/client';
import { EclusaError } from '@eclusa/flow';
import type { Locale } from '@eclusa/flow';
import { readCredentials } from './credentials';
import type { Credentials } from './credentials';
import { exitCodes } from './exit-codes';
import type { ExitCode } from './exit-codes';
import { explain, label } from './sentences';
import type { Terminal } from './terminal';

/** What a command works with. */
export interface Service {
  client: Client;
  terminal: Terminal;
  locale: Locale;
  json: boolean;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
}

/** Calls with these credentials, in the language of the terminal. */
export function clientFor({ url, key }: Credentials, locale: Locale): Client {
  const headers = { authorization: `Bearer ${key}`, 'accept-language': locale, 'user-agent': 'eclusa-cli' };
  return createClient({ baseUrl: `${url}/api/v1`, headers });
}

/** Runs a command against the service it is signed in to. Never rejects for what the service or a person did. */
export async function withService(
  options: { json?: boolean },
  terminal: Terminal,
  locale: Locale,
  command: (service: Service) => Promise<ExitCode>,
): Promise<ExitCode> {
  const json = options.json ?? false;
  return answered(terminal, locale, json, async (signal) => {
    const client = clientFor(await readCredentials(terminal.env), locale);
    return command({ client, terminal, locale, json, signal });
  });
}

/** Runs `command` and turns what went wrong into a sentence on stderr and an exit code. */
export async function answered(
  terminal: Terminal,
  locale: Locale,
  json: boolean,
  command: (signal: AbortSignal) => Promise<ExitCode>,
): Promise<ExitCode> {
  const stop = new AbortController();
  const listened = terminal.onInterrupt(() => stop.abort(new Error('interrupted')));
  try {
    return await command(stop.signal);
  } catch (error) {
    if (stop.signal.aborted) {
      terminal.err(`${label('left', locale)}\n`);
      return exitCodes.cancelled;
    }
    const told = toldOf(error, locale);
    if (!told) throw error;
    terminal.err(json ? `${JSON.stringify({ error: told.error })}\n` : told.text);
    return told.exit;
  } finally {
    listened();
  }
}

interface Told {
  exit: ExitCode;
  text: string;
  error: Record<string, unknown>;
}

function toldOf(error: unknown, locale: Locale): Told | undefined {
  if (error instanceof ApiProblem) return problemTold(error, locale);
  if (!(error instanceof EclusaError)) return undefined;
  const sentence = explain(error, locale);
  const own: Record<string, ExitCode> = {
    'cli.signed-out': exitCodes.signedOut,
    'cli.flow-unknown': exitCodes.notFound,
    'cli.store-unknown': exitCodes.notFound,
  };
  return {
    exit: own[error.code] ?? exitCodes.invalid,
    text: `${sentence}\n`,
    error: { code: error.code, detail: sentence },
  };
}

/** A refusal: the sentence, where it is wrong, and what the log of the server knows it by. */
function problemTold(problem: ApiProblem, locale: Locale): Told {
  const { status, code, body } = problem;
  const { requestId, fields = [] } = body as typeof body & { fields?: { path: string; detail?: string }[] };
  const detail =
    status === 0
      ? label('noAnswer', locale, { detail: causeOf(problem) })
      : code === 'client.no-problem'
        ? label('noProblem', locale, { status })
        : problem.message;
  const lines = [detail, ...fields.slice(0, 20).map(({ path, detail: why }) => `  ${path}: ${why ?? ''}`)];
  if (requestId) lines.push(label('request', locale, { id: requestId }));
  return {
    exit: exitOf(problem),
    text: `${lines.join('\n')}\n`,
    error: { code, status, detail, ...(fields.length > 0 && { fields }), ...(requestId && { requestId }) },
  };
}

/** Why no answer came, as the network says it. */
function causeOf({ cause, message }: ApiProblem): string {
  const below = cause instanceof Error ? (cause.cause as { code?: string; message?: string }) : undefined;
  return below?.code ?? below?.message ?? message;
}

/** The exit code for a refusal. */
export function exitOf({ status }: Pick<ApiProblem, 'status'>): ExitCode {
  if (status === 401) return exitCodes.signedOut;
  if (status === 404) return exitCodes.notFound;
  return isPassing(status) ? exitCodes.unreachable : exitCodes.refused;
}

/** True for what may be gone a moment later. */
export function isPassing(status: number): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500;
}
