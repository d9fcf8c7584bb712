// Rows are sorted by how the ERP and the store compare, within a tolerance; nothing is written.
import type { Json, Row } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import priceSet from '../vtex-prices/price-set.node';
import stockSet from '../vtex-logistics/stock-set.node';
import reconcile from './reconcile.node';
import { mapping, runNode } from './store.testing';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off' });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  sandbox.reset();
  sandbox.state.putSku({ Id: 1, RefId: 'S-1', ProductId: 1 } as never);
  const price = { mapping: mapping({ itemId: '1', basePrice: '10.3' }) };
  await runNode(sandbox, priceSet, price, [{}]);
  const stock = { mapping: mapping({ skuId: '1', warehouseId: '"1_1"', quantity: '7' }) };
  await runNode(sandbox, stockSet, stock, [{}]);
  sandbox.journal.clear();
});

const compare = async (config: Record<string, Json>, rows: Row[]) => {
  const outcome = await runNode(sandbox, reconcile, { value: 'v', saveAs: 'r', ...config }, rows);
  const sorted = outcome.samples.filter(({ side }) => side === 'out').map((one) => [one.port, one.rows]);
  return Object.fromEntries(sorted) as Record<string, Row[]>;
};
const price = { what: 'price', sku: 'sku' };
const stock = { what: 'stock', sku: 'sku', warehouse: 'w' };

test('a price within the tolerance is equal, beyond it different, with both values and the gap', async () => {
  const { equal, different } = await compare({ ...price, tolerance: 0.1 }, [
    { sku: 1, v: 10.2 },
    { sku: 1, v: 10.19 },
  ]);
  expect(equal).toEqual([{ sku: 1, v: 10.2, r: { erp: 10.2, vtex: 10.3, gap: 0.1 } }]);
  expect(different).toEqual([{ sku: 1, v: 10.19, r: { erp: 10.19, vtex: 10.3, gap: 0.11 } }]);
});

test('a tolerance in percent is of the value of the ERP', async () => {
  const { equal, different } = await compare({ ...price, tolerancePercent: 10 }, [
    { sku: 1, v: 9.4 },
    { sku: 1, v: 9 },
  ]);
  expect(equal).toHaveLength(1);
  expect(different).toHaveLength(1);
});

test('stock is that of the warehouse, and one that VTEX does not know is missing', async () => {
  const { equal, missing } = await compare(stock, [
    { sku: 1, w: '1_1', v: 7 },
    { sku: 1, w: 'other', v: 7 },
  ]);
  expect(equal).toMatchObject([{ r: { vtex: 7, gap: 0 } }]);
  expect(missing).toMatchObject([{ w: 'other', r: { erp: 7, vtex: null } }]);
});

test('an unlimited stock is never equal to a number', async () => {
  const lines = { skuId: '1', warehouseId: '"1_1"', unlimitedQuantity: 'true' };
  await runNode(sandbox, stockSet, { mapping: mapping(lines) }, [{}]);
  const { different } = await compare(stock, [{ sku: 1, w: '1_1', v: 7 }]);
  expect(different).toMatchObject([{ r: { vtex: 'unlimited' } }]);
});

test('an order or a price that VTEX does not have is missing, and nothing is written', async () => {
  const orders = await compare({ what: 'order-status', order: 'o' }, [{ o: '999-01', v: 'handling' }]);
  expect(orders['missing']).toHaveLength(1);
  expect((await compare(price, [{ sku: 99, v: 1 }]))['missing']).toHaveLength(1);
  expect(sandbox.journal.recent().filter(({ method }) => method !== 'GET')).toEqual([]);
});
