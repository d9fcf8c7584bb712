// Keeps who is at a provider just now and what came of it. An answer is taken once, by the session that asked, within
// ten minutes.
import { Inject, Injectable } from '@nestjs/common';
import { ConnectionEntity, ConnectionSignInAttempt, noteRefusal, storeGrant, type Keyring } from '@eclusa/db';
import type { EclusaError, Json } from '@eclusa/flow';
import { newVerifier, type SignedInTokens } from '@eclusa/nodes';
import { createHash, randomBytes } from 'node:crypto';
import { DataSource, LessThan } from 'typeorm';
import type { SignedIn } from '../auth/workspace.decorator';
import { Refusal } from '../http/refusal';
import { KEYRING } from '../keyring';
import { endsSignIn } from './check-fields';

const TEN_MINUTES = 10 * 60_000;

export type Proofs = { state: string; verifier: string };

@Injectable()
export class SignInRecords {
  constructor(
    private readonly database: DataSource,
    @Inject(KEYRING) private readonly keys: Keyring,
  ) {}

  /** Notes that the person goes to the provider for this connection. */
  async begin({ sessionId, workspaceId }: SignedIn, connectionId: string): Promise<Proofs> {
    const proofs = { state: randomBytes(32).toString('base64url'), verifier: newVerifier() };
    const attempts = this.database.getRepository(ConnectionSignInAttempt);
    await attempts.delete({ expiresAt: LessThan(new Date()) });
    await attempts.insert({
      ...{ stateHash: hashOf(proofs.state), workspaceId, connectionId, sessionId },
      verifier: this.keys.seal(proofs.verifier, workspaceId),
      expiresAt: new Date(Date.now() + TEN_MINUTES),
    });
    return proofs;
  }

  /** What this session began with this state; undefined for any other, and the second time. */
  async take(
    { sessionId, workspaceId }: SignedIn,
    state: string,
  ): Promise<{ connectionId: string; verifier: string } | undefined> {
    const [found]: [{ connection_id: string; verifier: string }[], number] = await this.database.query(
      `DELETE FROM connection_sign_in_attempt
       WHERE state_hash = $1 AND session_id = $2 AND workspace_id = $3 AND expires_at > now()
       RETURNING connection_id, verifier`,
      [hashOf(state), sessionId, workspaceId],
    );
    const [row] = found;
    if (!row) return undefined;
    return {
      connectionId: row.connection_id,
      verifier: this.keys.open(row.verifier, workspaceId) as string,
    };
  }

  /** Stores what was granted. Throws `api.sign-in-unknown` when the connection was changed or removed meanwhile. */
  async granted(
    { userId }: SignedIn,
    { id, workspaceId, settings }: ConnectionEntity,
    granted: SignedInTokens,
  ): Promise<void> {
    await this.database.transaction(async (manager) => {
      const now = await manager
        .getRepository(ConnectionEntity)
        .findOne({ where: { id, workspaceId }, lock: { mode: 'pessimistic_write' } });
      if (!now || endsSignIn(settings, now.settings)) throw new Refusal(400, 'api.sign-in-unknown');
      await storeGrant(manager, this.keys, { id, workspaceId }, { ...granted, signedInBy: userId });
    });
  }

  refused(connection: ConnectionEntity, { code, values }: EclusaError): Promise<void> {
    return noteRefusal(this.database, connection, { code, values: values as Record<string, Json> });
  }
}

/** It has 256 random bits, so a plain hash is enough. */
function hashOf(state: string): string {
  return createHash('sha256').update(state).digest('hex');
}
