// Where boxes go when nobody dragged them. Pure geometry over the document.
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
