// A way for tests to fill databases and ask them, by our own drivers.
import type { Row } from '@eclusa/flow';
import { guardedReach } from '../net/reach';
import { SqlDatabase } from './open-database';
import type { DatabaseServer } from './servers.testing';

/** Runs statements one after another, each in a transaction of its own; answers the rows of the last. */
export async function say(
  server: Pick<DatabaseServer, 'connection' | 'allow'>,
  ...texts: string[]
): Promise<Row[]> {
  const reach = guardedReach({ allow: [server.allow] });
  const signal = new AbortController().signal;
  const session = await new SqlDatabase(server.connection, { reach, signal }, 60).open();
  let rows: Row[] = [];
  try {
    for (const text of texts) {
      await session.begin('write');
      ({ rows } = await session.execute({ text, values: [] }));
      await session.commit();
    }
  } finally {
    await session.close();
  }
  return rows;
}
