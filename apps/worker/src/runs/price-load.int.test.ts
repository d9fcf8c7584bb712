// A file of prices in a run that is interrupted: it is sent once, and its refused rows can be tried again.
import { ConnectionEntity, createFile } from '@eclusa/db';
import type { FlowDocument } from '@eclusa/flow';
import { nodeTypes } from '@eclusa/nodes';
import { enqueueRun } from '@eclusa/queue';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { chain, Site } from '../worker.testing';

const total = 300;
let site: Site;
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ limits: 'off' });
  site = await Site.open({ ECLUSA_ALLOW_PRIVATE_HOSTS: `127.0.0.1:${sandbox.port}` });
  // The last row is of a SKU the store does not have.
  for (let Id = 1; Id < total; Id += 1) addSku(Id);
  await site.work(nodeTypes, { ECLUSA_RETRY_AGE_MS: '500' });
});
afterEach(async () => {
  await site.close();
  await sandbox.close();
});

const addSku = (Id: number) =>
  sandbox.state.putSku({ Id, ProductId: 1, RefId: `S-${Id}`, Name: 'S', IsActive: false } as never);

async function connection(): Promise<string> {
  const { account, appKey, appToken, url: mainBaseUrl } = sandbox;
  const { workspaceId } = site;
  const settings = { account, appKey, mainBaseUrl, pricingBaseUrl: `${mainBaseUrl}/{account}` };
  const { id } = await site.source.getRepository(ConnectionEntity).save({
    ...{ workspaceId, kind: 'vtex', name: 'store', settings },
    secrets: site.config().keys.seal({ appToken }, workspaceId),
  });
  return id;
}

async function flow(): Promise<FlowDocument> {
  async function* bytes(): AsyncIterable<Buffer> {
    yield Buffer.from('sku;preco\n');
    for (let sku = 1; sku <= total; sku += 1) yield Buffer.from(`${sku};${sku}.5\n`);
  }
  const { id: file } = await createFile(site.source, site.workspaceId, 'prices.csv', bytes());
  const mapping = [
    { target: 'itemId', expression: 'sku' },
    { target: 'basePrice', expression: '$number(preco)' },
  ];
  const config = { connection: 'store', mapping, threshold: 10, incomplete: 'file' };
  const drawn = chain(
    { type: 'source.csv', config: { from: 'file', file } },
    { type: 'vtex.price-load', config },
  );
  return { ...drawn, slots: { store: { kind: 'vtex', name: 'Store' } } };
}

const calls = (method: string, text: string) =>
  Object.entries(sandbox.journal.counters())
    .filter(([route]) => route.startsWith(method) && route.includes(text))
    .flatMap(([, byStatus]) => Object.values(byStatus))
    .reduce((sum, count) => sum + count, 0);

test('a run that stopped while VTEX worked on its file goes on with that file, and sends no second one', async () => {
  sandbox.faults.add([{ route: 'GET /api/price-importer/*', kind: '500' }]);
  const id = await site.start(await flow(), { slots: { store: await connection() } });
  expect(await site.wait(id)).toMatchObject({ state: 'failed', readRows: total, error: { node: 'b' } });
  expect([calls('PUT', '/signed/'), sandbox.state.priceFiles.all.size]).toEqual([1, 1]);
  sandbox.faults.clear();
  await site.source.query(`UPDATE run SET state = 'queued', error = NULL, finished_at = NULL WHERE id = $1`, [
    id,
  ]);
  expect(await site.wait(id)).toMatchObject({ state: 'completed', readRows: total, failed: 1 });
  expect([calls('PUT', '/signed/'), sandbox.state.priceFiles.all.size]).toEqual([1, 1]);
  expect(sandbox.state.prices.size).toBe(total - 1);
});

test('a row that VTEX refused goes by a call of its own when it is tried again', async () => {
  const version = await site.publish(await flow());
  const slots = { store: await connection() };
  const run = async (more: Parameters<Site['insertRun']>[1]) => {
    const id = await site.insertRun(version, { slots, ...more });
    if (more?.replayOf) {
      const failed = `UPDATE run_failed_row SET replay_run_id = $2, state = 'replayed' WHERE run_id = $1`;
      await site.source.query(failed, [more.replayOf, id]);
    }
    await enqueueRun(site.runQueue(), { kind: 'start', runId: id });
    return id;
  };
  const id = await run({});
  expect(await site.wait(id)).toMatchObject({ state: 'completed', failed: 1 });
  addSku(total);
  const replay = await run({ trigger: 'replay', replayOf: id });
  expect(await site.wait(replay)).toMatchObject({ state: 'completed', readRows: 1, written: 1, failed: 0 });
  expect([calls('PUT', '/signed/'), calls('PUT', '/pricing/prices/')]).toEqual([1, 1]);
  expect(sandbox.state.prices.get(total)).toMatchObject({ basePrice: total + 0.5 });
});
