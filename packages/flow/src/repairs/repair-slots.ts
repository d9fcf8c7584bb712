// Connections that are missing where there is only one to choose.
import type { FlowDocument } from '../document';
import { freeId } from '../edits/fragment';
import type { Catalogue } from '../node';
import { own } from '../validation/graph';
import type { Problem } from '../validation/problem';
import type { Repair, RepairSurroundings } from './repair';

/** Binds a slot to the only connection of its kind. */
export function bindSlot(
  { slot }: Problem,
  { slots }: FlowDocument,
  { connections }: RepairSurroundings,
): Repair | null {
  const wanted = slot === undefined ? undefined : own(slots, slot);
  if (!wanted || slot === undefined) return null;
  const [only, ...others] = connections.filter(({ kind }) => kind === wanted.kind);
  if (!only || others.length > 0) return null;
  return { kind: 'bind-slot', edits: [], bind: { [slot]: only.id }, values: { connection: only.name } };
}

/** Fills a connection field: with the flow's only slot that fits, else with a new one for the only connection. */
export function chooseSlot(
  { node, field }: Problem,
  document: FlowDocument,
  catalogue: Catalogue,
  { connections }: RepairSurroundings,
): Repair | null {
  const box = node === undefined ? undefined : own(document.nodes, node);
  const described = box && field !== undefined ? catalogue.get(box.type)?.fields[field] : undefined;
  if (node === undefined || field === undefined || described?.kind !== 'connection') return null;
  const { accepts } = described;
  const fits = (kind: string) => accepts.length === 0 || accepts.includes(kind);
  const choose = (value: string) => ({ type: 'set-field', id: node, field, value }) as const;
  const slots = Object.entries(document.slots).filter(([, { kind }]) => fits(kind));
  const [slot, ...more] = slots;
  if (slot && more.length === 0) {
    return { kind: 'use-slot', edits: [choose(slot[0])], values: { connection: slot[1].name || slot[0] } };
  }
  const [only, ...others] = connections.filter(({ kind }) => fits(kind));
  if (slot || !only || others.length > 0) return null;
  const id = freeId(only.name.toLowerCase(), new Set(Object.keys(document.slots)));
  return {
    kind: 'use-connection',
    edits: [{ type: 'add-slot', id, slot: { kind: only.kind, name: only.name } }, choose(id)],
    bind: { [id]: only.id },
    values: { connection: only.name },
  };
}
