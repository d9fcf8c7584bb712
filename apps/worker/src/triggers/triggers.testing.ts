// What tests of triggers stand on: a store in the sandbox, a published flow that its events start, and what it was told.
import {
  ConnectionEntity,
  Flow,
  FlowBinding,
  FlowTrigger,
  Run,
  Store,
  syncTriggers,
  TriggerGap,
} from '@eclusa/db';
import { defineNode, type FlowDocument, type Json, type NodeType } from '@eclusa/flow';
import { nodeTypes } from '@eclusa/nodes';
import { startSandbox, type Sandbox, type SandboxOptions } from '@eclusa/sandbox';
import { setTimeout as sleep } from 'node:timers/promises';
import { chain, Site } from '../worker.testing';

const text = { en: 't', es: 't', pt: 't' };

/** Events by order and status, as often as each came out of a flow. */
export class Heard {
  readonly times = new Map<string, number>();

  readonly node: NodeType = defineNode({
    ...{ id: 'test.hear', version: 1, name: text, help: text, group: 'vtex', fields: {} },
    example: { config: {}, input: [], output: {} },
    behaviour: {
      kind: 'action',
      effect: 'idempotent',
      prepare: async () => ({
        run: async (row) => {
          const key = `${String(row.orderId)} ${String(row.state)}`;
          this.times.set(key, (this.times.get(key) ?? 0) + 1);
          return [{ value: row }];
        },
      }),
    },
  });
}

export interface Shop {
  site: Site;
  sandbox: Sandbox;
  heard: Heard;
  nodeTypes: ReadonlyMap<string, NodeType>;
  /** Publishes a flow with one trigger and answers it. */
  publish(
    type: string,
    config?: Record<string, Json>,
    more?: (flow: FlowDocument) => void,
  ): Promise<FlowTrigger>;
  trigger(id: string): Promise<FlowTrigger>;
  gaps(id: string): Promise<TriggerGap[]>;
  runs(trigger: FlowTrigger): Promise<Run[]>;
  close(): Promise<void>;
}

/** A workspace with one store, whose orders hurry and whose list lags by half a second. */
export async function openShop(
  options: SandboxOptions = {},
  settings: Record<string, string> = {},
): Promise<Shop> {
  const sandbox = await startSandbox({ limits: 'off', orderTimes: { indexLag: 500 }, ...options });
  sandbox.state.putSku({ Id: 1, ProductId: 1, RefId: 'SKU-1', Name: 'SKU 1', IsActive: true } as never);
  const site = await Site.open({
    ECLUSA_ALLOW_PRIVATE_HOSTS: `127.0.0.1:${sandbox.port}`,
    ECLUSA_TRIGGER_MS: '50',
    ECLUSA_LIST_LAG_MS: '1500',
    ...settings,
  });
  const heard = new Heard();
  const all = new Map([...nodeTypes, ['test.hear', heard.node] as const]);
  const { workspaceId, source } = site;
  const connection = await source.getRepository(ConnectionEntity).save({
    ...{ workspaceId, kind: 'vtex', name: 'sandbox' },
    settings: { account: sandbox.account, appKey: sandbox.appKey, mainBaseUrl: sandbox.url },
    secrets: site.config().keys.seal({ appToken: sandbox.appToken }, workspaceId),
  });
  const store = await source
    .getRepository(Store)
    .save({ workspaceId, name: 'shop', account: sandbox.account, connectionId: connection.id });
  const triggers = source.getRepository(FlowTrigger);
  return {
    ...{ site, sandbox, heard, nodeTypes: all },
    async publish(type, config = {}, more) {
      const flow = chain({ type, config: { connection: 'store', ...config } }, 'test.hear');
      flow.slots = { store: { kind: 'vtex', name: 'Store' } };
      more?.(flow);
      const { flowId } = await site.publish(flow);
      await source.getRepository(Flow).update({ id: flowId }, { publishedVersion: 1 });
      await source.getRepository(FlowBinding).save({ workspaceId, flowId, storeId: store.id });
      await source.transaction((manager) => syncTriggers(manager, all, site.config().keys, flowId));
      return triggers.findOneByOrFail({ flowId, node: 'a' });
    },
    trigger: (id) => triggers.findOneByOrFail({ id }),
    gaps: (triggerId) => source.getRepository(TriggerGap).findBy({ triggerId }),
    runs: ({ flowId }) => source.getRepository(Run).findBy({ flowId }),
    async close() {
      await site.close();
      await sandbox.close();
    },
  };
}

/** Waits until `holds`, and says what was there when it does not. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  shown: () => unknown = () => '',
): Promise<void> {
  for (const end = Date.now() + 30_000; !(await holds()); await sleep(25)) {
    if (Date.now() > end) throw new Error(`still waiting: ${JSON.stringify(await shown())}`);
  }
}
