// Runs the example of a VTEX node against a sandbox store that holds what the example speaks of.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compilePlan, testNode } from '@eclusa/engine';
import type { NodeType, Row } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import brandUpsert from '../vtex-catalog/brand-upsert.node';
import categoryUpsert from '../vtex-catalog/category-upsert.node';
import productUpsert from '../vtex-catalog/product-upsert.node';
import skuUpsert from '../vtex-catalog/sku-upsert.node';
import stockSet from '../vtex-logistics/stock-set.node';
import priceSet from '../vtex-prices/price-set.node';
import requestNode from './request.node';
import { flowOf, hostOf, storeConnection } from './store.testing';
import type { SeenRequest } from './wire.testing';

const load = createRequire(__filename);

// Each example stands on what those before it made: categories 1 and 2, brand 2000000, product 1, SKU 1.
const inOrder = [categoryUpsert, brandUpsert, productUpsert, skuUpsert, priceSet, stockSet, requestNode];

/** When an example happens, for nodes and the store alike. */
export const exampleTime = new Date('2026-11-23T12:00:00Z');

/** What the examples of a folder stand on, beside one product: `example-store.testing.ts` of that folder. */
interface ExampleStore {
  fill(sandbox: Sandbox, node: NodeType): void | Promise<void>;
}

/** What an example did. */
export interface ExampleRun {
  /** By output port, as `example.output` has them. */
  rows: Record<string, Row[]>;
  /** The requests it made, newest first. */
  seen: SeenRequest[];
}

export async function runVtexExample(node: NodeType): Promise<ExampleRun> {
  const sandbox = await startSandbox({ limits: 'off', clock: () => exampleTime.getTime() });
  try {
    const place = inOrder.findIndex(({ id }) => id === node.id);
    for (const before of place < 0 ? inOrder : inOrder.slice(0, place)) await runExample(sandbox, before);
    if (place < 0) await storeOf(node)?.fill(sandbox, node);
    sandbox.journal.clear();
    const rows = await runExample(sandbox, node);
    return { rows, seen: sandbox.journal.recent() };
  } finally {
    await sandbox.close();
  }
}

function storeOf(node: NodeType): ExampleStore | undefined {
  const folder = join(__dirname, `../vtex-${node.area}`);
  const file = join(folder, 'example-store.testing.ts');
  return existsSync(file) ? (load(file) as ExampleStore) : undefined;
}

async function runExample(sandbox: Sandbox, node: NodeType): Promise<Record<string, Row[]>> {
  const { config, input } = node.example;
  const plan = compilePlan(flowOf(node, config), new Map([[node.id, node]]), { parameters: {} });
  const host = hostOf({ store: storeConnection(sandbox) }, 1);
  host.clock = { ...host.clock, now: () => exampleTime };
  const signal = new AbortController().signal;
  const { outputs, failed } = await testNode(plan, 'node', input, { host, signal, dryRun: false });
  return failed.length > 0 ? { ...outputs, failed: failed.map(({ input: row }) => row as Row) } : outputs;
}
