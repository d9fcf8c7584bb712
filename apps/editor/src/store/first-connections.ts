// The connections a new box starts with where there is nothing to choose. Pure.
import { freeId, type FlowDocument, type FlowEdit, type NodeDescription } from '@eclusa/flow';
import type { Connection, Store } from '../api/types';
import { defaultConfig, shownFields } from '../fields/defaults';

/** What is known of the workspace when a box is added. */
export interface Systems {
  connections: readonly Pick<Connection, 'id' | 'kind' | 'name'>[];
  /** The store that is chosen on the screen. */
  store: Pick<Store, 'connectionId'> | undefined;
}

export interface FirstConnections {
  edits: FlowEdit[];
  /** Connection ids by slot, to be bound; without those the store gives by itself. */
  bind: Record<string, string>;
}

/** The connection of these kinds a person would choose: the chosen store's own, else the only one there is. */
export function onlyConnection(
  accepts: readonly string[],
  { connections, store }: Systems,
): Systems['connections'][number] | undefined {
  const fitting = connections.filter(({ kind }) => accepts.includes(kind));
  const own = fitting.find(({ id }) => id === store?.connectionId);
  return own ?? (fitting.length === 1 ? fitting[0] : undefined);
}

/** Slots for connection fields of a new box whose kind the flow does not use yet. */
export function firstConnections(
  { slots }: FlowDocument,
  { fields }: NodeDescription,
  systems: Systems,
): FirstConnections {
  const result: FirstConnections = { edits: [], bind: {} };
  const taken = new Map(Object.entries(slots).map(([id, { kind }]) => [id, kind]));
  // A field that only some settings show makes no slot: nothing would use it.
  for (const field of shownFields(fields, defaultConfig(fields)).map((id) => fields[id]!)) {
    if (field.kind !== 'connection' || [...taken.values()].some((kind) => field.accepts.includes(kind)))
      continue;
    const connection = onlyConnection(field.accepts, systems);
    if (!connection) continue;
    const { kind, name } = connection;
    const id = freeId(name.toLowerCase(), new Set(taken.keys()));
    taken.set(id, kind);
    result.edits.push({ type: 'add-slot', id, slot: { kind, name } });
    if (kind !== 'vtex' || connection.id !== systems.store?.connectionId) result.bind[id] = connection.id;
  }
  return result;
}

/** The bindings of a flow just made from an example: each slot for which there is nothing to choose. */
export function bindingsOf({ slots }: Pick<FlowDocument, 'slots'>, systems: Systems): Record<string, string> {
  return Object.fromEntries(
    Object.entries(slots).flatMap(([id, { kind }]) => {
      const connection = onlyConnection([kind], systems);
      return connection ? [[id, connection.id] as const] : [];
    }),
  );
}
