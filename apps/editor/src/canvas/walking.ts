// Going from box to box along the lines, and up and down, without a mouse. Pure.
import type { FlowDocument } from '@eclusa/flow';
import { groupNodeId, groupOf } from './canvas-nodes';
import { boxSize, type Point } from './placing';

export type Way = 'next' | 'previous' | 'above' | 'below';

/** What is seen of the drawing: boxes, and one thing for each folded group. */
function seen({ nodes, layout }: FlowDocument) {
  const folded = (layout.groups ?? []).filter((group) => group.folded);
  const owner = new Map(
    folded.flatMap(({ id, nodes: inside }) => inside.map((node) => [node, groupNodeId(id)])),
  );
  const places = new Map<string, Point>();
  for (const id of Object.keys(nodes)) {
    const at = layout.nodes[id] ?? { x: 0, y: 0 };
    const shown = owner.get(id) ?? id;
    const before = places.get(shown) ?? at;
    places.set(shown, { x: Math.min(before.x, at.x), y: Math.min(before.y, at.y) });
  }
  return { places, shownAs: (id: string) => owner.get(id) ?? id };
}

/** The id on the canvas to go to; the first box when `from` is not on it; undefined when there is none that way. */
export function walk(document: FlowDocument, from: string | undefined, way: Way): string | undefined {
  const { places, shownAs } = seen(document);
  const start = from !== undefined && groupOf(from) === undefined ? shownAs(from) : from;
  const here = start === undefined ? undefined : places.get(start);
  if (start === undefined || !here) return nearest(places, { x: -1e9, y: -1e9 });
  if (way === 'next' || way === 'previous') {
    const [own, other] = way === 'next' ? (['from', 'to'] as const) : (['to', 'from'] as const);
    const linked = document.edges
      .filter((edge) => shownAs(edge[own].node) === start)
      .map((edge) => shownAs(edge[other].node))
      .filter((id) => id !== start && places.has(id));
    return nearest(new Map(linked.map((id) => [id, places.get(id)!])), here);
  }
  const beyond = [...places].filter(([id, { x, y }]) => {
    const inColumn = Math.abs(x - here.x) < boxSize.width;
    return id !== start && inColumn && (way === 'below' ? y > here.y : y < here.y);
  });
  return nearest(new Map(beyond), here);
}

/** The nearest of these; the upper one of two equally near. */
function nearest(places: ReadonlyMap<string, Point>, to: Point): string | undefined {
  const sorted = [...places].sort(([a, p], [b, q]) => {
    const away = Math.hypot(p.x - to.x, p.y - to.y) - Math.hypot(q.x - to.x, q.y - to.y);
    return away || p.y - q.y || (a < b ? -1 : 1);
  });
  return sorted[0]?.[0];
}
