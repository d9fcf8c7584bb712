// Tries one node on sample rows, by the same engine as a run: what the editor's "test this box" shows.
import { actingPart, FAILED } from '@eclusa/flow';
import type { Row } from '@eclusa/flow';
import { batchOf } from './batch';
import { byPort as byOutput } from './collected';
import { planNode } from './plan';
import type { Plan, PlanNode } from './plan';
import type { FailedRow, Host, NumberedRow, PageOutcome } from './ports';
import { releasePrepared } from './prepared';
import { readEntry } from './read-entry';
import { runPage } from './run-page';
import type { PageOptions } from './run-page';
import { MISSING } from './run-references';

export interface NodeTest {
  /** Rows by output port. */
  outputs: Record<string, Row[]>;
  failed: FailedRow[];
  requests: PageOutcome['requests'];
}

/** Rows of a node's first input, or by input port. */
type RowsIn = readonly Row[] | Readonly<Record<string, readonly Row[]>>;

export interface NodeTestOptions {
  host: Host;
  signal: AbortSignal;
  /** True when not given: actions send nothing. */
  dryRun?: boolean;
  /** Largest page a source is asked for; 20 when not given. */
  pageSize?: number;
}

/**
 * Runs `node` alone: a source gives its first page, a barrier collects `rows` as if they came by its inputs,
 * any other node gets those of its first. Throws UserError `engine.node-missing`, and what a source or barrier throws.
 */
export async function testNode(
  plan: Plan,
  node: string,
  rows: RowsIn,
  options: NodeTestOptions,
): Promise<NodeTest> {
  const tested = alone(planNode(plan, node));
  const single: Plan = { ...plan, nodes: new Map([[node, tested]]), order: [node] };
  const { kind } = tested.type.behaviour;
  const given = byPort(tested, rows);
  try {
    return kind === 'source' || kind === 'barrier'
      ? await testEntry(single, tested, given, options)
      : await testRows(single, tested, given[tested.inputs[0] ?? 'in'] ?? [], options);
  } finally {
    releasePrepared(single, options.host);
  }
}

function alone(node: PlanNode): PlanNode {
  // Here nothing waits: rows whose code is unknown are shown at their port.
  const targets = new Map(node.type.behaviour.kind === 'lookup' ? [[MISSING, []]] : []);
  return { ...node, disabled: false, targets, end: true };
}

function byPort(
  { inputs: [first = 'in'] }: PlanNode,
  rows: RowsIn,
): Readonly<Record<string, readonly Row[]>> {
  return isList(rows) ? { [first]: rows } : rows;
}

// Array.isArray does not know read-only lists.
function isList(rows: RowsIn): rows is readonly Row[] {
  return Array.isArray(rows);
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

/** Adds to `test` what the barrier does with each of the rows it collected. */
async function testEach(
  plan: Plan,
  node: PlanNode,
  rows: readonly NumberedRow[],
  test: NodeTest,
  options: Pick<PageOptions, 'host' | 'signal' | 'dryRun'>,
): Promise<void> {
  const at = { node: node.id, port: 'out', side: 'output' as const };
  const effects = { load: async () => [], write: async () => undefined };
  const page = { entry: node.id, at, rows };
  const outcome = await runPage(plan, page, { ...options, effects, sampleSize: Infinity });
  for (const { side, port, rows: left } of outcome.samples) {
    if (side === 'out' && port !== FAILED) add(test, port, left);
  }
  test.failed.push(...outcome.failed);
  test.requests.push(...outcome.requests);
}

function add({ outputs }: NodeTest, port: string, rows: readonly Row[]): void {
  (outputs[port] ??= []).push(...rows);
}

async function testEntry(
  plan: Plan,
  node: PlanNode,
  rows: Readonly<Record<string, readonly Row[]>>,
  { host, signal, dryRun = true, pageSize = 20 }: NodeTestOptions,
): Promise<NodeTest> {
  const port = node.outputs[0] ?? 'out';
  const kind = node.type.behaviour.kind === 'barrier' ? 'barrier' : 'source';
  const entry = { node: node.id, kind, port, nodes: [], feeds: [], fedBy: [], inputs: [] } as const;
  async function* spool(input: string): AsyncGenerator<Row[]> {
    const given = rows[input] ?? [];
    if (given.length > 0) yield [...given];
  }
  const start = { cursor: null, rowsBefore: 0, pagesBefore: 0 };
  const test: NodeTest = { outputs: { [port]: [] }, failed: [], requests: [] };
  const own = { host, signal, dryRun, pageSize, spool };
  const single: Plan = { ...plan, entries: [entry] };
  for await (const page of readEntry(single, node.id, { ...start, ...own })) {
    if (kind === 'barrier' && actingPart(node.type)) await testEach(single, node, page.rows, test, own);
    else for (const [by, { values }] of byOutput(node, port, batchOf(page.rows))) add(test, by, values);
    test.failed.push(...page.refused);
    if (kind === 'source') break;
  }
  return test;
}
