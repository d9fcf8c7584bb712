// Lining boxes up and giving them equal gaps. Pure geometry.
import { snapped, type Point } from '../canvas/placing';
import type { Placed } from './layered';

export const sides = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Side = (typeof sides)[number];
export type Direction = 'across' | 'down';

/** New places: that side of every box where the outermost of them has it, or all in the middle of them. */
export function aligned(boxes: readonly Placed[], side: Side): Record<string, Point> {
  const left = Math.min(...boxes.map(({ x }) => x));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const top = Math.min(...boxes.map(({ y }) => y));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const place = ({ x, y, width, height }: Placed): Point => {
    switch (side) {
      case 'left':
        return { x: left, y };
      case 'right':
        return { x: right - width, y };
      case 'centre':
        return { x: (left + right - width) / 2, y };
      case 'top':
        return { x, y: top };
      case 'bottom':
        return { x, y: bottom - height };
      case 'middle':
        return { x, y: (top + bottom - height) / 2 };
    }
  };
  return Object.fromEntries(boxes.map((box) => [box.id, rounded(place(box))]));
}

/** New places: the two outermost boxes stay, the gaps between neighbours become equal. */
export function spaced(boxes: readonly Placed[], direction: Direction): Record<string, Point> {
  const [axis, size] = direction === 'across' ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const sorted = [...boxes].sort((a, b) => a[axis] - b[axis] || (a.id < b.id ? -1 : 1));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last || sorted.length < 3) return {};
  const free = last[axis] + last[size] - first[axis] - sorted.reduce((sum, box) => sum + box[size], 0);
  const gap = free / (sorted.length - 1);
  let next = first[axis];
  return Object.fromEntries(
    sorted.map((box) => {
      const place = rounded({ x: box.x, y: box.y, [axis]: next });
      next += box[size] + gap;
      return [box.id, place];
    }),
  );
}

/** Kept off the grid where a box of another size needs it to be exact. */
function rounded({ x, y }: Point): Point {
  const near = snapped({ x, y });
  return {
    x: Math.abs(near.x - x) < 1 ? near.x : Math.round(x),
    y: Math.abs(near.y - y) < 1 ? near.y : Math.round(y),
  };
}
