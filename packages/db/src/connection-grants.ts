// What another system granted by a person's sign-in: stored sealed, replaced while it is used, ended when it is refused;
// and the lease by which one process at a time renews what a connection signs in with.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Grant, GrantedTokens, Json } from '@eclusa/flow';
import type { DataSource, EntityManager } from 'typeorm';
import { ConnectionEntity } from './entities/connection.entity';
import { ConnectionSignIn } from './entities/connection-sign-in.entity';
import type { Keyring } from './keyring';

/** A connection of one workspace and no other. */
export interface OwnedConnection {
  id: string;
  workspaceId: string;
}

/** Longer than any request for a token takes. */
const LEASE_SECONDS = 45;

const notRefused = { refusedAt: null, refusedCode: null, refusedValues: null };

/** The grant of the last sign-in; undefined while nobody has signed in. It may have ended. */
export async function grantOf(
  dataSource: DataSource,
  keys: Keyring,
  { id, workspaceId }: OwnedConnection,
): Promise<Grant | undefined> {
  const rows = dataSource.getRepository(ConnectionSignIn);
  const own = { connectionId: id, workspaceId };
  const found = await rows.findOneBy(own);
  const grantId = found?.grantId;
  if (!grantId) return undefined;
  // Whoever signs in again meanwhile is not overwritten.
  const mine = { ...own, grantId };
  return {
    id: grantId,
    async load() {
      const row = await rows.findOneBy(mine);
      if (!row?.tokens) return undefined;
      return keys.open(row.tokens, workspaceId) as unknown as GrantedTokens;
    },
    async save(tokens) {
      await rows.update(mine, { ...sealedTokens(keys, tokens, workspaceId), ...notRefused });
    },
    async end(reason) {
      const refused = { refusedCode: 'connections.sign-in-ended', refusedValues: { reason } };
      await rows.update(mine, { tokens: null, refusedAt: new Date(), ...refused } as never);
    },
  };
}

/** Stores what a person was granted in the place of what was there. */
export async function storeGrant(
  manager: EntityManager,
  keys: Keyring,
  { id, workspaceId }: OwnedConnection,
  granted: { tokens: GrantedTokens; scopes: string | null; signedInBy: string },
): Promise<void> {
  const { tokens, scopes, signedInBy } = granted;
  await manager.getRepository(ConnectionSignIn).upsert(
    {
      ...{ connectionId: id, workspaceId, grantId: randomUUID(), scopes, signedInBy },
      ...sealedTokens(keys, tokens, workspaceId),
      ...{ signedInAt: new Date(), ...notRefused },
    },
    ['connectionId'],
  );
}

/** Notes why a sign-in came to nothing. What was granted before stays. */
export async function noteRefusal(
  dataSource: DataSource,
  { id, workspaceId }: OwnedConnection,
  refusal: { code: string; values: Record<string, Json> },
): Promise<void> {
  // Not where the connection is gone meanwhile.
  await dataSource.query(
    `INSERT INTO connection_sign_in AS s (connection_id, workspace_id, refused_at, refused_code, refused_values)
     SELECT c.id, c.workspace_id, $3, $4, $5 FROM connection c WHERE c.id = $1 AND c.workspace_id = $2
     ON CONFLICT (connection_id) DO UPDATE SET refused_at = excluded.refused_at,
       refused_code = excluded.refused_code, refused_values = excluded.refused_values`,
    [id, workspaceId, new Date(), refusal.code, JSON.stringify(refusal.values)],
  );
}

/** Waits until no process works alone for this connection, and does `work` then. A lease that nobody gave back ends by itself. */
export async function aloneFor<T>(
  dataSource: DataSource,
  { id, workspaceId }: OwnedConnection,
  work: () => Promise<T>,
): Promise<T> {
  const mine = randomUUID();
  for (let wait = 50; !(await lease(dataSource, { id, workspaceId }, mine)); wait = Math.min(wait * 2, 500)) {
    // A connection that is gone keeps nothing that could be lost.
    if (!(await dataSource.getRepository(ConnectionEntity).existsBy({ id, workspaceId }))) return work();
    await sleep(wait);
  }
  try {
    return await work();
  } finally {
    const row = { connectionId: id, renewingBy: mine };
    await dataSource
      .getRepository(ConnectionSignIn)
      .update(row, { renewingBy: null, renewingUntil: null })
      // It ends by itself; what was got must not be lost for that.
      .catch(() => undefined);
  }
}

async function lease(
  dataSource: DataSource,
  { id, workspaceId }: OwnedConnection,
  mine: string,
): Promise<boolean> {
  const got: unknown[] = await dataSource.query(
    `INSERT INTO connection_sign_in AS s (connection_id, workspace_id, renewing_by, renewing_until)
     SELECT c.id, c.workspace_id, $3, now() + make_interval(secs => $4) FROM connection c
     WHERE c.id = $1 AND c.workspace_id = $2
     ON CONFLICT (connection_id) DO UPDATE
       SET renewing_by = excluded.renewing_by, renewing_until = excluded.renewing_until
       WHERE s.renewing_until IS NULL OR s.renewing_until < now()
     RETURNING 1`,
    [id, workspaceId, mine, LEASE_SECONDS],
  );
  return got.length > 0;
}

function sealedTokens(keys: Keyring, tokens: GrantedTokens, workspaceId: string) {
  const { accessToken, renewAt, refreshToken } = tokens;
  const endsAt = refreshToken === null && renewAt !== null ? new Date(renewAt) : null;
  return { tokens: keys.seal({ accessToken, renewAt, refreshToken }, workspaceId), endsAt };
}
