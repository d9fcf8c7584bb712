import { startSandbox, type Sandbox } from '../sandbox';
import { clientOf, newSku, type Client } from '../sandbox.testing';

const base = '/api/logistics/pvt/inventory';
const stock = (sku: number, warehouse = '1_1'): string => `${base}/skus/${sku}/warehouses/${warehouse}`;

describe('stock', () => {
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
  });
  afterAll(() => sandbox.close());

  const balance = async (): Promise<Record<string, unknown>> => {
    const answer = await call(`GET ${base}/skus/${sku}`);
    return answer.json<{ balance: Record<string, unknown>[] }>().balance[0] ?? {};
  };

  it('is absolute, and PUT answers true', async () => {
    await call(`PUT ${stock(sku)}`, { quantity: 5 });
    const answer = await call(`PUT ${stock(sku)}`, { quantity: 7, leadTime: '1.00:00:00' });
    expect([answer.status, answer.text]).toEqual([200, 'true']);
    expect(await balance()).toMatchObject({ warehouseId: '1_1', totalQuantity: 7, leadTime: '1.00:00:00' });
  });

  it('becomes zero where PUT leaves a member out', async () => {
    await call(`PUT ${stock(sku)}`, { quantity: 7, leadTime: '1.00:00:00' });
    await call(`PUT ${stock(sku)}`, {});
    expect(await balance()).toMatchObject({ totalQuantity: 0, leadTime: '00:00:00' });
  });

  it('is changed in part by PATCH, which answers 204', async () => {
    await call(`PUT ${stock(sku)}`, { quantity: 7, leadTime: '1.00:00:00' });
    expect(
      (await call(`PATCH ${stock(sku)}/quantity`, { quantity: 3, unlimitedQuantity: false })).status,
    ).toBe(204);
    expect(await balance()).toMatchObject({ totalQuantity: 3, leadTime: '1.00:00:00' });
    expect((await call(`PATCH ${stock(sku)}/lead-time`, { leadTime: '2.00:00:00' })).status).toBe(204);
    expect(await balance()).toMatchObject({ totalQuantity: 3, leadTime: '2.00:00:00' });
  });

  it('shows a million when it is unlimited', async () => {
    await call(`PUT ${stock(sku)}`, { quantity: 1, unlimitedQuantity: true });
    const items = await call(`GET ${base}/items/${sku}/warehouses/1_1`);
    expect(items.json<object[]>()).toMatchObject([
      { totalQuantity: 1_000_000, isUnlimited: true, dockId: '1_1_1' },
    ]);
  });

  it('is read by dock too, one entry for each warehouse behind it', async () => {
    await call('POST /api/logistics/pvt/configuration/warehouses', {
      id: '2',
      name: 'Dois',
      warehouseDocks: [{ dockId: '1_1_1' }, { dockId: 'outra' }],
    });
    await call(`PUT ${stock(sku)}`, { quantity: 7 });
    await call(`PUT ${stock(sku, '2')}`, { quantity: 3 });
    const answer = await call(`GET ${base}/items/${sku}/docks/1_1_1`);
    expect(answer.json<object[]>()).toMatchObject([
      { warehouseId: '1_1', availableQuantity: 7 },
      { warehouseId: '2', availableQuantity: 3 },
    ]);
  });

  it('refuses what is not a quantity, an unknown SKU and an unknown warehouse', async () => {
    for (const body of [
      { quantity: -1 },
      { quantity: 1.5 },
      { quantity: '7' },
      { quantity: 1, leadTime: 'P1D' },
    ]) {
      expect((await call(`PUT ${stock(sku)}`, body)).status).toBe(400);
    }
    expect((await call(`PUT ${stock(99)}`, { quantity: 1 })).status).toBe(400);
    expect((await call(`PUT ${stock(sku, 'x')}`, { quantity: 1 })).status).toBe(400);
    expect(sandbox.state.stock.size).toBe(0);
  });

  it('answers 423 to the second of two writes at once, and not to two warehouses', async () => {
    const slow = await startSandbox({ inventoryLockMs: 500 });
    const slowly = clientOf(slow);
    const own = await newSku(slowly, 'R1');
    await slowly('POST /api/logistics/pvt/configuration/warehouses', {
      id: '2',
      name: 'Dois',
      warehouseDocks: [],
    });
    const answers = await Promise.all([
      slowly(`PUT ${stock(own)}`, { quantity: 1 }),
      slowly(`PUT ${stock(own)}`, { quantity: 2 }),
      slowly(`PUT ${stock(own, '2')}`, { quantity: 3 }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 423]);
    const locked = answers.find((answer) => answer.status === 423);
    expect(locked?.text).toBe(`Unable to acquire lock for key: lojademo_item_logistics_${own}_1_1.`);
    expect((await slowly(`PUT ${stock(own)}`, { quantity: 4 })).status).toBe(200);
    await slow.close();
  });

  it('makes a second stock of another spelling of the warehouse', async () => {
    await call('POST /api/logistics/pvt/configuration/warehouses', {
      id: 'TEST',
      name: 'T',
      warehouseDocks: [],
    });
    await call(`PUT ${stock(sku, 'TEST')}`, { quantity: 1 });
    await call(`PUT ${stock(sku, 'test')}`, { quantity: 2 });
    expect([...(sandbox.state.stock.get(sku)?.keys() ?? [])]).toEqual(['TEST', 'test']);
  });

  it('drops a reservation that was acknowledged at the next write, and no other', async () => {
    await call(`PUT ${stock(sku)}`, { quantity: 10 });
    const reserve = (lockId: string, quantity: number) =>
      call(`POST ${base}/reservations`, {
        salesChannel: '1',
        lockId,
        autorizationExpirationTTL: '10.00:00:00',
        deliveryItemOptions: [{ item: { id: String(sku), quantity }, wareHouseId: '1_1' }],
      });
    expect((await reserve('a', 2)).json()).toMatchObject({ LockId: 'a', Status: 1, IsSucess: true });
    await reserve('b', 3);
    const items = await call(`GET ${base}/items/${sku}/warehouses/1_1`);
    expect(items.json<object[]>()).toMatchObject([
      { totalQuantity: 10, reservedQuantity: 5, availableQuantity: 5 },
    ]);
    await call(`POST ${base}/reservations/a/confirm`);
    await call(`POST ${base}/reservations/a/acknowledge`);
    expect(await balance()).toMatchObject({ reservedQuantity: 5 });
    await call(`PATCH ${stock(sku)}/quantity`, { quantity: 8 });
    expect(await balance()).toMatchObject({ totalQuantity: 8, reservedQuantity: 3 });
    await call(`POST ${base}/reservations/b/cancel`);
    expect(await balance()).toMatchObject({ reservedQuantity: 0 });
    expect((await call(`GET ${base}/reservations/b`)).json()).toMatchObject({ Status: 5 });
  });
});
