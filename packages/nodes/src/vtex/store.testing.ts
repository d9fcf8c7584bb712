// What tests of the VTEX nodes stand on: a sandbox store, a connection to it, and nodes run the way a run does.
import {
  compilePlan,
  memoryChanges,
  memoryLimiter,
  memoryLocks,
  memoryReferences,
  memoryScratch,
  runPage,
  systemClock,
} from '@eclusa/engine';
import type { EffectRecord, Host, PageOutcome } from '@eclusa/engine';
import {
  emptyFlow,
  type Connection,
  type FlowDocument,
  type Json,
  type MappingLine,
  type NodeType,
  type Row,
} from '@eclusa/flow';
import type { Erp, Sandbox } from '@eclusa/sandbox';
import { memoryFiles } from '../harness.testing';
import { guardedFetch } from '../net/guarded-fetch';

/** A connection to the sandbox; `values` replace its own. */
export function storeConnection(sandbox: Sandbox, values: Record<string, Json> = {}): Connection {
  const { account, appKey, appToken, url } = sandbox;
  return {
    id: 'store',
    kind: 'vtex',
    values: { account, appKey, appToken, mainBaseUrl: url, pricingBaseUrl: `${url}/{account}`, ...values },
  };
}

export function erpConnection(erp: Erp): Connection {
  return { id: 'erp', kind: 'http', values: { baseUrl: erp.url, auth: 'none' } };
}

/** A host of one process whose retries hardly wait. */
export function hostOf(connections: Record<string, Connection>, attempts = 4): Host {
  const allow = Object.values(connections).map(
    ({ values }) => new URL(String(values['mainBaseUrl'] ?? values['baseUrl'])).host,
  );
  return {
    fetch: guardedFetch({ allow }),
    limiter: memoryLimiter(),
    files: memoryFiles(),
    clock: systemClock,
    random: () => 0,
    retry: { maxAttempts: attempts, maxAge: 60_000, baseDelay: 1, maxDelay: 5 },
    connection: async (slot) => connections[slot] as Connection,
    lock: memoryLocks(),
    memory: memoryChanges(),
    references: memoryReferences(),
    scratch: memoryScratch(),
  };
}

/** A mapping as a config holds it. */
export const mapping = (lines: Record<string, string>): MappingLine[] =>
  Object.entries(lines).map(([target, expression]) => ({ target, expression }));

/** A flow whose rows enter one node. */
export function flowOf(node: NodeType, config: Record<string, Json>): FlowDocument {
  const flow = emptyFlow('test');
  flow.slots = { store: { kind: 'vtex', name: 'Store' } };
  flow.nodes = { node: { type: node.id, version: node.version, config: { connection: 'store', ...config } } };
  return flow;
}

export interface Outcome extends PageOutcome {
  rows: Row[];
}

export interface RunOptions {
  dryRun?: boolean;
  /** What an earlier attempt at the page left. */
  effects?: EffectRecord[];
  host?: Host;
}

/** Runs rows through one VTEX node against the sandbox. */
export async function runNode(
  sandbox: Sandbox,
  node: NodeType,
  config: Record<string, Json>,
  rows: Row[],
  options: RunOptions = {},
): Promise<Outcome> {
  const plan = compilePlan(flowOf(node, config), new Map([[node.id, node]]), { parameters: {} });
  const outcome = await runPage(
    plan,
    {
      entry: 'node',
      at: { node: 'node', port: 'in', side: 'input' },
      rows: rows.map((value, index) => ({ row: index + 1, value })),
    },
    {
      host: options.host ?? hostOf({ store: storeConnection(sandbox) }),
      effects: { load: async () => options.effects ?? [], write: async () => undefined },
      signal: new AbortController().signal,
      dryRun: options.dryRun ?? false,
      freezeRows: true,
      sampleSize: rows.length,
    },
  );
  const sample = outcome.samples.find((one) => one.side === 'out' && one.port === 'out');
  return { ...outcome, rows: sample?.rows ?? [] };
}
