// The box that sends any request: what is dead is refused by name, and its list is VTEX's reference.
import { requestFills } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { listedRequests } from './request-list';
import requestNode from './request.node';
import { runNode } from './store.testing';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off' });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const run = (config: Record<string, never> | object) =>
  runNode(sandbox, requestNode, config as never, [{ skuId: 1 }]);

test('a request that VTEX switched off is refused and names its successor, before anything is sent', async () => {
  const dead = { method: 'POST', path: '/api/pricing/pvt/price-sheet', body: '{}' };
  await expect(run(dead)).rejects.toMatchObject({
    code: 'vtex.route-dead',
    values: { successor: 'PUT /pricing/prices/{itemId}' },
  });
  expect(sandbox.journal.recent()).toEqual([]);
});

test('the list holds every request that is alive, and none that is dead', () => {
  const list = listedRequests();
  expect(list.length).toBeGreaterThan(550);
  expect(list.filter(({ request }) => /price-sheet|pricing-hub|receiver/.test(request))).toEqual([]);
});

test('the list is small enough to come with the catalogue', () => {
  expect(JSON.stringify(listedRequests()).length).toBeLessThan(120_000);
});

test('what choosing a request fills in is a request that runs', async () => {
  sandbox.state.putSku({ Id: 1, RefId: 'S-1', ProductId: 1 } as never);
  const chosen = listedRequests().find(
    ({ request }) => request === 'GET /api/catalog/pvt/stockkeepingunit/{skuId}',
  );
  const { rows } = await run({ ...requestFills(chosen!), saveAs: 'answer' });
  expect(rows[0]?.['answer']).toMatchObject({ Id: 1, RefId: 'S-1' });
});

test('with the rest kept, a PUT carries what the store had at its path', async () => {
  sandbox.state.putBrand({ Id: 7, Name: 'Aurora', Text: 'Since 1950' } as never);
  const put = {
    method: 'PUT',
    path: '/api/catalog/pvt/brand/{brandId}',
    mapping: [{ target: 'brandId', expression: '7' }],
    body: '{"Name": "Boreal "}',
    keepRest: true,
  };
  await run(put);
  expect(sandbox.state.brands.get(7)).toMatchObject({ Name: 'Boreal', Text: 'Since 1950' });
});

test('a dry run asks what a POST that only looks asks, and shows no write', async () => {
  const look = {
    method: 'POST',
    path: '/api/catalog_system/pub/sku/stockkeepingunitidsbyrefids',
    body: '["S-1", "S-1"]',
  };
  sandbox.state.putSku({ Id: 1, RefId: 'S-1', ProductId: 1 } as never);
  const { rows } = await runNode(sandbox, requestNode, look as never, [{ skuId: 1 }], { dryRun: true });
  expect(rows[0]?.['answer']).toEqual({ 'S-1': '1' });
});
