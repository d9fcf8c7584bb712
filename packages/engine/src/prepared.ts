// Nodes prepared once for a plan and a host, and used by every page that comes after.
import { actingPart } from '@eclusa/flow';
import type { Identity, Lookup, PreparedAction, Remember, RowResult, Row } from '@eclusa/flow';
import { nodeContext } from './context';
import type { Plan, PlanNode } from './plan';
import type { Host } from './ports';
import { inScope } from './scope';

export type Identify = (row: Row) => Identity | Promise<Identity>;
export type Transform = (row: Row, port: string) => RowResult | Promise<RowResult>;

/** The prepared nodes of one plan, filled as pages reach them. */
export interface Prepared {
  transforms: Map<string, Transform>;
  identities: Map<string, Identify>;
  lookups: Map<string, Lookup>;
  remembers: Map<string, Remember>;
  actions: Map<string, Promise<PreparedAction>>;
  context: { host: Host; dryRun: boolean; signal: AbortSignal };
  close(): void;
}

// Keyed by the host because that is what a run's connections hang on; gone when the run's objects are.
const cache = new WeakMap<Host, Map<Plan, Map<boolean, Prepared>>>();

/** What has been prepared for this plan, host and mode. */
export function preparedFor(plan: Plan, host: Host, dryRun: boolean): Prepared {
  const plans = cache.get(host) ?? new Map<Plan, Map<boolean, Prepared>>();
  cache.set(host, plans);
  const modes = plans.get(plan) ?? new Map<boolean, Prepared>();
  plans.set(plan, modes);
  const prepared = modes.get(dryRun) ?? fresh(host, dryRun);
  modes.set(dryRun, prepared);
  return prepared;
}

/** Forgets what `prepare` of the plan's nodes returned for this host, and aborts the signal they were given. */
export function releasePrepared(plan: Plan, host: Host): void {
  const modes = cache.get(host)?.get(plan);
  modes?.forEach((prepared) => prepared.close());
  cache.get(host)?.delete(plan);
}

function fresh(host: Host, dryRun: boolean): Prepared {
  const closing = new AbortController();
  return {
    transforms: new Map(),
    identities: new Map(),
    lookups: new Map(),
    remembers: new Map(),
    actions: new Map(),
    context: { host, dryRun, signal: closing.signal },
    close: () => closing.abort(),
  };
}

/** The node's row function, prepared at the first call. */
export function preparedTransform(plan: Plan, node: PlanNode, prepared: Prepared): Transform {
  const known = prepared.transforms.get(node.id);
  if (known) return known;
  const { behaviour } = node.type;
  if (behaviour.kind !== 'transform') throw new TypeError(`${node.id} is not a transform`);
  const made = inScope(undefined, () => behaviour.prepare(nodeContext(plan, node, prepared.context)));
  prepared.transforms.set(node.id, made);
  return made;
}

/** What a comparing node knows rows by, prepared at the first call. */
export function preparedIdentity(plan: Plan, node: PlanNode, prepared: Prepared): Identify {
  const known = prepared.identities.get(node.id);
  if (known) return known;
  const { behaviour } = node.type;
  if (behaviour.kind !== 'changes') throw new TypeError(`${node.id} compares nothing`);
  const made = inScope(undefined, () => behaviour.prepare(nodeContext(plan, node, prepared.context)));
  prepared.identities.set(node.id, made);
  return made;
}

/** What a looking-up node asks of its rows, prepared at the first call. */
export function preparedLookup(plan: Plan, node: PlanNode, prepared: Prepared): Lookup {
  const known = prepared.lookups.get(node.id);
  if (known) return known;
  const { behaviour } = node.type;
  if (behaviour.kind !== 'lookup') throw new TypeError(`${node.id} looks nothing up`);
  const made = inScope(undefined, () => behaviour.prepare(nodeContext(plan, node, prepared.context)));
  prepared.lookups.set(node.id, made);
  return made;
}

/** What a remembering node saves of its rows, prepared at the first call. */
export function preparedRemember(plan: Plan, node: PlanNode, prepared: Prepared): Remember {
  const known = prepared.remembers.get(node.id);
  if (known) return known;
  const { behaviour } = node.type;
  if (behaviour.kind !== 'remember') throw new TypeError(`${node.id} remembers nothing`);
  const made = inScope(undefined, () => behaviour.prepare(nodeContext(plan, node, prepared.context)));
  prepared.remembers.set(node.id, made);
  return made;
}

/** The node's action, or what it does with each row it collected, prepared at the first call. One that failed to prepare is prepared anew the next time. */
export function preparedAction(plan: Plan, node: PlanNode, prepared: Prepared): Promise<PreparedAction> {
  const known = prepared.actions.get(node.id);
  if (known) return known;
  const acting = actingPart(node.type);
  if (!acting) throw new TypeError(`${node.id} acts on no rows`);
  const making = inScope(undefined, () => acting.prepare(nodeContext(plan, node, prepared.context)));
  prepared.actions.set(node.id, making);
  making.catch(() => prepared.actions.delete(node.id));
  return making;
}
