// Can the source of a run be read again from one of its pages? Pure.
import type { Catalogue, FlowDocument, FlowNode } from '@eclusa/flow';

/** Why it cannot: the run read no source, there are several, or a box that needs all rows would get half of them. */
export type RerunRefusal = 'replay' | 'sources' | 'barrier';
export type RerunPlace = { source: string } | { refused: RerunRefusal };

/** The one source that the pages of such a flow come from. */
export function rerunPlace(
  { replayOf }: { replayOf: string | null },
  document: FlowDocument,
  nodes: Catalogue,
): RerunPlace {
  if (replayOf) return { refused: 'replay' };
  const of = (kind: string): string[] =>
    Object.entries(document.nodes)
      .filter(([, node]) => !node.disabled && nodes.get(node.type)?.behaviour.kind === kind)
      .map(([id]) => id);
  if (of('barrier').length > 0) return { refused: 'barrier' };
  const [source, ...others] = of('source');
  return source === undefined || others.length > 0 ? { refused: 'sources' } : { source };
}

/** A cursor means something to the very source that gave it only. */
export function readsTheSame(one: FlowNode | undefined, other: FlowNode | undefined): boolean {
  const told = (node: FlowNode | undefined) =>
    node && JSON.stringify([node.type, node.version, sorted(node)]);
  return one !== undefined && told(one) === told(other);
}

function sorted({ config }: FlowNode): unknown {
  return Object.entries(config).sort(([a], [b]) => (a < b ? -1 : 1));
}
