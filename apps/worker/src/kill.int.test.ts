// SIGKILL of the worker in the middle of 20,000 rows, twice: the run completes, nothing is lost, and nothing is
// created twice. The worker is the built process, the store is the sandbox, the queue is real.
import { ConnectionEntity, createFile } from '@eclusa/db';
import { emptyFlow, type FlowDocument } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { Site } from './worker.testing';

const total = 20_000;
/** Every 20th row also creates a product. */
const everyNth = 20;
const main = path.resolve(__dirname, '../dist/main.js');
let site: Site;
let sandbox: Sandbox;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  if (!existsSync(main)) throw new Error(`${main} is missing: build the worker first (npx nx build worker)`);
  sandbox = await startSandbox({ limits: 'off', inventoryLockMs: 0 });
  seedSkus();
  site = await Site.open({
    ECLUSA_ALLOW_PRIVATE_HOSTS: `127.0.0.1:${sandbox.port}`,
    ECLUSA_PAGE_SIZE: '500',
    ECLUSA_LOG: 'text',
  });
});

afterAll(async () => {
  worker?.kill('SIGKILL');
  await site?.close();
  await sandbox?.close();
});

/** One product with all SKUs, put straight into the store's memory. */
function seedSkus(): void {
  for (let id = 1; id <= total; id++) {
    sandbox.state.putSku({
      Id: id,
      ProductId: 1,
      RefId: `SKU-${id}`,
      Name: `SKU ${id}`,
      IsActive: false,
    } as never);
  }
}

async function* csv(): AsyncIterable<Buffer> {
  yield Buffer.from('sku;estoque\n');
  for (let from = 1; from <= total; from += 1_000) {
    const lines = Array.from({ length: 1_000 }, (_, i) => `${from + i};${stockOf(from + i)}\n`);
    yield Buffer.from(lines.join(''));
  }
}

const stockOf = (sku: number): number => (sku * 7) % 1_000;

function flow(file: string): FlowDocument {
  const out = (node: string, port = 'out') => ({ node, port });
  const into = (node: string) => ({ node, port: 'in' });
  const line = (target: string, expression: string) => ({ target, expression });
  return {
    ...emptyFlow('stock and products'),
    slots: { store: { kind: 'vtex', name: 'Store' } },
    nodes: {
      csv: { type: 'source.csv', version: 1, config: { from: 'file', file } },
      stock: {
        type: 'vtex.stock-set',
        version: 1,
        config: {
          connection: 'store',
          mapping: [
            line('skuId', '$number(sku)'),
            line('warehouseId', '"1_1"'),
            line('quantity', '$number(estoque)'),
          ],
        },
      },
      some: { type: 'transform.filter', version: 1, config: { condition: `$number(sku) % ${everyNth} = 0` } },
      product: {
        type: 'vtex.product-upsert',
        version: 1,
        config: {
          connection: 'store',
          mapping: [
            line('RefId', '"P-" & sku'),
            line('Name', '"Produto " & sku'),
            line('CategoryId', '1'),
            line('BrandId', '2000000'),
          ],
        },
      },
    },
    edges: [
      { from: out('csv'), to: into('stock') },
      { from: out('stock'), to: into('some') },
      { from: out('some'), to: into('product') },
    ],
  };
}

async function seedCatalogue(): Promise<void> {
  const post = async (route: string, body: object) => {
    const headers = {
      'content-type': 'application/json',
      'x-vtex-api-appkey': sandbox.appKey,
      'x-vtex-api-apptoken': sandbox.appToken,
    };
    const answer = await fetch(sandbox.url + route, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
  };
  await post('/api/catalog/pvt/category', { Name: 'Casa' });
  await post('/api/catalog/pvt/brand', { Name: 'Ipê', Active: true });
}

async function connection(): Promise<string> {
  const { workspaceId } = site;
  const saved = await site.source.getRepository(ConnectionEntity).save({
    workspaceId,
    kind: 'vtex',
    name: 'sandbox',
    settings: {
      account: sandbox.account,
      appKey: sandbox.appKey,
      mainBaseUrl: sandbox.url,
      otherCallsPerSecond: 10_000,
    },
    secrets: site.config().keys.seal({ appToken: sandbox.appToken }, workspaceId),
  });
  return saved.id;
}

function startProcess(): void {
  const env = { ...process.env, ...site.environment };
  worker = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function killProcess(): Promise<void> {
  const ended = worker && once(worker, 'exit');
  worker?.kill('SIGKILL');
  await ended;
}

test('SIGKILL in the middle of a 20,000-row run: after restart nothing is lost and no create is done twice', async () => {
  await seedCatalogue();
  const file = await createFile(site.source, site.workspaceId, 'stock.csv', csv());
  const runId = await site.start(flow(file.id), { slots: { store: await connection() } });
  for (const part of [0.25, 0.6]) {
    startProcess();
    await site.wait(runId, (run) => run.written >= total * part, 200_000);
    await killProcess();
  }
  expect((await site.run(runId)).state).toBe('running');
  startProcess();
  const run = await site.wait(runId, undefined, 200_000);

  expect(run).toMatchObject({ state: 'completed', readRows: total, written: total, failed: 0, skipped: 0 });
  const wrong = [...Array(total).keys()]
    .map((index) => index + 1)
    .filter((sku) => sandbox.state.stock.get(sku)?.get('1_1')?.quantity !== stockOf(sku));
  expect(wrong).toEqual([]);
  const creates = [...sandbox.state.creates.all()].filter((one) => one.kind === 'product');
  expect(creates).toHaveLength(total / everyNth);
  // Not even a second attempt: a resumed row first looks for what the killed worker made.
  expect(creates.filter((one) => one.created !== 1 || one.refused !== 0)).toEqual([]);
  expect(sandbox.state.creates.doubled()).toEqual([]);
}, 600_000);
