// Loading stock: few rows by calls, many by file, nothing zeroed, refused lines back at their rows.
import { compilePlan, testNode } from '@eclusa/engine';
import type { Row } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import { flowOf, hostOf, mapping, storeConnection } from '../vtex/store.testing';
import { toIsoDuration } from './duration';
import stockLoad from './stock-load.node';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off' });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.reset();
  for (let Id = 1; Id <= 5; Id += 1) sandbox.state.putSku({ Id, RefId: `S-${Id}`, ProductId: 1 } as never);
});

const lines = { skuId: 'sku', warehouseId: '$exists(w) ? w : "1_1"', quantity: 'q', leadTime: 'days' };

async function load(rows: Row[], config: Row = {}, dryRun = false) {
  const settings = { mapping: mapping(lines), threshold: 3, ...config };
  const plan = compilePlan(flowOf(stockLoad, settings), new Map([[stockLoad.id, stockLoad]]), {
    parameters: {},
  });
  const host = hostOf({ store: storeConnection(sandbox) });
  return testNode(plan, 'node', rows, { host, signal: new AbortController().signal, dryRun });
}

const full = (sku: number, more: Row = {}): Row => ({ sku, q: 10 * sku, days: 1, ...more });
const four = [1, 2, 3, 4].map((sku) => full(sku));
const stockOf = (sku: number) => sandbox.state.stock.get(sku)?.get('1_1');
const requests = (text: string) => sandbox.journal.recent().filter(({ url }) => url.includes(text));

test('rows up to the threshold go by calls, more than that by one file, and the run says which', async () => {
  const few = await load(four.slice(0, 3));
  expect(few.outputs['loads']).toEqual([{ route: 'single', rows: 3, threshold: 3 }]);
  expect(requests('/availability/')).toEqual([]);
  const many = await load(four);
  expect(many.outputs['loads']).toMatchObject([
    { route: 'file', rows: 4, files: [{ lines: 4, refused: 0 }] },
  ]);
  expect(many.outputs['out']?.map(({ stock }) => (stock as Row)['route'])).toEqual(Array(4).fill('file'));
  expect(stockOf(4)).toMatchObject({ quantity: 40, leadTime: '1.00:00:00' });
});

test('a row without a lead time is not put into a file, where it would zero it', async () => {
  await load([full(1, { days: 5 })]);
  const { outputs } = await load([sku1WithoutDays, ...four.slice(1), full(5)]);
  expect(outputs['out']?.[0]?.['stock']).toMatchObject({ route: 'single' });
  expect(stockOf(1)).toMatchObject({ quantity: 7, leadTime: '5.00:00:00' });
  expect(requests('/signed/')[0]?.request).not.toMatch(/^1,/m);
});
const sku1WithoutDays = { sku: 1, q: 7 };

test('unless the store uses no lead times', async () => {
  const rows = four.map(({ sku, q }) => ({ sku: sku ?? null, q: q ?? null }));
  const { outputs } = await load(rows, { withoutLeadTime: 'none' });
  expect(outputs['out']?.map(({ stock }) => (stock as Row)['route'])).toEqual(Array(4).fill('file'));
  expect(requests('/signed/')[0]?.request).toContain('\n1,lojademo,1_1,10,false,PT0H\n');
});

test('a warehouse in other capitals fails its row and does not get into the file', async () => {
  sandbox.state.warehouses.set('Loja', { ...sandbox.state.warehouses.get('1_1'), id: 'Loja' } as never);
  const { failed } = await load([full(1, { w: 'LOJA' }), ...four.slice(1), full(5)]);
  expect(failed.map(({ row, error }) => [row, error.code])).toEqual([[1, 'vtex.warehouse-other-case']]);
  expect(requests('/signed/')[0]?.request).not.toContain('LOJA');
});

test('a line VTEX refuses leaves by failed with its reason, the others land', async () => {
  const { failed, outputs } = await load([full(1), full(77), full(2), full(3)]);
  expect(failed).toMatchObject([
    {
      row: 2,
      error: { code: 'vtex.bulk-refused', values: { vtexCode: 'UNKNOWN', message: 'item 77 not found' } },
    },
  ]);
  expect(outputs['out']).toHaveLength(3);
  expect(stockOf(3)?.quantity).toBe(30);
});

test('a file of which VTEX refuses every line tells each row why', async () => {
  const { failed } = await load([71, 72, 73, 74].map((sku) => full(sku)));
  expect(failed.map(({ error }) => error.code)).toEqual(Array(4).fill('vtex.bulk-refused'));
});

test('of two rows for one stock the later counts', async () => {
  const { outputs } = await load([full(1), full(2), full(3), full(1, { q: 99 })]);
  expect(outputs['out']?.[0]?.['stock']).toMatchObject({ change: 'replaced' });
  expect(stockOf(1)?.quantity).toBe(99);
});

test('a confirmation that is locked is tried again, and one whose answer was lost is not taken for refused', async () => {
  sandbox.faults.add([{ route: 'POST *confirm', kind: '423', count: 1 }]);
  expect((await load(four)).failed).toEqual([]);
  sandbox.reset();
  for (let Id = 1; Id <= 4; Id += 1) sandbox.state.putSku({ Id, RefId: `S-${Id}`, ProductId: 1 } as never);
  sandbox.faults.add([{ route: 'POST *confirm', kind: 'drop-after', count: 1 }]);
  expect((await load(four)).failed).toEqual([]);
  expect(stockOf(4)?.quantity).toBe(40);
});

test('an account without the service is told so', async () => {
  await fetch(`${sandbox.url}/_sandbox/roles`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ roles: [] }),
  });
  await expect(load(four)).rejects.toMatchObject({
    code: 'vtex.stock-file-closed',
    values: { account: sandbox.account },
  });
});

test('a dry run sends nothing', async () => {
  await load(four, {}, true);
  expect(sandbox.journal.recent().filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(sandbox.state.stock.size).toBe(0);
});

test('lead times are counted in hours', () => {
  expect(['0', '3', '1.12:30:00', '00:00:05'].map(toIsoDuration)).toEqual([
    'PT0H',
    'PT72H',
    'PT36H30M',
    'PT0H5S',
  ]);
});
