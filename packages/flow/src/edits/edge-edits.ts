// Edits of arrows. What may be connected is the business of `canConnect`; here only the impossible is refused.
import type { FlowDocument } from '../document';
import { edgeId } from '../document';
import { UserError } from '../errors';
import { sameEdge } from '../validation/connections';
import type { EditOf } from './edit';
import { addNode, nodeGone } from './node-edits';
import { keep, member } from './records';

const maxEdges = 20_000;

export function connect(document: FlowDocument, { edge }: EditOf<'connect'>): FlowDocument {
  member(document.nodes, edge.from.node, nodeGone);
  member(document.nodes, edge.to.node, nodeGone);
  const values = { from: edge.from.node, to: edge.to.node };
  if (edge.from.node === edge.to.node) throw new UserError('flow.edge-to-itself', { values });
  if (document.edges.some((other) => sameEdge(other, edge)))
    throw new UserError('flow.edge-twice', { values });
  if (document.edges.length >= maxEdges)
    throw new UserError('flow.too-many-edges', { values: { limit: maxEdges } });
  return { ...document, edges: [...document.edges, edge] };
}

export function disconnect(document: FlowDocument, { edges }: EditOf<'disconnect'>): FlowDocument {
  const gone = new Set(edges.map(edgeId));
  const kept = keep(document.edges, (edge) => !gone.has(edgeId(edge)));
  const known = new Set(document.edges.map(edgeId));
  const missing = edges.find((edge) => !known.has(edgeId(edge)));
  if (missing)
    throw new UserError('flow.edge-gone', { values: { from: missing.from.node, to: missing.to.node } });
  return kept === document.edges ? document : { ...document, edges: kept };
}

export function insertOnEdge(document: FlowDocument, edit: EditOf<'insert-on-edge'>): FlowDocument {
  const { edge, id, node, at, input = 'in', output = 'out' } = edit;
  const opened = disconnect(document, { type: 'disconnect', edges: [edge] });
  const added = addNode(opened, { type: 'add-node', id, node, at });
  const into = { from: edge.from, to: { node: id, port: input } };
  const onward = { from: { node: id, port: output }, to: edge.to };
  const first = connect(added, { type: 'connect', edge: into });
  return connect(first, { type: 'connect', edge: onward });
}
