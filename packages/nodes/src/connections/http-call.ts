// Sends the calls of an HTTP connection: signed in, within the limits it sets.
import type { Connection, Limiter } from '@eclusa/flow';
import type { HttpRequest } from './http-request';
import { paced } from './pace';
import { signers } from './sign-in';

/** What a call needs besides its request. */
export interface CallTools {
  fetch: typeof fetch;
  now(): Date;
  /** Absent where a connection is only tried. */
  limiter?: Limiter;
}

/**
 * The answer to the request. One of 401 renews the sign-in and is asked for once more. Rejects as `tools.fetch` does, or
 * with the reason why the sign-in failed.
 */
export async function callHttp(
  connection: Connection,
  { url, init }: Pick<HttpRequest, 'url' | 'init'>,
  tools: CallTools,
  signal: AbortSignal,
): Promise<Response> {
  const send = (extra: Record<string, string>) => {
    const headers = new Headers(init.headers);
    for (const [name, value] of Object.entries(extra)) headers.set(name, joined(name, headers, value));
    return paced(connection, tools, signal, () => tools.fetch(url, { ...init, headers, signal }));
  };
  const signer = signers[String(connection.values['auth'])];
  if (!signer) return send({});
  const call = { connection, fetch: tools.fetch, now: tools.now(), method: init.method, url };
  const used = await signer.headers(call);
  signal.throwIfAborted();
  const answer = await send(used);
  if (answer.status !== 401 || !(await signer.renew(call, answer, used))) return answer;
  await answer.body?.cancel();
  return send(await signer.headers(call));
}

/** Cookies of the request itself stay beside those of the session. */
function joined(name: string, headers: Headers, value: string): string {
  const given = name === 'cookie' ? headers.get('cookie') : null;
  return given ? `${given}; ${value}` : value;
}
