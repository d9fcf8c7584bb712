// Says before the first run what the flows of a store need of its key, and what of that the key lacks.
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Flow, FlowBinding, FlowVersion, inWorkspace, type Store } from '@eclusa/db';
import { EclusaError, sentences, type FlowDocument, type Text } from '@eclusa/flow';
import { checkRights, neededRights, type Right } from '@eclusa/nodes';
import type { Repository } from 'typeorm';
import type { Caller } from '../auth/workspace.decorator';
import { ConnectionTestService } from '../connections/connection-test.service';
import { ConnectionsService } from '../connections/connections.service';
import { knownNodes } from '../flows/check-flow';
import { GUARDED_FETCH } from '../outgoing';
import type { StoreCheckDto, StoreRightBoxDto } from './store-check.dto';
import { StoresService } from './stores.service';

/** A person is waiting. */
const TIMEOUT = 20_000;
const order: readonly Right[] = ['missing', 'unanswered', 'untestable', 'ok'];

type Boxes = Map<string, StoreRightBoxDto>;

@Injectable()
export class StoreCheckService {
  constructor(
    @InjectRepository(Flow) private readonly flows: Repository<Flow>,
    @InjectRepository(FlowVersion) private readonly versions: Repository<FlowVersion>,
    @InjectRepository(FlowBinding) private readonly bindings: Repository<FlowBinding>,
    private readonly stores: StoresService,
    private readonly connections: ConnectionsService,
    private readonly tester: ConnectionTestService,
    @Inject(GUARDED_FETCH) private readonly guarded: typeof fetch,
  ) {}

  /** Reads only. Flows of the store are those bound for it, and those that nobody has bound for any store. */
  async check(caller: Caller, id: string): Promise<StoreCheckDto> {
    const store = await this.stores.find(caller, id);
    const connection = await this.tester.testSaved(caller, store.connectionId, {});
    const needed = await this.needed(caller, store);
    const rights = await this.rights(caller, store, [...needed.keys()]);
    const shown = [...needed].map(([resource, boxes]) => {
      const state = rights.get(resource) ?? 'unanswered';
      const message = sentences(`vtex.right-${state}`, { resource });
      return { resource, state, message, neededBy: [...boxes.values()] };
    });
    shown.sort(
      (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.resource < b.resource ? -1 : 1),
    );
    return { connection, rights: shown };
  }

  private async rights(caller: Caller, store: Store, resources: string[]): Promise<Map<string, Right>> {
    const row = await this.connections.find(caller, store.connectionId);
    try {
      return await checkRights(await this.connections.open(row), resources, {
        fetch: this.guarded,
        signal: AbortSignal.timeout(TIMEOUT),
      });
    } catch (error) {
      // Settings that cannot be right: the connection's own test says so.
      if (error instanceof EclusaError) return new Map();
      throw error;
    }
  }

  /** By resource, the boxes that need it. */
  private async needed({ workspaceId }: Caller, store: Store): Promise<Map<string, Boxes>> {
    const needed = new Map<string, Boxes>();
    const flows = await inWorkspace(this.flows, workspaceId).find({ order: { name: 'ASC', id: 'ASC' } });
    const bindings = await inWorkspace(this.bindings, workspaceId).find({});
    for (const flow of flows) {
      const own = bindings.filter((binding) => binding.flowId === flow.id);
      if (!isOf(own, store)) continue;
      add(needed, flow, flow.draft, own, store, 'draft');
      const { id: flowId, publishedVersion: number } = flow;
      if (number === null) continue;
      const version = await inWorkspace(this.versions, workspaceId).findOneBy({ flowId, number });
      if (version) add(needed, flow, version.document, own, store, 'published');
    }
    return needed;
  }
}

function isOf(bindings: readonly FlowBinding[], { id, connectionId }: Store): boolean {
  if (bindings.length === 0) return true;
  return bindings.some(({ storeId, slots }) =>
    storeId === null ? Object.values(slots).includes(connectionId) : storeId === id,
  );
}

function add(
  needed: Map<string, Boxes>,
  flow: Flow,
  document: FlowDocument,
  bindings: readonly FlowBinding[],
  store: Store,
  where: 'draft' | 'published',
): void {
  const special = bindings.find(({ storeId }) => storeId === store.id)?.slots ?? {};
  // As runs are bound: what the flow says for this store, else the store's own connection.
  const isStore = (slot: string) =>
    document.slots[slot]?.kind === 'vtex' && (special[slot] ?? store.connectionId) === store.connectionId;
  for (const { resource, nodes } of neededRights(document, knownNodes(), isStore)) {
    const boxes: Boxes = needed.get(resource) ?? new Map();
    needed.set(resource, boxes);
    for (const node of nodes) {
      const key = `${flow.id} ${node}`;
      const known = boxes.get(key) ?? {
        ...{ flowId: flow.id, flowName: flow.name, node, nodeName: boxName(document, node) },
        ...{ draft: false, published: false },
      };
      boxes.set(key, { ...known, [where]: true });
    }
  }
}

function boxName(document: FlowDocument, id: string): Text {
  const node = document.nodes[id];
  const type = node && knownNodes().get(node.type)?.name;
  const name = node?.name ?? id;
  return node?.name || !type ? { en: name, es: name, pt: name } : type;
}
