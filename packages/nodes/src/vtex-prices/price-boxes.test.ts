// What the price boxes keep, refuse and leave alone.
import type { Json, Row } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { mapping, runNode } from '../vtex/store.testing';
import fixedPriceSet from './fixed-price-set.node';
import fixedPriceSetTable from './fixed-price-set-table.node';
import priceRuleSet from './price-rule-set.node';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ limits: 'off' });
  const call = async (request: string, body: unknown) => {
    const [method = '', path = ''] = request.split(' ');
    const headers = { 'X-VTEX-API-AppKey': sandbox.appKey, 'X-VTEX-API-AppToken': sandbox.appToken };
    const response = await fetch(sandbox.url + path, { method, body: JSON.stringify(body), headers });
    if (!response.ok) throw new Error(`${request}: ${response.status} ${await response.text()}`);
  };
  await call('POST /api/catalog/pvt/product', {
    Name: 'Cafeteira',
    CategoryPath: 'Casa',
    BrandName: 'Aurora',
  });
  const size = { PackagedHeight: 1, PackagedLength: 1, PackagedWidth: 1, PackagedWeightKg: 1 };
  await call('POST /api/catalog/pvt/stockkeepingunit', { ProductId: 1, Name: '110 V', RefId: 'A', ...size });
  await call('PATCH /pricing/prices/1/fixed', [
    { tradePolicyId: 'gold', value: 90, listPrice: 100, minQuantity: 1 },
    { tradePolicyId: 'gold', value: 80, minQuantity: 10 },
    { tradePolicyId: 'b2b', value: 70, minQuantity: 1 },
  ]);
});

afterEach(() => sandbox.close());

const fixed = () => sandbox.state.prices.get(1)?.fixedPrices ?? [];
const writes = () =>
  sandbox.journal.recent().filter(({ method, url }) => method !== 'GET' && url.startsWith('/pricing')).length;

const setFixed = (row: Row, more: Record<string, string> = {}) =>
  runNode(
    sandbox,
    fixedPriceSet,
    {
      mapping: mapping({ itemId: 'sku', priceTableId: 'table', value: 'price', ...more }),
    },
    [row],
  );

describe('setting a fixed price', () => {
  it('touches one table, quantity and period, and keeps the list price that nobody mapped', async () => {
    const before = fixed();
    const { rows } = await setFixed({ sku: 1, table: 'gold', price: 85 });
    expect(rows[0]?.['price']).toMatchObject({ change: 'set' });
    expect(fixed()).toHaveLength(3);
    expect(fixed()).toEqual(
      expect.arrayContaining([
        { tradePolicyId: 'gold', value: 85, listPrice: 100, minQuantity: 1 },
        ...before.filter(({ minQuantity, tradePolicyId }) => minQuantity === 10 || tradePolicyId === 'b2b'),
      ]),
    );
  });

  it('sends nothing when VTEX has it already', async () => {
    sandbox.journal.clear();
    const { rows } = await setFixed({ sku: 1, table: 'gold', price: 90 });
    expect(rows[0]?.['price']).toMatchObject({ change: 'unchanged' });
    expect(writes()).toBe(0);
  });

  it('knows a period again however its zone is written, and refuses half a period', async () => {
    const period = { from: '"2026-11-27T00:00:00-03:00"', to: '"2026-11-30T03:00:00Z"' };
    await setFixed({ sku: 1, table: 'gold', price: 60 }, period);
    sandbox.journal.clear();
    await setFixed({ sku: 1, table: 'gold', price: 60 }, { from: '"2026-11-27T03:00:00Z"', to: period.to });
    expect(writes()).toBe(0);
    const { failed } = await setFixed({ sku: 1, table: 'gold', price: 60 }, { from: period.from });
    expect(failed.map(({ error }) => error.code)).toEqual(['vtex.price-period-open']);
  });

  it('changes the price of a period that VTEX writes in another way, and makes no second one of it', async () => {
    await setFixed(
      { sku: 1, table: 'gold', price: 60 },
      { from: '"2026-11-27T03:00:00Z"', to: '"2026-11-30T03:00:00Z"' },
    );
    const local = { from: '"2026-11-27T00:00:00-03:00"', to: '"2026-11-30T00:00:00-03:00"' };
    await setFixed({ sku: 1, table: 'gold', price: 55 }, local);
    expect(fixed().filter(({ dateRange }) => dateRange)).toMatchObject([{ value: 55 }]);
  });

  it('says that the SKU is unknown, not that a page was not found', async () => {
    const { failed } = await setFixed({ sku: 99, table: 'gold', price: 60 });
    expect(failed.map(({ error }) => error.code)).toEqual(['vtex.sku-unknown']);
  });
});

test('the route of one table brings the table’s other prices along, whatever it does with those it is not sent', async () => {
  const config = { mapping: mapping({ itemId: '1', priceTableId: '"gold"', value: 'price' }) };
  await runNode(sandbox, fixedPriceSetTable, config, [{ price: 85 }]);
  const sent = sandbox.journal
    .recent()
    .find(({ method, url }) => method === 'POST' && url.includes('/fixed/gold'));
  expect(sent?.request).toEqual([
    { value: 80, minQuantity: 10 },
    { value: 85, minQuantity: 1, listPrice: 100 },
  ]);
  expect(fixed()).toHaveLength(3);
});

describe('setting a rule', () => {
  const setRule = (row: Record<string, Json>) => {
    const targets = { priceTableId: 'table', id: 'id', percentualModifier: 'percent', brands: 'brands' };
    return runNode(sandbox, priceRuleSet, { mapping: mapping(targets) }, [row]);
  };
  const rules = () => sandbox.state.priceRules.get('gold');

  it('keeps the other rules of the table, and of its own what nobody mapped', async () => {
    await setRule({ table: 'gold', id: 1, percent: -5, brands: { '7': 'Aurora' } });
    await setRule({ table: 'gold', id: 2, percent: 10, brands: null });
    await setRule({ table: 'gold', id: 1, percent: -8, brands: null });
    expect(rules()).toMatchObject([
      { id: 1, percentualModifier: -8, context: { brands: { '7': 'Aurora' } } },
      { id: 2, percentualModifier: 10 },
    ]);
  });

  it('loses none of those that rows under way together set, and sends nothing twice', async () => {
    const rows = [1, 2, 3, 4, 5].map((id) => ({ table: 'gold', id, percent: id, brands: null }));
    const targets = { priceTableId: 'table', id: 'id', percentualModifier: 'percent' };
    await runNode(sandbox, priceRuleSet, { mapping: mapping(targets) }, rows);
    expect(rules()).toHaveLength(5);
    sandbox.journal.clear();
    await runNode(sandbox, priceRuleSet, { mapping: mapping(targets) }, rows);
    expect(writes()).toBe(0);
  });
});
