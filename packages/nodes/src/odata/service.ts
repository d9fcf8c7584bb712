// Speaks to an OData service through an HTTP connection whose base address is the root of the service.
import {
  isJsonObject,
  RemoteError,
  UserError,
  type Connection,
  type Json,
  type Limiter,
  type RecordedRequest,
} from '@eclusa/flow';
import { callHttp } from '../connections/http-call';
import { httpRequest, type NameValue } from '../connections/http-request';
import { cookiesOf } from '../connections/session';
import { parseJson, readText } from '../net/body';
import { networkError, statusError } from '../net/remote-faults';
import { readMetadata, type OdataMetadata, type OdataType, type OdataVersion } from './metadata';

export interface OdataTools {
  fetch: typeof fetch;
  limiter?: Limiter;
  signal: AbortSignal;
  now(): Date;
  timeoutSeconds?: number;
  maxMegabytes?: number;
}

export interface OdataAnswer {
  status: number;
  body: Json;
  headers: Headers;
  url: URL;
  /** The request as a person may see it. */
  shown: RecordedRequest;
}

export interface OdataCall {
  method: string;
  /** Relative to the root, or a whole address on its host. */
  path: string;
  query?: readonly NameValue[];
  headers?: Readonly<Record<string, string>>;
  body?: Json;
  /** In place of `body`: a body that is no JSON, and an answer that need be none. */
  text?: string;
  signal?: AbortSignal;
}

const METADATA_LIMIT = 60e6;
const METADATA_AGE = 10 * 60_000;
const MOST_KNOWN = 100;
const known = new Map<string, { at: number; metadata: Promise<OdataMetadata> }>();

export class OdataService {
  private constructor(
    private readonly connection: Connection,
    private readonly tools: OdataTools,
    readonly metadata: OdataMetadata,
  ) {}

  /** Reads `$metadata`, or takes what was read of it less than ten minutes ago unless it is to be `fresh`. */
  static async open(connection: Connection, tools: OdataTools, fresh = false): Promise<OdataService> {
    const key = `${connection.id} ${String(connection.values['baseUrl'])}`;
    const now = tools.now().getTime();
    const held = fresh ? undefined : known.get(key);
    const metadata = held && now - held.at < METADATA_AGE ? held.metadata : fetchMetadata(connection, tools);
    if (metadata !== held?.metadata) {
      known.delete(key);
      known.set(key, { at: now, metadata });
      metadata.catch(() => known.delete(key));
      const [oldest] = known.keys();
      if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
    }
    return new OdataService(connection, tools, await metadata);
  }

  get version(): OdataVersion {
    return this.metadata.version;
  }

  /** The type of an entity set. Throws UserError `nodes.odata-set-unknown` with those there are. */
  typeOf(set: string): OdataType {
    const type = this.metadata.typeOf(this.metadata.sets.get(set));
    if (type) return type;
    const names = [...this.metadata.sets.keys()].join(', ').slice(0, 600);
    throw new UserError('nodes.odata-set-unknown', { values: { set, known: names } });
  }

  /** The answer, whatever its status. Throws what the wire did. */
  call({ signal = this.tools.signal, ...call }: OdataCall): Promise<OdataAnswer> {
    const version: Record<string, string> = this.version === 4 ? { 'odata-maxversion': '4.01' } : {};
    const headers = { accept: 'application/json', ...version, ...call.headers };
    const isText = call.text !== undefined;
    return send(this.connection, { ...this.tools, signal }, { ...call, headers }, isText && 'answer');
  }

  /** A call as a person may see it that goes within another one. */
  shown({ method, path, body }: OdataCall): { url: URL; shown: RecordedRequest } {
    const request = { method, path, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const { url, shown } = httpRequest(this.connection, request);
    return { url, shown };
  }

  /** The answer to a call that must succeed. Throws RemoteError with the reason the service gives. */
  async ask(call: OdataCall): Promise<OdataAnswer> {
    const answer = await this.call(call);
    if (answer.status >= 400) throw this.faultOf(answer);
    return answer;
  }

  faultOf({ status, body, headers, shown }: OdataAnswer): RemoteError {
    const reason = reasonOf(body);
    const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
    const error = statusError(new Response(null, { status, headers }), text, shown, this.tools.now());
    if (reason === undefined || status === 401) return error;
    const { retryable, retryAfter, limits, request, response } = error;
    return new RemoteError('nodes.odata-refused', {
      retryable,
      ...(limits && { limits }),
      ...(retryAfter !== undefined && { retryAfter }),
      values: { reason, status },
      ...(request && { request }),
      ...(response && { response }),
    });
  }

  /** What writes need against forged requests: a token, and the cookies it belongs to. */
  async csrf(signal: AbortSignal): Promise<Record<string, string>> {
    const answer = await this.ask({ method: 'GET', path: '', headers: { 'x-csrf-token': 'fetch' }, signal });
    const cookie = cookiesOf(answer.headers);
    const token = answer.headers.get('x-csrf-token') ?? '';
    return { 'x-csrf-token': token, ...(cookie !== '' && { cookie }) };
  }
}

/** `error.message` of version 4, `error.message.value` of 2, `odata.error` of 3. */
function reasonOf(body: Json): string | undefined {
  if (!isJsonObject(body)) return undefined;
  const error = body['error'] ?? body['odata.error'];
  const message = isJsonObject(error) ? error['message'] : undefined;
  const text = isJsonObject(message) ? message['value'] : message;
  return typeof text === 'string' && text !== '' ? text.slice(0, 600) : undefined;
}

async function fetchMetadata(connection: Connection, tools: OdataTools): Promise<OdataMetadata> {
  const headers = { accept: 'application/xml' };
  const answer = await send(
    connection,
    { ...tools, maxMegabytes: METADATA_LIMIT / 1e6 },
    { method: 'GET', path: '$metadata', headers },
    'document',
  );
  return readMetadata(String(answer.body ?? ''), answer.shown);
}

async function send(
  connection: Connection,
  tools: OdataTools,
  call: OdataCall,
  text: 'document' | 'answer' | false = false,
): Promise<OdataAnswer> {
  const { method, path, query, headers } = call;
  const body = call.text ?? (call.body === undefined ? undefined : JSON.stringify(call.body));
  const request = httpRequest(connection, {
    method,
    path,
    ...(query && { query }),
    headers: Object.entries(headers ?? {}).map(([name, value]) => ({ name, value })),
    ...(body !== undefined && { body }),
  });
  const { url, shown } = request;
  // A plus is a space to forms only; services that read addresses by the letter take it for a plus.
  url.search = url.search.replaceAll('+', '%20');
  const timeout = (tools.timeoutSeconds ?? 60) * 1000;
  try {
    const within = AbortSignal.any([tools.signal, AbortSignal.timeout(timeout)]);
    const response = await callHttp(connection, request, tools, within);
    const content = await readText(response, { maxBytes: (tools.maxMegabytes ?? 20) * 1e6, idleMs: timeout });
    const { status } = response;
    if (text === 'document' && !response.ok) throw statusError(response, content, shown, tools.now());
    const parsed = text ? { value: content } : parseJson(content);
    if ('fault' in parsed && response.ok) {
      throw new RemoteError('nodes.odata-no-json', {
        retryable: false,
        values: { start: content.slice(0, 80) },
      });
    }
    return {
      status,
      body: 'value' in parsed ? parsed.value : content,
      headers: response.headers,
      url,
      shown,
    };
  } catch (error) {
    throw networkError(error, shown, tools.signal);
  }
}
