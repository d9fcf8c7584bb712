// Tries several boxes one after the other on sample rows, each on what left those before it. Always a dry run: what
// is sent for real is tried one box at a time.
import { FAILED, isJsonObject, toErrorRecord, type ErrorRecord, type Row } from '@eclusa/flow';
import { planNode, type Plan } from './plan';
import { testNode, type NodeTest, type NodeTestOptions } from './test-node';

/** Rows that are known already, by node and output port: pinned samples, and results that still hold. */
export type GivenRows = Readonly<Record<string, Readonly<Record<string, readonly Row[]>>>>;

export interface ChainTest {
  /** What came of each node that was tried, in the order they were. */
  results: { node: string; result: NodeTest }[];
  /** The node that could not be tried at all; those after it were left out. */
  stopped?: { node: string; error: ErrorRecord };
}

/**
 * Tries `nodes`, each after those that feed it; nodes in `given` are not tried. What leaves by `failed` goes on where
 * something is attached to it. Rejects when aborted; any other fault is told as `stopped`.
 */
export async function testChain(
  plan: Plan,
  nodes: ReadonlySet<string>,
  given: GivenRows,
  options: Omit<NodeTestOptions, 'dryRun'>,
): Promise<ChainTest> {
  for (const node of nodes) planNode(plan, node);
  const known = new Map(Object.entries(given));
  const chain: ChainTest = { results: [] };
  for (const node of plan.order.filter((id) => nodes.has(id) && !known.has(id))) {
    options.signal.throwIfAborted();
    try {
      const result = await testNode(plan, node, rowsInto(plan, node, known), { ...options, dryRun: true });
      chain.results.push({ node, result });
      known.set(node, leavingRows(node, result));
    } catch (error) {
      options.signal.throwIfAborted();
      return { ...chain, stopped: { node, error: toErrorRecord(error) } };
    }
  }
  return chain;
}

/** Failed rows go on as they do in a run: with the reason. */
function leavingRows(node: string, { outputs, failed }: NodeTest): Record<string, Row[]> {
  const rows = failed.flatMap(({ input, error: { code, values } }) =>
    isJsonObject(input) ? [{ ...input, _error: { code, node, values } }] : [],
  );
  return { ...outputs, [FAILED]: rows };
}

function rowsInto(
  plan: Plan,
  node: string,
  known: ReadonlyMap<string, Readonly<Record<string, readonly Row[]>>>,
): Record<string, Row[]> {
  const rows: Record<string, Row[]> = {};
  for (const [from, ports] of known) {
    for (const [port, leaving] of Object.entries(ports)) {
      for (const target of plan.nodes.get(from)?.targets.get(port) ?? []) {
        if (target.node === node) (rows[target.port] ??= []).push(...leaving);
      }
    }
  }
  return rows;
}
