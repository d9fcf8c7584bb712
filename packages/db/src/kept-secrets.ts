// Secrets of a connection that the other side replaces while it is used: read and stored by whoever uses it. Never asked
// for by a person, so nothing of it is in the audit log.
import type { Json, KeptSecrets } from '@eclusa/flow';
import type { DataSource } from 'typeorm';
import { aloneFor, grantOf, type OwnedConnection } from './connection-grants';
import { ConnectionEntity } from './entities/connection.entity';
import type { Keyring } from './keyring';

/** `kept` with what a person's sign-in granted, where anybody signed in. */
export async function keptWithGrant(
  dataSource: DataSource,
  keys: Keyring,
  connection: OwnedConnection,
): Promise<KeptSecrets> {
  const kept = keptSecrets(dataSource, keys, connection);
  const grant = await grantOf(dataSource, keys, connection);
  return grant ? { ...kept, grant } : kept;
}

/** `kept` of the connection with this id, of this workspace and no other. A connection that is gone keeps nothing. */
export function keptSecrets(
  dataSource: DataSource,
  keys: Keyring,
  { id, workspaceId }: OwnedConnection,
): KeptSecrets {
  const opened = (row: ConnectionEntity) =>
    (row.secrets === null ? {} : keys.open(row.secrets, workspaceId)) as Record<string, Json>;
  return {
    alone: (work) => aloneFor(dataSource, { id, workspaceId }, work),
    async load() {
      const row = await dataSource.getRepository(ConnectionEntity).findOneBy({ id, workspaceId });
      return row ? { ...row.settings, ...opened(row) } : {};
    },
    save: (secrets) =>
      dataSource.transaction(async (manager) => {
        const rows = manager.getRepository(ConnectionEntity);
        // Two that store different secrets at once would lose one of them.
        const row = await rows.findOne({
          where: { id, workspaceId },
          lock: { mode: 'pessimistic_write' },
        });
        if (row)
          await rows.update(
            { id, workspaceId },
            { secrets: keys.seal({ ...opened(row), ...secrets }, workspaceId) },
          );
      }),
  };
}
