// Tidying a whole flow up: boxes of a group stay together, and the drawing stays where it is on the canvas. Pure.
import type { FlowDocument, FlowGroup } from '@eclusa/flow';
import { framePadding } from '../canvas/grouped';
import { boxSize, snapped, type Point } from '../canvas/placing';
import { layered, type Link, type Placed } from './layered';

type Sizes = Readonly<Record<string, { width: number; height: number }>>;

/**
 * New places by box id. `sizes` of boxes as they are drawn, and of folded groups by their group's id after `group:`;
 * the usual size where one is missing.
 */
export function tidyLayout(document: FlowDocument, sizes: Sizes = {}): Record<string, Point> {
  const ids = Object.keys(document.nodes);
  if (ids.length === 0) return {};
  const at = (id: string) => document.layout.nodes[id] ?? { x: 0, y: 0 };
  const placed = (id: string): Placed => ({ id, ...at(id), ...(sizes[id] ?? boxSize) });
  const links = document.edges.map(({ from, to }): Link => [from.node, to.node]);
  const clusters = (document.layout.groups ?? []).map((group) =>
    cluster(group, group.nodes.map(placed), links, sizes[`group:${group.id}`] ?? boxSize),
  );
  const owner = new Map(clusters.flatMap(({ box, inside }) => Object.keys(inside).map((id) => [id, box.id])));
  const outer = layered(
    [...clusters.map(({ box }) => box), ...ids.filter((id) => !owner.has(id)).map(placed)],
    links.map(([from, to]): Link => [owner.get(from) ?? from, owner.get(to) ?? to]),
  );
  const corner = cornerOf(ids.map(at));
  const places = ids.map((id): [string, Point] => {
    const around = clusters.find(({ box }) => box.id === owner.get(id));
    const { x, y } = outer[around?.box.id ?? id]!;
    const inner = around?.inside[id] ?? { x: 0, y: 0 };
    return [id, { x: x + inner.x, y: y + inner.y }];
  });
  // What stood at the upper left stays there.
  const start = cornerOf(places.map(([, place]) => place));
  return Object.fromEntries(
    places.map(([id, { x, y }]) => [id, snapped({ x: x - start.x + corner.x, y: y - start.y + corner.y })]),
  );
}

/** A group as one box among the others: as large as its frame, or as its card while it is folded. */
function cluster(
  group: FlowGroup,
  members: readonly Placed[],
  links: readonly Link[],
  foldedSize: { width: number; height: number },
): { box: Placed; inside: Record<string, Point> } {
  const own = layered(members, links);
  const { side, top, bottom } = framePadding;
  const pad = group.folded ? { x: 0, y: 0 } : { x: side, y: top };
  const inside = Object.fromEntries(
    Object.entries(own).map(([id, { x, y }]) => [id, { x: x + pad.x, y: y + pad.y }]),
  );
  const right = Math.max(...members.map(({ id, width }) => inside[id]!.x + width));
  const low = Math.max(...members.map(({ id, height }) => inside[id]!.y + height));
  const size = group.folded ? foldedSize : { width: right + side, height: low + bottom };
  return { box: { id: `group:${group.id}`, ...cornerOf(members), ...size }, inside };
}

function cornerOf(points: readonly Point[]): Point {
  return { x: Math.min(...points.map(({ x }) => x)), y: Math.min(...points.map(({ y }) => y)) };
}
