// fetch for addresses that people type: speaks http(s) only, and never to the inside of our own network.
// Checks what a name resolves to at the moment of connecting, and again on every redirect.
import { Agent } from 'undici';
import { EclusaError, UserError } from '@eclusa/flow';
import { guardedConnector } from './guarded-connector';
import { plainFetch } from './plain-fetch';

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** What may follow a redirect to another origin. Anything else could carry a credential under a name of its own. */
const HARMLESS = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'content-type',
  'range',
  'user-agent',
]);

export interface GuardOptions {
  /** `host:port` pairs let through although they are private. */
  allow?: readonly string[];
}

/**
 * A `fetch` over one keep-alive pool. Throws UserError `nodes.address-refused` for addresses that are
 * not public, `nodes.address-invalid` for what is not an http address, `nodes.too-many-redirects`.
 * Follows redirects only for bodies it can send again: text, bytes or none.
 */
export function guardedFetch({ allow = [] }: GuardOptions = {}): typeof fetch {
  const dispatcher = new Agent({
    connect: guardedConnector(new Set(allow)),
    keepAliveTimeout: 10_000,
    // The longest a node's own setting allows; callers end sooner by their signal.
    headersTimeout: 600_000,
    bodyTimeout: 600_000,
  });
  const send = async (url: URL, init: RequestInit) => {
    try {
      return await plainFetch(dispatcher, url, init);
    } catch (error) {
      throw refusalWithin(error) ?? error;
    }
  };
  return async (input, init = {}) => {
    const [first, options] = opened(input, init);
    return follow(first, options, send);
  };
}

async function follow(
  first: URL,
  options: RequestInit,
  send: (url: URL, init: RequestInit) => Promise<Response>,
): Promise<Response> {
  let url = first;
  let init = options;
  for (let hops = 0; ; hops++) {
    const answer = await send(url, init);
    const location = REDIRECTS.has(answer.status) ? answer.headers.get('location') : null;
    if (location === null || init.redirect === 'manual') return answer;
    await answer.body?.cancel();
    if (init.redirect === 'error' || hops === MAX_REDIRECTS) {
      throw new UserError('nodes.too-many-redirects', {
        values: { address: shown(first), limit: MAX_REDIRECTS },
      });
    }
    const next = httpAddress(location, url);
    init = redirected(init, answer.status, next.origin === url.origin);
    url = next;
  }
}

/** The request to send after a redirect, as the fetch standard has it, with stricter headers across origins. */
function redirected(init: RequestInit, status: number, sameOrigin: boolean): RequestInit {
  const headers = new Headers(init.headers);
  if (!sameOrigin) {
    for (const name of [...headers.keys()]) if (!HARMLESS.has(name)) headers.delete(name);
  }
  const method = (init.method ?? 'GET').toUpperCase();
  const becomesGet =
    status === 303 ? method !== 'HEAD' && method !== 'GET' : status < 303 && method === 'POST';
  if (!becomesGet) return { ...init, headers };
  headers.delete('content-type');
  return { ...init, headers, method: 'GET', body: null };
}

function opened(input: string | URL | Request, init: RequestInit): [URL, RequestInit] {
  if (typeof input === 'string' || input instanceof URL) return [httpAddress(input), init];
  const { method, headers, signal, redirect } = input;
  if (input.body && init.body === undefined) {
    throw new TypeError('pass the body beside the address: a Request body cannot be sent again');
  }
  return [httpAddress(input.url), { method, headers, signal, redirect, ...init }];
}

function httpAddress(address: string | URL, base?: URL): URL {
  const url = parsed(address, base);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new UserError('nodes.address-invalid', { values: { address: url ? shown(url) : String(address) } });
  }
  return url;
}

function parsed(address: string | URL, base?: URL): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}

/** An address without what could be secret: no user, no query. */
function shown(url: URL): string {
  return `${url.origin === 'null' ? url.protocol : url.origin}${url.pathname}`;
}

/** undici wraps what the connector throws; the refusal itself is what a person must read. */
function refusalWithin(error: unknown): EclusaError | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof EclusaError) return at;
    if (at instanceof AggregateError) {
      const found = at.errors.find((one) => one instanceof EclusaError);
      if (found) return found as EclusaError;
    }
  }
  return undefined;
}
