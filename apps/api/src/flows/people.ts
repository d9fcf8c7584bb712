// The names of the people shown beside what they did.
import { User } from '@eclusa/db';
import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';

/** Names by user id. Ids come from rows of the caller's own workspace, never from a request. */
export async function namesOf(
  manager: EntityManager,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => string | null> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const users = wanted.length === 0 ? [] : await manager.getRepository(User).findBy({ id: In(wanted) });
  const names = new Map(users.map((user) => [user.id, user.name]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
}
