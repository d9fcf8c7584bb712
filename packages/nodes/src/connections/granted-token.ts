// The access token of a connection for which a person signed in at the other side. All processes share one: whoever finds
// it at its end renews it, alone, and the others take what it got.
import { EclusaError, UserError, type Connection, type GrantedTokens } from '@eclusa/flow';
import { requestToken, type Token, type TokenTools } from './oauth-token';

/**
 * The token as it is now; a new one where it has ended or is `refused`. Throws UserError `connections.sign-in-first`, or
 * `connections.sign-in-again` when the other side takes the sign-in no longer; else as `requestToken` does.
 */
export async function grantedToken(
  connection: Connection,
  tools: TokenTools,
  refused: string | undefined,
): Promise<Token> {
  const { kept } = connection;
  const grant = kept?.grant;
  if (!kept || !grant) throw new UserError('connections.sign-in-first');
  const holds = (tokens: GrantedTokens) =>
    tokens.accessToken !== refused && (tokens.renewAt === null || tokens.renewAt > tools.now.getTime());
  const again = (reason: string) => signInAgain(connection, reason);
  const now = await grant.load();
  if (!now) throw again('');
  if (holds(now)) return tokenOf(now);
  return kept.alone(async () => {
    const found = await grant.load();
    if (!found) throw again('');
    if (holds(found)) return tokenOf(found);
    if (found.refreshToken === null) {
      await grant.end('no refresh token');
      throw again('no refresh token');
    }
    const values = { ...connection.values, refreshToken: found.refreshToken };
    try {
      const token = await requestToken({ ...connection, values }, tools);
      const next = tokensOf(token, found.refreshToken);
      await grant.save(next);
      return token;
    } catch (error) {
      const reason = endOf(error);
      if (reason === undefined) throw error;
      // One that took longer than anybody may be alone: what the other got counts.
      const later = await grant.load();
      if (later && later.refreshToken !== found.refreshToken) return tokenOf(later);
      await grant.end(reason);
      throw again(reason);
    }
  });
}

/** What is kept of a token; a server that gives no other refresh token means the one before. */
export function tokensOf(token: Token, before: string | null = null): GrantedTokens {
  const { accessToken, renewAt = null, refreshToken = before } = token;
  return { accessToken, renewAt, refreshToken };
}

function tokenOf({ accessToken, renewAt, refreshToken }: GrantedTokens): Token {
  return {
    accessToken,
    renewAt: renewAt ?? undefined,
    refreshToken: refreshToken ?? undefined,
    scope: undefined,
  };
}

/** The reason when the answer says that the refresh token is of no use any more, and not that the client is wrong. */
function endOf(error: unknown): string | undefined {
  if (!(error instanceof EclusaError) || error.code !== 'connections.oauth-refused') return undefined;
  const reason = String(error.values['reason'] ?? '');
  return reason.startsWith('invalid_grant') ? reason : undefined;
}

function signInAgain({ id, name }: Connection, reason: string): UserError {
  return new UserError('connections.sign-in-again', { values: { name: name ?? id, reason } });
}
