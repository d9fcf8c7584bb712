// The sample flow, ERP to store, by the command line alone: the store must end as the ERP's catalogue says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startErp, startSandbox } from '@eclusa/sandbox';
import type { Erp, Sandbox } from '@eclusa/sandbox';
import { folder, removeFolders, type, write } from './terminal.testing';

const flow = join(__dirname, '../../../packages/nodes/flows/products-prices-stock.flow.json');
const products = 120;
let store: Sandbox;
let erp: Erp;
let cwd: string;

beforeAll(async () => {
  store = await startSandbox({ limits: 'off' });
  erp = await startErp({ products });
  cwd = folder();
  const account = { account: store.account, appKey: store.appKey, appToken: '$env:APP_TOKEN' };
  const hosts = { mainBaseUrl: store.url, pricingBaseUrl: store.url };
  write(cwd, 'bindings.json', {
    slots: {
      erp: { kind: 'http', values: { baseUrl: erp.url } },
      store: { kind: 'vtex', values: { ...account, ...hosts } },
    },
  });
});

afterAll(async () => {
  await Promise.all([store.close(), erp.close()]);
  removeFolders();
});

function run(...words: string[]) {
  const allowed = [store, erp].flatMap(({ port }) => ['--allow-host', `127.0.0.1:${port}`]);
  const argv = ['run', flow, '--bind', 'bindings.json', '--json', '--quiet', ...words];
  return type([...argv, ...allowed], { cwd, env: { APP_TOKEN: store.appToken } });
}

interface Summary {
  state: string;
  totals: Record<string, number>;
  failedFile: string;
  requests: number;
  error?: { code: string };
}

const byName = (rows: unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

const valid = () => erp.expected();

test('a dry run shows what would be sent and leaves the store empty', async () => {
  const summary = (await run('--dry-run')).json<Summary>();
  expect(summary.totals.written).toBe(valid().totals.products);
  expect(summary.requests).toBeGreaterThan(valid().totals.products * 3);
  expect(store.products()).toEqual([]);
});

test('every clean product arrives, every dirty one fails with its row, every inactive one is skipped', async () => {
  const typed = await run();
  const summary = typed.json<Summary>();
  const { totals, failed } = valid();
  expect([typed.code, summary.state]).toEqual([1, 'completed']);
  expect(summary.totals).toEqual({
    read: products,
    derived: 0,
    written: totals.products,
    skipped: totals.inactive,
    failed: totals.failed,
    waiting: 0,
    collected: 0,
  });
  const lines = readFileSync(summary.failedFile, 'utf8').trim().split('\n');
  const rows = lines.map((line) => (JSON.parse(line) as { row: number }).row).sort((a, b) => a - b);
  expect(rows).toEqual(failed.map(({ row }) => row));
  const wanted = valid().products.map((product) => [
    [product.refId, product.name, product.category, product.brand],
    [product.price, product.warehouse, product.stock, product.ean],
    [product.weightGrams, product.heightCm, product.widthCm, product.lengthCm],
  ]);
  const arrived = store.products().flatMap(({ refId, name, category, brand, skus }) =>
    skus.map(({ price, stock: [stock], eans, weight, height, width, length }) => [
      [refId, name, category, brand],
      [price?.basePrice, stock?.warehouseId, stock?.quantity, eans[0]],
      [weight, height, width, length],
    ]),
  );
  expect(byName(arrived)).toEqual(byName(wanted));
});

test('run again, it makes nothing twice', async () => {
  const before = store.products().length;
  expect((await run()).json<Summary>().totals.failed).toBe(valid().totals.failed);
  expect(store.products()).toHaveLength(before);
});

test('servers on this machine are refused unless they are allowed', async () => {
  const argv = ['run', flow, '--bind', 'bindings.json', '--json', '--quiet'];
  const typed = await type(argv, { cwd, env: { APP_TOKEN: store.appToken } });
  expect(typed.code).toBe(3);
  expect(typed.json<Summary>().error?.code).toBe('nodes.address-refused');
});
