// One call to VTEX: address, credentials, limit, time-out, size, and an error that says what happened.
// It does not retry: whoever runs it knows what a repeat would do.
import { VtexInputError, type ShownRequest } from './error';
import {
  answerError,
  isSilence,
  networkError,
  timeoutError,
  unreadableError,
  type FailedCall,
  type TextAnswer,
} from './failure';
import { bucketsOf, publishedRates, readLimitHeaders } from './limits';
import type { Bucket, BucketAnswer, RateLimiter, Rates } from './limits';
import { BodyTooLarge, readText } from './read-body';
import {
  baseUrl,
  expandPath,
  queryString,
  surfaceOf,
  type PathParams,
  type Query,
  type StoreAddress,
  type Surface,
} from './surface';

export interface VtexClientOptions extends StoreAddress {
  appKey: string;
  appToken: string;
  fetch: typeof fetch;
  limiter: RateLimiter;
  /** Ends every call of this client. */
  signal?: AbortSignal;
  /** Differences from the published rates. */
  rates?: Partial<Rates>;
  /** 30 seconds when not given. */
  timeoutMs?: number;
  /** 25 MB when not given: the longest brand list (20,000) is about 4. */
  maxAnswerBytes?: number;
  now?: () => number;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface VtexCall {
  /** Read from the path when not given. */
  surface?: Surface;
  method: Method;
  /** As the VTEX reference prints it: `/pricing/prices/{itemId}`. */
  path: string;
  params?: PathParams;
  query?: Query;
  /** Sent as JSON; a text as it is where `headers` name another content type. */
  body?: unknown;
  /** What a route asks for besides, such as `REST-Range`. The credentials cannot be replaced. */
  headers?: Readonly<Record<string, string>>;
  timeoutMs?: number;
  /** Ends this call only. */
  signal?: AbortSignal;
}

export interface VtexAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** Parsed JSON, else text; null when empty. */
  body: unknown;
}

export interface VtexClient {
  readonly account: string;
  /** Throws VtexError for anything but a 2xx, VtexInputError before sending, or a signal's reason. */
  request(call: VtexCall): Promise<VtexAnswer>;
}

/** A client of one store. Throws VtexInputError when account, environment, address or credentials cannot be right. */
export function createVtexClient(options: VtexClientOptions): VtexClient {
  const account = options.account.trim();
  baseUrl('main', options);
  const credentials = readCredentials(options);
  const rates = { ...publishedRates, ...options.rates };
  const baseOf = remembered((surface: Surface) => baseUrl(surface, options));
  const bucketsFor = remembered((route: string) => bucketsOf({ account, ...partsOf(route) }, rates));

  const wire: Wire = { ...options, spare: [] };

  return {
    account,
    async request(call) {
      const { surface = surfaceOf(call.path), method, path } = call;
      const url = baseOf(surface) + expandPath(path, call.params) + queryString(call.query);
      const hasBody = call.body !== undefined;
      const request: ShownRequest = {
        method,
        url,
        ...(call.headers && { headers: call.headers }),
        ...(hasBody && { body: call.body }),
      };
      const failed: FailedCall = { request, path, account };
      const answer = await exchange(wire, {
        failed,
        buckets: bucketsFor(`${method} ${path}`),
        init: {
          method,
          headers: {
            Accept: 'application/json',
            ...(hasBody && { 'Content-Type': 'application/json' }),
            ...call.headers,
            ...credentials,
          },
          ...(hasBody && { body: bodyOf(call) }),
        },
        timeoutMs: call.timeoutMs ?? options.timeoutMs ?? 30_000,
        signals: [options.signal, call.signal],
      });
      if (answer.status < 200 || answer.status > 299) throw answerError(failed, answer);
      return {
        status: answer.status,
        get headers() {
          return Object.fromEntries(answer.headers);
        },
        body: parseBody(failed, answer.headers, answer.text),
      };
    },
  };
}

/** What every call of one client goes over. */
export interface Wire {
  fetch: typeof fetch;
  limiter: RateLimiter;
  maxAnswerBytes?: number;
  now?: () => number;
  /** Controllers of calls that have ended, to be used again. */
  spare: AbortController[];
}

export interface Exchange {
  failed: FailedCall;
  /** Paid before it is sent, narrowest first. */
  buckets: readonly Bucket[];
  init: { method: string; headers: Record<string, string>; body?: string };
  timeoutMs: number;
  signals: readonly (AbortSignal | undefined)[];
}

/** Pays, sends, and reads the answer to its end, whatever its status. Throws VtexError when none came, or a signal's reason. */
export async function exchange(wire: Wire, sent: Exchange): Promise<TextAnswer> {
  const { failed, buckets, init } = sent;
  const limit = startLimit(sent.timeoutMs, sent.signals, wire.spare);
  let isOut = false;
  try {
    for (const bucket of buckets) await wire.limiter.acquire(bucket, limit.stop);
    limit.stop.throwIfAborted();
    limit.start();
    isOut = true;
    const response = await send(wire.fetch, failed.request.url, { ...init, signal: limit.signal });
    isOut = false;
    const seen = readLimitHeaders(response.headers, response.status, (wire.now ?? Date.now)(), failed.path);
    tellLimiter(wire.limiter, buckets, seen);
    const text = await readText(response, wire.maxAnswerBytes ?? 25 * 1024 * 1024);
    limit.isSpent = false;
    return { ...seen, headers: response.headers, text };
  } catch (error) {
    const told = limit.explain(error, failed);
    if (isOut && isSilence(told)) tellLimiter(wire.limiter, buckets.slice(0, 1), { status: 0 });
    throw told;
  } finally {
    limit.end();
  }
}

/** Headers count the route, whose bucket is first; of wider ones only a block says something, and that there is none. */
function tellLimiter(limiter: RateLimiter, [route, ...wider]: readonly Bucket[], seen: BucketAnswer): void {
  if (route) limiter.observe(route, seen);
  const isBlocked = seen.status === 429 || seen.status === 503;
  wider.forEach((one) => limiter.observe(one, isBlocked ? seen : { status: seen.status }));
}

function bodyOf({ body, headers }: VtexCall): string {
  return typeof body === 'string' && headers?.['Content-Type'] !== undefined ? body : JSON.stringify(body);
}

function partsOf(route: string): { method: string; path: string } {
  const [method = '', path = ''] = route.split(' ', 2);
  return { method, path };
}

/** `make`, asked once for each key: a store has few routes and many rows. */
function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

/** Header values must be one printable line; anything else came from a bad paste and fetch would refuse it unclearly. */
function readCredentials(options: VtexClientOptions): Record<string, string> {
  const [appKey, appToken] = [options.appKey.trim(), options.appToken.trim()];
  if (!/^[\x21-\x7e]+$/.test(appKey)) throw new VtexInputError('vtex.app-key-invalid');
  if (!/^[\x21-\x7e]+$/.test(appToken)) throw new VtexInputError('vtex.app-token-invalid');
  return { 'X-VTEX-API-AppKey': appKey, 'X-VTEX-API-AppToken': appToken };
}

/** Follows a permanent redirect within the same origin only: fetch itself would take the credentials along. */
async function send(fetchIt: typeof fetch, start: string, init: RequestInit): Promise<Response> {
  let url = start;
  for (let hops = 0; ; hops += 1) {
    const response = await fetchIt(url, { ...init, redirect: 'manual' });
    const location = response.headers.get('location');
    if ((response.status !== 308 && response.status !== 307) || location === null || hops === 3)
      return response;
    const next = new URL(location, url);
    if (next.origin !== new URL(url).origin) return response;
    await response.body?.cancel();
    url = next.href;
  }
}

function parseBody(failed: FailedCall, headers: Headers, text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const saysJson = /\bjson\b/i.test(headers.get('content-type') ?? '');
  try {
    return JSON.parse(trimmed) as unknown;
  } catch (cause) {
    if (!saysJson) return text;
    throw unreadableError(failed, 'vtex.answer-broken', { start: trimmed.slice(0, 80) }, cause);
  }
}

/**
 * A time limit that starts when the limiter has let the call through, joined with the callers' signals. Its signal comes from
 * `spare` and goes back there after a call that has ended in all its parts: to make one costs as much as a call's own work.
 */
function startLimit(
  timeoutMs: number,
  signals: readonly (AbortSignal | undefined)[],
  spare: AbortController[],
) {
  const outer = signals.filter((one) => one !== undefined);
  const controller = spare.pop() ?? new AbortController();
  let timedOut = false;
  let timer: NodeJS.Timeout | undefined;
  const stop = () => controller.abort(outer.find((one) => one.aborted)?.reason);
  // Listeners by hand, not AbortSignal.any: a run's signal outlives thousands of calls.
  outer.forEach((one) => one.addEventListener('abort', stop));
  if (outer.some((one) => one.aborted)) stop();
  return {
    /** Somebody may still listen to the signal: set to false once the answer has been read to its end. */
    isSpent: true,
    signal: controller.signal,
    stop: controller.signal,
    start() {
      timer = setTimeout(() => {
        timedOut = true;
        controller.abort();
      }, timeoutMs);
    },
    /** What to throw for `error`: a signal's reason, a time-out, a network fault, or the error itself. */
    explain(error: unknown, failed: FailedCall): unknown {
      const stopped = outer.find((one) => one.aborted);
      if (stopped) return stopped.reason;
      if (timedOut) return timeoutError(failed, timeoutMs);
      if (error instanceof BodyTooLarge) return unreadableError(failed, 'vtex.answer-too-large', {});
      // A connection that fails is a TypeError, one that breaks while the answer is read a fault of undici or Node; the
      // guard's own refusals pass as they are. By name, because it may come from another realm than ours.
      const { name, code } = Object(error) as { name?: unknown; code?: unknown };
      const ofWire = name === 'Error' ? code !== undefined : String(code).startsWith('UND_ERR_');
      const broken = name === 'TypeError' || ofWire;
      return broken ? networkError(failed, error) : error;
    },
    end() {
      clearTimeout(timer);
      outer.forEach((one) => one.removeEventListener('abort', stop));
      if (!this.isSpent && !controller.signal.aborted) spare.push(controller);
    },
  };
}
