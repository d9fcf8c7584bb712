// Prices, stock, the generic request and the connection test against the sandbox.
import type { Json, Row } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import vtexConnection from '../connections/vtex.connection';
import { memoryFiles } from '../harness.testing';
import { guardedFetch } from '../net/guarded-fetch';
import priceSet from '../vtex-prices/price-set.node';
import { priceBody } from '../vtex-prices/price-write';
import requestNode from './request.node';
import stockSet from '../vtex-logistics/stock-set.node';
import { stockRequest } from '../vtex-logistics/stock-write';
import { hostOf, mapping, runNode, storeConnection, type RunOptions } from './store.testing';
import { guardedReach } from '../net/reach';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off' });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.reset();
  sandbox.state.putSku({ Id: 1, RefId: 'S-1', ProductId: 1 } as never);
});

const priceLines = { itemId: 'sku', basePrice: 'price' };
const price = (rows: Row[], lines: Record<string, string> = priceLines, options: RunOptions = {}) =>
  runNode(sandbox, priceSet, { mapping: mapping(lines) }, rows, options);
const stockLines = { skuId: 'sku', warehouseId: '"1_1"', quantity: 'balance' };
const stock = (rows: Row[], lines: Record<string, string> = stockLines, options: RunOptions = {}) =>
  runNode(sandbox, stockSet, { mapping: mapping(lines) }, rows, options);
const writes = () => sandbox.journal.recent().filter(({ method }) => method !== 'GET');

const fixed = [{ tradePolicyId: '1', value: 80, listPrice: null, minQuantity: 10 }];

describe('prices', () => {
  test('fixed prices and the list price are kept, decimals are decimals', async () => {
    sandbox.state.prices.set(1, {
      itemId: '1',
      basePrice: 100,
      costPrice: 100,
      markup: 0,
      listPrice: 150,
      fixedPrices: fixed,
    } as never);
    const { rows } = await price([{ sku: 1, price: 1299.9 }]);
    expect(rows[0]?.['price']).toEqual({ skuId: 1, basePrice: 1299.9, change: 'set' });
    expect(sandbox.state.prices.get(1)).toMatchObject({
      basePrice: 1299.9,
      listPrice: 150,
      fixedPrices: fixed,
    });
  });

  test('an equal price is not sent', async () => {
    await price([{ sku: 1, price: 10 }]);
    sandbox.journal.clear();
    expect((await price([{ sku: 1, price: 10 }])).rows[0]?.['price']).toMatchObject({ change: 'unchanged' });
    expect(writes()).toEqual([]);
  });

  test('a price of "abc" fails its row and no other', async () => {
    const { failed, rows } = await price([
      { sku: 1, price: 'abc' },
      { sku: 1, price: 10 },
    ]);
    expect(failed).toHaveLength(1);
    expect(failed[0]).toMatchObject({
      row: 1,
      input: { sku: 1, price: 'abc' },
      error: {
        kind: 'user',
        code: 'nodes.value-not-a-number',
        values: { value: 'abc', target: 'basePrice' },
      },
    });
    expect(rows).toHaveLength(1);
  });

  test('a SKU the store does not have is said so, with the request that was sent', async () => {
    const { failed } = await price([{ sku: 77, price: 10 }]);
    expect(failed[0]?.error).toMatchObject({
      code: 'vtex.sku-unknown',
      values: { skuId: 77 },
      retryable: false,
    });
    expect(failed[0]?.error.request).toMatchObject({ method: 'PUT', body: { basePrice: 10 } });
    expect(JSON.stringify(failed)).not.toContain(sandbox.appToken);
  });

  test('a key without the right is told which one it needs', async () => {
    sandbox.faults.clear();
    await fetch(`${sandbox.url}/_sandbox/roles`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ roles: [] }),
    });
    const { failed } = await price([{ sku: 1, price: 10 }]);
    expect(failed[0]?.error).toMatchObject({
      code: 'vtex.forbidden',
      values: { resource: 'Pricing: Read prices' },
    });
  });

  test('a dry run shows the PUT with the fixed prices and sends nothing', async () => {
    sandbox.state.prices.set(1, {
      itemId: '1',
      basePrice: 100,
      costPrice: 100,
      markup: 0,
      listPrice: null,
      fixedPrices: fixed,
    } as never);
    const { requests } = await price(
      [
        { sku: 1, price: 90 },
        { sku: '(new)', price: 5 },
      ],
      priceLines,
      { dryRun: true },
    );
    expect(Object.fromEntries(requests.map(({ row, request }) => [row, request.body]))).toEqual({
      1: { basePrice: 90, fixedPrices: fixed },
      2: { basePrice: 5 },
    });
    expect(sandbox.state.prices.get(1)?.basePrice).toBe(100);
  });

  const held = { itemId: '1', basePrice: 130, costPrice: 100, markup: 30, listPrice: 200, fixedPrices: [] };
  test.each<[string, Record<string, number>, Record<string, Json> | null, Record<string, Json>]>([
    ['base alone, nothing there', { basePrice: 10 }, null, { basePrice: 10 }],
    [
      'base alone keeps a real cost',
      { basePrice: 150 },
      held,
      { basePrice: 150, costPrice: 100, listPrice: 200 },
    ],
    ['cost alone keeps the base', { costPrice: 90 }, held, { costPrice: 90, basePrice: 130, listPrice: 200 }],
    ['markup alone keeps the cost', { markup: 50 }, held, { markup: 50, costPrice: 100, listPrice: 200 }],
    ['list alone keeps the base', { listPrice: 300 }, held, { basePrice: 130, listPrice: 300 }],
    ['cost and markup', { costPrice: 1, markup: 2 }, held, { costPrice: 1, markup: 2, listPrice: 200 }],
  ])('at most two of three are sent: %s', (_case, wanted, before, body) => {
    expect(priceBody(wanted, before)).toEqual(body);
  });

  test('three of three, or no base at all, is refused with a reason', () => {
    expect(() => priceBody({ basePrice: 1, costPrice: 1, markup: 1 }, null)).toThrow(
      'vtex.price-three-values',
    );
    expect(() => priceBody({ listPrice: 1 }, null)).toThrow('vtex.price-without-base');
    expect(() => priceBody({}, null)).toThrow('vtex.price-without-base');
  });
});

describe('stock', () => {
  test('the quantity alone leaves the lead time', async () => {
    await stock([{ sku: 1, balance: 5 }], { ...stockLines, leadTime: '"3"' });
    const { rows } = await stock([{ sku: 1, balance: 120 }]);
    expect(rows[0]?.['stock']).toEqual({
      skuId: 1,
      warehouseId: '1_1',
      quantity: 120,
      unlimitedQuantity: false,
      change: 'set',
    });
    expect(sandbox.state.stock.get(1)?.get('1_1')).toMatchObject({ quantity: 120, leadTime: '3.00:00:00' });
  });

  test('the lead time alone leaves the quantity', async () => {
    await stock([{ sku: 1, balance: 5 }]);
    await stock([{ sku: 1 }], { skuId: 'sku', warehouseId: '"1_1"', leadTime: '"2.12:00:00"' });
    expect(sandbox.state.stock.get(1)?.get('1_1')).toMatchObject({ quantity: 5, leadTime: '2.12:00:00' });
  });

  test.each<[Json, string]>([
    [-5, 'nodes.value-too-small'],
    [1.5, 'nodes.value-not-whole'],
    ['N/D', 'nodes.value-not-a-number'],
    [null, 'vtex.stock-without-quantity'],
  ])('a balance of %j fails its row', async (balance, code) => {
    const { failed } = await stock([{ sku: 1, balance }]);
    expect(failed[0]?.error.code).toBe(code);
    expect(sandbox.state.stock.size).toBe(0);
  });

  test('an unlimited stock needs no quantity, and the warehouse’s spelling is kept', () => {
    expect(stockRequest({ unlimitedQuantity: true }).body).toEqual({ quantity: 0, unlimitedQuantity: true });
    expect(stockRequest({ quantity: 3, leadTime: '1' })).toEqual({
      request: expect.stringMatching(/^PUT /),
      body: { quantity: 3, unlimitedQuantity: false, leadTime: '1.00:00:00' },
    });
    expect(() => stockRequest({ quantity: 1, leadTime: '78:00:00' })).toThrow('vtex.lead-time-invalid');
    expect(() => stockRequest({})).toThrow('vtex.stock-without-quantity');
  });

  test('a SKU or warehouse the store does not have fails its row', async () => {
    const { failed } = await stock([{ sku: 9, balance: 1 }]);
    expect(failed[0]?.error.code).toMatch(/^vtex\.(sku-unknown|bad-request)$/);
    const other = await stock([{ sku: 1, balance: 1 }], { ...stockLines, warehouseId: '"nope"' });
    expect(other.failed[0]?.error).toMatchObject({
      code: 'vtex.bad-request',
      values: { message: 'Warehouse nope not found.' },
    });
  });

  test('two writes to one SKU and warehouse at once both land in the end', async () => {
    const { failed } = await stock(
      Array.from({ length: 12 }, (_, index) => ({ sku: 1, balance: index })),
      stockLines,
      {
        host: hostOf({ store: storeConnection(sandbox) }, 50),
      },
    );
    expect(failed).toEqual([]);
  });
});

describe('any request', () => {
  test('places, query and body are filled from the row and the answer is kept', async () => {
    await stock([{ sku: 1, balance: 5 }]);
    const read = await runNode(
      sandbox,
      requestNode,
      {
        method: 'GET',
        path: '/api/logistics/pvt/inventory/skus/{skuId}',
        mapping: mapping({ skuId: 'sku' }),
        saveAs: 'inventory',
      },
      [{ sku: 1 }],
    );
    expect(read.rows[0]?.['inventory']).toMatchObject({ skuId: '1', balance: [{ totalQuantity: 5 }] });
    const found = await runNode(
      sandbox,
      requestNode,
      { method: 'GET', path: '/api/catalog/pvt/stockkeepingunit', query: [{ name: 'RefId', value: 'ref' }] },
      [{ ref: 'S-1' }],
    );
    expect(found.rows[0]?.['answer']).toMatchObject({ Id: 1 });
    const written = await runNode(
      sandbox,
      requestNode,
      {
        method: 'PUT',
        path: '/pricing/prices/{id}',
        mapping: mapping({ id: 'sku' }),
        body: '{"basePrice": price}',
      },
      [{ sku: 1, price: 9.5 }],
    );
    expect(written.failed).toEqual([]);
    expect(sandbox.state.prices.get(1)?.basePrice).toBe(9.5);
  });

  test('a POST whose answer was lost is not sent again but waits for a person', async () => {
    sandbox.faults.replace([{ kind: 'drop-after', route: 'POST /api/catalog/pvt/brand', count: 1 }]);
    const config = { method: 'POST', path: '/api/catalog/pvt/brand', body: '{"Name": name, "Active": true}' };
    const { failed } = await runNode(sandbox, requestNode, config, [{ name: 'Aurora' }]);
    expect(failed[0]?.error.code).toBe('engine.in-doubt');
    expect(sandbox.state.brands.size).toBe(1);
  });

  test('a PUT whose answer was lost is simply sent again', async () => {
    sandbox.faults.replace([{ kind: 'drop-after', route: 'PUT /pricing/*', count: 1 }]);
    const config = { method: 'PUT', path: '/pricing/prices/1', body: '{"basePrice": 3}' };
    const { failed } = await runNode(sandbox, requestNode, config, [{}]);
    expect(failed).toEqual([]);
  });

  test('a place without a value fails its row before anything is sent', async () => {
    const config = {
      method: 'GET',
      path: '/api/catalog/pvt/product/{id}',
      mapping: mapping({ id: 'missing' }),
    };
    const { failed } = await runNode(sandbox, requestNode, config, [{}]);
    expect(failed[0]?.error).toMatchObject({ code: 'vtex.path-value-missing', values: { name: 'id' } });
    expect(sandbox.journal.recent()).toEqual([]);
  });
});

describe('the connection test', () => {
  const test_ = (values: Record<string, Json> = {}) =>
    vtexConnection.test({
      reach: guardedReach(),
      connection: storeConnection(sandbox, values),
      fetch: guardedFetch({ allow: [new URL(sandbox.url).host, '127.0.0.1:1'] }),
      signal: new AbortController().signal,
      files: memoryFiles(),
    });

  test('says which store answered', async () => {
    expect((await test_()).pt).toContain('Loja Demo');
  });

  test.each<[string, Record<string, Json>, string]>([
    ['a wrong token', { appToken: 'wrong' }, 'connections.vtex-key-wrong'],
    ['nobody there', { mainBaseUrl: 'http://127.0.0.1:1' }, 'connections.vtex-unreachable'],
    ['an account that is none', { account: 'loja demo' }, 'vtex.account-invalid'],
    ['no token', { appToken: '' }, 'vtex.app-token-invalid'],
    ['a private address', { mainBaseUrl: 'http://10.0.0.1' }, 'nodes.address-refused'],
  ])('%s is told in words', async (_case, values, code) => {
    await expect(test_(values)).rejects.toMatchObject({ code });
  });
});
