// Another box in the place of one: what of its form and its arrows fits the new one. Pure.
// Carried out by the edits it answers, so that one step of undo leads back.
import type { FlowDocument, FlowEdge, FlowNode } from '../document';
import type { Field } from '../field';
import { isJsonObject, type Json } from '../json';
import { FAILED, outputPorts, type Catalogue, type NodeDescription, type Port } from '../node';
import { sameEdge } from '../validation/connections';
import type { FlowEdit } from './edit';

export interface Replacement {
  edits: FlowEdit[];
  /** Fields and mapping targets the person had filled in that have no place in the new box. */
  leftBehind: string[];
  /** Arrows that fit no port of the new box and go. */
  lostEdges: FlowEdge[];
}

/**
 * How the box `id` becomes a box of type `next`: under the same id, name and place. `defaults` is the form a new box of
 * that type starts with. Undefined when there is no such box.
 */
export function replacementOf(
  document: FlowDocument,
  id: string,
  next: NodeDescription,
  catalogue: Catalogue,
  defaults: FlowNode['config'] = {},
): Replacement | undefined {
  const node = Object.hasOwn(document.nodes, id) ? document.nodes[id] : undefined;
  if (!node) return undefined;
  const now = catalogue.get(node.type);
  const { config, leftBehind } = configFor(node.config, now, next, defaults);
  const after: FlowNode = { ...node, type: next.id, version: next.version, config };
  const wiring = rewired(document, id, now, next, after);
  return {
    edits: [
      ...(wiring.gone.length > 0 ? [{ type: 'disconnect', edges: wiring.gone } as const] : []),
      { type: 'replace-node', id, node: after },
      ...wiring.added.map((edge) => ({ type: 'connect', edge }) as const),
    ],
    leftBehind,
    lostEdges: wiring.lost,
  };
}

function configFor(
  config: FlowNode['config'],
  now: NodeDescription | undefined,
  next: NodeDescription,
  defaults: FlowNode['config'],
) {
  const after: FlowNode['config'] = { ...defaults };
  const leftBehind: string[] = [];
  for (const [id, value] of Object.entries(config)) {
    const was = now && Object.hasOwn(now.fields, id) ? now.fields[id] : undefined;
    const field = Object.hasOwn(next.fields, id) ? next.fields[id] : undefined;
    if (field && fits(value, was, field)) {
      const { kept, lost } = field.kind === 'mapping' ? linesFor(value, field) : { kept: value, lost: [] };
      after[id] = kept;
      leftBehind.push(...lost);
    } else if (!isDefault(value, was)) leftBehind.push(id);
  }
  return { config: after, leftBehind };
}

/** Whether a value of one field can stand in another of the same id. */
function fits(value: Json, was: Field | undefined, field: Field): boolean {
  if (was && was.kind !== field.kind) return false;
  if (field.kind === 'choice') return field.choices.some((choice) => choice.value === value);
  if (field.kind !== 'connection' || was?.kind !== 'connection') return true;
  return was.accepts.some((kind) => field.accepts.includes(kind));
}

/** The lines whose target the new box knows; all of them where the person names the targets. */
function linesFor(value: Json, field: Extract<Field, { kind: 'mapping' }>): { kept: Json; lost: string[] } {
  if (!Array.isArray(value) || (!field.targets && !field.targetsBy)) return { kept: value, lost: [] };
  const all = [...(field.targets ?? []), ...Object.values(field.targetsBy?.targets ?? {}).flat()];
  const known = new Set(all.map(({ id }) => id));
  const targetOf = (line: Json) => (isJsonObject(line) ? String(line['target']) : '');
  return {
    kept: value.filter((line) => known.has(targetOf(line))),
    lost: value.map(targetOf).filter((target) => target !== '' && !known.has(target)),
  };
}

function isDefault(value: Json, field: Field | undefined): boolean {
  if (value === '' || (Array.isArray(value) && value.length === 0)) return true;
  const start = field && 'default' in field ? field.default : undefined;
  return JSON.stringify(start) === JSON.stringify(value);
}

interface Wiring {
  gone: FlowEdge[];
  added: FlowEdge[];
  lost: FlowEdge[];
}

/** A port of the same name and type keeps its arrows; those of another go to the port in the same place. */
function rewired(
  { edges, nodes }: FlowDocument,
  id: string,
  now: NodeDescription | undefined,
  next: NodeDescription,
  after: FlowNode,
): Wiring {
  const before = nodes[id] as FlowNode;
  const sides = {
    to: { was: now?.inputs ?? [], is: next.inputs },
    from: { was: now ? outputPorts(now, before.config) : [], is: outputPorts(next, after.config) },
  };
  const wiring: Wiring = { gone: [], added: [], lost: [] };
  for (const edge of edges) {
    const end = edge.to.node === id ? 'to' : edge.from.node === id ? 'from' : undefined;
    if (!end) continue;
    const port = portFor(edge[end].port, sides[end].was, sides[end].is);
    if (port === edge[end].port) continue;
    const moved = port !== undefined && { ...edge, [end]: { node: id, port } };
    wiring.gone.push(edge);
    if (!moved) wiring.lost.push(edge);
    // Two arrows of one box may come together in one port: one of them says it all.
    else if (![...edges, ...wiring.added].some((other) => sameEdge(other, moved))) wiring.added.push(moved);
  }
  return wiring;
}

function portFor(port: string, was: readonly Port[], is: readonly Port[]): string | undefined {
  const old = was.find(({ id }) => id === port);
  const fitting = (candidate: Port) => !old || candidate.type === old.type;
  if (is.some((candidate) => candidate.id === port && fitting(candidate))) return port;
  // Failed rows never start to travel with the good ones.
  if (port === FAILED) return undefined;
  const place = was.filter(({ id }) => id !== FAILED).findIndex(({ id }) => id === port);
  const open = is.filter(({ id }) => id !== FAILED);
  const same = open[Math.max(0, place)];
  return same && fitting(same) ? same.id : open.find(fitting)?.id;
}
