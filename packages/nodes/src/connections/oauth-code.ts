// Signing in at a provider by the authorization code of OAuth 2.0, always with PKCE: the address that a person is sent to,
// and what is made of the answer. Who may answer to what is looked at by the host.
import * as oauth from 'oauth4webapi';
import { UserError, type Connection, type GrantedTokens } from '@eclusa/flow';
import { tokensOf } from './granted-token';
import { named } from './http-request';
import { tokenBy, type TokenTools } from './oauth-token';

/** One sign-in that is under way. */
export interface SignInAttempt {
  /** Where the provider sends the person back to, as it is registered there. */
  redirect: string;
  state: string;
  /** Proves that whoever takes the code is who asked for it. */
  verifier: string;
}

export interface SignedInTokens {
  tokens: GrantedTokens;
  /** What was allowed; null when the provider does not say. */
  scopes: string | null;
}

/** A secret for one attempt. */
export const newVerifier = oauth.generateRandomCodeVerifier;

/** The address to send the person to. Throws UserError `connections.authorize-address`. */
export async function signInAddress({ values }: Connection, attempt: SignInAttempt): Promise<string> {
  const url = authorizeUrl(values);
  for (const { name, value } of named(values['authorizeParameters'])) url.searchParams.set(name, value);
  const scope = textOf(values, 'scope');
  const own = {
    response_type: 'code',
    client_id: textOf(values, 'clientId'),
    redirect_uri: attempt.redirect,
    ...(scope !== '' && { scope }),
    state: attempt.state,
    code_challenge: await oauth.calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(own)) url.searchParams.set(name, value);
  return url.href;
}

/**
 * The tokens for the provider's answer. Throws UserError `connections.sign-in-denied`, `-scope`, `-answer` or `-issuer`
 * when there are none, or as `requestToken` does. No error holds a code or a secret.
 */
export async function signedInTokens(
  connection: Connection,
  answer: URLSearchParams,
  attempt: SignInAttempt,
  tools: TokenTools,
): Promise<SignedInTokens> {
  const checked = checkedAnswer(connection, answer, attempt);
  const { values } = connection;
  const more = new URLSearchParams(
    named(values['tokenParameters']).map(({ name, value }) => [name, value] as [string, string]),
  );
  const token = await tokenBy(connection, tools, (server, client, auth, options) =>
    oauth.authorizationCodeGrantRequest(server, client, auth, checked, attempt.redirect, attempt.verifier, {
      ...options,
      additionalParameters: more,
    }),
  );
  const asked = textOf(values, 'scope');
  return { tokens: tokensOf(token), scopes: token.scope ?? (asked === '' ? null : asked) };
}

function checkedAnswer(
  { values }: Connection,
  answer: URLSearchParams,
  { state }: SignInAttempt,
): URLSearchParams {
  const { origin, hostname } = authorizeUrl(values);
  const issuer = answer.get('iss');
  // A provider that names itself must be the one that was asked: its answer could be meant for another.
  if (issuer !== null && !isOf(issuer, [origin, textOf(values, 'tokenUrl')])) {
    throw new UserError('connections.sign-in-issuer', { values: { issuer, address: hostname } });
  }
  try {
    const client = { client_id: textOf(values, 'clientId') };
    return oauth.validateAuthResponse({ issuer: issuer ?? origin }, client, answer, state);
  } catch (error) {
    if (error instanceof oauth.AuthorizationResponseError) throw refusal(error);
    const reason = error instanceof Error ? error.message.slice(0, 300) : '';
    throw new UserError('connections.sign-in-answer', { values: { reason } });
  }
}

function refusal({ error, error_description: description }: oauth.AuthorizationResponseError): UserError {
  const reason = [error, description].filter(Boolean).join(': ').slice(0, 300);
  if (error === 'access_denied') return new UserError('connections.sign-in-denied');
  const code = error === 'invalid_scope' ? 'connections.sign-in-scope' : 'connections.sign-in-answer';
  return new UserError(code, { values: { reason } });
}

function authorizeUrl(values: Connection['values']): URL {
  const address = textOf(values, 'authorizeUrl');
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) {
    throw new UserError('connections.authorize-address', { values: { address } });
  }
  const url = new URL(address);
  url.hash = '';
  return url;
}

function isOf(issuer: string, addresses: readonly string[]): boolean {
  if (!URL.canParse(issuer)) return false;
  const { origin } = new URL(issuer);
  return addresses.some((one) => URL.canParse(one) && new URL(one).origin === origin);
}

function textOf(values: Connection['values'], name: string): string {
  return String(values[name] ?? '').trim();
}
