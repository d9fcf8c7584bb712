// Checks of the arrows: each one by itself, rings, and boxes that no row ever reaches.
import { edgeId, type FlowDocument, type FlowEdge } from '../document';
import { type Catalogue, outputPorts } from '../node';
import { refuseEdge } from './connections';
import { boxName, own, peel, reachable, rings, successors } from './graph';
import { error, type Problem, warning } from './problem';

const maxChain = 200;

export function checkEdges(document: FlowDocument, catalogue: Catalogue): Problem[] {
  const sound = document.edges.filter(
    ({ from, to }) => own(document.nodes, from.node) && own(document.nodes, to.node) && from.node !== to.node,
  );
  const circles = checkRings(document, catalogue, sound);
  return [
    ...document.edges.flatMap((edge) => checkEdge(document, catalogue, edge)),
    ...checkTwins(document, catalogue),
    ...circles,
    ...(circles.length > 0 ? [] : checkLength(document, sound)),
    ...checkReach(document, catalogue, sound),
  ];
}

function checkEdge(document: FlowDocument, catalogue: Catalogue, edge: FlowEdge): Problem[] {
  const refusal = refuseEdge(document, catalogue, edge);
  if (!refusal) return [];
  const node = own(document.nodes, edge.from.node) ? edge.from.node : edge.to.node;
  const place = own(document.nodes, node) ? { node, edge: edgeId(edge) } : { edge: edgeId(edge) };
  return [error(refusal.code, place, refusal.values)];
}

function checkTwins(document: FlowDocument, catalogue: Catalogue): Problem[] {
  const seen = new Set<string>();
  return document.edges.flatMap((edge) => {
    const id = edgeId(edge);
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const values = {
      from: boxName(edge.from.node, document, catalogue),
      to: boxName(edge.to.node, document, catalogue),
    };
    return [error('flow.edge-twice', { node: edge.from.node, edge: id }, values)];
  });
}

function checkRings(document: FlowDocument, catalogue: Catalogue, edges: FlowEdge[]): Problem[] {
  return rings(Object.keys(document.nodes), edges).map((ring) => {
    const [first = ''] = ring;
    const boxes = {
      en: ringText(ring, document, catalogue, 'en'),
      es: ringText(ring, document, catalogue, 'es'),
      pt: ringText(ring, document, catalogue, 'pt'),
    };
    return error('flow.ring', { node: first }, { boxes, nodes: ring });
  });
}

function ringText(
  ring: string[],
  document: FlowDocument,
  catalogue: Catalogue,
  locale: 'en' | 'es' | 'pt',
): string {
  const names = [...ring, ring[0] ?? ''].map((id) => {
    const name = boxName(id, document, catalogue);
    return typeof name === 'string' ? name : String((name as Record<string, string>)[locale]);
  });
  return names.join(' → ');
}

function checkLength(document: FlowDocument, edges: FlowEdge[]): Problem[] {
  const { depth } = peel(Object.keys(document.nodes), edges);
  const tooFar = [...depth].find(([, length]) => length > maxChain);
  return tooFar ? [error('flow.chain-too-long', { node: tooFar[0] }, { limit: maxChain })] : [];
}

/** No source at all, boxes without arrows, and boxes whose arrows come from nowhere. */
function checkReach(document: FlowDocument, catalogue: Catalogue, edges: FlowEdge[]): Problem[] {
  const known = Object.entries(document.nodes).filter(([, node]) => catalogue.has(node.type));
  const isSource = (type: string) => catalogue.get(type)?.behaviour.kind === 'source';
  const sources = known.filter(([, node]) => !node.disabled && isSource(node.type)).map(([id]) => id);
  if (sources.length === 0) return [error('flow.no-source', {})];
  const reached = reachable(sources, successors(edges.filter((edge) => carries(edge, document, catalogue))));
  return known.flatMap(([id, node]) => {
    if (node.disabled) return [];
    const values = { box: boxName(id, document, catalogue) };
    if (isSource(node.type)) {
      return edges.some(({ from }) => from.node === id)
        ? []
        : [warning('flow.source-unused', { node: id }, values)];
    }
    if (!edges.some(({ to }) => to.node === id))
      return [warning('flow.node-not-connected', { node: id }, values)];
    if (!reached.has(id)) return [warning('flow.node-not-reached', { node: id }, values)];
    return checkInputs(id, node.type, catalogue, edges, values);
  });
}

/** A disabled box lets rows out by its first output only. */
function carries({ from }: FlowEdge, document: FlowDocument, catalogue: Catalogue): boolean {
  const node = own(document.nodes, from.node);
  const type = node && catalogue.get(node.type);
  return !node?.disabled || !type || outputPorts(type, node.config)[0]?.id === from.port;
}

/**
 * A box with several inputs, such as a join, waits for all of them, and tells rows apart by the input they come in at:
 * without one it has nothing to put together, and two arrows into one leave open which of them a match is from.
 */
function checkInputs(
  id: string,
  type: string,
  catalogue: Catalogue,
  edges: FlowEdge[],
  values: { box: ReturnType<typeof boxName> },
): Problem[] {
  const inputs = catalogue.get(type)?.inputs ?? [];
  return inputs.flatMap((port): Problem[] => {
    const into = edges.filter(({ to }) => to.node === id && to.port === port.id);
    const more = { ...values, port: { ...port.name } };
    if (into.length === 0) return [error('flow.input-not-connected', { node: id }, more)];
    if (inputs.length === 1 || into.length === 1) return [];
    const last = into.at(-1) as FlowEdge;
    return [error('flow.join-ambiguous', { node: id, edge: edgeId(last) }, { ...more, count: into.length })];
  });
}
