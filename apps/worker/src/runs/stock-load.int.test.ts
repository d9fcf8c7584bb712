// Many stocks go to the store as one file that a run waits for; what VTEX refuses fails the row it was made of.
import { ConnectionEntity, createFile } from '@eclusa/db';
import type { FlowDocument } from '@eclusa/flow';
import { nodeTypes } from '@eclusa/nodes';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { chain, Site } from '../worker.testing';

const total = 1200;
let site: Site;
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ limits: 'off', inventoryLockMs: 0 });
  site = await Site.open({ ECLUSA_ALLOW_PRIVATE_HOSTS: `127.0.0.1:${sandbox.port}` });
  // The last row is of a SKU the store does not have.
  for (let Id = 1; Id < total; Id += 1) {
    sandbox.state.putSku({ Id, ProductId: 1, RefId: `S-${Id}`, Name: 'S', IsActive: false } as never);
  }
  await site.work(nodeTypes);
});
afterEach(async () => {
  await site.close();
  await sandbox.close();
});

async function connection(): Promise<string> {
  const { account, appKey, appToken, url: mainBaseUrl } = sandbox;
  const { workspaceId } = site;
  const { id } = await site.source.getRepository(ConnectionEntity).save({
    ...{
      workspaceId,
      kind: 'vtex',
      name: 'store',
      settings: { account, appKey, mainBaseUrl, otherCallsPerSecond: 10_000 },
    },
    secrets: site.config().keys.seal({ appToken }, workspaceId),
  });
  return id;
}

async function flow(config: Record<string, number | string>): Promise<FlowDocument> {
  async function* bytes(): AsyncIterable<Buffer> {
    yield Buffer.from('sku;saldo\n');
    for (let sku = 1; sku <= total; sku += 1) yield Buffer.from(`${sku};${sku % 50}\n`);
  }
  const { id: file } = await createFile(site.source, site.workspaceId, 'stock.csv', bytes());
  const mapping = [
    { target: 'skuId', expression: 'sku' },
    { target: 'warehouseId', expression: '"1_1"' },
    { target: 'quantity', expression: 'saldo' },
    { target: 'leadTime', expression: '"1"' },
  ];
  const load = { type: 'vtex.stock-load', config: { connection: 'store', mapping, ...config } };
  const drawn = chain({ type: 'source.csv', config: { from: 'file', file } }, load);
  return { ...drawn, slots: { store: { kind: 'vtex', name: 'Store' } } };
}

const calls = (method: string, text: string) =>
  Object.entries(sandbox.journal.counters())
    .filter(([route]) => route.startsWith(method) && route.includes(text))
    .flatMap(([, byStatus]) => Object.values(byStatus))
    .reduce((sum, count) => sum + count, 0);

/** SKUs whose stock at the store is not what the file says. */
function wrongStocks(): number[] {
  const skus = Array.from({ length: total - 1 }, (_, index) => index + 1);
  return skus.filter((sku) => sandbox.state.stock.get(sku)?.get('1_1')?.quantity !== sku % 50);
}

test('a run above the threshold sends one file, and one row fails with what VTEX said of its line', async () => {
  const runId = await site.start(await flow({ threshold: 100 }), { slots: { store: await connection() } });
  const run = await site.wait(runId);
  expect(run).toMatchObject({ state: 'completed', readRows: total, failed: 1 });
  expect([calls('PUT', '/signed/stock-file/'), calls('PUT', '/inventory/skus/')]).toEqual([1, 0]);
  expect(wrongStocks()).toEqual([]);
});

test('a run up to the threshold makes single calls', async () => {
  const runId = await site.start(await flow({ threshold: total }), { slots: { store: await connection() } });
  expect(await site.wait(runId)).toMatchObject({ state: 'completed', readRows: total, failed: 1 });
  expect([calls('POST', '/availability/'), calls('PUT', '/signed/stock-file/')]).toEqual([0, 0]);
  // On a busy machine a page may be taken over and some of its stocks set a second time.
  expect(calls('PUT', '/inventory/skus/')).toBeGreaterThanOrEqual(total);
  expect(wrongStocks()).toEqual([]);
});
