// A real file through the real queue into the sandbox: 400 Olist products, 9 of them without a category.
import { ConnectionEntity, createFile } from '@eclusa/db';
import { emptyFlow, type FlowDocument, type Json } from '@eclusa/flow';
import { nodeTypes } from '@eclusa/nodes';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Site } from './worker.testing';

const sample = path.resolve(__dirname, '../../../../shared/samples/olist/olist_products_first400.csv');
let site: Site;
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off' });
  site = await Site.open({ ECLUSA_ALLOW_PRIVATE_HOSTS: `127.0.0.1:${sandbox.port}` });
  await site.work(nodeTypes);
});
afterAll(async () => {
  await site?.close();
  await sandbox?.close();
});

function flow(file: string): FlowDocument {
  const vtex = (lines: Record<string, string>): Record<string, Json> => ({
    connection: 'store',
    mapping: Object.entries(lines).map(([target, expression]) => ({ target, expression })),
  });
  const nodes: [string, string, Record<string, Json>][] = [
    ['csv', 'source.csv', { from: 'file', file }],
    ['category', 'vtex.category-upsert', vtex({ path: 'product_category_name' })],
    ['brand', 'vtex.brand-upsert', vtex({ Name: '"Olist"' })],
    [
      'product',
      'vtex.product-upsert',
      vtex({
        RefId: 'product_id',
        Name: '"Produto " & product_id',
        CategoryId: 'category.id',
        BrandId: 'brand.id',
      }),
    ],
    [
      'sku',
      'vtex.sku-upsert',
      vtex({
        RefId: 'product_id',
        ProductId: 'product.id',
        Name: '"Único"',
        PackagedWeightKg: '$number(product_weight_g)',
        PackagedHeight: '$number(product_height_cm)',
        PackagedWidth: '$number(product_width_cm)',
        PackagedLength: '$number(product_length_cm)',
      }),
    ],
  ];
  const ids = nodes.map(([id]) => id);
  return {
    ...emptyFlow('olist'),
    slots: { store: { kind: 'vtex', name: 'Store' } },
    nodes: Object.fromEntries(nodes.map(([id, type, config]) => [id, { type, version: 1, config }])),
    edges: ids.slice(1).map((id, index) => ({
      from: { node: ids[index] as string, port: 'out' },
      to: { node: id, port: 'in' },
    })),
  };
}

// The file lies beside the project and is no part of it.
const testWithSample = existsSync(sample) ? test : test.skip;

testWithSample(
  'every product of the file is in the store as the file says, and those without a category are failed rows',
  async () => {
    const { workspaceId } = site;
    const { id: store } = await site.source.getRepository(ConnectionEntity).save({
      ...{ workspaceId, kind: 'vtex', name: 'sandbox' },
      settings: { account: sandbox.account, appKey: sandbox.appKey, mainBaseUrl: sandbox.url },
      secrets: site.config().keys.seal({ appToken: sandbox.appToken }, workspaceId),
    });
    const file = await createFile(site.source, workspaceId, 'olist.csv', createReadStream(sample));
    const runId = await site.start(flow(file.id), { slots: { store } });
    const run = await site.wait(runId, undefined, 50_000);

    const lines = (await readFile(sample, 'utf8')).trim().split(/\r?\n/).slice(1);
    const records = lines.map((line) => line.split(','));
    const good = records.filter((record) => record[1] !== '');
    expect(run).toMatchObject({
      ...{ state: 'completed', readRows: 400, written: good.length, failed: 400 - good.length, skipped: 0 },
    });
    const failed = await site.failedRows(runId);
    expect(failed.every((one) => one.node === 'category')).toBe(true);
    const bad = records.flatMap((record, index) => (record[1] === '' ? [index + 1] : []));
    expect(failed.map((one) => one.rowNumber)).toEqual(bad);
    const stored = [...sandbox.state.skus.values()].map((sku) => {
      const product = sandbox.state.products.get(sku.ProductId);
      const category = sandbox.state.categories.get(product?.CategoryId ?? 0);
      const { PackagedWeightKg, PackagedLength, PackagedHeight, PackagedWidth } = sku;
      return [
        sku.RefId,
        category?.Name,
        PackagedWeightKg,
        PackagedLength,
        PackagedHeight,
        PackagedWidth,
      ].join(',');
    });
    expect(stored.sort()).toEqual(good.map((record) => record.join(',')).sort());
    expect(sandbox.state.creates.doubled()).toEqual([]);
  },
);
