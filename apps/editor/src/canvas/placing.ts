// Where boxes go when nobody dragged them. Pure geometry over the document.
import dagre from '@dagrejs/dagre';
import type { FlowDocument } from '@eclusa/flow';

export interface Point {
  x: number;
  y: number;
}

export const boxSize = { width: 236, height: 84 };
const step = { x: 310, y: 130 };
export const grid = 10;

/** The nearest point of the grid. */
export function snapped({ x, y }: Point): Point {
  return { x: Math.round(x / grid) * grid, y: Math.round(y / grid) * grid };
}

/** A free place right of a box, further down when the place is taken. */
export function placeAfter(document: FlowDocument, node: string): Point {
  const from = document.layout.nodes[node] ?? { x: 0, y: 0 };
  return freePlace(document, { x: from.x + step.x, y: from.y });
}

/** `wanted`, or the first free place below it. */
export function freePlace(document: FlowDocument, wanted: Point): Point {
  const taken = Object.values(document.layout.nodes);
  let place = snapped(wanted);
  while (taken.some((other) => overlaps(other, place))) place = { x: place.x, y: place.y + step.y };
  return place;
}

function overlaps(a: Point, b: Point): boolean {
  return Math.abs(a.x - b.x) < boxSize.width && Math.abs(a.y - b.y) < boxSize.height;
}

/** All boxes in columns from left to right, in the order rows pass them. */
export function tidyLayout(
  document: FlowDocument,
  sizes: Readonly<Record<string, { width: number; height: number }>> = {},
): Record<string, Point> {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 46, ranksep: 84, marginx: 40, marginy: 40 });
  graph.setDefaultEdgeLabel(() => ({}));
  const sizeOf = (id: string) => sizes[id] ?? boxSize;
  for (const id of Object.keys(document.nodes)) graph.setNode(id, { ...sizeOf(id) });
  for (const edge of document.edges) {
    if (document.nodes[edge.from.node] && document.nodes[edge.to.node]) {
      graph.setEdge(edge.from.node, edge.to.node);
    }
  }
  dagre.layout(graph);
  return Object.fromEntries(
    Object.keys(document.nodes).map((id) => {
      const { x, y } = graph.node(id) as Point;
      const { width, height } = sizeOf(id);
      return [id, snapped({ x: x - width / 2, y: y - height / 2 })];
    }),
  );
}
