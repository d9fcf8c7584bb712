// Copy and paste. A fragment carries all it needs, so that it can go to another flow, tab or workspace as JSON.
import type { FlowDocument, FlowEdge, FlowGroup, FlowNode, FlowNote, FlowPosition } from '../document';
import { UserError } from '../errors';
import { isJsonObject, type Json } from '../json';
import type { EditOf, FlowFragment } from './edit';
import { fragmentSchema } from './edit';
import { member } from './records';

/** The boxes with the arrows among them, the slots and parameters they mention, the groups they fill, and notes. */
export function copyFragment(
  document: FlowDocument,
  nodeIds: readonly string[],
  noteIds: readonly string[] = [],
): FlowFragment {
  const ids = new Set(nodeIds);
  const nodes = Object.fromEntries([...ids].map((id) => [id, member(document.nodes, id, 'flow.node-gone')]));
  const texts = new Set(Object.values(nodes).flatMap(({ config }) => textsOf(config)));
  const wholeText = [...texts].join('\n');
  const notes = (document.layout.notes ?? []).filter(({ id }) => noteIds.includes(id));
  const groups = (document.layout.groups ?? []).filter((group) => group.nodes.every((id) => ids.has(id)));
  return {
    format: 'eclusa/fragment',
    formatVersion: 1,
    nodes,
    edges: document.edges.filter(({ from, to }) => ids.has(from.node) && ids.has(to.node)),
    slots: pick(document.slots, (id) => texts.has(id)),
    parameters: pick(document.parameters, (id) => wholeText.includes(id)),
    positions: pick(document.layout.nodes, (id) => ids.has(id)),
    ...(notes.length > 0 && { notes }),
    ...(groups.length > 0 && { groups }),
  };
}

/** A fragment from the text of a clipboard. Throws UserError `flow.not-a-fragment`. */
export function parseFragment(text: string): FlowFragment {
  try {
    return fragmentSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new UserError('flow.not-a-fragment', { cause });
  }
}

export function paste(document: FlowDocument, { fragment, by }: EditOf<'paste'>): FlowDocument {
  const ids = pastedIds(document, fragment);
  const slotIds = newSlotIds(document, fragment);
  const inside = ({ from, to }: FlowEdge) => ids.has(from.node) && ids.has(to.node);
  if (!fragment.edges.every(inside)) throw new UserError('flow.not-a-fragment');
  const fresh = <T>(entries: [string, T][], rename: (id: string) => string) =>
    Object.fromEntries(entries.map(([id, value]) => [rename(id), value]));
  const nodeId = (id: string) => ids.get(id) as string;
  const nodes = Object.entries(fragment.nodes).map(([id, node]): [string, FlowNode] => [
    id,
    withSlots(node, slotIds),
  ]);
  const positions = Object.keys(fragment.nodes).map((id): [string, FlowPosition] => {
    const at = fragment.positions[id] ?? { x: 0, y: 0 };
    return [id, { x: at.x + by.x, y: at.y + by.y }];
  });
  const edges = fragment.edges.map(({ from, to }) => ({
    from: { ...from, node: nodeId(from.node) },
    to: { ...to, node: nodeId(to.node) },
  }));
  return {
    ...document,
    slots: addMissing(document.slots, fragment.slots, (id) => slotIds.get(id) ?? id),
    parameters: addMissing(document.parameters, fragment.parameters, (id) => id),
    nodes: { ...document.nodes, ...fresh(nodes, nodeId) },
    edges: [...document.edges, ...edges],
    layout: {
      ...document.layout,
      nodes: { ...document.layout.nodes, ...fresh(positions, nodeId) },
      ...pastedNotes(document, fragment, by),
      ...pastedGroups(document, fragment, ids),
    },
  };
}

function pastedNotes({ layout }: FlowDocument, fragment: FlowFragment, by: FlowPosition) {
  if (!fragment.notes) return {};
  const taken = new Set((layout.notes ?? []).map(({ id }) => id));
  const notes = fragment.notes.map((note): FlowNote => {
    const id = freeIdAmong(note.id, taken);
    return { ...note, id, x: note.x + by.x, y: note.y + by.y };
  });
  return { notes: [...(layout.notes ?? []), ...notes] };
}

function pastedGroups({ layout }: FlowDocument, fragment: FlowFragment, ids: ReadonlyMap<string, string>) {
  if (!fragment.groups) return {};
  const taken = new Set((layout.groups ?? []).map(({ id }) => id));
  const free = new Set(ids.keys());
  const groups = fragment.groups.flatMap((group): FlowGroup[] => {
    // A text from elsewhere may name a box twice, or one that is not there.
    const inside = [...new Set(group.nodes)].filter((id) => free.delete(id));
    if (inside.length === 0) return [];
    return [{ ...group, id: freeIdAmong(group.id, taken), nodes: inside.map((id) => ids.get(id) as string) }];
  });
  return { groups: [...(layout.groups ?? []), ...groups] };
}

/** The id that each box of the fragment gets when pasted into this document. */
export function pastedIds(document: FlowDocument, fragment: FlowFragment): ReadonlyMap<string, string> {
  const taken = new Set(Object.keys(document.nodes));
  const ids = new Map<string, string>();
  for (const id of Object.keys(fragment.nodes)) ids.set(id, freeIdAmong(id, taken));
  return ids;
}

/** A free id like this one, taken from now on. */
function freeIdAmong(id: string, taken: Set<string>): string {
  const fresh = freeId(id.replace(/-\d+$/, ''), taken);
  taken.add(fresh);
  return fresh;
}

/** An id for a new box of this type: `price-set`, `price-set-2`, … The same answer for the same document. */
export function newNodeId(document: FlowDocument, type: string): string {
  return freeId(type.split('.').at(-1) ?? '', new Set(Object.keys(document.nodes)));
}

/** A free id that starts with `wish`, cleaned of what ids cannot hold. */
export function freeId(wish: string, taken: ReadonlySet<string>): string {
  const clean = wish.replace(/[^a-zA-Z0-9_-]+/g, '-').replace(/^[^a-zA-Z]+/, '');
  const base = clean.slice(0, 56) || 'node';
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number++;
  return `${base}-${number}`;
}

/** A slot of the same id and kind is shared; one of another kind gets a new id. */
function newSlotIds(document: FlowDocument, fragment: FlowFragment): Map<string, string> {
  const taken = new Set([...Object.keys(document.slots), ...Object.keys(fragment.slots)]);
  const ids = new Map<string, string>();
  for (const [id, slot] of Object.entries(fragment.slots)) {
    const existing = Object.hasOwn(document.slots, id) ? document.slots[id] : undefined;
    if (!existing || existing.kind === slot.kind) continue;
    const fresh = freeId(id, taken);
    taken.add(fresh);
    ids.set(id, fresh);
  }
  return ids;
}

/** The fields of a form that hold a renamed slot. Only a connection field holds nothing but a slot's id. */
function withSlots(node: FlowNode, slotIds: ReadonlyMap<string, string>): FlowNode {
  if (slotIds.size === 0) return node;
  const config = Object.fromEntries(
    Object.entries(node.config).map(([field, value]) => [
      field,
      typeof value === 'string' ? (slotIds.get(value) ?? value) : value,
    ]),
  );
  return { ...node, config };
}

function addMissing<T>(present: Record<string, T>, added: Record<string, T>, rename: (id: string) => string) {
  const missing = Object.entries(added).filter(([id]) => !Object.hasOwn(present, rename(id)));
  if (missing.length === 0) return present;
  return { ...present, ...Object.fromEntries(missing.map(([id, value]) => [rename(id), value])) };
}

function pick<T>(record: Record<string, T>, test: (id: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => test(id)));
}

function textsOf(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return isJsonObject(value) ? Object.values(value).flatMap(textsOf) : [];
}
