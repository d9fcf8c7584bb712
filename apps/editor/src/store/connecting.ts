// Whether two ports may be joined, and why not: the flow language's answer, as the canvas asks for it.
import { canConnect, type Catalogue, type FlowDocument, type FlowEdge, type Text } from '@eclusa/flow';

/** The reason a line is refused, or null when it may be drawn. */
export function whyNot(document: FlowDocument, catalogue: Catalogue, edge: FlowEdge): Text | null {
  const answer = canConnect(document, catalogue, edge);
  return answer.ok ? null : answer.text;
}
