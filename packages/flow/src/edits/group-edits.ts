// Edits of groups: frames around boxes, for the eye only. Keeps that a box is in one group at most, and no group empty.
import type { FlowDocument, FlowGroup } from '../document';
import { UserError } from '../errors';
import type { EditOf } from './edit';
import { keep, member } from './records';

export function addGroup(document: FlowDocument, { group }: EditOf<'add-group'>): FlowDocument {
  if (groupsOf(document).some(({ id }) => id === group.id))
    throw new UserError('flow.id-taken', { values: { id: group.id } });
  const inside = members(document, group);
  const left = withoutMembers(document, new Set(inside));
  return inside.length === 0 ? left : withGroups(left, [...groupsOf(left), { ...group, nodes: inside }]);
}

export function setGroup(document: FlowDocument, { group }: EditOf<'set-group'>): FlowDocument {
  const groups = groupsOf(document);
  const at = groups.findIndex(({ id }) => id === group.id);
  if (at < 0) throw new UserError('flow.group-gone', { values: { id: group.id } });
  const inside = members(document, group);
  const others = withoutMembers(withGroups(document, groups.toSpliced(at, 1)), new Set(inside));
  if (inside.length === 0) return others;
  // In its old place, so that changing a group moves none in the list.
  const before = groups.slice(0, at).filter(({ id }) => groupsOf(others).some((group) => group.id === id));
  return withGroups(others, groupsOf(others).toSpliced(before.length, 0, { ...group, nodes: inside }));
}

export function removeGroups(document: FlowDocument, { ids }: EditOf<'remove-groups'>): FlowDocument {
  const groups = groupsOf(document);
  const kept = keep(groups, ({ id }) => !ids.includes(id));
  return kept === groups ? document : withGroups(document, kept);
}

/** The document with these boxes in no group; the document itself when they were in none. */
export function withoutMembers(document: FlowDocument, nodes: ReadonlySet<string>): FlowDocument {
  const groups = groupsOf(document);
  if (!groups.some((group) => group.nodes.some((id) => nodes.has(id)))) return document;
  const kept = groups.map((group) => ({ ...group, nodes: keep(group.nodes, (id) => !nodes.has(id)) }));
  return withGroups(
    document,
    kept.filter((group) => group.nodes.length > 0),
  );
}

function members(document: FlowDocument, group: FlowGroup): string[] {
  for (const id of group.nodes) member(document.nodes, id, 'flow.node-gone');
  return [...new Set(group.nodes)];
}

function groupsOf({ layout }: FlowDocument): FlowGroup[] {
  return layout.groups ?? [];
}

/** Without groups the layout has no list of them, as if there never was one. */
function withGroups(document: FlowDocument, groups: FlowGroup[]): FlowDocument {
  const { groups: _old, ...layout } = document.layout;
  return { ...document, layout: groups.length > 0 ? { ...layout, groups } : layout };
}
