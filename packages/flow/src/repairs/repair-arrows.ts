// Connects a box that nothing leads to, or that leads nowhere, where one place is the obvious one.
import type { FlowDocument, FlowEdge } from '../document';
import { type Catalogue, FAILED, outputPorts } from '../node';
import { canConnect } from '../validation/connections';
import { boxName, own } from '../validation/graph';
import type { Problem } from '../validation/problem';
import type { Text } from '../text';
import type { Repair } from './repair';

/**
 * Joins the box to the nearest output on its left, a loose end before one that is in use, or, for a source, to the
 * nearest box without an arrow. A box that feeds it already is not asked to feed its other input too.
 */
export function connectBox(problem: Problem, document: FlowDocument, catalogue: Catalogue): Repair | null {
  const { node, code } = problem;
  if (node === undefined) return null;
  const isBack = code !== 'flow.source-unused';
  const input = code === 'flow.input-not-connected' ? openInput(node, document, catalogue) : undefined;
  const feeds = (id: string) => document.edges.some(({ from, to }) => from.node === id && to.node === node);
  const candidates = Object.keys(document.nodes).filter((id) => id !== node && !(isBack && feeds(id)));
  const edges = candidates.flatMap((other): FlowEdge[] => {
    const edge = isBack
      ? arrow(document, catalogue, other, node, input)
      : arrow(document, catalogue, node, other);
    return edge ? [edge] : [];
  });
  const nearest = closest(node, edges, document, isBack);
  if (!nearest) return null;
  const other = isBack ? nearest.from.node : nearest.to.node;
  const name = boxName(other, document, catalogue) as string | Text;
  return {
    kind: isBack ? 'connect-after' : 'connect-to',
    edits: [{ type: 'connect', edge: nearest }],
    values: { box: name },
  };
}

/** From a main output of `from`, a loose one if there is one, to an input of `to` that has no arrow. */
function arrow(
  document: FlowDocument,
  catalogue: Catalogue,
  from: string,
  to: string,
  input?: string,
): FlowEdge | undefined {
  const [start, end] = [own(document.nodes, from), own(document.nodes, to)];
  const [startType, endType] = [catalogue.get(start?.type ?? ''), catalogue.get(end?.type ?? '')];
  if (!start || !startType || !endType) return undefined;
  const isOpen = (port: string) =>
    !document.edges.some((edge) => edge.to.node === to && edge.to.port === port);
  const ports = outputPorts(startType, start.config)
    .filter(({ id }) => id !== FAILED)
    .sort((a, b) => Number(isUsed(document, from, a.id)) - Number(isUsed(document, from, b.id)));
  const ends = endType.inputs.filter(({ id }) => (input === undefined || id === input) && isOpen(id));
  return ports
    .flatMap(({ id }) =>
      ends.map((port): FlowEdge => ({ from: { node: from, port: id }, to: { node: to, port: port.id } })),
    )
    .find((edge) => canConnect(document, catalogue, edge).ok);
}

function openInput(node: string, { nodes, edges }: FlowDocument, catalogue: Catalogue): string | undefined {
  const inputs = catalogue.get(own(nodes, node)?.type ?? '')?.inputs ?? [];
  return inputs.find(({ id }) => !edges.some(({ to }) => to.node === node && to.port === id))?.id;
}

function isUsed({ edges }: FlowDocument, node: string, port: string): boolean {
  return edges.some(({ from }) => from.node === node && from.port === port);
}

/** The one nearest on the canvas; the first one when nothing has a place. */
function closest(
  node: string,
  edges: readonly FlowEdge[],
  document: FlowDocument,
  isBack: boolean,
): FlowEdge | undefined {
  const { layout } = document;
  const here = layout.nodes[node];
  if (!here || edges.length < 2) return edges[0];
  const distance = (edge: FlowEdge) => {
    const there = layout.nodes[isBack ? edge.from.node : edge.to.node];
    if (!there) return Infinity;
    const along = isBack ? here.x - there.x : there.x - here.x;
    // Rows go from left to right: what stands on the wrong side is the last choice.
    const side = along <= 0 ? 100_000 : 0;
    const used = isUsed(document, edge.from.node, edge.from.port) ? 10_000 : 0;
    return Math.hypot(along, there.y - here.y) + side + used;
  };
  return [...edges].sort((a, b) => distance(a) - distance(b))[0];
}
