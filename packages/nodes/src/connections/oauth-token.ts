// Gets access tokens by OAuth 2.0 for connections that sign in so. One request for a token; keeping them is sign-in.ts's.
import { createPrivateKey, webcrypto } from 'node:crypto';
import * as oauth from 'oauth4webapi';
import { RemoteError, UserError, type Connection, type RecordedRequest } from '@eclusa/flow';
import { parseJson, readText } from '../net/body';
import { networkError, statusError } from '../net/remote-faults';
import { readingFetch } from '../vtex/reading-fetch';
import { named, withExtraKey } from './http-request';

export interface Token {
  accessToken: string;
  /** When to ask for the next, in milliseconds since 1970; undefined when the server does not say how long it holds. */
  renewAt: number | undefined;
  /** The refresh token that takes the place of the one used. */
  refreshToken: string | undefined;
  /** What is allowed with it, where the server says so. */
  scope: string | undefined;
}

export interface TokenTools {
  fetch: typeof fetch;
  now: Date;
}

const WAIT = 30_000;
const LARGEST = 1e6;
const never = new AbortController().signal;

/** Sends one request for a token to the server, as the client. */
type Send = (
  server: oauth.AuthorizationServer,
  client: oauth.Client,
  auth: oauth.ClientAuth,
  options: oauth.TokenEndpointRequestOptions,
) => Promise<Response>;

/**
 * A new token for the connection. Throws UserError `connections.oauth-address`, RemoteError `connections.oauth-refused`
 * with the reason the server gives, or what the wire did. No error holds a secret.
 */
export function requestToken(connection: Connection, tools: TokenTools): Promise<Token> {
  const { values } = connection;
  const [grant, parameters] = [grantOf(values), parametersOf(values)];
  return tokenBy(connection, tools, (server, client, auth, options) =>
    oauth.genericTokenEndpointRequest(server, client, auth, grant, parameters, options),
  );
}

/** The token that the server answers to what `send` sends it. Throws as `requestToken` does. */
export async function tokenBy(connection: Connection, tools: TokenTools, send: Send): Promise<Token> {
  const { values } = connection;
  const text = (name: string) => String(values[name] ?? '').trim();
  const address = text('tokenUrl');
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) {
    throw new UserError('connections.oauth-address', { values: { address } });
  }
  const shown: RecordedRequest = { method: 'POST', url: address };
  // The issuer is only compared with what discovery or an id token says; neither is asked for.
  const server: oauth.AuthorizationServer = { issuer: new URL(address).origin, token_endpoint: address };
  const client: oauth.Client = { client_id: text('clientId') };
  const options = {
    [oauth.customFetch]: (url: string, init: RequestInit) => readingFetch(tools.fetch)(url, init),
    // An address of plain http is refused, or not, where the connection's own is: by the operator's guard.
    [oauth.allowInsecureRequests]: true,
    headers: extraHeaders(connection, address),
    signal: AbortSignal.timeout(WAIT),
  };
  try {
    const response = await send(server, client, await clientAuth(values, address), options as never);
    const answer = await readable(response, shown, tools.now);
    const token = await oauth.processGenericTokenEndpointResponse(server, client, answer);
    return {
      accessToken: token.access_token,
      renewAt: token.expires_in === undefined ? undefined : renewAt(tools.now, token.expires_in * 1000),
      refreshToken: token.refresh_token,
      scope: token.scope,
    };
  } catch (error) {
    throw faultOf(error, shown);
  }
}

/** The connection's other key belongs to its own host. */
function extraHeaders(connection: Connection, address: string): Headers {
  const headers = new Headers();
  const base = String(connection.values['baseUrl'] ?? '');
  if (URL.canParse(base) && new URL(base).origin === new URL(address).origin)
    withExtraKey(connection, headers);
  return headers;
}

/** A minute before its end, so that a call under way does not outlive it; sooner for one that is short. */
function renewAt(now: Date, lifetime: number): number {
  return now.getTime() + lifetime - Math.min(60_000, lifetime / 10);
}

function grantOf(values: Connection['values']): string {
  const grants: Record<string, string> = {
    oauth2Code: 'refresh_token',
    oauth2Refresh: 'refresh_token',
    oauth2Password: 'password',
  };
  return grants[String(values['auth'])] ?? 'client_credentials';
}

function parametersOf(values: Connection['values']): URLSearchParams {
  const parameters = new URLSearchParams();
  const add = (name: string, value: unknown) => {
    if (typeof value === 'string' && value !== '') parameters.set(name, value);
  };
  // What a person allowed is not asked for again: they may have allowed less.
  if (values['auth'] !== 'oauth2Code') add('scope', values['scope']);
  for (const { name, value } of named(values['tokenParameters'])) add(name, value);
  if (grantOf(values) === 'refresh_token') add('refresh_token', values['refreshToken']);
  if (values['auth'] === 'oauth2Password') {
    add('username', values['username']);
    add('password', values['password']);
  }
  return parameters;
}

async function clientAuth(values: Connection['values'], address: string): Promise<oauth.ClientAuth> {
  if (values['clientAuth'] === 'key') return signedBy(values, address);
  const secret = String(values['clientSecret'] ?? '');
  if (secret === '') return oauth.None();
  if (values['clientAuth'] === 'body') return oauth.ClientSecretPost(secret);
  // The library's own escapes `-`, `_` and `.` too, as a form does. Many ERPs do not undo that, and nobody needs it.
  return (_server, { client_id: id }, _body, headers) => {
    const pair = `${encodeURIComponent(id)}:${encodeURIComponent(secret)}`;
    headers.set('authorization', `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`);
  };
}

/** A statement signed with the client's private key (RFC 7523), made for the address of tokens. */
async function signedBy(values: Connection['values'], address: string): Promise<oauth.ClientAuth> {
  const algorithm = algorithms.get(String(values['signingAlgorithm'] ?? 'PS256'));
  const kid = String(values['signingKeyId'] ?? '').trim();
  const scope = String(values['scope'] ?? '')
    .split(/[\s,]+/)
    .filter((one) => one !== '');
  try {
    const pem = createPrivateKey(String(values['signingKey'] ?? ''));
    const der = pem.export({ type: 'pkcs8', format: 'der' });
    const key = await webcrypto.subtle.importKey('pkcs8', Uint8Array.from(der), algorithm ?? '', false, [
      'sign',
    ]);
    return oauth.PrivateKeyJwt(kid === '' ? { key } : { key, kid }, {
      [oauth.modifyAssertion]: (_header, payload) => {
        payload['aud'] = address;
        // NetSuite looks for it here; others pass over it.
        if (scope.length > 0) payload['scope'] = scope;
      },
    });
  } catch {
    // What is wrong with a key may tell of the key.
    throw new UserError('connections.oauth-key');
  }
}

const algorithms = new Map<string, webcrypto.RsaHashedImportParams | webcrypto.EcKeyImportParams>([
  ['PS256', { name: 'RSA-PSS', hash: 'SHA-256' }],
  ['RS256', { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }],
  ['ES256', { name: 'ECDSA', namedCurve: 'P-256' }],
]);

/**
 * The answer within limits, as the library wants it: typed as JSON, without an id token, which would need the
 * server's keys and is of no use here, and with the type that systems leave out when they know only one.
 */
async function readable(response: Response, shown: RecordedRequest, now: Date): Promise<Response> {
  const text = await readText(response, { maxBytes: LARGEST, idleMs: WAIT });
  const parsed = parseJson(text);
  const body = 'value' in parsed ? parsed.value : undefined;
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  if (!isObject || response.status >= 500 || response.status === 429) {
    if (!response.ok) throw statusError(response, isObject ? '' : text, shown, now);
    throw refused(shown, 'no JSON', response.status);
  }
  const { id_token: _unused, ...kept } = body;
  return Response.json(response.ok ? { token_type: 'bearer', ...kept } : kept, { status: response.status });
}

function faultOf(error: unknown, shown: RecordedRequest): unknown {
  if (error instanceof oauth.ResponseBodyError) {
    const reason = [error.error, error.error_description].filter(Boolean).join(': ').slice(0, 300);
    return refused(shown, reason, error.status);
  }
  if (error instanceof oauth.OperationProcessingError || error instanceof oauth.UnsupportedOperationError)
    return refused(shown, error.message.slice(0, 300), 200);
  return networkError(error, shown, never);
}

function refused(request: RecordedRequest, reason: string, status: number): RemoteError {
  return new RemoteError('connections.oauth-refused', {
    retryable: false,
    values: { address: request.url.replace(/[?#].*$/, ''), reason },
    request,
    response: { status },
  });
}
