// Connects a box that nothing leads to, or that leads nowhere, where one place is the obvious one.
import type { FlowDocument, FlowEdge } from '../document';
import { type Catalogue, FAILED, outputPorts } from '../node';
import { canConnect } from '../validation/connections';
import { boxName, own } from '../validation/graph';
import type { Problem } from '../validation/problem';
import type { Text } from '../text';
import type { Repair } from './repair';

/** Joins the box to the nearest loose end on its left, or, for a source, to the nearest box without an arrow. */
export function connectBox(problem: Problem, document: FlowDocument, catalogue: Catalogue): Repair | null {
  const { node, code } = problem;
  if (node === undefined) return null;
  const isBack = code !== 'flow.source-unused';
  const input = code === 'flow.input-not-connected' ? openInput(node, document, catalogue) : undefined;
  const candidates = Object.keys(document.nodes).filter((id) => id !== node);
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

/** From a free main output of `from` to an input of `to` that has no arrow. */
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
  const isFree = (port: string) =>
    !document.edges.some((edge) => edge.from.node === from && edge.from.port === port);
  const isOpen = (port: string) =>
    !document.edges.some((edge) => edge.to.node === to && edge.to.port === port);
  const ports = outputPorts(startType, start.config).filter(({ id }) => id !== FAILED && isFree(id));
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

/** The one nearest on the canvas; the only one when nothing has a place. */
function closest(
  node: string,
  edges: readonly FlowEdge[],
  { layout }: FlowDocument,
  isBack: boolean,
): FlowEdge | undefined {
  const here = layout.nodes[node];
  if (!here || edges.length < 2) return edges[0];
  const distance = (edge: FlowEdge) => {
    const there = layout.nodes[isBack ? edge.from.node : edge.to.node];
    if (!there) return Infinity;
    const along = isBack ? here.x - there.x : there.x - here.x;
    // Rows go from left to right: what stands on the wrong side is the last choice.
    return Math.hypot(along, there.y - here.y) + (along < 0 ? 10_000 : 0);
  };
  return [...edges].sort((a, b) => distance(a) - distance(b))[0];
}
