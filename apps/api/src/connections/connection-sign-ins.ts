// What is told of sign-ins at other systems: that they hold or were refused, never what was granted.
import { ConnectionSignIn, ConnectionSignInAttempt, type ConnectionEntity } from '@eclusa/db';
import { sentences, type ErrorValues } from '@eclusa/flow';
import { In, type EntityManager } from 'typeorm';
import { namesOf } from '../flows/people';
import type { ConnectionSignInDto } from './connections.dto';

const nothing: ConnectionSignInDto = {
  holds: false,
  signedInAt: null,
  signedInBy: null,
  scopes: null,
  endsAt: null,
  refusedAt: null,
};

/** By id of the connection; one for each of `connections`, which are those for which a person signs in. */
export async function signInsOf(
  manager: EntityManager,
  workspaceId: string,
  connections: readonly Pick<ConnectionEntity, 'id'>[],
): Promise<Map<string, ConnectionSignInDto>> {
  if (connections.length === 0) return new Map();
  const connectionId = In(connections.map(({ id }) => id));
  const rows = await manager.getRepository(ConnectionSignIn).findBy({ workspaceId, connectionId });
  const nameOf = await namesOf(
    manager,
    rows.map((row) => row.signedInBy),
  );
  const known = new Map(rows.map((row) => [row.connectionId, shown(row, nameOf(row.signedInBy))]));
  return new Map(connections.map(({ id }) => [id, known.get(id) ?? nothing]));
}

function shown(row: ConnectionSignIn, signedInBy: string | null): ConnectionSignInDto {
  const { tokens, scopes, endsAt, signedInAt, refusedAt, refusedCode, refusedValues } = row;
  const isOver = endsAt !== null && endsAt.getTime() <= Date.now();
  return {
    holds: tokens !== null && !isOver,
    signedInAt: signedInAt?.toISOString() ?? null,
    signedInBy,
    scopes,
    endsAt: endsAt?.toISOString() ?? null,
    refusedAt: refusedAt?.toISOString() ?? null,
    ...(refusedCode !== null && { refused: sentences(refusedCode, (refusedValues ?? {}) as ErrorValues) }),
  };
}

/** Forgets what was granted, and lets nobody come back from a sign-in that is under way. */
export async function forgetSignIn(
  manager: EntityManager,
  { id: connectionId, workspaceId }: Pick<ConnectionEntity, 'id' | 'workspaceId'>,
): Promise<void> {
  await manager.getRepository(ConnectionSignInAttempt).delete({ connectionId, workspaceId });
  await manager.getRepository(ConnectionSignIn).delete({ connectionId, workspaceId });
}
