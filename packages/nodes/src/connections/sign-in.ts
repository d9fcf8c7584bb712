// How a connection signs in where that takes calls of its own: OAuth 2.0, digest, a session. Tokens and cookies are kept
// in this process for each connection, and are in no log, no record and no error.
import { createHash, randomBytes } from 'node:crypto';
import type { Connection } from '@eclusa/flow';
import { digestAuthorization, digestChallenge, type DigestChallenge } from './digest';
import { grantedToken } from './granted-token';
import { requestToken, type Token } from './oauth-token';
import { openSession } from './session';

/** One call that is to be signed. */
export interface SignCall {
  connection: Connection;
  fetch: typeof fetch;
  now: Date;
  method: string;
  url: URL;
}

type Extra = Record<string, string>;

/** A way to sign in. */
export interface Signer {
  /** Headers that sign the call. */
  headers(call: SignCall): Promise<Extra>;
  /** Forgets what `used` was made of after an answer of 401; false where asking again cannot help. */
  renew(call: SignCall, answer: Response, used: Extra): boolean | Promise<boolean>;
}

/** What is known of a connection's sign-in. */
interface SignedIn {
  token?: Token;
  renewing?: Promise<Token>;
  /** An access token that the other system refuses, whatever was said of its end. */
  refused?: string;
  /** Refresh tokens that belong together: those a person entered, and those that took their places, newest last. */
  refreshTokens: string[];
  digest?: { challenge: DigestChallenge; count: number };
  session?: { opened: Promise<Extra>; at: number };
}

const MOST = 1000;
/** Systems end sessions after half an hour or more, and some say so with status 200 only. */
const SESSION_AGE = 20 * 60_000;
const known = new Map<string, SignedIn>();

const oauth: Signer = {
  async headers(call) {
    const state = stateOf(call.connection);
    const held = state.token;
    const holds = held && (held.renewAt === undefined || held.renewAt > call.now.getTime());
    // One request for all calls that wait for it.
    const token = holds ? held : await (state.renewing ??= renewed(call, state));
    return { authorization: `Bearer ${token.accessToken}` };
  },
  renew({ connection }, _answer, used) {
    const state = stateOf(connection);
    // Another call may have renewed it meanwhile.
    if (state.token && used['authorization'] === `Bearer ${state.token.accessToken}`) {
      state.refused = state.token.accessToken;
      delete state.token;
    }
    return true;
  },
};

async function renewed(call: SignCall, state: SignedIn): Promise<Token> {
  try {
    const token = await withRefreshTokens(call, state);
    state.token = token;
    return token;
  } finally {
    delete state.renewing;
  }
}

/** A refresh token may hold once only. The next one is kept; and another process may have been there before. */
async function withRefreshTokens({ connection, ...tools }: SignCall, state: SignedIn): Promise<Token> {
  const { kept, values } = connection;
  if (values['auth'] === 'oauth2Code') return grantedToken(connection, tools, state.refused);
  if (values['auth'] !== 'oauth2Refresh') return requestToken(connection, tools);
  const ask = async () => {
    const used = state.refreshTokens.at(-1);
    const own = { ...values, ...(used !== undefined && { refreshToken: used }) };
    const token = await requestToken({ ...connection, values: own }, tools);
    const next = token.refreshToken;
    if (next !== undefined && next !== used) {
      state.refreshTokens = [...state.refreshTokens, next].slice(-10);
      await kept?.save({ refreshToken: next });
    }
    return token;
  };
  if (!kept) return ask();
  // A server may take a token that is used twice for a stolen one, and end them all.
  return kept.alone(async () => {
    const stored = (await kept.load())['refreshToken'];
    if (typeof stored === 'string' && !state.refreshTokens.includes(stored)) state.refreshTokens.push(stored);
    return ask();
  });
}

const digest: Signer = {
  async headers({ connection, method, url }): Promise<Extra> {
    const { digest: held } = stateOf(connection);
    if (!held) return {};
    const authorization = digestAuthorization(held.challenge, {
      username: String(connection.values['username'] ?? ''),
      password: String(connection.values['password'] ?? ''),
      method,
      uri: url.pathname + url.search,
      count: ++held.count,
      cnonce: randomBytes(12).toString('hex'),
    });
    return { authorization };
  },
  renew({ connection }, answer, used) {
    const state = stateOf(connection);
    const challenge = digestChallenge(answer.headers.get('www-authenticate'));
    delete state.digest;
    if (!challenge) return false;
    state.digest = { challenge, count: 0 };
    // An answer to this very nonce was refused: the password is wrong, and more tries would lock the user out.
    return challenge.stale || !used['authorization']?.includes(`nonce="${challenge.nonce}"`);
  },
};

const session: Signer = {
  async headers({ connection, fetch, now }) {
    const state = stateOf(connection);
    const held = state.session && now.getTime() - state.session.at < SESSION_AGE ? state.session : undefined;
    const entry = held ?? { opened: openSession(connection, { fetch, now }), at: now.getTime() };
    state.session = entry;
    return entry.opened.catch((error: unknown) => {
      if (state.session === entry) delete state.session;
      throw error;
    });
  },
  async renew({ connection }, _answer, used) {
    const state = stateOf(connection);
    const { session: held } = state;
    // Another call may have opened a new one meanwhile.
    if (held && (await held.opened.catch(() => used)) === used && state.session === held)
      delete state.session;
    return true;
  },
};

/** By the connection's `auth`; the others sign the request itself. */
export const signers: Readonly<Record<string, Signer>> = {
  digest,
  session,
  oauth2Client: oauth,
  oauth2Code: oauth,
  oauth2Refresh: oauth,
  oauth2Password: oauth,
};

/** What is known of the sign-in with exactly these values: whoever enters others, or signs in again, begins anew. */
function stateOf({ id, values, kept }: Connection): SignedIn {
  const { refreshToken, ...rest } = values;
  const key = `${id} ${kept?.grant?.id ?? ''} ${createHash('sha256').update(JSON.stringify(rest)).digest('base64')}`;
  const found = known.get(key);
  const entered = typeof refreshToken === 'string' ? [refreshToken] : [];
  if (found && entered.every((one) => found.refreshTokens.includes(one))) return found;
  const state: SignedIn = { refreshTokens: entered };
  known.delete(key);
  known.set(key, state);
  const [oldest] = known.keys();
  if (known.size > MOST && oldest !== undefined) known.delete(oldest);
  return state;
}
