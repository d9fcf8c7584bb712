// Puts what can go wrong on the wire into our error classes, so that retry need not read messages.
import { EclusaError, RemoteError, type RecordedRequest, type RetryLimits } from '@eclusa/flow';

const RETRYABLE = new Set([408, 423, 425, 429]);
/** A name that does not exist or a certificate that is not trusted: waiting a quarter of an hour mends neither. */
const LASTING = /^(ENOTFOUND|CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;
/** Compressed bytes that are none: zlib and brotli say it by these. One that only ends early may have been cut off. */
const UNPACKING = /^(Z_|ERR_?_?BROTLI|ERR__ERROR_)/;
const CUT_OFF = 'Z_BUF_ERROR';
const EXCERPT = 500;

/** Kept beside the request, since what is shown of it is stored. */
const limitsOf = new WeakMap<RecordedRequest, RetryLimits>();

/** Whatever goes wrong with this request is repeated within these limits. */
export function limitRetries(request: RecordedRequest, limits: RetryLimits): void {
  limitsOf.set(request, limits);
}

/** Seconds or a date in `Retry-After`, as milliseconds from `now`; undefined when absent or unreadable. */
export function retryAfterMs(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now.getTime();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

/** The error for an answer that is not 2xx. 401 and 403 have a code of their own: the connection is to be mended. */
export function statusError(
  response: Response,
  text: string,
  request: RecordedRequest,
  now: Date,
): RemoteError {
  const { status } = response;
  const retryAfter = retryAfterMs(response.headers.get('retry-after'), now);
  const denied = status === 401 || status === 403;
  const limits = limitsOf.get(request);
  return new RemoteError(denied ? 'nodes.http-denied' : 'nodes.http-status', {
    retryable: status >= 500 || RETRYABLE.has(status),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(limits && { limits }),
    values: { status, method: request.method, address: withoutQuery(request.url) },
    request,
    response: { status, body: text.slice(0, EXCERPT) },
  });
}

/** The error for a call that got no answer. Ours pass unchanged, and so does an abort by `signal`. */
export function networkError(error: unknown, request: RecordedRequest, signal: AbortSignal): unknown {
  const fault = faultOf(error, request, signal);
  if (fault instanceof RemoteError) fault.limits ??= limitsOf.get(request);
  return fault;
}

function faultOf(error: unknown, request: RecordedRequest, signal: AbortSignal): unknown {
  if (error instanceof EclusaError) return error;
  if (signal.aborted) return signal.reason;
  const address = withoutQuery(request.url);
  if ((error as Error | null)?.name === 'TimeoutError') {
    return new RemoteError('nodes.http-timeout', {
      retryable: true,
      uncertain: true,
      values: { address },
      request,
    });
  }
  const reason = reasonOf(error);
  if (UNPACKING.test(reason)) {
    const retryable = reason === CUT_OFF;
    const values = { address, reason };
    return new RemoteError('nodes.answer-packed-wrong', { retryable, uncertain: true, values, request });
  }
  return new RemoteError('nodes.http-unreachable', {
    retryable: !LASTING.test(reason),
    uncertain: true,
    values: { address, reason },
    request,
    cause: error,
  });
}

/** ECONNREFUSED and the like, wherever fetch hid it. */
function reasonOf(error: unknown): string {
  // By shape, not by class: errors of Node's core are of another realm under jest.
  for (let at = error; typeof at === 'object' && at !== null; at = (at as Error).cause) {
    const { code } = at as NodeJS.ErrnoException;
    if (typeof code === 'string') return code;
  }
  return (error as Error | null)?.message ?? String(error);
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/, '');
}
