// The graph of a flow: an order to run it in, and where rows really go once disabled nodes are bridged.
import { UserError, edgeId } from '@eclusa/flow';
import type { FlowEdge } from '@eclusa/flow';
import type { PlanNode, Target } from './plan';

/** All nodes, each after those that hand it rows. Throws UserError `engine.edge-dangling` or `engine.cycle`. */
export function inOrder(nodes: ReadonlyMap<string, PlanNode>, edges: readonly FlowEdge[]): string[] {
  const waitsFor = new Map([...nodes.keys()].map((id) => [id, 0]));
  const next = new Map<string, string[]>();
  for (const edge of edges) {
    for (const end of [edge.from, edge.to]) {
      if (!nodes.has(end.node)) {
        throw new UserError('engine.edge-dangling', { values: { edge: edgeId(edge), node: end.node } });
      }
    }
    waitsFor.set(edge.to.node, (waitsFor.get(edge.to.node) ?? 0) + 1);
    next.set(edge.from.node, [...(next.get(edge.from.node) ?? []), edge.to.node]);
  }
  const order = [...nodes.keys()].filter((id) => waitsFor.get(id) === 0);
  for (let done = 0; done < order.length; done++) {
    for (const id of next.get(order[done] as string) ?? []) {
      const left = (waitsFor.get(id) ?? 0) - 1;
      waitsFor.set(id, left);
      if (left === 0) order.push(id);
    }
  }
  if (order.length < nodes.size) {
    const inCycle = [...nodes.keys()].filter((id) => !order.includes(id));
    throw new UserError('engine.cycle', { values: { nodes: inCycle.join(', ') } });
  }
  return order;
}

type Routes = Map<string, Map<string, Target[]>>;

/**
 * By node and output port: the inputs its rows reach, disabled nodes stepped over. Nothing leads to a disabled node,
 * but a replay may begin at one.
 */
export function routeEdges(nodes: ReadonlyMap<string, PlanNode>, edges: readonly FlowEdge[]): Routes {
  const leaving = new Map<string, FlowEdge[]>();
  for (const edge of edges) leaving.set(edge.from.node, [...(leaving.get(edge.from.node) ?? []), edge]);

  const reach = (edge: FlowEdge): { node: string; port: string }[] => {
    const target = nodes.get(edge.to.node) as PlanNode;
    if (!target.disabled) return [edge.to];
    return (leaving.get(target.id) ?? []).filter((on) => on.from.port === target.outputs[0]).flatMap(reach);
  };

  const routes: Routes = new Map();
  const meeting = new Map<string, Target[]>();
  for (const edge of edges) {
    const ports = routes.get(edge.from.node) ?? new Map<string, Target[]>();
    routes.set(edge.from.node, ports);
    for (const end of reach(edge)) {
      const target: Target = { ...end, tag: '' };
      ports.set(edge.from.port, [...(ports.get(edge.from.port) ?? []), target]);
      if (nodes.get(edge.from.node)?.disabled) continue;
      meeting.set(end.node, [...(meeting.get(end.node) ?? []), target]);
    }
  }
  tagMeetings(meeting);
  return routes;
}

// One number per way over the whole flow: a row's path then never reads the same for two ways into a node.
function tagMeetings(meeting: ReadonlyMap<string, readonly Target[]>): void {
  let number = 0;
  for (const targets of meeting.values()) {
    if (targets.length > 1) for (const target of targets) target.tag = `~${number++}`;
  }
}
