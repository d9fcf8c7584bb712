// Boxes in columns from left to right, lines as straight and uncrossed as they get. Pure, and stable: the order in
// which boxes stand now is kept unless another one has fewer crossings, so a small change moves little.
import { spread } from './spread';

export interface Placed {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Link = readonly [from: string, to: string];

const gap = { column: 84, row: 46, part: 70 };
const sweeps = 8;

/** One place in a column: a box, or where a long line passes through. */
interface Slot {
  id: string;
  height: number;
  /** Where it stands now, to begin with and to break ties by. */
  y: number;
  isLine: boolean;
}

/** New upper left corners by id, starting at 0/0. Boxes that are not linked to each other become parts of their own. */
export function layered(
  boxes: readonly Placed[],
  links: readonly Link[],
): Record<string, { x: number; y: number }> {
  const known = new Set(boxes.map(({ id }) => id));
  const real = links.filter(([from, to]) => from !== to && known.has(from) && known.has(to));
  const places: Record<string, { x: number; y: number }> = {};
  let top = 0;
  for (const part of parts(boxes, real)) {
    const ids = new Set(part.map(({ id }) => id));
    const inside = real.filter(([from]) => ids.has(from));
    const { at, height } = layoutPart(part, inside);
    for (const [id, { x, y }] of Object.entries(at)) places[id] = { x, y: y + top };
    top += height + gap.part;
  }
  return places;
}

/** Groups of linked boxes, the upper ones first. */
function parts(boxes: readonly Placed[], links: readonly Link[]): Placed[][] {
  const next = new Map<string, string[]>(boxes.map(({ id }) => [id, []]));
  for (const [from, to] of links) {
    next.get(from)!.push(to);
    next.get(to)!.push(from);
  }
  const order = [...boxes].sort(byPlace);
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const seen = new Set<string>();
  const found = order.flatMap((first) => {
    if (seen.has(first.id)) return [];
    const part: Placed[] = [];
    const open = [first.id];
    seen.add(first.id);
    while (open.length > 0) {
      const id = open.pop()!;
      part.push(byId.get(id)!);
      for (const other of next.get(id)!) {
        if (!seen.has(other)) open.push(other);
        seen.add(other);
      }
    }
    return [part.sort(byPlace)];
  });
  // By the mean height: one box put elsewhere must not carry its whole part past the others.
  const height = (part: readonly Placed[]) => part.reduce((sum, { y }) => sum + y, 0) / part.length;
  return found
    .map((part, index) => ({ part, index, y: height(part) }))
    .sort((a, b) => a.y - b.y || a.index - b.index)
    .map(({ part }) => part);
}

function byPlace(a: Placed, b: Placed): number {
  return a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1);
}

function layoutPart(boxes: readonly Placed[], links: readonly Link[]) {
  const column = columns(boxes, links);
  const { slots, steps } = withPassages(boxes, links, column);
  const ordered = uncrossed(slots, steps);
  const tops = spread(ordered, steps, gap.row);
  const lefts = columnLefts(boxes, column);
  const lowest = Math.min(...tops.values());
  const at = Object.fromEntries(
    boxes.map(({ id }) => [id, { x: lefts[column.get(id)!]!, y: tops.get(id)! - lowest }]),
  );
  return { at, height: Math.max(...boxes.map(({ id, height }) => at[id]!.y + height)) };
}

/** How many boxes rows pass before each box; a box that nothing leads to stands close to what it feeds. */
function columns(boxes: readonly Placed[], links: readonly Link[]): Map<string, number> {
  const into = new Map<string, string[]>(boxes.map(({ id }) => [id, []]));
  const outOf = new Map<string, string[]>(boxes.map(({ id }) => [id, []]));
  for (const [from, to] of links) {
    into.get(to)!.push(from);
    outOf.get(from)!.push(to);
  }
  const column = new Map<string, number>();
  const rank = (id: string): number => {
    const done = column.get(id);
    if (done !== undefined) return done;
    // Set before the boxes in front are looked at, so that a ring ends.
    column.set(id, 0);
    const own = Math.max(0, ...into.get(id)!.map((from) => rank(from) + 1));
    column.set(id, own);
    return own;
  };
  for (const { id } of boxes) rank(id);
  for (const { id } of boxes) {
    const later = outOf.get(id)!.map((to) => column.get(to)!);
    if (into.get(id)!.length === 0 && later.length > 0) column.set(id, Math.max(0, Math.min(...later) - 1));
  }
  return column;
}

/** Columns of slots, and the links between neighbouring columns. */
function withPassages(boxes: readonly Placed[], links: readonly Link[], column: ReadonlyMap<string, number>) {
  const slots: Slot[][] = Array.from({ length: Math.max(...column.values()) + 1 }, () => []);
  const byId = new Map(boxes.map((box) => [box.id, box]));
  for (const { id, y, height } of boxes) slots[column.get(id)!]!.push({ id, y, height, isLine: false });
  const steps: Link[] = [];
  for (const [from, to] of links) {
    const [first, last] = [column.get(from)!, column.get(to)!];
    if (last <= first) continue;
    const [start, end] = [byId.get(from)!.y, byId.get(to)!.y];
    let before = from;
    for (let at = first + 1; at < last; at++) {
      const id = `${from}>${to}>${at}`;
      const y = start + ((end - start) * (at - first)) / (last - first);
      slots[at]!.push({ id, y, height: 0, isLine: true });
      steps.push([before, id]);
      before = id;
    }
    steps.push([before, to]);
  }
  return { slots, steps };
}

/** The slots of every column in an order with few crossings, starting from where they stand. */
function uncrossed(slots: readonly Slot[][], steps: readonly Link[]): Slot[][] {
  let best = slots.map((each) => [...each].sort((a, b) => a.y - b.y || (a.id < b.id ? -1 : 1)));
  let fewest = crossings(best, steps);
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep++) {
    const tried = sweep % 2 === 0 ? ordered(best, steps, 'before') : ordered(best, steps, 'after');
    const count = crossings(tried, steps);
    if (count < fewest) [best, fewest] = [tried, count];
  }
  return best;
}

/** Each column sorted by the middle of what its slots are linked to on one side; the others keep their place. */
function ordered(slots: readonly Slot[][], steps: readonly Link[], side: 'before' | 'after'): Slot[][] {
  const linked = new Map<string, string[]>();
  for (const [from, to] of steps) {
    const [id, other] = side === 'before' ? [to, from] : [from, to];
    linked.set(id, [...(linked.get(id) ?? []), other]);
  }
  const result = slots.map((each) => [...each]);
  const order = result.map((_, index) => index);
  if (side === 'after') order.reverse();
  for (const index of order.slice(1)) {
    const neighbours = result[side === 'before' ? index - 1 : index + 1]!;
    const place = new Map(neighbours.map(({ id }, at) => [id, at]));
    const wish = result[index]!.map((slot, at) => {
      const others = (linked.get(slot.id) ?? []).map((id) => place.get(id) ?? at);
      const mean = others.reduce((sum, value) => sum + value, 0) / others.length;
      return { slot, at, wish: others.length > 0 ? mean : at };
    });
    result[index] = wish.sort((a, b) => a.wish - b.wish || a.at - b.at).map(({ slot }) => slot);
  }
  return result;
}

function crossings(slots: readonly Slot[][], steps: readonly Link[]): number {
  const place = new Map<string, readonly [column: number, at: number]>();
  slots.forEach((each, column) => each.forEach(({ id }, at) => place.set(id, [column, at])));
  const byColumn: (readonly [number, number])[][] = slots.map(() => []);
  for (const [from, to] of steps) {
    const [column, at] = place.get(from)!;
    byColumn[column]!.push([at, place.get(to)![1]]);
  }
  return byColumn.reduce((sum, lines) => sum + crossingPairs(lines), 0);
}

function crossingPairs(lines: readonly (readonly [number, number])[]): number {
  let count = 0;
  for (let a = 0; a < lines.length; a++)
    for (let b = a + 1; b < lines.length; b++)
      if ((lines[a]![0] - lines[b]![0]) * (lines[a]![1] - lines[b]![1]) < 0) count++;
  return count;
}

/** Every column as wide as its widest box. */
function columnLefts(boxes: readonly Placed[], column: ReadonlyMap<string, number>): number[] {
  const widths: number[] = [];
  for (const { id, width } of boxes) {
    const at = column.get(id)!;
    widths[at] = Math.max(widths[at] ?? 0, width);
  }
  let left = 0;
  return Array.from({ length: widths.length }, (_, at) => {
    const own = left;
    left += (widths[at] ?? 0) + gap.column;
    return own;
  });
}
