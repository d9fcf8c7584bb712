// Tries one node on sample rows, by the same engine as a run: what the editor's "test this box" shows.
import type { Row } from '@eclusa/flow';
import { planNode } from './plan';
import type { Plan, PlanNode } from './plan';
import type { FailedRow, Host, PageOutcome } from './ports';
import { releasePrepared } from './prepared';
import { readEntry } from './read-entry';
import { runPage } from './run-page';

export interface NodeTest {
  /** Rows by output port. */
  outputs: Record<string, Row[]>;
  failed: FailedRow[];
  requests: PageOutcome['requests'];
}

export interface NodeTestOptions {
  host: Host;
  signal: AbortSignal;
  /** True when not given: actions send nothing. */
  dryRun?: boolean;
  /** Largest page a source is asked for; 20 when not given. */
  pageSize?: number;
}

/**
 * Runs `node` alone: a source gives its first page, a barrier collects `rows` as if they came by its first input,
 * any other node gets them there. Throws UserError `engine.node-missing`, and what a source or barrier throws.
 */
export async function testNode(
  plan: Plan,
  node: string,
  rows: readonly Row[],
  options: NodeTestOptions,
): Promise<NodeTest> {
  const tested = alone(planNode(plan, node));
  const single: Plan = { ...plan, nodes: new Map([[node, tested]]), order: [node] };
  const { kind } = tested.type.behaviour;
  try {
    return kind === 'source' || kind === 'barrier'
      ? await testEntry(single, tested, rows, options)
      : await testRows(single, tested, rows, options);
  } finally {
    releasePrepared(single, options.host);
  }
}

function alone(node: PlanNode): PlanNode {
  return { ...node, disabled: false, targets: new Map(), end: true };
}

async function testRows(
  plan: Plan,
  node: PlanNode,
  rows: readonly Row[],
  { host, signal, dryRun = true }: NodeTestOptions,
): Promise<NodeTest> {
  const page = {
    entry: node.id,
    at: { node: node.id, port: node.inputs[0] ?? 'in', side: 'input' as const },
    rows: rows.map((value, index) => ({ row: index + 1, value })),
  };
  const effects = { load: async () => [], write: async () => undefined };
  const outcome = await runPage(plan, page, { host, effects, signal, dryRun, sampleSize: Infinity });
  const outputs: Record<string, Row[]> = {};
  for (const sample of outcome.samples) if (sample.side === 'out') outputs[sample.port] = sample.rows;
  // With nothing attached these are the failed rows below.
  delete outputs.failed;
  return { outputs, failed: outcome.failed, requests: outcome.requests };
}

async function testEntry(
  plan: Plan,
  node: PlanNode,
  rows: readonly Row[],
  { host, signal, dryRun = true, pageSize = 20 }: NodeTestOptions,
): Promise<NodeTest> {
  const [first] = node.inputs;
  const port = node.outputs[0] ?? 'out';
  const kind = node.type.behaviour.kind === 'barrier' ? 'barrier' : 'source';
  const entry = { node: node.id, kind, port, nodes: [], feeds: [], fedBy: [], inputs: [] } as const;
  async function* spool(input: string): AsyncGenerator<Row[]> {
    if (input === first && rows.length > 0) yield [...rows];
  }
  const start = { cursor: null, rowsBefore: 0, pagesBefore: 0 };
  const test: NodeTest = { outputs: { [port]: [] }, failed: [], requests: [] };
  const own = { host, signal, dryRun, pageSize, spool };
  for await (const page of readEntry({ ...plan, entries: [entry] }, node.id, { ...start, ...own })) {
    test.outputs[port]?.push(...page.rows.map((row) => row.value));
    test.failed.push(...page.refused);
    if (kind === 'source') break;
  }
  return test;
}
