// One call to VTEX's SOAP Web Service: the same limits, time-outs, size limit and errors as a REST call. VTEX announced
// its end for September 2025; this serves stores that still have it, and the way out of it. It does not retry.
import { exchange, type Wire } from './client';
import { VtexError, VtexInputError } from './error';
import { answerError, showResponse, unreadableError, type FailedCall, type TextAnswer } from './failure';
import { bucketsOf, publishedRates, type RateLimiter, type Rates } from './limits';
import {
  readAnswer,
  soapAction,
  writeCall,
  type SoapFault,
  type SoapResult,
  type SoapValues,
} from './soap-envelope';
import { soapReads } from './soap-contract';
import { XmlRefused } from './soap-xml';
import { filledAddress } from './surface';

export interface SoapClientOptions {
  account: string;
  /** User of the Web Service; an application key works as one where VTEX set it up so. */
  user: string;
  password: string;
  /** Instead of VTEX's own address; `/service.svc` is added to it. */
  baseUrl?: string;
  /** Accepted for a value of any type: what a dry run has instead of an id. */
  placeholder?: string;
  fetch: typeof fetch;
  limiter: RateLimiter;
  signal?: AbortSignal;
  rates?: Partial<Rates>;
  /** 60 seconds when not given: the service is slower than its successors. */
  timeoutMs?: number;
  /** 25 MB when not given. */
  maxAnswerBytes?: number;
  now?: () => number;
}

export interface SoapAnswer extends SoapResult {
  /** False when a dry run answered in the service's stead. */
  isReal: boolean;
}

export interface SoapClient {
  readonly account: string;
  /** Throws VtexError for a fault or another refusal, VtexInputError before sending, or a signal's reason. */
  call(
    method: string,
    values?: SoapValues,
    options?: { signal?: AbortSignal; timeoutMs?: number },
  ): Promise<SoapAnswer>;
}

const host = 'https://webservice-{account}.vtexcommerce.com.br';
const path = '/service.svc';

/** A client of one store's Web Service. Throws VtexInputError for settings that cannot be right. */
export function createSoapClient(options: SoapClientOptions): SoapClient {
  const account = options.account.trim();
  const url = filledAddress(options.baseUrl || host, options) + path;
  const credentials = basic(options.user, options.password);
  const wire: Wire = { ...options, spare: [] };
  const buckets = bucketsOf({ account, method: 'POST', path }, { ...publishedRates, ...options.rates });
  return {
    account,
    async call(method, values = {}, { signal, timeoutMs } = {}) {
      const body = writeCall(method, values, options.placeholder);
      const failed: FailedCall = {
        request: { method: 'POST', url, headers: { soapaction: soapAction(method) }, body },
        path: `${path} ${method}`,
        account,
        reads: soapReads(method),
      };
      const answer = await exchange(wire, {
        failed,
        buckets,
        init: {
          method: 'POST',
          headers: {
            Accept: 'text/xml',
            'Content-Type': 'text/xml; charset=utf-8',
            SOAPAction: `"${soapAction(method)}"`,
            Authorization: credentials,
          },
          body,
        },
        timeoutMs: timeoutMs ?? options.timeoutMs ?? 60_000,
        signals: [options.signal, signal],
      }).catch((error: unknown) => {
        throw retold(error);
      });
      return answerOf(method, failed, answer);
    },
  };
}

function basic(user: string, password: string): string {
  if (user.trim() === '' || user.includes(':') || /[\r\n]/.test(user + password)) {
    throw new VtexInputError('vtex.soap-user-invalid');
  }
  return `Basic ${Buffer.from(`${user.trim()}:${password.trim()}`, 'utf8').toString('base64')}`;
}

function answerOf(method: string, failed: FailedCall, answer: TextAnswer): SoapAnswer {
  // A dry run keeps writes to itself and marks what it answers instead.
  if (answer.headers.has('x-eclusa-dry-run')) return { result: null, more: {}, isReal: false };
  const isFine = answer.status >= 200 && answer.status < 300;
  const read = attempt(() => readAnswer(method, answer.text), failed, isFine);
  if (read && 'fault' in read) throw faultError(failed, answer, read.fault);
  if (!isFine) throw retold(answerError(failed, answer));
  if (!read) {
    throw unreadableError(failed, 'vtex.soap-answer-strange', { start: answer.text.trim().slice(0, 80) });
  }
  return { ...read, isReal: true };
}

/** XML that cannot be read says something only in a good answer; in a bad one the status says more. */
function attempt<T>(work: () => T, failed: FailedCall, isFine: boolean): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof XmlRefused)) throw error;
    if (!isFine) return undefined;
    const code = error.fault === 'broken' ? 'vtex.answer-broken' : 'vtex.soap-answer-refused';
    throw unreadableError(failed, code, { start: error.message, reason: error.fault }, error);
  }
}

// WCF's names for "something broke on our side"; every other fault judges what was sent.
const ours = /^(InternalServiceFault|Server|Receiver|ServiceUnavailable|ServerTooBusy)$/;

function faultError(failed: FailedCall, answer: TextAnswer, fault: SoapFault): VtexError {
  const isOurs = ours.test(fault.code);
  return new VtexError(isOurs ? 'vtex.soap-fault' : 'vtex.soap-refused', {
    status: answer.status,
    retryable: isOurs,
    ...(answer.retryAfterMs !== undefined && { retryAfterMs: answer.retryAfterMs }),
    uncertain: isOurs && failed.reads !== true,
    values: {
      status: answer.status,
      message: fault.message || fault.code,
      vtexCode: fault.code,
      route: `POST ${failed.path}`,
      account: failed.account,
    },
    request: failed.request,
    response: showResponse(answer),
  });
}

const codes: Readonly<Record<string, string>> = {
  'vtex.unauthorized': 'vtex.soap-unauthorized',
  'vtex.forbidden': 'vtex.soap-unauthorized',
  'vtex.not-found': 'vtex.soap-gone',
  'vtex.gone': 'vtex.soap-gone',
  'vtex.host-unknown': 'vtex.soap-gone',
};

/** What to do about a refusal differs from REST: other credentials, and a service that is being switched off. */
function retold(error: unknown): unknown {
  const code = error instanceof VtexError ? codes[error.code] : undefined;
  if (!(error instanceof VtexError) || code === undefined) return error;
  const { status, retryable, retryAfterMs, uncertain, values, request, response } = error;
  return new VtexError(code, {
    status,
    retryable,
    uncertain,
    values,
    cause: error.cause ?? error,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(request && { request }),
    ...(response && { response }),
  });
}
