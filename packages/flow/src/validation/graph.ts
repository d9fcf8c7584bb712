// The drawn graph as validation and the editor read it: placed nodes with their ports, and ways between them.
import type { FlowDocument, FlowEdge, FlowNode } from '../document';
import type { Json } from '../json';
import { type Catalogue, type NodeDescription, outputPorts, type Port } from '../node';

/** A member by name, own members only: an id may be called `constructor`. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

export function typeOf(node: FlowNode, catalogue: Catalogue): NodeDescription | undefined {
  return catalogue.get(node.type);
}

/** What the person calls the box: their own name for it, or the catalogue's. */
export function boxName(id: string, document: FlowDocument, catalogue: Catalogue): Json {
  const node = own(document.nodes, id);
  if (!node) return id;
  return node.name || ({ ...(catalogue.get(node.type)?.name ?? { en: id, es: id, pt: id }) } as Json);
}

export function outputPort(node: FlowNode, type: NodeDescription, port: string): Port | undefined {
  return outputPorts(type, node.config).find(({ id }) => id === port);
}

export function inputPort(type: NodeDescription, port: string): Port | undefined {
  return type.inputs.find(({ id }) => id === port);
}

/** Ids of the nodes that each node's edges lead to. */
export function successors(edges: readonly FlowEdge[]): Map<string, string[]> {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const targets = next.get(from.node);
    if (targets) targets.push(to.node);
    else next.set(from.node, [to.node]);
  }
  return next;
}

/** All nodes that can be reached from `starts`, those included. */
export function reachable(
  starts: Iterable<string>,
  next: ReadonlyMap<string, readonly string[]>,
): Set<string> {
  const seen = new Set(starts);
  const waiting = [...seen];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const target of next.get(node) ?? []) {
      if (seen.has(target)) continue;
      seen.add(target);
      waiting.push(target);
    }
  }
  return seen;
}

/**
 * Takes away every node that nothing left leads to, again and again. What stays lies on or behind a ring.
 * Answers the order of taking, and for each taken node the length of the longest way to it.
 */
export function peel(nodes: readonly string[], edges: readonly FlowEdge[]) {
  const incoming = new Map(nodes.map((id) => [id, 0]));
  for (const { to } of edges) incoming.set(to.node, (incoming.get(to.node) ?? 0) + 1);
  const next = successors(edges);
  const depth = new Map<string, number>();
  const ready = nodes.filter((id) => incoming.get(id) === 0);
  for (const id of ready) depth.set(id, 1);
  for (let at = 0; at < ready.length; at++) {
    const id = ready[at] as string;
    for (const target of next.get(id) ?? []) {
      depth.set(target, Math.max(depth.get(target) ?? 0, (depth.get(id) ?? 0) + 1));
      const left = (incoming.get(target) ?? 0) - 1;
      incoming.set(target, left);
      if (left === 0) ready.push(target);
    }
  }
  const taken = new Set(ready);
  return { order: ready, depth, stuck: nodes.filter((id) => !taken.has(id)) };
}

/** One ring for every group of nodes that lead to each other, as ids in the order of the arrows. */
export function rings(nodes: readonly string[], edges: readonly FlowEdge[]): string[][] {
  const { stuck } = peel(nodes, edges);
  const left = new Set(stuck);
  const next = successors(edges.filter(({ from, to }) => left.has(from.node) && left.has(to.node)));
  const found: string[][] = [];
  for (const start of stuck) {
    if (!left.has(start)) continue;
    const ring = ringThrough(start, next);
    if (!ring) {
      left.delete(start);
      continue;
    }
    found.push(ring);
    // What leads to this ring and back belongs to the same knot: one sentence for it is enough.
    for (const id of reachable([start], next)) {
      if (ringThrough(id, next)?.some((each) => ring.includes(each))) left.delete(id);
    }
    for (const id of ring) left.delete(id);
  }
  return found;
}

/** The shortest way from `start` back to itself. */
function ringThrough(start: string, next: ReadonlyMap<string, readonly string[]>): string[] | null {
  const cameFrom = new Map<string, string>();
  const waiting = [start];
  for (let at = 0; at < waiting.length; at++) {
    const id = waiting[at] as string;
    for (const target of next.get(id) ?? []) {
      if (target === start) return wayBack(id, start, cameFrom);
      if (cameFrom.has(target)) continue;
      cameFrom.set(target, id);
      waiting.push(target);
    }
  }
  return null;
}

function wayBack(end: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way = [end];
  for (let id = end; id !== start;) {
    id = cameFrom.get(id) as string;
    way.unshift(id);
  }
  return way;
}
