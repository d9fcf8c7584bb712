// The HTTP client node-soap goes through: our guarded fetch, with limits of size and time, and credentials that stay
// with the addresses the person gave.
import { UserError, type Connection, type Limiter, type RecordedRequest } from '@eclusa/flow';
import type { IHttpClient } from 'soap';
import { paced, retryLimits } from '../connections/pace';
import { readText } from '../net/body';
import { limitRetries, networkError, statusError } from '../net/remote-faults';
import { uploaded } from './wsdl-source';
import { checkXml } from './xml-guard';

export interface SoapHttp {
  fetch: typeof fetch;
  signal: AbortSignal;
  now(): Date;
  /** Whose limits hold. */
  connection: Connection;
  /** Absent where a connection is only tried. */
  limiter?: Limiter;
  timeoutMs: number;
  maxBytes: number;
  /** Origins that get the Basic credentials. */
  trusted: ReadonlySet<string>;
  authorization?: string;
  /** The text of an uploaded file by its address; throws when there is none of this name. */
  part?(address: string): string;
}

/** Thrown when a dry run kept a call to itself. */
export class KeptBack extends Error {}

type Answer = { status: number; headers: Record<string, string>; data: string };

/** The client; a refusal goes to node-soap's callback as the error it is. */
export function soapHttp(tools: SoapHttp): IHttpClient {
  const request: IHttpClient['request'] = (address, data, callback, headers) => {
    const body: unknown = data;
    ask(
      tools,
      address,
      typeof body === 'string' ? body : undefined,
      (headers ?? {}) as Record<string, string>,
    ).then(
      (answer) => void callback(null, answer, answer.data),
      (error: unknown) => void callback(error),
    );
    return Promise.resolve(undefined) as never;
  };
  return { request };
}

async function ask(
  tools: SoapHttp,
  address: string,
  body: string | undefined,
  given: Record<string, string>,
): Promise<Answer> {
  const method = body === undefined ? 'GET' : 'POST';
  const shown: RecordedRequest = { method, url: address };
  const limits = retryLimits(tools.connection);
  if (limits) limitRetries(shown, limits);
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (tools.part && url?.origin === new URL(uploaded).origin) {
    return { status: 200, headers: {}, data: tools.part(address) };
  }
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname.endsWith('.invalid')) {
    throw new UserError('nodes.wsdl-part-unreachable', { values: { address } });
  }
  const headers = new Headers({ accept: 'text/xml, application/soap+xml, application/wsdl+xml' });
  for (const name of ['Content-Type', 'SOAPAction']) if (given[name]) headers.set(name, given[name]);
  if (tools.authorization && tools.trusted.has(url.origin)) headers.set('authorization', tools.authorization);
  try {
    const signal = AbortSignal.any([tools.signal, AbortSignal.timeout(tools.timeoutMs)]);
    const init = { method, headers, signal, ...(body !== undefined && { body }) };
    const response = await paced(tools.connection, tools, signal, () => tools.fetch(url, init));
    const text = await readText(response, { maxBytes: tools.maxBytes, idleMs: tools.timeoutMs });
    if (response.headers.has('x-eclusa-dry-run')) throw new KeptBack();
    if (!response.ok && !/<(\w+:)?Fault[\s>]/.test(text))
      throw statusError(response, text, shown, tools.now());
    checkXml(text, shown);
    return { status: response.status, headers: Object.fromEntries(response.headers), data: text };
  } catch (error) {
    if (error instanceof KeptBack) throw error;
    throw networkError(error, shown, tools.signal);
  }
}
