// Which line a box was dropped on. Pure geometry: lines are taken as straight between the facing sides.
import type { FlowDocument, FlowEdge } from '@eclusa/flow';
import { boxSize, type Point } from './placing';

const reach = 26;

/** The line within reach of a point, or undefined. */
export function nearestEdge(document: FlowDocument, point: Point): FlowEdge | undefined {
  const near = document.edges
    .map((edge) => ({ edge, away: distance(document, edge, point) }))
    .filter(({ away }) => away <= reach)
    .sort((a, b) => a.away - b.away);
  return near[0]?.edge;
}

function distance(document: FlowDocument, edge: FlowEdge, point: Point): number {
  const from = document.layout.nodes[edge.from.node];
  const to = document.layout.nodes[edge.to.node];
  if (!from || !to) return Infinity;
  const a = { x: from.x + boxSize.width, y: from.y + 30 };
  const b = { x: to.x, y: to.y + 30 };
  const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  if (length === 0) return Infinity;
  const along = ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - a.x - t * (b.x - a.x), point.y - a.y - t * (b.y - a.y));
}
