import { startSandbox, type Sandbox } from '../sandbox';
import { clientOf, newSku, type Client } from '../sandbox.testing';

describe('rules of a price table', () => {
  let sandbox: Sandbox;
  let call: Client;
  let sku: number;

  beforeAll(async () => {
    sandbox = await startSandbox();
    call = clientOf(sandbox);
  });
  beforeEach(async () => {
    sandbox.reset();
    sku = await newSku(call, 'R1');
    await call(`PUT /pricing/prices/${sku}`, { basePrice: 100, costPrice: 50 });
  });
  afterAll(() => sandbox.close());

  const put = (rules: object[]) => call('PUT /pricing/pipeline/catalog/b2b', { rules });
  const selling = async (table = 'b2b') =>
    (await call(`GET /pricing/prices/${sku}/computed/${table}`)).json().sellingPrice;

  it('the first one that fits changes the base price in its table, and a fixed price wins over it', async () => {
    const brand = String(sandbox.state.products.get(1)?.BrandId);
    await put([
      { id: 1, context: { brands: { '1': 'Outra' } }, percentualModifier: 50 },
      { id: 2, context: { brands: { [brand]: 'Ipê' } }, percentualModifier: -10 },
      { id: 3, context: {}, percentualModifier: 5 },
    ]);
    expect([await selling(), await selling('1')]).toEqual([90, 100]);
    await call(`PATCH /pricing/prices/${sku}/fixed`, [{ tradePolicyId: 'b2b', value: 70, minQuantity: 1 }]);
    expect(await selling()).toBe(70);
  });

  it('they fit by category above, by markup and by date', async () => {
    const [department] = [...sandbox.state.categories.keys()];
    const cases: [object, number][] = [
      [{ categories: { [String(department)]: 'Casa' } }, 110],
      [{ categories: { '999': 'Outra' } }, 100],
      [{ markupRange: { from: 100, to: 100 } }, 110],
      [{ markupRange: { from: 0, to: 99 } }, 100],
      [{ dateRange: { from: '2020-01-01T00:00:00Z', to: '2099-01-01T00:00:00Z' } }, 110],
      [{ dateRange: { from: '2020-01-01T00:00:00Z', to: '2021-01-01T00:00:00Z' } }, 100],
    ];
    for (const [context, price] of cases) {
      await put([{ id: 1, context, percentualModifier: 10 }]);
      expect([context, await selling()]).toEqual([context, price]);
    }
  });
});
