// A dry run tells what each write would change, and a run that applies it sends nothing else.
import { compilePlan, runPage, type PageOutcome } from '@eclusa/engine';
import type { Json, Row } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import priceSet from '../vtex-prices/price-set.node';
import stockSet from '../vtex-logistics/stock-set.node';
import requestNode from './request.node';
import { flowOf, hostOf, mapping, runNode, storeConnection } from './store.testing';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off' });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.reset();
  sandbox.state.putSku({ Id: 1, RefId: 'S-1', ProductId: 1 } as never);
});

const writes = () => sandbox.journal.recent().filter(({ method }) => method !== 'GET');
const priceLines = { mapping: mapping({ itemId: 'sku', basePrice: 'price' }) };
const stockLines = { mapping: mapping({ skuId: 'sku', warehouseId: '"1_1"', quantity: 'balance' }) };
const dryPrice = (price: number) =>
  runNode(sandbox, priceSet, priceLines, [{ sku: 1, price }], { dryRun: true });
const told = ({ requests }: PageOutcome) => requests.map(({ request }) => request.difference);

/** Runs the rows again, allowed only what `shown` showed. */
async function apply(node: typeof priceSet, config: Record<string, Json>, rows: Row[], shown: PageOutcome) {
  const plan = compilePlan(flowOf(node, config), new Map([[node.id, node]]), { parameters: {} });
  const numbered = rows.map((value, index) => ({ row: index + 1, value }));
  const at = { node: 'node', port: 'in', side: 'input' as const };
  return runPage(
    plan,
    { entry: 'node', at, rows: numbered },
    {
      host: hostOf({ store: storeConnection(sandbox) }),
      effects: { load: async () => [], write: async () => undefined },
      signal: new AbortController().signal,
      shown: (id, row) =>
        shown.requests.filter((one) => one.node === id && one.row === row).map(({ request }) => request),
    },
  );
}

test('what is not there is a create, with all its members', async () => {
  const outcome = await dryPrice(10);
  expect(told(outcome)).toEqual([{ kind: 'create', members: [{ name: 'basePrice', after: 10 }] }]);
  expect(writes()).toEqual([]);
});

test('what is there is an update, before and after, of the members that differ', async () => {
  await runNode(sandbox, priceSet, priceLines, [{ sku: 1, price: 10 }]);
  sandbox.journal.clear();
  const [difference] = told(await dryPrice(12));
  expect(difference?.kind).toBe('update');
  expect(difference?.members).toContainEqual({ name: 'basePrice', before: 10, after: 12 });
  expect(writes()).toEqual([]);
});

test('a row that the box leaves alone is told as unchanged', async () => {
  await runNode(sandbox, priceSet, priceLines, [{ sku: 1, price: 10 }]);
  const outcome = await dryPrice(10);
  expect(outcome.requests).toEqual([]);
  expect(outcome.unchanged).toEqual([{ node: 'node', row: 1 }]);
});

test('a box that writes without reading has what is there read for it', async () => {
  const rows = [{ sku: 1, balance: 7 }];
  await runNode(sandbox, stockSet, stockLines, rows);
  const dry = (balance: number) =>
    runNode(sandbox, stockSet, stockLines, [{ sku: 1, balance }], { dryRun: true });
  expect(told(await dry(9))).toEqual([
    { kind: 'update', members: [{ name: 'quantity', before: 7, after: 9 }] },
  ]);
  expect(told(await dry(7))).toEqual([{ kind: 'same', members: [] }]);
});

test('a request that only reads leaves nothing unchanged', async () => {
  const config = {
    method: 'GET',
    path: '/api/catalog/pvt/stockkeepingunit/{id}',
    mapping: mapping({ id: 'sku' }),
  };
  const outcome = await runNode(sandbox, requestNode, config, [{ sku: 1 }], { dryRun: true });
  expect(outcome.unchanged).toEqual([]);
});

test('what was shown is sent, while the store is as it was', async () => {
  await runNode(sandbox, priceSet, priceLines, [{ sku: 1, price: 10 }]);
  const shown = await dryPrice(12);
  const { failed } = await apply(priceSet, priceLines, [{ sku: 1, price: 12 }], shown);
  expect(failed).toEqual([]);
  expect(sandbox.state.prices.get(1)).toMatchObject({ basePrice: 12 });
});

test('a row whose store side has changed since fails and sends nothing', async () => {
  const rows = [{ sku: 1, balance: 9 }];
  await runNode(sandbox, stockSet, stockLines, [{ sku: 1, balance: 7 }]);
  const shown = await runNode(sandbox, stockSet, stockLines, rows, { dryRun: true });
  await runNode(sandbox, stockSet, stockLines, [{ sku: 1, balance: 5 }]);
  sandbox.journal.clear();
  const { failed } = await apply(stockSet, stockLines, rows, shown);
  expect(failed.map(({ error }) => error.code)).toEqual(['engine.not-as-shown']);
  expect(writes()).toEqual([]);
});

test('a row that was shown as unchanged may not be written later', async () => {
  await runNode(sandbox, priceSet, priceLines, [{ sku: 1, price: 10 }]);
  const shown = await dryPrice(10);
  await runNode(sandbox, priceSet, priceLines, [{ sku: 1, price: 11 }]);
  sandbox.journal.clear();
  const { failed } = await apply(priceSet, priceLines, [{ sku: 1, price: 10 }], shown);
  expect(failed.map(({ error }) => error.code)).toEqual(['engine.not-as-shown']);
  expect(writes()).toEqual([]);
});

test('a real run asks for no more than it did: nothing is read only to be told', async () => {
  await runNode(sandbox, stockSet, stockLines, [{ sku: 1, balance: 7 }]);
  const seen = sandbox.journal.recent().filter(({ url }) => url.includes('/inventory/'));
  expect(seen.map(({ method }) => method)).toEqual(['PATCH']);
});
