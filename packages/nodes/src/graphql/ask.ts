// One request to a GraphQL server, and what its answer means: errors come with status 200 as often as not.
import {
  isJsonObject,
  RemoteError,
  type Connection,
  type Json,
  type JsonObject,
  type Limiter,
  type RecordedRequest,
} from '@eclusa/flow';
import { callHttp } from '../connections/http-call';
import { httpRequest } from '../connections/http-request';
import { parseJson, readText } from '../net/body';
import { networkError, statusError } from '../net/remote-faults';

export interface GraphqlTools {
  fetch: typeof fetch;
  limiter: Limiter;
  now(): Date;
  timeoutSeconds: number;
  maxMegabytes: number;
}

export interface GraphqlCall {
  path: string;
  query: string;
  variables: JsonObject;
}

/** Servers say by these that the same call may be made later. */
const later = new Set(['THROTTLED', 'RATE_LIMITED', 'TOO_MANY_REQUESTS', 'SERVICE_UNAVAILABLE']);

/**
 * The `data` of the answer. Throws RemoteError `nodes.graphql-refused` with the messages of its errors, also where a part
 * of the data came; or what the wire did.
 */
export async function askGraphql(
  connection: Connection,
  { path, query, variables }: GraphqlCall,
  tools: GraphqlTools,
  signal: AbortSignal,
): Promise<JsonObject> {
  const request = httpRequest(connection, {
    method: 'POST',
    path,
    headers: [{ name: 'accept', value: 'application/graphql-response+json, application/json' }],
    body: JSON.stringify({ query, variables }),
  });
  const { shown } = request;
  const timeout = tools.timeoutSeconds * 1000;
  try {
    const within = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
    const response = await callHttp(connection, request, tools, within);
    const text = await readText(response, { maxBytes: tools.maxMegabytes * 1e6, idleMs: timeout });
    const parsed = parseJson(text);
    const body = 'value' in parsed && isJsonObject(parsed.value) ? parsed.value : undefined;
    // A dry run answers a write with what was sent.
    if (response.headers.has('x-eclusa-dry-run')) return {};
    const errors = Array.isArray(body?.['errors']) ? body['errors'] : [];
    if (errors.length > 0) throw refused(errors, response.status, shown);
    if (!response.ok) throw statusError(response, text, shown, tools.now());
    if (isJsonObject(body?.['data'])) return body['data'];
    throw new RemoteError('nodes.graphql-no-data', {
      retryable: false,
      values: { start: text.slice(0, 80) },
      request: shown,
    });
  } catch (error) {
    throw networkError(error, shown, signal);
  }
}

function refused(errors: readonly Json[], status: number, request: RecordedRequest): RemoteError {
  const told = errors.filter(isJsonObject);
  const reason = told
    .map(({ message, path }) => {
      const at = Array.isArray(path) ? ` (${path.join('.')})` : '';
      return `${typeof message === 'string' ? message : JSON.stringify(message)}${at}`;
    })
    .join('; ')
    .slice(0, 600);
  const codes = told.map(({ extensions }) => (isJsonObject(extensions) ? extensions['code'] : undefined));
  return new RemoteError('nodes.graphql-refused', {
    retryable: status >= 500 || status === 429 || codes.some((code) => later.has(String(code))),
    values: { reason },
    request,
    response: { status, body: JSON.stringify(errors).slice(0, 500) },
  });
}

/** Only reads: a query, not a mutation. */
export function isReading(document: string): boolean {
  const bare = document.replace(/#.*$/gm, '').replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
  let depth = 0;
  let outside = '';
  for (const sign of bare) {
    if (sign === '{') depth += 1;
    if (depth === 0 || (depth === 1 && sign === '{')) outside += sign;
    if (sign === '}') depth -= 1;
  }
  return !/\b(mutation|subscription)\b/.test(outside) && /\bquery\b|^\s*\{/.test(outside);
}
