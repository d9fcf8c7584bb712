// The stages of a plan: what each source or barrier reaches before the next barrier.
import type { PlanEntry, PlanNode } from './plan';

type Nodes = ReadonlyMap<string, PlanNode>;

/** Sources and barriers in running order, each with its part of the graph. */
export function findEntries(nodes: Nodes, order: readonly string[]): PlanEntry[] {
  const reached = new Map<string, Reach>();
  for (const id of order) {
    if (isEntry(nodes.get(id) as PlanNode)) reached.set(id, reachFrom(nodes, id));
  }
  return [...reached].map(([id, reach]) => {
    const node = nodes.get(id) as PlanNode;
    const fedByPort = (port: string): string[] =>
      [...reached].filter(([, other]) => other.barriers.get(id)?.has(port)).map(([entry]) => entry);
    const barrier = node.type.behaviour.kind === 'barrier';
    const inputs = barrier ? node.inputs.map((port) => ({ port, entries: fedByPort(port) })) : [];
    return {
      node: id,
      kind: barrier ? 'barrier' : 'source',
      port: node.outputs[0] ?? 'out',
      nodes: order.filter((candidate) => reach.nodes.has(candidate)),
      feeds: order.filter((candidate) => reach.barriers.has(candidate)),
      fedBy: [...new Set(inputs.flatMap((input) => input.entries))],
      inputs,
    };
  });
}

interface Reach {
  nodes: Set<string>;
  /** Input ports by barrier. */
  barriers: Map<string, Set<string>>;
}

function isEntry(node: PlanNode): boolean {
  return node.type.behaviour.kind === 'source' || node.type.behaviour.kind === 'barrier';
}

function reachFrom(nodes: Nodes, start: string): Reach {
  const reach: Reach = { nodes: new Set(), barriers: new Map() };
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const target of [...(nodes.get(id) as PlanNode).targets.values()].flat()) {
      if ((nodes.get(target.node) as PlanNode).type.behaviour.kind === 'barrier') {
        const ports = reach.barriers.get(target.node) ?? new Set();
        reach.barriers.set(target.node, ports.add(target.port));
      } else if (!reach.nodes.has(target.node)) {
        reach.nodes.add(target.node);
        open.push(target.node);
      }
    }
  }
  return reach;
}
