// Signs in to systems that open a session by a call of their own and know it by cookies, or by a token in the answer.
import { RemoteError, UserError, type Connection } from '@eclusa/flow';
import { parseJson, readText } from '../net/body';
import { networkError, statusError } from '../net/remote-faults';
import { fillPlaces } from '../source/http-places';
import { valueAt } from '../source/http-paging';
import { readingFetch } from '../vtex/reading-fetch';
import { httpRequest } from './http-request';

const WAIT = 30_000;
const LARGEST = 1e6;

/**
 * The headers that later calls of the session carry. Throws UserError `connections.session-body`, RemoteError
 * `connections.session-refused` when neither cookie nor token came, or what the wire did.
 */
export async function openSession(
  connection: Connection,
  { fetch, now }: { fetch: typeof globalThis.fetch; now: Date },
): Promise<Record<string, string>> {
  const { values } = connection;
  const text = (name: string) => String(values[name] ?? '').trim();
  const body = bodyOf(values);
  const { url, init, shown } = httpRequest(connection, { method: 'POST', path: text('loginPath'), body });
  const asked = { method: shown.method, url: shown.url };
  const never = new AbortController().signal;
  try {
    const signal = AbortSignal.timeout(WAIT);
    const response = await readingFetch(fetch)(url, { ...init, signal, redirect: 'manual' });
    const answer = await readText(response, { maxBytes: LARGEST, idleMs: WAIT });
    // The answer may hold the session itself, so none of it is shown.
    if (response.status >= 400) throw statusError(response, '', asked, now);
    const parsed = parseJson(answer);
    const headers = headersOf(response, 'value' in parsed ? parsed.value : null, values);
    if (Object.keys(headers).length > 0) return headers;
    throw new RemoteError('connections.session-refused', {
      retryable: false,
      values: { address: url.origin + url.pathname },
      request: asked,
      response: { status: response.status },
    });
  } catch (error) {
    throw networkError(error, asked, never);
  }
}

function bodyOf(values: Connection['values']): string {
  const escape = (value: string) => JSON.stringify(value).slice(1, -1);
  const { username = '', password = '' } = values;
  const body = fillPlaces(String(values['loginBody'] ?? ''), { username, password }, escape);
  if ('fault' in parseJson(body)) throw new UserError('connections.session-body');
  return body;
}

function headersOf(
  response: Response,
  answer: Parameters<typeof valueAt>[0],
  values: Connection['values'],
): Record<string, string> {
  const text = (name: string) => String(values[name] ?? '').trim();
  const cookie = cookiesOf(response.headers);
  const token = valueAt(answer, text('sessionPath'));
  const name = text('sessionHeader') || 'authorization';
  return {
    ...(cookie !== '' && { cookie }),
    ...(typeof token === 'string' && { [name.toLowerCase()]: `${text('sessionPrefix')} ${token}`.trim() }),
  };
}

/** The cookies of an answer as the next request sends them. */
export function cookiesOf(headers: Headers): string {
  return headers
    .getSetCookie()
    .flatMap((line) => line.split(';', 1))
    .map((pair) => pair.trim())
    .filter((pair) => /^[^=]+=./.test(pair))
    .join('; ');
}
