// Runs the example of a VTEX node against a sandbox store that holds what the example speaks of.
import type { NodeType, Row } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import brandUpsert from './brand-upsert.node';
import categoryUpsert from './category-upsert.node';
import priceSet from './price-set.node';
import productUpsert from './product-upsert.node';
import requestNode from './request.node';
import skuUpsert from './sku-upsert.node';
import stockSet from './stock-set.node';
import { runNode } from './store.testing';

// Each example stands on what those before it made: categories 1 and 2, brand 2000000, product 1, SKU 1.
const inOrder = [categoryUpsert, brandUpsert, productUpsert, skuUpsert, priceSet, stockSet, requestNode];

/** Rows by output port, as `example.output` has them. */
export async function runVtexExample(node: NodeType): Promise<Record<string, Row[]>> {
  const sandbox = await startSandbox({ limits: 'off' });
  try {
    for (const before of inOrder.slice(
      0,
      inOrder.findIndex(({ id }) => id === node.id),
    )) {
      await runExample(sandbox, before);
    }
    return await runExample(sandbox, node);
  } finally {
    await sandbox.close();
  }
}

async function runExample(sandbox: Sandbox, node: NodeType): Promise<Record<string, Row[]>> {
  const { config, input } = node.example;
  if (!Array.isArray(input)) throw new Error(`${node.id} has one input`);
  const { samples } = await runNode(sandbox, node, config, input);
  return Object.fromEntries(
    samples.filter(({ side }) => side === 'out').map(({ port, rows }) => [port, rows]),
  );
}
