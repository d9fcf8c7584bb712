// Opens the connections a run may use: those its own binding snapshot names, in its own workspace, nothing else.
import {
  ConnectionEntity,
  inWorkspace,
  keptSecrets,
  keptWithGrant,
  type Keyring,
  type Run,
} from '@eclusa/db';
import { signsIn, UserError, type Connection, type Json } from '@eclusa/flow';
import { connectionKinds } from '@eclusa/nodes';
import type { DataSource } from 'typeorm';

/** The opener for one run. Throws UserError for a slot that is not bound, or bound to what no longer exists. */
export function connectionOpener(
  dataSource: DataSource,
  keys: Keyring,
  run: Pick<Run, 'workspaceId' | 'slots'>,
): (slot: string) => Promise<Connection> {
  const connections = inWorkspace(dataSource.getRepository(ConnectionEntity), run.workspaceId);
  return async (slot) => {
    const id = Object.hasOwn(run.slots, slot) ? run.slots[slot] : undefined;
    if (!id) throw new UserError('engine.slot-unbound', { values: { slot } });
    const found = await connections.findOneBy({ id });
    if (!found) throw new UserError('worker.connection-gone', { values: { slot } });
    const own = { id: found.id, workspaceId: run.workspaceId };
    const isGranted = signsIn(connectionKinds.get(found.kind) ?? {}, found.settings);
    const secrets = found.secrets === null ? {} : keys.open(found.secrets, run.workspaceId);
    return {
      id: found.id,
      kind: found.kind,
      name: found.name,
      values: { ...found.settings, ...(secrets as Record<string, Json>) },
      kept: isGranted ? await keptWithGrant(dataSource, keys, own) : keptSecrets(dataSource, keys, own),
    };
  };
}
