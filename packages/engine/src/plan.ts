// A flow made ready to run: who hands rows to whom, and which parts wait for all of their rows.
// Compiling reads the document only; it opens no connection and runs no node.
import { UserError, actingPart, outputPorts } from '@eclusa/flow';
import type { FlowDocument, FlowNode, Json, NodeType } from '@eclusa/flow';
import { resolveConfig, resolveParameters } from './plan-config';
import { findEntries } from './plan-entries';
import { inOrder, routeEdges } from './plan-graph';
import { compileOrderKey } from './row-order';
import type { OrderKey } from './row-order';

/** One way on for a row: into `node` by `port`. `tag` tells ways that meet in one node apart, else ''. */
export interface Target {
  node: string;
  port: string;
  tag: string;
}

export interface PlanNode {
  id: string;
  type: NodeType;
  /** Migrated to the type's version, defaults filled in. */
  config: Record<string, Json>;
  disabled: boolean;
  /** Input ports in the type's order. */
  inputs: readonly string[];
  /** Output ports in the order drawn, those the config adds included. */
  outputs: readonly string[];
  /** Where rows go by output port. A port with nothing attached is absent. */
  targets: ReadonlyMap<string, readonly Target[]>;
  /** Nothing is attached to any port but `failed`: rows that get here have reached an end. */
  end: boolean;
}

/** Where rows begin: a source, or a barrier once all of its rows have come. */
export interface PlanEntry {
  node: string;
  kind: 'source' | 'barrier';
  /** The output port its rows leave by. */
  port: string;
  /** The nodes its rows reach without crossing a barrier, in the order they run. */
  nodes: readonly string[];
  /** The barriers its rows end in. */
  feeds: readonly string[];
  /** For a barrier: the entries whose rows it waits for. */
  fedBy: readonly string[];
  /** For a barrier: the same by input port; a port that nothing feeds is listed with no entries. */
  inputs: readonly { port: string; entries: readonly string[] }[];
}

export interface Plan {
  /** In an order in which each barrier comes after everything that feeds it. */
  entries: readonly PlanEntry[];
  nodes: ReadonlyMap<string, PlanNode>;
  /** All enabled nodes, each after those that hand it rows. */
  order: readonly string[];
  parameters: Readonly<Record<string, Json>>;
  /** What rows are kept in order by; absent when they need not be. */
  orderKey?: OrderKey;
  /** The flow has an action or an output; without one, rows that reach an end count as written. */
  hasEffects: boolean;
}

export interface CompileOptions {
  /** Values by parameter id; the document's defaults fill the rest. */
  parameters?: Readonly<Record<string, Json>>;
}

/**
 * Compiles a flow. A disabled node hands what enters it to its first output; a disabled source gives nothing.
 * Throws UserError: `engine.node-unknown`, `engine.node-newer`, `engine.edge-dangling`, `engine.cycle`,
 * `engine.parameter-*`, `expression.*` for an order key that cannot be understood.
 */
export function compilePlan(
  document: FlowDocument,
  nodeTypes: ReadonlyMap<string, NodeType>,
  options: CompileOptions = {},
): Plan {
  const drawn = new Map<string, PlanNode>();
  // By name, not as written: a database may reorder the keys, and a run must not depend on that.
  for (const id of Object.keys(document.nodes).sort()) {
    drawn.set(id, placeNode(id, document.nodes[id] as FlowNode, nodeTypes));
  }
  const order = inOrder(drawn, document.edges);
  const routes = routeEdges(drawn, document.edges);
  const nodes = new Map<string, PlanNode>();
  for (const [id, node] of drawn) {
    const targets = routes.get(id) ?? new Map<string, Target[]>();
    const end = ![...targets.keys()].some((port) => port !== 'failed');
    nodes.set(id, { ...node, targets, end });
  }
  const enabled = order.filter((id) => !nodes.get(id)?.disabled);
  const parameters = resolveParameters(document, options.parameters ?? {});
  const orderKey = compileOrderKey(document, parameters);
  return {
    entries: findEntries(nodes, enabled),
    nodes,
    order: enabled,
    parameters,
    ...(orderKey && { orderKey }),
    hasEffects: enabled.some((id) => isEffect((nodes.get(id) as PlanNode).type)),
  };
}

/** The placed node, or UserError `engine.node-missing`. */
export function planNode(plan: Plan, id: string): PlanNode {
  const node = plan.nodes.get(id);
  if (!node) throw new UserError('engine.node-missing', { values: { node: id } });
  return node;
}

/** The entry of that source or barrier, or UserError `engine.node-missing`. */
export function planEntry(plan: Plan, id: string): PlanEntry {
  const entry = plan.entries.find((candidate) => candidate.node === id);
  if (!entry) throw new UserError('engine.node-missing', { values: { node: id } });
  return entry;
}

function isEffect(type: NodeType): boolean {
  return actingPart(type) !== undefined || type.group === 'output';
}

function placeNode(id: string, placed: FlowNode, nodeTypes: ReadonlyMap<string, NodeType>): PlanNode {
  const type = nodeTypes.get(placed.type);
  if (!type) throw new UserError('engine.node-unknown', { values: { node: id, type: placed.type } });
  const config = resolveConfig(id, placed, type);
  return {
    id,
    type,
    config,
    disabled: placed.disabled ?? false,
    inputs: type.inputs.map((port) => port.id),
    outputs: outputPorts(type, config).map((port) => port.id),
    targets: new Map(),
    end: true,
  };
}
