// Turns a connection and a path into a request: address, credentials, and a copy a person may see.
// Refuses paths that lead away from the connection's address, since its credentials would go with them.
import { isJsonObject, UserError, type Connection, type Json, type RecordedRequest } from '@eclusa/flow';
import { parseJson } from '../net/body';
import { hideInBody } from '../net/body-secrets';
import { limitRetries } from '../net/remote-faults';
import { retryLimits } from './pace';

export interface NameValue {
  name: string;
  value: string;
}

export interface HttpRequestSpec {
  method: string;
  /** Relative to the connection's base address, or a whole address on the same origin. */
  path: string;
  query?: readonly NameValue[];
  headers?: readonly NameValue[];
  body?: string;
}

export interface HttpRequest {
  url: URL;
  init: { method: string; headers: Headers; body?: string };
  /** The same request with credentials hidden. */
  shown: RecordedRequest;
}

const HIDDEN = '•••';

/** A request to `spec.path` of this connection. Throws UserError `connections.base-url`, `nodes.path-leaves-connection`. */
export function httpRequest(connection: Connection, spec: HttpRequestSpec): HttpRequest {
  const url = addressOf(connection, spec.path);
  const headers = new Headers({ accept: 'application/json, */*;q=0.5', 'user-agent': 'Eclusa/0.1' });
  for (const { name, value } of [...named(connection.values['headers']), ...(spec.headers ?? [])]) {
    headers.set(name, value);
  }
  for (const { name, value } of spec.query ?? []) url.searchParams.append(name, value);
  if (spec.body !== undefined && !headers.has('content-type'))
    headers.set('content-type', 'application/json');
  const shown = { method: spec.method, url: url.href, headers: withoutSecrets(headers) };
  const hidden = { ...authorize(connection, url, headers), ...withExtraKey(connection, headers) };
  const body = withKey(connection, url, spec.body);
  const limits = retryLimits(connection);
  const request: HttpRequest = {
    url,
    init: { method: spec.method, headers, ...(body !== undefined && { body }) },
    shown: { ...shown, headers: { ...shown.headers, ...hidden }, ...(spec.body && { body: spec.body }) },
  };
  if (limits) limitRetries(request.shown, limits);
  return request;
}

/** Sets the header whose key goes with every call; answers which it was. */
export function withExtraKey({ values }: Connection, headers: Headers): Record<string, string> {
  const name = String(values['extraKeyName'] ?? '').trim();
  const key = String(values['extraKey'] ?? '');
  if (name === '' || key === '') return {};
  headers.set(name, key);
  return { [name.toLowerCase()]: HIDDEN };
}

/** The body with the connection's key as a member, for systems that want it there. What is no JSON object stays. */
function withKey({ values }: Connection, url: URL, body: string | undefined): string | undefined {
  if (body === undefined || values['auth'] !== 'apiKey' || values['keyPlace'] !== 'body') return body;
  const parsed = parseJson(body);
  if (!('value' in parsed) || !isJsonObject(parsed.value)) return body;
  const hidden = hideInBody(String(values['key'] ?? ''), url.origin);
  return JSON.stringify({ ...parsed.value, [String(values['keyName'] ?? '')]: hidden });
}

/** The lines of a `{name, value}` table; lines without a name are left out. */
export function named(table: Json | undefined): NameValue[] {
  if (!Array.isArray(table)) return [];
  return table.flatMap((line) => {
    const { name, value } = (line ?? {}) as Partial<Record<keyof NameValue, Json>>;
    return typeof name === 'string' && name.trim() !== ''
      ? [{ name: name.trim(), value: String(value ?? '') }]
      : [];
  });
}

/** Headers that people type may hold credentials too; their names give them away. */
function withoutSecrets(headers: Headers): Record<string, string> {
  const secret = /auth|token|key|secret|cookie|passw/i;
  return Object.fromEntries([...headers].map(([name, value]) => [name, secret.test(name) ? HIDDEN : value]));
}

function addressOf(connection: Connection, path: string): URL {
  const typed = String(connection.values['baseUrl'] ?? '').trim();
  const base = URL.canParse(typed) ? new URL(typed) : undefined;
  if (!base || !/^https?:$/.test(base.protocol)) {
    throw new UserError('connections.base-url', { values: { address: typed } });
  }
  const folder = base.pathname.replace(/\/+$/, '');
  const whole = /^https?:\/\//i.test(path);
  const target = whole ? path : `${base.origin}${folder}/${path.replace(/^\/+/, '')}`;
  const url = URL.canParse(target) ? new URL(target) : undefined;
  const inside = url?.origin === base.origin && (whole || `${url.pathname}/`.startsWith(`${folder}/`));
  if (!url || !inside || url.username !== '') {
    throw new UserError('nodes.path-leaves-connection', { values: { path, address: base.origin + folder } });
  }
  if (!whole || url.search === '')
    for (const [name, value] of base.searchParams) url.searchParams.append(name, value);
  return url;
}

/** Adds the credentials and answers, for the person, which headers were filled. */
function authorize({ values }: Connection, url: URL, headers: Headers): Record<string, string> {
  const text = (name: string) => String(values[name] ?? '');
  switch (values['auth']) {
    case 'basic': {
      const pair = Buffer.from(`${text('username')}:${text('password')}`, 'utf8').toString('base64');
      headers.set('authorization', `Basic ${pair}`);
      return { authorization: `Basic ${HIDDEN}` };
    }
    case 'bearer':
      headers.set('authorization', `Bearer ${text('token')}`);
      return { authorization: `Bearer ${HIDDEN}` };
    case 'apiKey':
      if (values['keyPlace'] === 'body') return {};
      if (values['keyPlace'] === 'query') {
        url.searchParams.set(text('keyName'), text('key'));
        return {};
      }
      headers.set(text('keyName'), text('key'));
      return { [text('keyName').toLowerCase()]: HIDDEN };
    default:
      return {};
  }
}
