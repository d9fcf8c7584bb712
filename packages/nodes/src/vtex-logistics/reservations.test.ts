// Reservations, supply lots and the simulation: nothing is reserved or received twice.
import type { NodeType, Row } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { mapping, runNode, type RunOptions } from '../vtex/store.testing';
import cartSimulate from './cart-simulate.node';
import acknowledge from './reservation-acknowledge.node';
import cancel from './reservation-cancel.node';
import confirm from './reservation-confirm.node';
import create from './reservation-create.node';
import stockSet from './stock-set.node';
import transfer from './supply-lot-transfer.node';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off' });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  sandbox.reset();
  sandbox.state.putSku({ Id: 1, RefId: 'S-1', ProductId: 1, IsActive: true } as never);
  await setStock(10);
});

const run = (node: NodeType, lines: Record<string, string>, rows: Row[], options: RunOptions = {}) =>
  runNode(sandbox, node, { mapping: mapping(lines) }, rows, options);
const setStock = (quantity: number) =>
  run(stockSet, { skuId: '1', warehouseId: '"1_1"', quantity: 'q' }, [{ q: quantity }]);
const lines = {
  lockId: 'order',
  id: '1',
  quantity: 'q',
  wareHouseId: '"1_1"',
  dockId: '"1_1_1"',
  autorizationExpirationTTL: '"10"',
};
const reserve = (rows: Row[], options: RunOptions = {}) => run(create, lines, rows, options);
const reserved = () => [...sandbox.state.reservations.values()].map(({ items }) => items[0]?.quantity);
const intent = (node: NodeType) => [{ node: 'node', item: '1', state: 'intent' as const, type: node.id }];

describe('a reservation', () => {
  test('of an id that is there is not made again', async () => {
    await reserve([{ order: 'A', q: 2 }]);
    const { rows } = await reserve([{ order: 'A', q: 2 }]);
    expect(rows).toMatchObject([{ reservation: { lockId: 'A', status: 1, change: 'unchanged' } }]);
    expect(reserved()).toEqual([2]);
    expect(sandbox.journal.recent().filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('that two rows ask for at once is made once', async () => {
    const { rows } = await reserve([
      { order: 'A', q: 2 },
      { order: 'A', q: 2 },
    ]);
    expect(rows.map(({ reservation }) => (reservation as Row)['change']).sort()).toEqual([
      'created',
      'unchanged',
    ]);
  });

  test('whose answer was lost is found, and the row goes on', async () => {
    sandbox.faults.add([{ route: 'POST *reservations', kind: 'drop-after', count: 1 }]);
    const { rows, failed } = await reserve([{ order: 'A', q: 2 }]);
    expect([rows.length, failed]).toEqual([1, []]);
    expect(reserved()).toEqual([2]);
    expect(sandbox.state.creates.doubled()).toEqual([]);
  });

  test('of more than can be sold fails its row with VTEX’s reason, though VTEX answers 200', async () => {
    const { failed } = await reserve([{ order: 'A', q: 11 }]);
    expect(failed[0]?.error).toMatchObject({
      code: 'vtex.reservation-refused',
      values: { lockId: 'A', message: expect.stringContaining('1_1') },
    });
  });

  test('is confirmed and cancelled once: a repeat asks and changes nothing', async () => {
    await reserve([{ order: 'A', q: 2 }]);
    const move = (node: NodeType) => run(node, { reservationId: 'order' }, [{ order: 'A' }]);
    sandbox.journal.clear();
    for (const node of [confirm, confirm, cancel, cancel]) await move(node);
    const posts = sandbox.journal.recent().filter(({ method }) => method === 'POST');
    expect(posts.map(({ route }) => route.split('/').at(-1)).sort()).toEqual(['cancel', 'confirm']);
    expect((await move(confirm)).failed[0]?.error).toMatchObject({
      code: 'vtex.reservation-closed',
      values: { lockId: 'A', status: 5 },
    });
  });

  test('that is not there says so', async () => {
    const { failed } = await run(cancel, { reservationId: 'order' }, [{ order: 'nunca' }]);
    expect(failed[0]?.error.code).toBe('vtex.nothing-found');
  });

  test('that was acknowledged is dropped by the next stock, so that picked goods are not held twice', async () => {
    await reserve([
      { order: 'A', q: 4 },
      { order: 'B', q: 1 },
    ]);
    await run(acknowledge, { reservationId: 'order' }, [{ order: 'A' }]);
    await setStock(6);
    const answer = await fetch(`${sandbox.url}/api/logistics/pvt/inventory/skus/1`, {
      headers: { 'X-VTEX-API-AppKey': sandbox.appKey, 'X-VTEX-API-AppToken': sandbox.appToken },
    });
    expect(await answer.json()).toMatchObject({ balance: [{ totalQuantity: 6, reservedQuantity: 1 }] });
  });

  test('reserves for days as .NET writes them', async () => {
    await run(create, { ...lines, autorizationExpirationTTL: '"78:00:00"' }, [{ order: 'A', q: 1 }]).then(
      ({ failed }) => expect(failed[0]?.error.code).toBe('vtex.lead-time-invalid'),
    );
    await reserve([{ order: 'A', q: 1 }]);
    const post = sandbox.journal.recent().find(({ method }) => method === 'POST');
    expect(post?.request).toMatchObject({ autorizationExpirationTTL: '10.00:00:00', salesChannel: '1' });
  });
});

describe('a supply lot', () => {
  const lotLines = { skuId: '1', warehouseId: '"1_1"', supplyLotId: 'lot' };
  const receive = (options: RunOptions = {}) => run(transfer, lotLines, [{ lot: 'L' }], options);

  beforeEach(() => {
    const lot = {
      supplyLotId: 'L',
      skuId: 1,
      warehouseId: '1_1',
      quantity: 30,
      dateOfSupplyUtc: '2026-12-01T00:00:00Z',
      keepSellingAfterExpiration: false,
    };
    sandbox.state.logistics.lots.set('1/1_1', new Map([['L', lot]]));
  });
  const quantity = () => sandbox.state.stock.get(1)?.get('1_1')?.quantity;

  test('is added to the stock once, and then is not there', async () => {
    expect((await receive()).rows).toMatchObject([{ lot: { quantity: 30, change: 'transferred' } }]);
    expect((await receive()).failed[0]?.error).toMatchObject({
      code: 'vtex.supply-lot-unknown',
      values: { lot: 'L' },
    });
    expect(quantity()).toBe(40);
  });

  test('whose transfer was not answered is not received again', async () => {
    sandbox.faults.add([{ route: 'POST *transfer', kind: 'drop-after', count: 1 }]);
    const { rows } = await receive();
    expect(rows).toMatchObject([{ lot: { change: 'transferred' } }]);
    expect(quantity()).toBe(40);
  });

  test('that a crash left half way is looked up before anything is sent', async () => {
    sandbox.journal.clear();
    await receive({ effects: intent(transfer) });
    expect(sandbox.journal.recent().map(({ method }) => method)).toContain('GET');
    expect(quantity()).toBe(40);
  });
});

describe('the check of what a shopper gets', () => {
  test('answers in decimal currency what the checkout says in cents, and changes nothing', async () => {
    sandbox.state.prices.set(1, {
      itemId: '1',
      basePrice: 24.99,
      costPrice: 24.99,
      markup: 0,
      listPrice: 30,
      fixedPrices: [],
    } as never);
    const { rows } = await run(cartSimulate, { id: '1', postalCode: 'cep' }, [
      { cep: '01310-100' },
      { cep: '01310-100' },
    ]);
    expect(rows[0]?.['offer']).toMatchObject({
      available: true,
      price: 24.99,
      listPrice: 30,
      deliveries: [{ price: 10 }],
    });
    expect(sandbox.state.stock.get(1)?.get('1_1')?.quantity).toBe(10);
  });

  test('is asked in a dry run too: it changes nothing', async () => {
    const { rows, requests } = await run(cartSimulate, { id: '1' }, [{}], { dryRun: true });
    expect(rows[0]?.['offer']).toMatchObject({ skuId: '1', availability: 'withoutPrice' });
    expect(requests).toEqual([]);
  });

  test('says that a SKU is not for sale instead of failing', async () => {
    const sku = sandbox.state.skus.get(1);
    if (sku) sku.IsActive = false;
    const { rows } = await run(cartSimulate, { id: '1' }, [{}]);
    expect(rows[0]?.['offer']).toMatchObject({ available: false, availability: 'notForSale' });
  });
});
