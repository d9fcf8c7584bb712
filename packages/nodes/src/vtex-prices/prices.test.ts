// The traps of fixed prices, rules and tables: nothing that is not named is lost, nothing equal is sent.
import type { Row } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { mapping, runNode } from '../vtex/store.testing';
import fixedPriceSet from './fixed-price-set.node';
import fixedPriceSetTable from './fixed-price-set-table.node';
import priceRuleSet from './price-rule-set.node';
import priceTableCreate from './price-table-create.node';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off' });
});
afterAll(() => sandbox.close());

const entry = (value: number, more: object = {}) => ({
  tradePolicyId: 'gold',
  value,
  listPrice: null,
  minQuantity: 1,
  ...more,
});

beforeEach(() => {
  sandbox.reset();
  sandbox.state.putSku({ Id: 1, RefId: 'S-1', ProductId: 1 } as never);
  const price = { itemId: '1', listPrice: null, basePrice: 40, costPrice: 30, markup: 33.33 };
  const fixedPrices = [entry(35), entry(30, { minQuantity: 10 }), entry(38, { tradePolicyId: '2' })];
  sandbox.state.prices.set(1, { ...price, fixedPrices });
  sandbox.state.priceTables.add('gold');
});

const writes = () => sandbox.journal.recent().filter(({ method }) => method !== 'GET').length;
const held = () =>
  sandbox.state.prices
    .get(1)
    ?.fixedPrices.map(({ tradePolicyId, minQuantity, value }) => [tradePolicyId, minQuantity, value]);
const lines = { itemId: '1', value: 'p', minQuantity: 'q', from: 'de', to: 'ate' };

for (const [node, table] of [
  [fixedPriceSet, { tradePolicyId: '"gold"' }],
  [fixedPriceSetTable, { priceTableId: '"gold"' }],
] as const) {
  const set = (rows: Row[]) => runNode(sandbox, node, { mapping: mapping({ ...lines, ...table }) }, rows);

  test(`${node.id} sets one entry and leaves all others alone`, async () => {
    await set([{ p: 29, q: 10 }]);
    expect(held()).toEqual(
      expect.arrayContaining([
        ['gold', 1, 35],
        ['2', 1, 38],
        ['gold', 10, 29],
      ]),
    );
    expect(held()).toHaveLength(3);
  });

  test(`${node.id} sends nothing when VTEX holds the same`, async () => {
    const { rows } = await set([{ p: 35 }]);
    expect(rows[0]?.['fixedPrice']).toMatchObject({ change: 'unchanged' });
    expect(writes()).toBe(0);
  });

  test(`${node.id} takes dates of one moment for the same, however they are written`, async () => {
    const [price] = [sandbox.state.prices.get(1)];
    const dateRange = { from: '2026-11-27T03:00:00Z', to: '2026-11-30T03:00:00Z' };
    price?.fixedPrices.push(entry(20, { dateRange }));
    await set([{ p: 19, de: '2026-11-27', ate: '2026-11-30' }]);
    const dated = sandbox.state.prices.get(1)?.fixedPrices.filter((one) => one.dateRange);
    expect(dated).toMatchObject([{ value: 19, dateRange }]);
  });

  test(`${node.id} fails rows with half a period, and one that ends before it begins`, async () => {
    const { failed } = await set([
      { p: 1, de: '2026-11-27' },
      { p: 1, de: '2026-11-27', ate: '2026-11-20' },
    ]);
    expect(failed.map(({ error }) => error.code)).toEqual([
      'vtex.fixed-price-half-dates',
      'vtex.fixed-price-dates',
    ]);
    expect(writes()).toBe(0);
  });
}

test('a fixed price of a SKU the store does not have says so', async () => {
  const config = { mapping: mapping({ ...lines, itemId: '99', tradePolicyId: '"gold"' }) };
  const { failed } = await runNode(sandbox, fixedPriceSet, config, [{ p: 1 }]);
  expect(failed[0]?.error.code).toBe('vtex.sku-unknown');
});

describe('price rules', () => {
  const rule = {
    priceTableId: '"gold"',
    id: 'n',
    percentualModifier: 'percent',
    markupFrom: 'm',
    markupTo: 'm',
    categories: 'c',
  };
  const set = (rows: Row[]) => runNode(sandbox, priceRuleSet, { mapping: mapping(rule) }, rows);
  const rules = () => sandbox.state.priceRules.byTable.get('gold') ?? [];

  test('rows of one table add up, though VTEX replaces all rules at once', async () => {
    await set([1, 2, 3, 4, 5, 6].map((n) => ({ n, percent: n })));
    expect(
      rules()
        .map(({ id }) => id)
        .sort(),
    ).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('a rule keeps what is not mapped, and is not sent when nothing differs', async () => {
    await set([{ n: 1, percent: 5, c: { '3': 'Casa' }, m: 10 }]);
    const { rows } = await set([{ n: 1, percent: 7 }]);
    expect(rows[0]?.['priceRule']).toMatchObject({ change: 'updated' });
    expect(rules()).toMatchObject([
      { percentualModifier: 7, context: { categories: { '3': 'Casa' }, markupRange: { from: 10, to: 10 } } },
    ]);
    const before = writes();
    const again = await set([{ n: 1, percent: 7 }]);
    expect([again.rows[0]?.['priceRule'], writes()]).toEqual([
      expect.objectContaining({ change: 'unchanged' }),
      before,
    ]);
  });

  test('a new one needs a percentage', async () => {
    const { failed } = await set([{ n: 9 }]);
    expect(failed[0]?.error.code).toBe('vtex.price-rule-without-percentage');
  });
});

test('a price table that is there is not written again, and a new one once for all rows of a page', async () => {
  const config = { mapping: mapping({ priceTableId: 't' }) };
  await runNode(sandbox, priceTableCreate, config, [{ t: 'gold' }, { t: 'novo' }, { t: 'novo' }]);
  expect([...sandbox.state.priceTables]).toEqual(['1', 'gold', 'novo']);
  expect(writes()).toBe(1);
});
