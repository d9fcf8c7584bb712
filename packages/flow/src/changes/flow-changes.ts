// What is different between two drawings of a flow, thing by thing and field by field. Pure; words are the reader's.
import { edgeId, type FlowDocument, type FlowNode } from '../document';
import { equal, type MemberChange } from '../difference';
import { isJsonObject, type Json } from '../json';
import { linesByTarget } from './lines';

export type ChangedPart = 'flow' | 'node' | 'edge' | 'slot' | 'parameter' | 'setting' | 'note';

/** `moved`: only its place on the canvas differs, which is no change of logic. */
export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved';

export interface FlowChange {
  part: ChangedPart;
  /** The id of the node, slot, parameter or note; the name of an edge as `edgeId` gives it; the name of a setting; for `flow`, `name` or `description`. */
  id: string;
  kind: ChangeKind;
  /** For `changed`: what differs. Of a node `name`, `type`, `disabled`, and its form as `config.<field>…`. */
  members: MemberChange[];
}

type Members = Record<string, Json>;

/** All differences: boxes in the order of the drawing, then arrows, then the rest; moves last. */
export function flowChanges(before: FlowDocument, after: FlowDocument): FlowChange[] {
  const nodes = ofRecords('node', before.nodes, after.nodes, nodeMembers);
  const told = new Set(nodes.map(({ id }) => id));
  return [
    ...flowWords(before, after),
    ...nodes,
    ...ofRecords('edge', edgesById(before), edgesById(after), () => []),
    ...ofRecords('slot', before.slots, after.slots, plainMembers),
    ...ofRecords('parameter', before.parameters, after.parameters, plainMembers),
    ...settings(before, after),
    ...ofRecords('note', notesById(before), notesById(after), plainMembers),
    ...moves(before, after).filter(({ id }) => !told.has(id)),
  ];
}

/** True when both run alike: nothing differs but places and notes. */
export function sameLogic(a: FlowDocument, b: FlowDocument): boolean {
  return flowChanges(a, b).every(({ kind, part }) => kind === 'moved' || part === 'note');
}

function flowWords(before: FlowDocument, after: FlowDocument): FlowChange[] {
  return (['name', 'description'] as const).flatMap((id): FlowChange[] => {
    const members = plain(id, before[id], after[id]);
    return members.length > 0 ? [{ part: 'flow', id, kind: 'changed', members }] : [];
  });
}

function ofRecords<T>(
  part: ChangedPart,
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  membersOf: (before: T, after: T) => MemberChange[],
): FlowChange[] {
  const removed = Object.keys(before).filter((id) => !Object.hasOwn(after, id));
  const others = Object.entries(after).flatMap(([id, next]): FlowChange[] => {
    const old = Object.hasOwn(before, id) ? before[id] : undefined;
    if (old === undefined) return [{ part, id, kind: 'added', members: [] }];
    const members = membersOf(old, next);
    return members.length > 0 ? [{ part, id, kind: 'changed', members }] : [];
  });
  return [...removed.map((id): FlowChange => ({ part, id, kind: 'removed', members: [] })), ...others];
}

function nodeMembers(before: FlowNode, after: FlowNode): MemberChange[] {
  const fields = new Set([...Object.keys(before.config), ...Object.keys(after.config)]);
  return [
    ...plain('name', before.name, after.name),
    ...plain('type', before.type, after.type),
    ...plain('version', before.version, after.version),
    ...plain('disabled', before.disabled ?? false, after.disabled ?? false),
    ...[...fields].flatMap((field) =>
      fieldMembers(`config.${field}`, before.config[field], after.config[field]),
    ),
  ];
}

/** A mapping target by target, a table line by line, an object member by member; all else as one value. */
function fieldMembers(name: string, before: Json | undefined, after: Json | undefined): MemberChange[] {
  if (same(before, after)) return [];
  const [a, b] = [linesByTarget(before ?? []), linesByTarget(after ?? [])];
  if (a && b && (Array.isArray(before) || Array.isArray(after))) {
    return inMembers(name, a, b, (path, x, y) => plain(path, filledBy(x), filledBy(y)));
  }
  if (Array.isArray(before ?? []) && Array.isArray(after ?? [])) {
    const [x, y] = [before ?? [], after ?? []] as [Json[], Json[]];
    if ([...x, ...y].every(isJsonObject)) return inMembers(name, byNumber(x), byNumber(y), fieldMembers);
  }
  if (isJsonObject(before) && isJsonObject(after)) return inMembers(name, before, after, fieldMembers);
  return plain(name, before, after);
}

const byNumber = (list: readonly Json[]): Members => Object.fromEntries(list.entries());

function inMembers(
  name: string,
  before: Members,
  after: Members,
  compare: (path: string, before: Json | undefined, after: Json | undefined) => MemberChange[],
): MemberChange[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => compare(`${name}.${key}`, before[key], after[key]));
}

/** What a mapping line says; the whole line when it says more than an expression. */
function filledBy(line: Json | undefined): Json | undefined {
  if (!isJsonObject(line)) return line;
  const { target: _target, ...rest } = line;
  return Object.keys(rest).length === 1 ? rest['expression'] : rest;
}

function plainMembers(before: object, after: object): MemberChange[] {
  const [a, b] = [before as Members, after as Members];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((name) =>
    plain(name, a[name], b[name]),
  );
}

function plain(name: string, before: Json | undefined, after: Json | undefined): MemberChange[] {
  if (same(before, after)) return [];
  return [{ name, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  return equal(a ?? null, b ?? null);
}

function edgesById({ edges }: FlowDocument): Record<string, true> {
  return Object.fromEntries(edges.map((edge) => [edgeId(edge), true as const]));
}

function notesById({ layout }: FlowDocument) {
  return Object.fromEntries((layout.notes ?? []).map((note) => [note.id, note]));
}

function settings(before: FlowDocument, after: FlowDocument): FlowChange[] {
  return plainMembers(before.settings ?? {}, after.settings ?? {}).map((member): FlowChange => {
    const kind = member.before === undefined ? 'added' : member.after === undefined ? 'removed' : 'changed';
    return { part: 'setting', id: member.name, kind, members: [member] };
  });
}

function moves(before: FlowDocument, after: FlowDocument): FlowChange[] {
  return Object.entries(after.layout.nodes).flatMap(([id, { x, y }]): FlowChange[] => {
    const old = before.layout.nodes[id];
    if (!old || !Object.hasOwn(before.nodes, id) || (old.x === x && old.y === y)) return [];
    return [{ part: 'node', id, kind: 'moved', members: [] }];
  });
}
