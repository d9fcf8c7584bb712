// The flows that come with Eclusa, run whole: demo ERP → sandbox store, compared in full with what the ERP served.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePlan, runInProcess, type FailedRow, type RunSummary } from '@eclusa/engine';
import {
  checkTimetable,
  describeNode,
  fromCron,
  locales,
  sentences,
  serializeFlow,
  validateFlow,
  type NodeType,
} from '@eclusa/flow';
import { startErp, startSandbox, type Erp, type Sandbox } from '@eclusa/sandbox';
import { flowTemplates, templateTopics } from './flow-templates';
import { byId, discover, nodeIdOf } from './registry';
import { erpConnection, hostOf, storeConnection } from './vtex/store.testing';

const nodeTypes = byId(discover<NodeType>(__dirname, 'node'), nodeIdOf);
const template = flowTemplates().find((one) => one.id === 'products-prices-stock');

jest.setTimeout(120_000);

let sandbox: Sandbox;
let erp: Erp;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off' });
  erp = await startErp({ products: 200 });
});

afterAll(async () => {
  await Promise.all([sandbox.close(), erp.close()]);
});

afterEach(() => {
  sandbox.faults.clear();
});

interface Run {
  summary: RunSummary;
  failed: FailedRow[];
  requests: { method: string; url: string }[];
}

interface RunOptions {
  /** The small one when not given. */
  from?: Erp;
  dryRun?: boolean;
  store?: Record<string, string>;
}

async function run(options: RunOptions = {}): Promise<Run> {
  if (!template) throw new Error('the sample flow is missing');
  const plan = compilePlan(template.document, nodeTypes, { parameters: {} });
  const failed: FailedRow[] = [];
  const requests: Run['requests'] = [];
  // The limits are the client's own affair here: VTEX's pace for prices would make this test last a minute.
  const store = storeConnection(sandbox, {
    pricingWritesPerSecond: 10_000,
    otherCallsPerSecond: 10_000,
    ...options.store,
  });
  const summary = await runInProcess(plan, {
    host: hostOf({ erp: erpConnection(options.from ?? erp), store }, 8),
    signal: new AbortController().signal,
    pageSize: 100,
    freezeRows: true,
    dryRun: options.dryRun ?? false,
    onFailed: (row) => failed.push(row),
    onRequest: ({ request }) => requests.push(request),
  });
  return { summary, failed, requests };
}

/** What is in the store, in the words of the ERP. */
function stored() {
  return sandbox
    .products()
    .map(({ refId, name, category, brand, isActive, isVisible, skus }) => ({
      refId,
      name,
      category,
      brand,
      isActive,
      isVisible,
      skus: skus.map((sku) => ({
        refId: sku.refId,
        name: sku.name,
        eans: sku.eans,
        weight: sku.weight,
        sizes: [sku.height, sku.width, sku.length],
        price: sku.price?.basePrice,
        stock: sku.stock.map(({ warehouseId, quantity, unlimited }) => ({
          warehouseId,
          quantity,
          unlimited,
        })),
      })),
    }))
    .sort((a, b) => String(a.refId).localeCompare(String(b.refId)));
}

function served(from: Erp = erp) {
  return from.expected().products.map((item) => ({
    refId: item.refId,
    name: item.name,
    category: item.category,
    brand: item.brand,
    isActive: true,
    isVisible: true,
    skus: [
      {
        refId: item.refId,
        name: item.name,
        eans: [item.ean],
        weight: item.weightGrams,
        sizes: [item.heightCm, item.widthCm, item.lengthCm],
        price: item.price,
        stock: [{ warehouseId: item.warehouse, quantity: item.stock, unlimited: false }],
      },
    ],
  }));
}

/** Rows failed, by row number, with the box, the field and what was wrong with it. */
const reasons = (failed: readonly FailedRow[]) =>
  Object.fromEntries(
    failed.map(({ row, node, error: { code, values } }) => [row, [node, values['field'], code].join(' ')]),
  );

const faultOf = {
  'price-not-a-number': 'preco nodes.field-not-number',
  'code-missing': 'codigo nodes.value-missing',
  'price-missing': 'preco nodes.value-missing',
  'stock-negative': 'estoque nodes.value-too-small',
  'name-empty': 'nome nodes.value-missing',
  'weight-not-a-number': 'peso_g nodes.field-not-number',
  'ean-check-digit': 'ean nodes.field-failed',
} as const;

const expectedReasons = (from: Erp = erp) =>
  Object.fromEntries(from.expected().failed.map(({ row, kind }) => [row, `clean ${faultOf[kind]}`]));

describe('every flow that comes with Eclusa', () => {
  const catalogue = new Map([...nodeTypes].map(([id, node]) => [id, describeNode(node)]));

  test.each(flowTemplates().map(({ id, document }) => [id, document] as const))(
    '%s lacks at most the file to upload and is saved as Eclusa saves flows',
    (id, document) => {
      const problems = validateFlow(document, catalogue);
      expect(
        problems.filter(({ code, field }) => !(code === 'flow.field-missing' && field === 'file')),
      ).toEqual([]);
      const saved = readFileSync(join(__dirname, '..', 'flows', `${id}.flow.json`), 'utf8');
      expect(saved).toBe(serializeFlow(document));
      expect(Object.keys(document.layout.nodes)).toEqual(Object.keys(document.nodes));
    },
  );

  test.each(flowTemplates().map((one) => [one.id, one] as const))(
    '%s says what it is and does in three languages',
    (_id, { topic, name, intention, summary, description }) => {
      expect(templateTopics).toContain(topic);
      for (const text of [name, intention, summary, description])
        expect(new Set(locales.map((locale) => text[locale])).size).toBe(locales.length);
    },
  );
});

test('the schedules that recipes suggest are ones that come due, and can be said plainly', () => {
  const suggested = flowTemplates().flatMap(({ document }) => document.schedule ?? []);
  expect(suggested.length).toBeGreaterThan(2);
  for (const one of suggested) {
    const now = new Date('2026-11-23T12:00:00Z');
    expect(checkTimetable(one, now).getTime()).toBeGreaterThan(now.getTime());
    expect(fromCron(one.cron)).not.toBeNull();
  }
});

describe('the flow "products, prices and stock"', () => {
  test('a dry run shows every request and leaves the store as it is', async () => {
    sandbox.reset();
    const { summary, requests } = await run({ dryRun: true });
    expect(summary.state).toBe('completed');
    expect(sandbox.products()).toEqual([]);
    expect(sandbox.state.categories.size + sandbox.state.brands.size).toBe(0);
    const { products } = erp.expected();
    const counted = (pattern: RegExp) =>
      requests.filter(({ method, url }) => pattern.test(`${method} ${url}`)).length;
    expect(counted(/^POST .*\/pvt\/category$/)).toBe(
      new Set(products.flatMap(({ category }) => levels(category))).size,
    );
    expect(counted(/^POST .*\/pvt\/brand$/)).toBe(new Set(products.map(({ brand }) => brand)).size);
    expect(counted(/^POST .*\/pvt\/product$/)).toBe(products.length);
    expect(counted(/^POST .*\/stockkeepingunit$/)).toBe(products.length);
    expect(counted(/^PUT .*\/pricing\/prices\//)).toBe(products.length);
    expect(counted(/^PATCH .*\/quantity$/)).toBe(products.length);
    expect(JSON.stringify(requests)).not.toContain(sandbox.appToken);
  });

  test('brings all of the ERP into the store, and the dirty rows are exactly the failed ones', async () => {
    sandbox.reset();
    const demo = await startErp({ products: 2000 });
    const { summary, failed } = await run({ from: demo }).finally(() => demo.close());
    const { totals } = demo.expected();
    expect(summary.state).toBe('completed');
    expect(reasons(failed)).toEqual(expectedReasons(demo));
    expect(stored()).toEqual(served(demo));
    expect(summary.totals).toMatchObject({
      read: totals.rows,
      written: totals.products,
      failed: totals.failed,
      skipped: totals.inactive,
    });
    expect(sandbox.state.creates.doubled()).toEqual([]);
  });

  test('run again it changes nothing: no write but stock', async () => {
    sandbox.reset();
    await run();
    const before = stored();
    sandbox.journal.clear();
    const { summary } = await run();
    expect(summary.totals.written).toBe(erp.expected().totals.products);
    expect(stored()).toEqual(before);
    const writes = sandbox.journal.recent().filter(({ method }) => method !== 'GET');
    expect(new Set(writes.map(({ method }) => method))).toEqual(new Set(['PATCH']));
    expect(sandbox.state.creates.doubled()).toEqual([]);
  });

  test('every failed row has a sentence in each language', async () => {
    const { failed } = await run({ dryRun: true });
    expect(failed.length).toBeGreaterThan(0);
    for (const { error } of failed) {
      const { en, es, pt } = sentences(error.code, error.values);
      for (const text of [en, es, pt]) expect(text).not.toMatch(/\{\w+\}|no sentence yet|undefined/);
    }
  });

  test('a store that fails now and then, blocks and cuts connections loses and doubles nothing', async () => {
    sandbox.reset();
    sandbox.faults.replace([
      { kind: '503', nth: 17, retryAfter: 0 },
      { kind: '429', nth: 41, retryAfter: 0 },
      { kind: 'drop-after', route: 'POST /api/catalog/*', nth: 23 },
      { kind: 'drop', nth: 53 },
      { kind: 'broken-json', route: 'GET *', nth: 61 },
    ]);
    const { summary, failed } = await run();
    expect(summary.state).toBe('completed');
    expect(reasons(failed)).toEqual(expectedReasons());
    expect(stored()).toEqual(served());
    expect(sandbox.state.creates.doubled()).toEqual([]);
  });

  test('a wrong token fails the rows at the first VTEX box and says what to do', async () => {
    sandbox.reset();
    const { failed } = await run({ store: { appToken: 'wrong' } });
    const atStore = failed.filter(({ node }) => node !== 'clean');
    expect(new Set(atStore.map(({ node, error }) => `${node} ${error.code}`))).toEqual(
      new Set(['category vtex.unauthorized']),
    );
    expect(JSON.stringify(failed)).not.toContain('wrong');
    expect(sandbox.products()).toEqual([]);
  });
});

function levels(path: string): string[] {
  const names = path.split('/');
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}
