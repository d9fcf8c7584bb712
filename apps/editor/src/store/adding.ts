// Turning "add this here" into edits: a new id, defaults, a place, and lines where the types fit. Pure.
import {
  applyEdit,
  FAILED,
  newNodeId,
  outputPorts,
  type Catalogue,
  type FlowDocument,
  type FlowEdge,
  type FlowEdit,
  type FlowNode,
  type NodeDescription,
} from '@eclusa/flow';
import { boxSize, freePlace, placeAfter, snapped, type Point } from '../canvas/placing';
import { defaultConfig } from '../fields/defaults';
import { whyNot } from './connecting';

export interface Added {
  id: string;
  edits: FlowEdit[];
}

/** A box of a type as it is added: the defaults, and the flow's connection where only one of the right kind is used so far. */
export function newNode(document: FlowDocument, { id, version, fields }: NodeDescription): FlowNode {
  const config = defaultConfig(fields);
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind !== 'connection') continue;
    const fitting = Object.keys(document.slots).filter((slot) =>
      field.accepts.includes(document.slots[slot]!.kind),
    );
    if (fitting.length === 1) config[name] = fitting[0]!;
  }
  return { type: id, version, config };
}

/** Adds a box at a point of the canvas, or at the nearest free place below. */
export function addAt(document: FlowDocument, description: NodeDescription, at: Point): Added {
  const id = newNodeId(document, description.id);
  const node = newNode(document, description);
  return { id, edits: [{ type: 'add-node', id, node, at: freePlace(document, at) }] };
}

/** Adds a box right of a port's box and connects them when the types fit. */
export function addAfter(
  document: FlowDocument,
  catalogue: Catalogue,
  description: NodeDescription,
  from: FlowEdge['from'],
): Added {
  const id = newNodeId(document, description.id);
  const add: FlowEdit = {
    type: 'add-node',
    id,
    node: newNode(document, description),
    at: placeAfter(document, from.node),
  };
  const edge = description.inputs
    .map((port): FlowEdge => ({ from, to: { node: id, port: port.id } }))
    .find((candidate) => whyNot(applyEdit(document, add), catalogue, candidate) === null);
  return { id, edits: edge ? [add, { type: 'connect', edge }] : [add] };
}

/** The port a new box is connected to when the person names none: the first output that is not `failed`. */
export function mainOutput(
  document: FlowDocument,
  catalogue: Catalogue,
  node: string,
): FlowEdge['from'] | null {
  const placed = document.nodes[node];
  const description = placed && catalogue.get(placed.type);
  const port = description && outputPorts(description, placed.config).find(({ id }) => id !== FAILED);
  return port ? { node, port: port.id } : null;
}

/**
 * Opens a line up and puts a box in between, moving what comes after to the right when it is too close.
 * Null when the box cannot stand there.
 */
export function insertInto(
  document: FlowDocument,
  catalogue: Catalogue,
  description: NodeDescription,
  edge: FlowEdge,
): Added | null {
  const wanted = wireType(document, catalogue, edge);
  const node = newNode(document, description);
  const input = description.inputs.find((port) => port.type === wanted);
  const output = outputPorts(description, node.config).find(
    (port) => port.id !== FAILED && port.type === wanted,
  );
  if (!input || !output) return null;
  const id = newNodeId(document, description.id);
  const { at, positions } = roomBetween(document, edge);
  return {
    id,
    edits: [
      { type: 'move-nodes', positions },
      {
        type: 'insert-on-edge',
        edge,
        id,
        node,
        at,
        input: input.id,
        output: output.id,
      },
    ],
  };
}

/** Leads a line through a box that stands there already and has no lines yet. Null when the box does not fit. */
export function leadThrough(
  document: FlowDocument,
  catalogue: Catalogue,
  id: string,
  edge: FlowEdge,
): FlowEdit[] | null {
  const node = document.nodes[id];
  const description = node && catalogue.get(node.type);
  const isLinked = document.edges.some(({ from, to }) => from.node === id || to.node === id);
  if (!description || isLinked) return null;
  const wanted = wireType(document, catalogue, edge);
  const input = description.inputs.find((port) => port.type === wanted);
  const output = outputPorts(description, node.config).find(
    (port) => port.id !== FAILED && port.type === wanted,
  );
  if (!input || !output) return null;
  return [
    { type: 'disconnect', edges: [edge] },
    { type: 'connect', edge: { from: edge.from, to: { node: id, port: input.id } } },
    { type: 'connect', edge: { from: { node: id, port: output.id }, to: edge.to } },
  ];
}

function wireType(document: FlowDocument, catalogue: Catalogue, { from }: FlowEdge) {
  const node = document.nodes[from.node];
  const description = node && catalogue.get(node.type);
  return description && outputPorts(description, node.config).find(({ id }) => id === from.port)?.type;
}

function roomBetween(
  document: FlowDocument,
  edge: FlowEdge,
): { at: Point; positions: Record<string, Point> } {
  const a = document.layout.nodes[edge.from.node] ?? { x: 0, y: 0 };
  const b = document.layout.nodes[edge.to.node] ?? { x: 0, y: 0 };
  const gap = b.x - a.x;
  const shift = Math.max(0, 2 * (boxSize.width + 60) - gap);
  const later = Object.entries(document.layout.nodes).filter(([, at]) => shift > 0 && at.x >= b.x);
  const positions = Object.fromEntries(
    later.map(([node, place]) => [node, { x: place.x + shift, y: place.y }]),
  );
  return { at: snapped({ x: a.x + (gap + shift) / 2, y: (a.y + b.y) / 2 }), positions };
}
