import { startSandbox, type Sandbox } from '../sandbox';
import { clientOf, newSku, type Client } from '../sandbox.testing';

const base = '/api/logistics/pvt';
const configuration = `${base}/configuration`;

let sandbox: Sandbox;
let call: Client;
let sku: number;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off', clock: () => Date.UTC(2026, 10, 23, 12) });
  call = clientOf(sandbox);
});
beforeEach(async () => {
  sandbox.reset();
  sku = await newSku(call, 'R1');
});
afterAll(() => sandbox.close());

const status = async (request: string, body?: unknown): Promise<number> => (await call(request, body)).status;

describe('docks', () => {
  it('are replaced by POST: what it leaves out is gone', async () => {
    const dock = {
      id: 'd1',
      name: 'Um',
      priority: 3,
      dockTimeFake: '2.00:00:00',
      freightTableIds: ['normal'],
    };
    expect((await call(`POST ${configuration}/docks`, dock)).text).toBe('true');
    await call(`POST ${configuration}/docks`, { id: 'd1', name: 'Um' });
    expect((await call(`GET ${configuration}/docks/d1`)).json()).toMatchObject({
      priority: 0,
      dockTimeFake: '00:00:00',
      freightTableIds: [],
    });
  });

  it('are switched on and off, and deleted once', async () => {
    const one = `${configuration}/docks/1_1_1`;
    expect(await status(`POST ${one}/deactivation`)).toBe(204);
    expect((await call(`GET ${one}`)).json()).toMatchObject({ isActive: false });
    expect(await status(`POST ${one}/activation`)).toBe(204);
    expect((await call(`DELETE ${one}`)).text).toBe('true');
    expect(await status(`DELETE ${one}`)).toBe(404);
  });
});

test('a warehouse keeps the time and cost of its docks, and another spelling is another warehouse', async () => {
  const warehouse = {
    id: 'w',
    name: 'W',
    warehouseDocks: [{ dockId: '1_1_1', time: '1.00:00:00', cost: '5.00' }],
  };
  await call(`POST ${configuration}/warehouses`, warehouse);
  await call(`POST ${configuration}/warehouses`, { ...warehouse, id: 'W' });
  const all = (await call(`GET ${configuration}/warehouses`)).json<
    { id: string; warehouseDocks: object[] }[]
  >();
  expect(all.map(({ id }) => id)).toEqual(['1_1', 'w', 'W']);
  expect(all[1]?.warehouseDocks).toEqual([{ dockId: '1_1_1', time: '1.00:00:00', cost: 5 }]);
});

describe('shipping policies', () => {
  const policy = {
    id: 'p',
    name: 'P',
    shippingMethod: 'Normal',
    maxDimension: { largestMeasure: 90, maxMeasureSum: 200 },
  };

  it('are made once by POST, and replaced by PUT', async () => {
    expect(await status(`POST ${base}/shipping-policies`, { ...policy, numberOfItemsPerShipment: 4 })).toBe(
      200,
    );
    expect(await status(`POST ${base}/shipping-policies`, policy)).toBe(409);
    const { id: _id, ...rest } = policy;
    await call(`PUT ${base}/shipping-policies/p`, { ...rest, deliveryOnWeekends: true, isActive: true });
    expect((await call(`GET ${base}/shipping-policies/p`)).json()).toMatchObject({
      numberOfItemsPerShipment: 0,
      weekendAndHolidays: { saturday: true, sunday: true, holiday: true },
    });
  });

  it('come by pages', async () => {
    for (const id of ['a', 'b']) await call(`POST ${base}/shipping-policies`, { ...policy, id });
    const page = (await call(`GET ${base}/shipping-policies?page=2&perPage=2`)).json<{
      items: { id: string }[];
    }>();
    expect(page.items.map(({ id }) => id)).toEqual(['b']);
    expect(page).toMatchObject({ paging: { page: 2, perPage: 2, total: 3, pages: 2 } });
  });

  it('keep days without delivery', async () => {
    const carrier = `${configuration}/carriers/normal`;
    expect((await call(`POST ${carrier}/adddayofweekblocked`, '"2026-12-24T00:00:00"')).text).toBe('true');
    expect((await call(`GET ${carrier}/getdayofweekblocked`)).json()).toEqual(['2026-12-24T00:00:00']);
    await call(`POST ${carrier}/removedayofweekblocked`, '"2026-12-24T00:00:00"');
    expect((await call(`GET ${carrier}/getdayofweekblocked`)).json()).toEqual([]);
  });
});

describe('freight tables', () => {
  const update = `POST ${configuration}/freights/normal/values/update`;
  const line = {
    country: 'BRA',
    zipCodeStart: '01000000',
    zipCodeEnd: '01999999',
    weightStart: 0,
    weightEnd: 5000,
    absoluteMoneyCost: '12.90',
    pricePercent: 0,
    pricePercentByWeight: 0,
    maxVolume: 1_000_000,
    timeCost: '2.00:00:00',
    polygon: '',
    operationType: 1,
  };
  const lines = async (code: string) =>
    (await call(`GET ${configuration}/freights/normal/${code}/values`)).json<
      { absoluteMoneyCost: number }[]
    >();

  it('take a second line of the same range without a word, and the log shows it doubled', async () => {
    await call(update, [line]);
    await call(update, [line]);
    expect((await lines('01310-100')).map((one) => one.absoluteMoneyCost)).toEqual([10, 12.9, 12.9]);
    expect(sandbox.state.creates.doubled()).toMatchObject([{ kind: 'freight', created: 2 }]);
  });

  it('update and delete by range, and take all of a list or nothing', async () => {
    await call(update, [line]);
    await call(update, [{ ...line, operationType: 2, absoluteMoneyCost: '9.00' }]);
    expect(await lines('01310100')).toMatchObject([{}, { absoluteMoneyCost: 9 }]);
    const bad = { ...line, zipCodeStart: '02000000', zipCodeEnd: '02999999', absoluteMoneyCost: '12,90' };
    expect(await status(update, [{ ...line, operationType: 3 }, bad])).toBe(400);
    expect(await lines('01310100')).toHaveLength(2);
    expect(await status(update, [{ ...line, operationType: 3 }])).toBe(200);
    expect(await status(update, [{ ...line, operationType: 3 }])).toBe(400);
  });

  it('want the cost as a text, and a policy that is there', async () => {
    expect(await status(update, [{ ...line, absoluteMoneyCost: 12.9 }])).toBe(400);
    expect(await status(`POST ${configuration}/freights/none/values/update`, [line])).toBe(404);
  });
});

test('pickup points have ids without spaces and are found by a word', async () => {
  const point = { id: 'loja-1', name: 'Loja Um', address: { city: 'Recife' }, isActive: true };
  expect(await status(`PUT ${configuration}/pickuppoints/loja%201`, { ...point, id: 'loja 1' })).toBe(400);
  expect(await status(`PUT ${configuration}/pickuppoints/loja-1`, point)).toBe(200);
  const found = (await call(`GET ${configuration}/pickuppoints/_search?keyword=recife`)).json<{
    items: object[];
  }>();
  expect(found.items).toMatchObject([{ id: 'loja-1' }]);
  expect(await status(`DELETE ${configuration}/pickuppoints/loja-1`)).toBe(204);
});

test('holidays are kept by id, polygons by name and only when they are closed', async () => {
  expect(
    await status(`PUT ${configuration}/holidays/natal`, { name: 'Natal', startDate: '25/12/2026' }),
  ).toBe(400);
  await call(`PUT ${configuration}/holidays/natal`, { name: 'Natal', startDate: '2026-12-25' });
  expect((await call(`GET ${configuration}/holidays`)).json()).toMatchObject([{ id: 'natal' }]);
  const ring = [
    [0, 0],
    [0, 1],
    [1, 1],
  ];
  expect(
    await status(`PUT ${configuration}/geoshape`, { name: 'a', geoShape: { coordinates: [ring] } }),
  ).toBe(400);
  const closed = { name: 'a', geoShape: { coordinates: [[...ring, [0, 0]]] } };
  expect((await call(`PUT ${configuration}/geoshape`, closed)).json()).toBe('a');
  expect((await call(`GET ${configuration}/geoshape`)).json()).toMatchObject({ items: ['a'] });
});

describe('fulfilment locations', () => {
  const locations = '/api/fulfillment-locations';

  it('keep the days a new capacity leaves out, and show it on the next days', async () => {
    const set = (dayCapacity: object) =>
      call(`PUT ${locations}/location/loc_1/capacities/fulfill_orders`, {
        capacityType: 'FIXED',
        dayCapacity,
      });
    await set({ MONDAY: 11, TUESDAY: 3 });
    await set({ MONDAY: 12 });
    const days = await call(`GET ${locations}/locations/loc_1/capacities?daysRequested=2`);
    expect(days.json()).toMatchObject([{ capacityLimitAmount: 12 }, { capacityLimitAmount: 3 }]);
    expect(await status(`PUT ${locations}/location/loc_1/capacities/other`, {})).toBe(400);
  });

  it('are paused by hand, and come thirty a page from 0 on', async () => {
    expect(await status(`PUT ${locations}/locations/loc_1/status`, { status: 'PAUSED' })).toBe(400);
    await call(`PUT ${locations}/locations/loc_1/status`, { status: 'MANUALLY_PAUSED' });
    const first = sandbox.state.logistics.locations.get('loc_1')!;
    for (let at = 2; at <= 31; at += 1)
      sandbox.state.logistics.locations.set(`l${at}`, { ...first, id: `l${at}` });
    const page = await call(`GET ${locations}/location?page=1&pageSize=100&status=MANUALLY_PAUSED`);
    expect(page.json()).toMatchObject({ hasNextPage: false, data: [{ id: 'l31' }] });
  });
});

describe('supply lots', () => {
  it('become stock once, and the lot is gone', async () => {
    const lots = `${base}/inventory/items/${sku}/warehouses/1_1/supplyLots`;
    await call(`PUT ${base}/inventory/skus/${sku}/warehouses/1_1`, { quantity: 5, leadTime: '1.00:00:00' });
    const lot = { quantity: 30, dateOfSupplyUtc: '2026-12-01T00:00:00Z' };
    expect(await status(`PUT ${lots}/L1`, lot)).toBe(204);
    expect((await call(`GET ${lots}`)).json()).toMatchObject([{ supplyLotId: 'L1', totalQuantity: 30 }]);
    expect(await status(`POST ${lots}/L1/transfer`)).toBe(204);
    expect(await status(`POST ${lots}/L1/transfer`)).toBe(404);
    expect(sandbox.state.stock.get(sku)?.get('1_1')).toMatchObject({ quantity: 35, leadTime: '1.00:00:00' });
  });
});

describe('reservations', () => {
  const reserve = (lockId: string, quantity: number) =>
    call(`POST ${base}/inventory/reservations`, {
      salesChannel: '1',
      lockId,
      autorizationExpirationTTL: '10.00:00:00',
      deliveryItemOptions: [{ item: { id: String(sku), quantity }, wareHouseId: '1_1' }],
    });

  it('of more than can be sold are answered with 200 and not made', async () => {
    await call(`PUT ${base}/inventory/skus/${sku}/warehouses/1_1`, { quantity: 5 });
    await reserve('a', 3);
    expect((await reserve('b', 3)).json()).toMatchObject({ Status: 0, IsSucess: false });
    expect(await status(`GET ${base}/inventory/reservations/b`)).toBe(404);
  });

  it('that are confirmed count as dispatched, and the list of a SKU has them all', async () => {
    await call(`PUT ${base}/inventory/skus/${sku}/warehouses/1_1`, { quantity: 9 });
    await reserve('a', 3);
    await reserve('b', 2);
    await call(`POST ${base}/inventory/reservations/b/confirm`);
    const dispatched = await call(`GET ${base}/inventory/items/${sku}/warehouses/1_1/dispatched`);
    expect(dispatched.json()).toMatchObject([
      { quantity: 9, totalReservedQuantity: 5, dispatchedReservationsQuantity: 2, availableQuantity: 4 },
    ]);
    const list = (await call(`GET ${base}/inventory/reservations/1_1/${sku}`)).json<{ LockId: string }[]>();
    expect(list.map(({ LockId }) => LockId)).toEqual(['a', 'b']);
  });

  it('are too many to be counted as dispatched above two thousand', async () => {
    await call(`PUT ${base}/inventory/skus/${sku}/warehouses/1_1`, { quantity: 9 });
    for (let at = 0; at <= 2000; at += 1) sandbox.state.reservations.set(`r${at}`, { status: 1 } as never);
    const answer = await call(`GET ${base}/inventory/items/${sku}/warehouses/1_1/dispatched`);
    expect([answer.status, answer.text]).toEqual([400, 'Too many active reservations']);
  });
});

describe('what a shopper gets', () => {
  const simulate = async (quantity = 1, postalCode: string | null = '01310100', query = '') =>
    (
      await call(`POST /api/checkout/pub/orderForms/simulation${query}`, {
        items: [{ id: String(sku), quantity, seller: '1' }],
        country: 'BRA',
        postalCode,
      })
    ).json<{ items: object[]; logisticsInfo: { slas: object[] }[]; messages: object[]; totals: object[] }>();

  beforeEach(async () => {
    await call(`PUT ${base}/inventory/skus/${sku}/warehouses/1_1`, { quantity: 5 });
    await call(`PUT /pricing/prices/${sku}`, { basePrice: 24.99 });
    const known = sandbox.state.skus.get(sku);
    if (known) known.IsActive = true;
  });

  it('is price in cents, availability and deliveries, without a key', async () => {
    const open = await call(
      'POST /api/checkout/pub/orderForms/simulation',
      { items: [{ id: String(sku), quantity: 1, seller: '1' }] },
      { 'content-type': 'application/json' },
    );
    expect(open.status).toBe(200);
    const { items, logisticsInfo, totals } = await simulate(2);
    expect(items).toMatchObject([{ sellingPrice: 2499, availability: 'available' }]);
    expect(logisticsInfo[0]?.slas).toMatchObject([{ id: 'Normal', price: 1000, shippingEstimate: '3bd' }]);
    expect(totals).toMatchObject([{ value: 4998 }, { value: 1000 }]);
  });

  it('says why nothing is sold: no stock, no price, no delivery, not for sale', async () => {
    const why = async (...given: Parameters<typeof simulate>) =>
      (await simulate(...given)).items.map((item) => (item as { availability: string }).availability);
    expect(await why(6)).toEqual(['withoutStock']);
    sandbox.state.logistics.docks.get('1_1_1')!.freightTableIds = [];
    expect(await why(1)).toEqual(['cannotBeDelivered']);
    expect(await why(1, null)).toEqual(['available']);
    sandbox.state.prices.clear();
    expect(await why(1)).toEqual(['withoutPrice']);
    sandbox.state.skus.get(sku)!.IsActive = false;
    expect(await simulate()).toMatchObject({ items: [], messages: [{ code: 'ORD027' }] });
  });

  it('follows weight, stock, docks and policies in the calculation of logistics', async () => {
    const calculate = async (quantity: number) =>
      (
        await call(`POST ${base}/shipping/calculate`, [
          { items: [{ id: String(sku), quantity }], location: { zipCode: '01310100', country: 'BRA' } },
        ])
      ).json<object[][]>();
    expect(await calculate(1)).toMatchObject([[{ itemId: String(sku), listPrice: 10, wareHouseId: '1_1' }]]);
    // 1,250 g each: 25 of them are more than the table's 30 kg.
    await call(`PUT ${base}/inventory/skus/${sku}/warehouses/1_1`, { quantity: 50 });
    expect(await calculate(25)).toEqual([[]]);
    await call(`POST ${configuration}/warehouses/1_1/deactivation`);
    expect(await calculate(1)).toEqual([[]]);
  });
});
