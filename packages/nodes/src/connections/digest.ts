// Digest sign-in by RFC 7616: reads a server's challenge and answers it. Knows `auth` and no quality of protection at all;
// refuses `auth-int`, which would make every body part of the answer and which nobody offers alone.
import { createHash } from 'node:crypto';

/** What a server asks in `WWW-Authenticate: Digest …`. */
export interface DigestChallenge {
  realm: string;
  nonce: string;
  opaque: string | undefined;
  algorithm: 'MD5' | 'MD5-sess' | 'SHA-256' | 'SHA-256-sess';
  qop: 'auth' | undefined;
  /** The nonce was right but is too old: the password is not to blame. */
  stale: boolean;
}

export interface DigestCall {
  username: string;
  password: string;
  method: string;
  /** Path and query as they stand in the request line. */
  uri: string;
  /** How often this nonce has been used, this call included. */
  count: number;
  cnonce: string;
}

const algorithms = ['SHA-256', 'SHA-256-sess', 'MD5', 'MD5-sess'] as const;

/** The strongest challenge of the header that can be answered, or undefined. */
export function digestChallenge(header: string | null): DigestChallenge | undefined {
  const challenges = (header ?? '')
    .split(/(?:^|,)\s*(?=(?:Digest|Basic|Bearer|Negotiate|NTLM)(?:\s|$))/i)
    .filter((part) => /^digest\s/i.test(part.trim()))
    .flatMap((part) => challengeOf(part.trim().slice('digest'.length)));
  return challenges.sort((a, b) => algorithms.indexOf(a.algorithm) - algorithms.indexOf(b.algorithm))[0];
}

function challengeOf(text: string): DigestChallenge[] {
  const values = new Map<string, string>();
  for (const [, name = '', quoted, bare] of text.matchAll(
    /([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g,
  ))
    values.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '');
  const named = (values.get('algorithm') ?? 'MD5').toLowerCase();
  const algorithm = algorithms.find((one) => one.toLowerCase() === named);
  const [realm, nonce, offered] = [values.get('realm'), values.get('nonce'), values.get('qop')];
  const hasAuth = offered?.split(',').some((one) => one.trim().toLowerCase() === 'auth');
  if (!algorithm || realm === undefined || nonce === undefined) return [];
  if (offered !== undefined && !hasAuth) return [];
  return [
    {
      realm,
      nonce,
      algorithm,
      opaque: values.get('opaque'),
      qop: hasAuth ? 'auth' : undefined,
      stale: values.get('stale')?.toLowerCase() === 'true',
    },
  ];
}

/** The `Authorization` header that answers the challenge for one call. */
export function digestAuthorization(challenge: DigestChallenge, call: DigestCall): string {
  const { realm, nonce, opaque, algorithm, qop } = challenge;
  const hash = (text: string) =>
    createHash(algorithm.startsWith('SHA-256') ? 'sha256' : 'md5')
      .update(text, 'utf8')
      .digest('hex');
  const who = hash(`${call.username}:${realm}:${call.password}`);
  const secret = algorithm.endsWith('-sess') ? hash(`${who}:${nonce}:${call.cnonce}`) : who;
  const what = hash(`${call.method}:${call.uri}`);
  const count = call.count.toString(16).padStart(8, '0');
  const response = qop
    ? hash(`${secret}:${nonce}:${count}:${call.cnonce}:${qop}:${what}`)
    : hash(`${secret}:${nonce}:${what}`);
  const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
  return `Digest ${[
    `username=${quoted(call.username)}`,
    `realm=${quoted(realm)}`,
    `uri=${quoted(call.uri)}`,
    `nonce=${quoted(nonce)}`,
    `algorithm=${algorithm}`,
    ...(qop ? [`nc=${count}`, `cnonce=${quoted(call.cnonce)}`, `qop=${qop}`] : []),
    ...(!qop && algorithm.endsWith('-sess') ? [`cnonce=${quoted(call.cnonce)}`] : []),
    `response="${response}"`,
    ...(opaque === undefined ? [] : [`opaque=${quoted(opaque)}`]),
  ].join(', ')}`;
}
