// Which triggers there are: one for each box of a published flow that waits for another system, and store it is bound for.
import { triggerSources, type Catalogue, type Json } from '@eclusa/flow';
import { createHash, randomBytes } from 'node:crypto';
import { IsNull, type EntityManager } from 'typeorm';
import { Flow, FlowBinding } from './entities/flow.entity';
import { FlowTrigger } from './entities/trigger.entity';
import type { Keyring } from './keyring';
import { syncCalls } from './flow-calls';
import { publishedOf } from './published';

interface Wanted {
  node: string;
  type: string;
  address: boolean;
  watch: Pick<FlowTrigger, 'watches' | 'watchOn' | 'watchStores'>;
}

/** What an address is looked up by: whoever reads the table cannot call it. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** The last part of an address, which nobody can guess, as it is stored. */
export function newSecret(keys: Keyring, workspaceId: string): Pick<FlowTrigger, 'secret' | 'secretHash'> {
  const secret = randomBytes(32).toString('base64url');
  return { secret: keys.seal(secret, workspaceId), secretHash: hashOf(secret) };
}

/**
 * Makes the triggers of a flow those that its published version and its bindings ask for; all of them are looked after
 * at once. Which flows it runs is noted as well. One that is asked for no more is switched off and keeps its address. For the caller's transaction.
 */
export async function syncTriggers(
  manager: EntityManager,
  catalogue: Catalogue,
  keys: Keyring,
  flowId: string,
): Promise<void> {
  const { workspaceId } = await manager
    .getRepository(Flow)
    .findOneOrFail({ where: { id: flowId }, lock: { mode: 'pessimistic_write' } });
  await syncCalls(manager, catalogue, flowId);
  const triggers = manager.getRepository(FlowTrigger);
  await triggers.update({ flowId }, { active: false });
  const wanted = await wantedOf(manager, catalogue, flowId);
  const stores = wanted.length > 0 ? await storesOf(manager, flowId) : [];
  for (const storeId of stores) {
    for (const { node, type, address, watch } of wanted) {
      const known = await triggers.findOneBy({ flowId, node, storeId: storeId ?? IsNull() });
      const secret = address && !known?.secret ? newSecret(keys, workspaceId) : {};
      const now = { type, active: true, ...watch, ...secret, ...attendedNow };
      if (known) await triggers.update({ id: known.id }, now);
      else await triggers.insert({ workspaceId, flowId, storeId, node, ...now });
    }
  }
}

/** A worker finds out by itself that there is nothing to attend. */
const attendedNow = { nextAt: () => 'now()', checkedAt: null, trouble: null };

async function wantedOf(manager: EntityManager, catalogue: Catalogue, flowId: string): Promise<Wanted[]> {
  const published = await publishedOf(manager, flowId);
  if (!published) return [];
  const { document } = published;
  return Promise.all(
    triggerSources(document, catalogue).map(async (node) => {
      const type = document.nodes[node]?.type ?? '';
      const trigger = catalogue.get(type)?.behaviour.trigger;
      const watch = trigger?.flows ? await watchOf(manager, flowId, document.nodes[node]!.config) : noWatch;
      return { node, type, address: trigger?.address ?? false, watch };
    }),
  );
}

const noWatch = { watches: null, watchOn: null, watchStores: null };

/** What a box that waits for another flow is set to. A flow that is not of the workspace is watched by nobody. */
async function watchOf(
  manager: EntityManager,
  flowId: string,
  { flow, on = 'completed', stores = 'same' }: Record<string, Json>,
): Promise<Wanted['watch']> {
  const [found] = await manager.query<{ id: string }[]>(
    `SELECT o.id FROM flow o JOIN flow f ON f.workspace_id = o.workspace_id
     WHERE f.id = $1 AND o.id::text = $2 AND o.id <> f.id`,
    [flowId, typeof flow === 'string' ? flow : ''],
  );
  const watched = { watchOn: on, watchStores: stores } as Pick<FlowTrigger, 'watchOn' | 'watchStores'>;
  return found ? { watches: found.id, ...watched } : noWatch;
}

/** The stores a flow is bound for; none at all stands for running without one. */
async function storesOf(manager: EntityManager, flowId: string): Promise<(string | null)[]> {
  const bindings = await manager.getRepository(FlowBinding).findBy({ flowId });
  const stores = bindings.flatMap(({ storeId }) => (storeId === null ? [] : [storeId]));
  return stores.length > 0 ? stores : [null];
}
