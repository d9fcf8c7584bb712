// The drawing with its groups: frames behind open ones, one card in place of folded ones. Pure.
import { FAILED, type FlowDocument, type FlowGroup } from '@eclusa/flow';
import {
  groupNodeId,
  type CanvasNode,
  type FoldedNode,
  type FoldedPort,
  type GroupData,
  type GroupNode,
} from './canvas-nodes';
import { foldedHeight } from './box-shape';
import { boxSize, type Point } from './placing';
import type { BoxNode, LineEdge } from './to-react-flow';

/** Room between a frame and its boxes; the upper side holds the name. Multiples of the grid, so that a drag snaps. */
export const framePadding = { side: 20, top: 50, bottom: 30 };

/** The class of the part a frame is dragged by. */
export const frameHead = 'group-frame-head';

interface Drawing {
  nodes: CanvasNode[];
  edges: LineEdge[];
}

/** `boxes` and `lines` as they stand now, with groups drawn. Boxes of folded groups and lines inside them are left out. */
export function groupedDrawing(
  boxes: readonly BoxNode[],
  lines: readonly LineEdge[],
  groups: readonly FlowGroup[],
): Drawing {
  if (groups.length === 0) return { nodes: [...boxes], edges: [...lines] };
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const foldedIn = new Map(
    groups
      .filter(({ folded }) => folded)
      .flatMap(({ id, nodes }) => nodes.map((node) => [node, id] as const)),
  );
  const edges = lines.flatMap((line) => crossing(line, foldedIn));
  const drawn = groups.flatMap((group): (GroupNode | FoldedNode)[] => {
    const inside = group.nodes.flatMap((id) => byId.get(id) ?? []);
    if (inside.length === 0) return [];
    return [group.folded ? foldedNode(group, inside, lines, foldedIn) : frameNode(group, inside)];
  });
  return {
    // Frames come first: they lie under their boxes, and the keyboard meets a frame before what is in it.
    nodes: [...drawn, ...boxes.filter(({ id }) => !foldedIn.has(id))],
    edges,
  };
}

function crossing(line: LineEdge, foldedIn: ReadonlyMap<string, string>): LineEdge[] {
  const [from, to] = [foldedIn.get(line.source), foldedIn.get(line.target)];
  if (from === undefined && to === undefined) return [line];
  if (from === to) return [];
  return [
    {
      ...line,
      ...(from !== undefined && {
        source: groupNodeId(from),
        sourceHandle: `${line.source}.${line.sourceHandle ?? ''}`,
      }),
      ...(to !== undefined && {
        target: groupNodeId(to),
        targetHandle: `${line.target}.${line.targetHandle ?? ''}`,
      }),
    },
  ];
}

function sizeOf({ measured }: BoxNode): { width: number; height: number } {
  return { width: measured?.width ?? boxSize.width, height: measured?.height ?? boxSize.height };
}

/** The upper left corner of these boxes. */
function corner(inside: readonly BoxNode[]): Point {
  return {
    x: Math.min(...inside.map(({ position }) => position.x)),
    y: Math.min(...inside.map(({ position }) => position.y)),
  };
}

/** What both pictures of a group know of its boxes. */
function dataOf(group: FlowGroup, inside: readonly BoxNode[]): GroupData {
  return {
    group,
    places: Object.fromEntries(inside.map(({ id, position }) => [id, position])),
    errors: inside.reduce((sum, { data }) => sum + data.errors, 0),
  };
}

function frameNode(group: FlowGroup, inside: readonly BoxNode[]): GroupNode {
  const { x, y } = corner(inside);
  const right = Math.max(...inside.map((box) => box.position.x + sizeOf(box).width));
  const bottom = Math.max(...inside.map((box) => box.position.y + sizeOf(box).height));
  const size = {
    width: right - x + 2 * framePadding.side,
    height: bottom - y + framePadding.top + framePadding.bottom,
  };
  return {
    id: groupNodeId(group.id),
    type: 'frame',
    ariaLabel: group.name,
    position: { x: x - framePadding.side, y: y - framePadding.top },
    ...size,
    measured: size,
    zIndex: -1,
    // Its inside is the canvas's; only its head takes the mouse.
    style: { pointerEvents: 'none' },
    dragHandle: `.${frameHead}`,
    data: dataOf(group, inside),
  };
}

function foldedNode(
  group: FlowGroup,
  inside: readonly BoxNode[],
  lines: readonly LineEdge[],
  foldedIn: ReadonlyMap<string, string>,
): FoldedNode {
  const names = new Map(inside.map(({ id, ariaLabel }) => [id, ariaLabel ?? id]));
  const isOutside = (id: string) => foldedIn.get(id) !== group.id;
  const ends = (side: 'source' | 'target'): FoldedPort[] => {
    const other = side === 'source' ? 'target' : 'source';
    const found = lines
      .filter((line) => names.has(line[side]) && isOutside(line[other]))
      .map((line) => {
        const port = line[`${side}Handle`] ?? '';
        return { id: `${line[side]}.${port}`, name: names.get(line[side])!, failed: port === FAILED };
      });
    return [...new Map(found.map((port) => [port.id, port])).values()];
  };
  const [inputs, outputs] = [ends('target'), ends('source')];
  return {
    id: groupNodeId(group.id),
    type: 'folded',
    ariaLabel: group.name,
    position: corner(inside),
    measured: { width: boxSize.width, height: foldedHeight(inputs.length + outputs.length) },
    data: { ...dataOf(group, inside), inputs, outputs },
  };
}

/** The box and port behind an end of a line: the canvas's ids, or those inside a folded group. */
export function innerEnd(node: string, handle: string): { node: string; port: string } {
  const dot = handle.indexOf('.');
  return node.includes(':') && dot > 0
    ? { node: handle.slice(0, dot), port: handle.slice(dot + 1) }
    : { node, port: handle };
}

/** The group a box is in, or undefined. */
export function groupAround({ layout }: Pick<FlowDocument, 'layout'>, box: string): FlowGroup | undefined {
  return layout.groups?.find(({ nodes }) => nodes.includes(box));
}
