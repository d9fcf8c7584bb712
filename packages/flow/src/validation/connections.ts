// Whether one edge may be drawn: the same rules for a saved flow and for an edge being dragged.
import { type FlowDocument, type FlowEdge } from '../document';
import type { ErrorValues } from '../errors';
import { sentences } from '../messages/index';
import type { Catalogue } from '../node';
import type { Text } from '../text';
import { boxName, inputPort, outputPort, own, reachable, successors } from './graph';

export interface Refusal {
  code: string;
  values: ErrorValues;
}

/** Why this edge cannot be, whatever else is drawn; null when it can. */
export function refuseEdge(document: FlowDocument, catalogue: Catalogue, edge: FlowEdge): Refusal | null {
  const { from, to } = edge;
  const source = own(document.nodes, from.node);
  const target = own(document.nodes, to.node);
  if (!source || !target) {
    return { code: 'flow.edge-dangling', values: { box: source ? to.node : from.node } };
  }
  const names = { from: boxName(from.node, document, catalogue), to: boxName(to.node, document, catalogue) };
  if (from.node === to.node) return { code: 'flow.edge-to-itself', values: names };
  const sourceType = catalogue.get(source.type);
  const targetType = catalogue.get(target.type);
  // Unknown types are told once, at the box.
  if (!sourceType || !targetType) return null;
  if (targetType.inputs.length === 0) return { code: 'flow.edge-into-source', values: names };
  const output = outputPort(source, sourceType, from.port);
  if (!output) return { code: 'flow.no-output', values: { ...names, port: from.port } };
  const input = inputPort(targetType, to.port);
  if (!input) return { code: 'flow.no-input', values: { ...names, port: to.port } };
  if (output.type !== input.type) {
    return {
      code: 'flow.port-types-differ',
      values: { ...names, given: portWord[output.type], wanted: portWord[input.type] },
    };
  }
  return null;
}

const portWord = {
  row: { en: 'rows', es: 'filas', pt: 'linhas' },
  file: { en: 'files', es: 'archivos', pt: 'arquivos' },
};

export type Connectable = { ok: true } | { ok: false; code: string; text: Text };

/** Whether the editor may let go of this edge here, and if not, why. */
export function canConnect(document: FlowDocument, catalogue: Catalogue, edge: FlowEdge): Connectable {
  const refusal = refuseEdge(document, catalogue, edge) ?? refuseInDrawing(document, catalogue, edge);
  if (!refusal) return { ok: true };
  return { ok: false, code: refusal.code, text: sentences(refusal.code, refusal.values) };
}

function refuseInDrawing(document: FlowDocument, catalogue: Catalogue, edge: FlowEdge): Refusal | null {
  const values = {
    from: boxName(edge.from.node, document, catalogue),
    to: boxName(edge.to.node, document, catalogue),
  };
  if (document.edges.some((other) => sameEdge(other, edge))) return { code: 'flow.edge-twice', values };
  if (!reachable([edge.to.node], successors(document.edges)).has(edge.from.node)) return null;
  return { code: 'flow.edge-closes-ring', values };
}

export function sameEdge(a: FlowEdge, b: FlowEdge): boolean {
  return (
    a.from.node === b.from.node &&
    a.from.port === b.from.port &&
    a.to.node === b.to.node &&
    a.to.port === b.to.port
  );
}
