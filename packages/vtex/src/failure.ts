// Turns an answer that is no success, or no answer at all, into one VtexError. Decides code, retryable, uncertain.
import { readConflict, readErrorBody } from './error-body';
import { VtexError, type ShownRequest, type ShownResponse, type VtexValues } from './error';
import { licenseResource } from './license';
import { readsOnly } from './operations';

const shownBytes = 4096;
const shownHeaders = [
  'content-type',
  'retry-after',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
];

/** What failed: the call as it may be shown, and its path template. */
export interface FailedCall {
  request: ShownRequest;
  path: string;
  account: string;
  /** Known to change nothing, whatever its method. */
  reads?: boolean;
}

/** An answer with its body read as text. */
export interface TextAnswer {
  status: number;
  headers: Headers;
  text: string;
  retryAfterMs?: number;
}

/** The error for an answer outside 2xx. */
export function answerError(call: FailedCall, answer: TextAnswer): VtexError {
  const { status } = answer;
  const { message, vtexCode } = readErrorBody(answer.text);
  const code = codeOf(status, call.path);
  const values: VtexValues = {
    status,
    message: message === '' ? silence(status) : message,
    route: `${call.request.method} ${call.path}`,
    account: call.account,
    ...(vtexCode !== undefined && { vtexCode }),
    ...extras(code, call, message),
  };
  return new VtexError(code, {
    status,
    // 408, 423, 429 and 5xx may pass by themselves; every other refusal would only be repeated.
    retryable: status === 408 || status === 423 || status === 429 || status >= 500,
    ...(answer.retryAfterMs !== undefined && { retryAfterMs: answer.retryAfterMs }),
    uncertain: isWrite(call) && mayHaveHappened(status),
    values,
    request: call.request,
    response: showResponse(answer),
  });
}

/** A 503 is the circuit breaker, refused before the work; the other 5xx and 408 may come after it. */
function mayHaveHappened(status: number): boolean {
  return status === 408 || (status >= 500 && status !== 503);
}

function codeOf(status: number, path: string): string {
  if (status === 401) return 'vtex.unauthorized';
  if (status === 403) return 'vtex.forbidden';
  // Pricing v1 was switched off; whatever it answers, the remedy is the same.
  if (status === 410 || path.startsWith('/api/pricing/pvt/price-sheet')) return 'vtex.gone';
  if (status === 404) return 'vtex.not-found';
  if (status === 408) return 'vtex.timeout';
  if (status === 409) return 'vtex.conflict';
  if (status === 423) return 'vtex.locked';
  if (status === 429) return 'vtex.rate-limited';
  if (status >= 500) return 'vtex.unavailable';
  return status >= 300 && status < 400 ? 'vtex.redirected' : 'vtex.bad-request';
}

function extras(code: string, call: FailedCall, message: string): VtexValues {
  if (code === 'vtex.forbidden') {
    return { resource: licenseResource(call.request.method, call.path) ?? call.path };
  }
  if (code !== 'vtex.conflict') return {};
  const { on, existingId } = readConflict(message);
  return { on, ...(existingId !== undefined && { existingId }) };
}

/** VTEX's catalogue refuses strings with a space at the end by a 400 with an empty body. */
function silence(status: number): string {
  return status === 400 ? '(empty answer)' : `(HTTP ${status})`;
}

/** The error for a call that got no answer in `timeoutMs`. */
export function timeoutError(call: FailedCall, timeoutMs: number): VtexError {
  return new VtexError('vtex.timeout', {
    status: 0,
    retryable: true,
    uncertain: isWrite(call),
    values: { seconds: Math.round(timeoutMs / 100) / 10, route: `${call.request.method} ${call.path}` },
    request: call.request,
  });
}

const neverSent = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
];

/** The error for a connection that could not be made or broke. `cause` is what fetch threw. */
export function networkError(call: FailedCall, cause: unknown): VtexError {
  const reason = reasonOf(cause);
  const unknownHost = reason === 'ENOTFOUND';
  return new VtexError(unknownHost ? 'vtex.host-unknown' : 'vtex.network', {
    status: 0,
    // A name server that is down says ENOTFOUND too, so even that may pass.
    retryable: true,
    uncertain: isWrite(call) && !neverSent.includes(reason),
    values: { reason, host: new URL(call.request.url).host },
    request: call.request,
    cause,
  });
}

/** True for a call that was sent and got no answer. Not for one our own guard refused, whose codes look like ours. */
export function isSilence(error: unknown): boolean {
  if (!(error instanceof VtexError) || error.status !== 0) return false;
  return error.code === 'vtex.timeout' || !/^[a-z]+\.[a-z-]+$/.test(String(error.values.reason));
}

/** The error for a 2xx answer that cannot be read: too large, cut off, or no JSON. */
export function unreadableError(
  call: FailedCall,
  code: string,
  values: VtexValues,
  cause?: unknown,
): VtexError {
  return new VtexError(code, {
    status: 0,
    retryable: code === 'vtex.answer-broken',
    uncertain: isWrite(call),
    values: { route: `${call.request.method} ${call.path}`, ...values },
    request: call.request,
    cause,
  });
}

function isWrite(call: FailedCall): boolean {
  return call.reads !== true && !readsOnly(call.request.method, call.path);
}

/** The innermost system code (`ECONNRESET`), else the innermost message. */
function reasonOf(error: unknown): string {
  let reason = 'unknown';
  let one = error as { code?: unknown; message?: unknown; cause?: unknown } | undefined;
  for (let depth = 0; typeof one === 'object' && one !== null && depth < 5; depth += 1) {
    if (typeof one.code === 'string') reason = one.code;
    else if (typeof one.message === 'string' && one.message !== '') reason = one.message;
    one = one.cause as typeof one;
  }
  return reason;
}

/** The answer as it may be shown. */
export function showResponse(answer: TextAnswer): ShownResponse {
  const headers = Object.fromEntries(
    shownHeaders.flatMap((name) => {
      const value = answer.headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  return { status: answer.status, headers, body: showBody(answer.text) };
}

function showBody(text: string): unknown {
  if (text.length > shownBytes) return `${text.slice(0, shownBytes)}…`;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
