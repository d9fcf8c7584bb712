// What one click can do about a problem: edits, and connections to bind. Pure. Only what has one sensible answer is
// offered; everything else is for the person to decide.
import { edgeId, type FlowDocument } from '../document';
import type { FlowEdit } from '../edits/edit';
import { freeId } from '../edits/fragment';
import { isJsonObject, type Json } from '../json';
import type { Catalogue } from '../node';
import type { Text } from '../text';
import { defaultOf } from '../validation/fields';
import { own } from '../validation/graph';
import type { Problem } from '../validation/problem';
import { connectBox } from './repair-arrows';
import { bindSlot, chooseSlot } from './repair-slots';

/** The words an editor has for what a click does. `values` of the repair fill them. */
export const repairKinds = [
  'remove-arrow',
  'remove-twin',
  'connect-after',
  'connect-to',
  'remove-line',
  'remove-value',
  'usual-value',
  'rename-output',
  'fill-target',
  'use-slot',
  'use-connection',
  'bind-slot',
  'remove-slot',
] as const;
export type RepairKind = (typeof repairKinds)[number];

export interface Repair {
  kind: RepairKind;
  /** Carried out as one step. */
  edits: FlowEdit[];
  /** Connection ids by slot, to be bound for the store that is looked at. */
  bind?: Readonly<Record<string, string>>;
  /** Names that the sentence of the kind takes: of a box, a connection, a field. */
  values: Readonly<Record<string, string | Text>>;
}

/** What a repair must know besides the flow. */
export interface RepairSurroundings {
  connections: readonly { id: string; kind: string; name: string }[];
  /** An expression that fills a target of a box's mapping, or null when there is no good guess. */
  guess?(node: string, field: string, target: string): string | null;
}

/** The repair of one problem, or null when there is none or more than one. */
export function repairOf(
  problem: Problem,
  document: FlowDocument,
  catalogue: Catalogue,
  around: RepairSurroundings,
): Repair | null {
  switch (problem.code) {
    case 'flow.edge-dangling':
    case 'flow.edge-to-itself':
    case 'flow.edge-into-source':
    case 'flow.no-output':
    case 'flow.no-input':
    case 'flow.port-types-differ':
    case 'flow.join-ambiguous':
      return removeArrow(problem, document);
    case 'flow.edge-twice':
      return removeTwin(problem, document);
    case 'flow.node-not-connected':
    case 'flow.node-not-reached':
    case 'flow.source-unused':
    case 'flow.input-not-connected':
      return connectBox(problem, document, catalogue);
    case 'flow.slot-unused':
      return problem.slot === undefined
        ? null
        : { kind: 'remove-slot', edits: [{ type: 'remove-slot', id: problem.slot }], values: {} };
    case 'flow.slot-unbound':
    case 'flow.slot-bound-to-other-kind':
      return bindSlot(problem, document, around);
    case 'flow.slot-unknown':
    case 'flow.slot-wrong-kind':
      return chooseSlot(problem, document, catalogue, around);
    default:
      return repairForm(problem, document, catalogue, around);
  }
}

function removeArrow({ edge }: Problem, { edges }: FlowDocument): Repair | null {
  const found = edges.find((each) => edgeId(each) === edge);
  return found ? { kind: 'remove-arrow', edits: [{ type: 'disconnect', edges: [found] }], values: {} } : null;
}

/** Taking an arrow out takes its twins out too, so one is drawn again. */
function removeTwin({ edge }: Problem, { edges }: FlowDocument): Repair | null {
  const found = edges.find((each) => edgeId(each) === edge);
  if (!found) return null;
  const edits: FlowEdit[] = [
    { type: 'disconnect', edges: [found] },
    { type: 'connect', edge: found },
  ];
  return { kind: 'remove-twin', edits, values: {} };
}

interface Place {
  node: string;
  /** The field of the form, and where in it. */
  field: string;
  rest: string[];
  value: Json | undefined;
}

function placeOf({ node, field }: Problem, document: FlowDocument): Place | null {
  const box = node === undefined ? undefined : own(document.nodes, node);
  const [first, ...rest] = field?.split('.') ?? [];
  if (!box || node === undefined || first === undefined) return null;
  return { node, field: first, rest, value: own(box.config, first) };
}

function repairForm(
  problem: Problem,
  document: FlowDocument,
  catalogue: Catalogue,
  around: RepairSurroundings,
): Repair | null {
  const place = placeOf(problem, document);
  if (!place) return null;
  const type = catalogue.get(own(document.nodes, place.node)?.type ?? '');
  const field = type && own(type.fields, place.field);
  switch (problem.code) {
    case 'flow.field-unknown':
      return set('remove-value', place, undefined);
    case 'flow.field-missing':
      return field?.kind === 'connection' ? chooseSlot(problem, document, catalogue, around) : null;
    case 'flow.field-not-a-choice':
    case 'flow.field-wrong-kind':
    case 'flow.field-too-small':
    case 'flow.field-too-large':
    case 'flow.field-not-whole':
      return field && place.rest.length === 0 && defaultOf(field) !== undefined
        ? set('usual-value', place, undefined, { field: { ...field.name } })
        : null;
    case 'flow.port-twice':
      return renamePort(place);
    case 'flow.mapping-target-twice':
    case 'flow.mapping-target-unknown':
    case 'flow.mapping-target-unnamed':
    case 'flow.mapping-line-broken':
      return removeLine(problem, place);
    case 'flow.mapping-target-missing':
      return fillTarget(problem, place, around);
    default:
      return null;
  }
}

function set(
  kind: RepairKind,
  { node, field }: Place,
  value: Json | undefined,
  values: Repair['values'] = {},
): Repair {
  const edit: FlowEdit = { type: 'set-field', id: node, field, ...(value !== undefined && { value }) };
  return { kind, edits: [edit], values };
}

function renamePort(place: Place): Repair | null {
  const at = Number(place.rest[0]);
  if (!Array.isArray(place.value)) return null;
  const rows = place.value;
  const row = rows[at];
  if (!isJsonObject(row) || typeof row['id'] !== 'string') return null;
  const taken = new Set(rows.map((each) => String(isJsonObject(each) ? each['id'] : '')));
  const id = freeId(row['id'], taken);
  const next = rows.map((each, index) => (index === at ? { ...row, id } : each));
  return set('rename-output', place, next, { name: id });
}

/** Of two lines for one target the later goes; a line that fits nothing goes by itself. */
function removeLine({ code }: Problem, place: Place): Repair | null {
  const { value, rest } = place;
  if (!Array.isArray(value)) return null;
  const wanted = rest.join('.');
  const targetOf = (line: Json) => (isJsonObject(line) ? line['target'] : undefined);
  const byTarget = value.findLastIndex((line) => targetOf(line) === wanted);
  const byNumber = code === 'flow.mapping-target-twice' || byTarget >= 0 ? byTarget : Number(wanted);
  if (!(byNumber >= 0 && byNumber < value.length)) return null;
  return set(
    'remove-line',
    place,
    value.filter((_line, at) => at !== byNumber),
  );
}

function fillTarget({ values }: Problem, place: Place, { guess }: RepairSurroundings): Repair | null {
  const target = place.rest.join('.');
  const expression = guess?.(place.node, place.field, target) ?? null;
  if (expression === null) return null;
  const lines = Array.isArray(place.value) ? place.value : [];
  const name = (values['target'] ?? target) as Text | string;
  return set('fill-target', place, [...lines, { target, expression }], { target: name, expression });
}
