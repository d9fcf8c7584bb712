// What a flow is bound to for one store: one rule for whoever starts a run.
import type { BoundValues, FlowDocument } from '@eclusa/flow';
import { IsNull, type EntityManager } from 'typeorm';
import { Store } from './entities/connection.entity';
import { FlowBinding } from './entities/flow.entity';
import { inWorkspace } from './workspace-scope';

/**
 * The binding of the store over the one without a store, and the store's own connection for VTEX slots over the one
 * without a store. A store that is not of the workspace gives nothing.
 */
export async function boundFor(
  manager: EntityManager,
  { workspaceId, flowId, storeId }: { workspaceId: string; flowId: string; storeId: string | null },
  document: FlowDocument,
): Promise<BoundValues> {
  const bindings = inWorkspace(manager.getRepository(FlowBinding), workspaceId);
  const general = await bindings.findOneBy({ flowId, storeId: IsNull() });
  const special = storeId === null ? null : await bindings.findOneBy({ flowId, storeId });
  const store =
    storeId === null
      ? null
      : await inWorkspace(manager.getRepository(Store), workspaceId).findOneBy({ id: storeId });
  const ofStore = Object.entries(document.slots).flatMap(([id, slot]) =>
    store && slot.kind === 'vtex' ? [[id, store.connectionId] as const] : [],
  );
  return {
    slots: { ...general?.slots, ...Object.fromEntries(ofStore), ...special?.slots },
    parameters: { ...general?.parameters, ...special?.parameters },
  };
}
