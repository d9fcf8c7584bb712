import { startSandbox, type Sandbox } from '../sandbox';
import { clientOf, handClock, newSku, type Client } from '../sandbox.testing';

describe('prices', () => {
  const clock = handClock();
  let sandbox: Sandbox;
  let call: Client;
  let path: string;

  beforeAll(async () => {
    sandbox = await startSandbox({ clock: clock.now });
    call = clientOf(sandbox);
  });
  beforeEach(async () => {
    sandbox.reset();
    path = `/lojademo/pricing/prices/${await newSku(call, 'R1')}`;
  });
  afterAll(() => sandbox.close());

  it('takes one or two of base, cost and markup and works out the third', async () => {
    const cases: [object, object][] = [
      [{ basePrice: 250 }, { basePrice: 250, costPrice: 250, markup: 0 }],
      [
        { costPrice: 10, markup: 2400 },
        { basePrice: 250, costPrice: 10, markup: 2400 },
      ],
      [
        { basePrice: 250, costPrice: 10 },
        { basePrice: 250, costPrice: 10, markup: 2400 },
      ],
      [
        { basePrice: 250, markup: 2400, listPrice: 300 },
        { basePrice: 250, costPrice: 10, listPrice: 300 },
      ],
    ];
    for (const [sent, kept] of cases) {
      expect((await call(`PUT ${path}`, sent)).status).toBe(200);
      expect((await call(`GET ${path}`)).json()).toMatchObject(kept);
    }
  });

  it('refuses all three, none, and what is not a price', async () => {
    for (const body of [
      { basePrice: 250, costPrice: 10, markup: 2400 },
      { markup: 10 },
      {},
      { basePrice: 'abc' },
      { basePrice: -1 },
    ]) {
      expect((await call(`PUT ${path}`, body)).status).toBe(400);
    }
    expect((await call(`GET ${path}`)).status).toBe(404);
  });

  it('deletes on PUT every fixed price it does not bring, and keeps them on PATCH', async () => {
    await call(`PUT ${path}`, {
      basePrice: 100,
      fixedPrices: [{ tradePolicyId: '1', value: 90, minQuantity: 1 }],
    });
    await call(`PATCH ${path}/fixed`, [{ tradePolicyId: 'gold', value: 80, minQuantity: 1 }]);
    await call(`PATCH ${path}/fixed`, [{ tradePolicyId: 'gold', value: 75, minQuantity: 1 }]);
    expect((await call(`GET ${path}/fixed`)).json<object[]>()).toMatchObject([
      { tradePolicyId: '1', value: 90 },
      { tradePolicyId: 'gold', value: 75, listPrice: null },
    ]);
    expect((await call('GET /pricing/tables')).json()).toEqual(['1', 'gold']);
    await call(`PUT ${path}`, { basePrice: 100 });
    expect((await call(`GET ${path}/fixed`)).json()).toEqual([]);
  });

  it('sets and removes the fixed prices of one table', async () => {
    await call(`PUT ${path}`, {
      basePrice: 100,
      fixedPrices: [{ tradePolicyId: '1', value: 90, minQuantity: 1 }],
    });
    expect((await call(`POST ${path}/fixed/gold`, [{ value: 80, minQuantity: 1 }])).status).toBe(200);
    expect((await call(`GET ${path}/fixed/gold`)).json<object[]>()).toMatchObject([
      { tradePolicyId: 'gold', value: 80 },
    ]);
    await call(`DELETE ${path}/fixed/gold`);
    expect((await call(`GET ${path}/fixed`)).json<object[]>()).toMatchObject([{ tradePolicyId: '1' }]);
    expect((await call(`POST ${path}/fixed/gold`, [{ value: 80 }])).status).toBe(400);
  });

  it('computes by table, quantity and date', async () => {
    const dateRange = { from: '2026-11-22T00:00:00-03:00', to: '2026-11-24T00:00:00-03:00' };
    await call(`PUT ${path}`, {
      basePrice: 100,
      fixedPrices: [
        { tradePolicyId: '1', value: 90, minQuantity: 1 },
        { tradePolicyId: '1', value: 70, minQuantity: 10 },
        { tradePolicyId: 'b2b', value: 60, minQuantity: 1, dateRange },
      ],
    });
    await call('PUT /pricing/tables/vazia');
    const selling = async (table: string, quantity = 1): Promise<unknown> =>
      (await call(`GET ${path}/computed/${table}?quantity=${quantity}`)).json().sellingPrice;
    expect([
      await selling('1'),
      await selling('1', 10),
      await selling('b2b'),
      await selling('vazia'),
    ]).toEqual([90, 70, 60, 100]);
    clock.advance(3 * 86_400);
    expect(await selling('b2b')).toBe(100);
    expect((await call(`GET ${path}/computed/nada`)).status).toBe(404);
    expect((await call(`GET ${path}/computed`)).json<object[]>()).toHaveLength(3);
  });

  it('keeps fixed prices without a base price, and has no price in other tables then', async () => {
    await call(`PATCH ${path}/fixed`, [{ tradePolicyId: 'gold', value: 80, minQuantity: 1 }]);
    expect((await call(`GET ${path}`)).json()).toMatchObject({ basePrice: null });
    expect((await call(`GET ${path}/computed`)).json<object[]>()).toMatchObject([{ tradePolicyId: 'gold' }]);
  });

  it('answers 404 for a SKU the store does not have and after a delete', async () => {
    expect((await call('PUT /pricing/prices/999', { basePrice: 1 })).status).toBe(404);
    await call(`PUT ${path}`, { basePrice: 1 });
    expect((await call(`DELETE ${path}`)).status).toBe(200);
    expect((await call(`GET ${path}`)).status).toBe(404);
  });
});
