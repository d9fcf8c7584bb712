// Loading prices against the store: both routes end the same, nothing that a row does not say is lost.
import { compilePlan, testNode } from '@eclusa/engine';
import type { NodeType, Row } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { flowOf, hostOf, mapping, storeConnection } from '../vtex/store.testing';
import fixedPriceLoad from './fixed-price-load.node';
import priceLoad from './price-load.node';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off' });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.reset();
  for (let Id = 1; Id <= 4; Id += 1) sandbox.state.putSku({ Id, RefId: `S-${Id}`, ProductId: 1 } as never);
});

const base = { itemId: 'sku', basePrice: 'p', costPrice: 'c', listPrice: 'l' };
const fixed = {
  itemId: 'sku',
  priceTableId: 't',
  value: 'p',
  listPrice: 'l',
  minQuantity: 'q',
  from: 'de',
  to: 'ate',
};

async function load(
  node: NodeType,
  lines: Record<string, string>,
  rows: Row[],
  config: Row = {},
  dryRun = false,
) {
  const settings = { mapping: mapping(lines), threshold: 2, ...config };
  const plan = compilePlan(flowOf(node, settings), new Map([[node.id, node]]), { parameters: {} });
  const host = hostOf({ store: storeConnection(sandbox) });
  return testNode(plan, 'node', rows, { host, signal: new AbortController().signal, dryRun });
}

const hold = (id: number, more: object = {}) =>
  sandbox.state.prices.set(id, {
    ...{ itemId: String(id), listPrice: 50, basePrice: 40, costPrice: 30, markup: 33.33 },
    ...{ fixedPrices: [{ tradePolicyId: 'gold', value: 35, listPrice: 45, minQuantity: 1 }], ...more },
  });
const priceOf = (id: number) => sandbox.state.prices.get(id);
const uploaded = (): string =>
  String(
    sandbox.journal.recent().find(({ method, url }) => method === 'PUT' && url.startsWith('/signed/'))
      ?.request,
  );
const whole = (sku: number): Row => ({ sku, p: 100, c: 60, l: 120 });
const routes = (out: Row[] = []) => out.map(({ price }) => (price as Row)['route']);

test('both routes set base, cost and list price and keep the fixed prices', async () => {
  for (const route of ['single', 'file']) {
    hold(1);
    const { outputs } = await load(priceLoad, base, [whole(1), whole(2), whole(3)], { route });
    expect(routes(outputs['out'])).toEqual([route, route, route]);
    expect(priceOf(1)).toMatchObject({
      basePrice: 100,
      costPrice: 60,
      listPrice: 120,
      fixedPrices: [{ value: 35 }],
    });
  }
});

test('a row without cost or list price is not put into a file, where VTEX’s would be lost', async () => {
  hold(1);
  const { outputs } = await load(priceLoad, base, [{ sku: 1, p: 41 }, whole(2), whole(3)]);
  expect(routes(outputs['out'])).toEqual(['single', 'file', 'file']);
  expect(priceOf(1)).toMatchObject({ basePrice: 41, costPrice: 30, listPrice: 50 });
});

test('unless the box says so', async () => {
  hold(1);
  await load(priceLoad, base, [{ sku: 1, p: 41 }, whole(2), whole(3)], { incomplete: 'file' });
  expect(uploaded()).toBe(
    'SKU ID,Cost Price,Base Price,List Price,Child Account\n1,41,41,,\n2,60,100,120,\n3,60,100,120,\n',
  );
  expect(priceOf(1)).toMatchObject({ costPrice: 41, listPrice: null });
});

test('a line VTEX refuses leaves by failed with its reason, and is sent by a call of its own when it is tried again', async () => {
  const { failed, outputs } = await load(priceLoad, base, [whole(1), whole(99), whole(2)]);
  expect(failed).toMatchObject([
    {
      row: 2,
      input: whole(99),
      error: {
        code: 'vtex.bulk-refused',
        values: { vtexCode: 'SKU_NOT_FOUND', message: 'SKU 99 not found', line: 2 },
      },
    },
  ]);
  expect(outputs['out']).toHaveLength(2);
  expect(priceOf(2)).toMatchObject({ basePrice: 100 });
});

test('the upload is repeated while the storage cannot take it, and the file is one', async () => {
  sandbox.faults.add([{ route: 'PUT /signed/*', kind: '503', count: 2 }]);
  expect((await load(priceLoad, base, [whole(1), whole(2), whole(3)])).failed).toEqual([]);
  expect(sandbox.state.priceFiles.all.size).toBe(1);
});

test('the signed address gets no credentials of the store', async () => {
  const seen: Record<string, string>[] = [];
  const settings = { mapping: mapping(base), threshold: 2 };
  const plan = compilePlan(flowOf(priceLoad, settings), new Map([[priceLoad.id, priceLoad]]), {
    parameters: {},
  });
  const host = hostOf({ store: storeConnection(sandbox) });
  const own = host.fetch;
  host.fetch = (input, init) => {
    if (String(input).includes('/signed/')) seen.push(Object.fromEntries(new Headers(init?.headers)));
    return own(input, init);
  };
  await testNode(plan, 'node', [whole(1), whole(2), whole(3)], {
    host,
    signal: new AbortController().signal,
    dryRun: false,
  });
  expect(seen).toEqual([{ 'content-type': 'text/csv' }]);
});

test('a dry run shows the request for a place and each line, and sends nothing', async () => {
  const { requests } = await load(priceLoad, base, [whole(1), whole(2), whole(3)], {}, true);
  const of = (row: number) => requests.filter((one) => one.row === row).map(({ request }) => request);
  expect([1, 2, 3].map((row) => of(row).map(({ method }) => method))).toEqual([
    ['POST', 'PUT'],
    ['PUT'],
    ['PUT'],
  ]);
  expect(of(1)[0]?.body).toEqual({
    contentType: 'text/csv',
    contentLengthBytes: expect.any(Number) as number,
  });
  expect(of(3)[0]?.body).toBe('SKU ID,Cost Price,Base Price,List Price,Child Account\n3,60,100,120,\n');
  expect(sandbox.journal.recent().filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('fixed prices of a file have their dates in UTC, and refused ones are found by table, quantity and dates', async () => {
  const dates = { de: '2026-11-27T00:00:00-03:00', ate: '2026-11-30T00:00:00-03:00' };
  const { outputs, failed } = await load(fixedPriceLoad, fixed, [
    { sku: 1, t: 'gold', p: 9, l: 12, ...dates },
    { sku: 1, t: 'gold', p: 8, l: 12, q: 10 },
    { sku: 99, t: 'gold', p: 8, l: 12, q: 10, ...dates },
    { sku: 1, t: 'gold', p: 7, l: 12, q: 10 },
  ]);
  expect(uploaded().split('\n').slice(1, 3)).toEqual([
    '1,gold,9,12,1,2026-11-27T03:00:00Z,2026-11-30T03:00:00Z,',
    '99,gold,8,12,10,2026-11-27T03:00:00Z,2026-11-30T03:00:00Z,',
  ]);
  expect(outputs['out']?.map(({ price: told }) => (told as Row)['change'])).toEqual([
    'set',
    'replaced',
    'set',
  ]);
  expect(failed.map(({ row }) => row)).toEqual([3]);
  expect(priceOf(1)?.fixedPrices).toMatchObject([
    { value: 9, minQuantity: 1 },
    { value: 7, minQuantity: 10 },
  ]);
});

test('a fixed price without a list price keeps VTEX’s', async () => {
  hold(1);
  const rows = [{ sku: 1, t: 'gold', p: 33 }, ...[2, 3].map((sku) => ({ sku, t: 'gold', p: 9, l: 12 }))];
  const { outputs } = await load(fixedPriceLoad, fixed, rows);
  expect(routes(outputs['out'])).toEqual(['single', 'file', 'file']);
  expect(priceOf(1)?.fixedPrices).toEqual([
    { tradePolicyId: 'gold', value: 33, listPrice: 45, minQuantity: 1 },
  ]);
});
