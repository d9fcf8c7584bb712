// Reads what a flow is bound to: which connections and values a run, a test or a check would use.
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { boundFor, ConnectionEntity, FlowBinding, inWorkspace, Store } from '@eclusa/db';
import type { FlowBindings, FlowDocument, FlowParameter, Json } from '@eclusa/flow';
import { In, type Repository } from 'typeorm';
import type { Caller } from '../auth/workspace.decorator';
import { notFound, type Fault } from '../http/refusal';
import type { Bound } from './check-flow';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Injectable()
export class BindingLookup {
  constructor(
    @InjectRepository(FlowBinding) private readonly rows: Repository<FlowBinding>,
    @InjectRepository(ConnectionEntity) private readonly connections: Repository<ConnectionEntity>,
    @InjectRepository(Store) private readonly stores: Repository<Store>,
  ) {}

  /** All bindings of a flow, the oldest first. */
  list({ workspaceId }: Caller, flowId: string): Promise<FlowBinding[]> {
    return inWorkspace(this.rows, workspaceId).find({
      where: { flowId },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** What a run for `storeId` uses; a store of another workspace is 404. */
  async resolve(
    caller: Caller,
    flowId: string,
    storeId: string | null,
    document: FlowDocument,
  ): Promise<Bound> {
    if (storeId !== null) await this.store(caller, storeId);
    return boundFor(this.rows.manager, { workspaceId: caller.workspaceId, flowId, storeId }, document);
  }

  /** The store a run is for when nobody says: the only one the flow is bound for, else none. */
  async usualStore(caller: Caller, flowId: string): Promise<string | null> {
    const rows = await this.list(caller, flowId);
    return rows.length === 1 ? (rows[0]?.storeId ?? null) : null;
  }

  /** The kinds of the connections bound, as validation wants them. */
  async kindsBound(caller: Caller, { slots, parameters }: Bound): Promise<FlowBindings> {
    const kinds = await this.kindsOf(caller, slots);
    const bound = Object.entries(slots).flatMap(([slot, id]) => {
      const kind = kinds.get(id);
      return kind ? [[slot, { kind }] as const] : [];
    });
    return { slots: Object.fromEntries(bound), parameters };
  }

  /**
   * What is bound for anybody: a draft cannot be published while nobody has bound a slot. A store enters by its own
   * connection, so any store of the workspace will do for VTEX slots.
   */
  async anyBound(caller: Caller, flowId: string, document: FlowDocument): Promise<FlowBindings> {
    const rows = await this.list(caller, flowId);
    const [store] = await inWorkspace(this.stores, caller.workspaceId).find({ take: 1 });
    const ofStore = Object.entries(document.slots).flatMap(([id, { kind }]) =>
      store && kind === 'vtex' ? [[id, store.connectionId] as const] : [],
    );
    return this.kindsBound(caller, {
      slots: Object.assign(Object.fromEntries(ofStore), ...rows.map(({ slots }) => slots)) as Bound['slots'],
      parameters: Object.assign({}, ...rows.map(({ parameters }) => parameters)) as Bound['parameters'],
    });
  }

  /** Slots that name no connection of this workspace, or one of another kind. */
  async slotFaults(caller: Caller, document: FlowDocument, slots: Bound['slots']): Promise<Fault[]> {
    const kinds = await this.kindsOf(caller, slots);
    return Object.entries(slots).flatMap(([slot, id]): Fault[] => {
      const path = `slots.${slot}`;
      const wanted = Object.hasOwn(document.slots, slot) ? document.slots[slot] : undefined;
      if (!wanted) return [{ path, code: 'api.binding-unknown-slot', values: { slot } }];
      const kind = kinds.get(id);
      if (!kind) return [{ path, code: 'api.binding-unknown-connection', values: { slot: wanted.name } }];
      if (kind === wanted.kind) return [];
      return [
        { path, code: 'api.binding-wrong-kind', values: { slot: wanted.name, wanted: wanted.kind, kind } },
      ];
    });
  }

  /** A store of the workspace, or 404. */
  async store({ workspaceId }: Caller, id: string): Promise<Store> {
    const store = await inWorkspace(this.stores, workspaceId).findOneBy({ id });
    if (!store) throw notFound('store');
    return store;
  }

  private async kindsOf({ workspaceId }: Caller, slots: Bound['slots']): Promise<Map<string, string>> {
    const ids = Object.values(slots).filter((id) => uuid.test(id));
    if (ids.length === 0) return new Map();
    const found = await inWorkspace(this.connections, workspaceId).find({ where: { id: In(ids) } });
    return new Map(found.map(({ id, kind }) => [id, kind]));
  }
}

const typeOf = { text: 'string', number: 'number', toggle: 'boolean' } as const;

/** Values for parameters the flow does not have, or of another type. */
export function parameterFaults(
  parameters: Readonly<Record<string, FlowParameter>>,
  values: Readonly<Record<string, Json>>,
): Fault[] {
  return Object.entries(values).flatMap(([id, value]): Fault[] => {
    const parameter = Object.hasOwn(parameters, id) ? parameters[id] : undefined;
    if (!parameter) return [{ path: `parameters.${id}`, code: 'api.field-unknown' }];
    if (typeof value === typeOf[parameter.type]) return [];
    return [{ path: `parameters.${id}`, code: `api.field-not-${parameter.type}` }];
  });
}
