// Category, brand, product and SKU against the sandbox: nothing is made twice, nothing unmapped is lost.
import type { Json, Row } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import brandUpsert from './brand-upsert.node';
import categoryUpsert from './category-upsert.node';
import productUpsert from './product-upsert.node';
import skuUpsert from './sku-upsert.node';
import { hostOf, mapping, runNode, storeConnection, type RunOptions } from '../vtex/store.testing';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off' });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const made = (kind: string) => [...sandbox.state.creates.all()].filter((one) => one.kind === kind);
const writes = () => sandbox.journal.recent().filter(({ method }) => method !== 'GET');

const category = (rows: Row[], config: Record<string, Json> = {}, options: RunOptions = {}) =>
  runNode(sandbox, categoryUpsert, { mapping: mapping({ path: 'path' }), ...config }, rows, options);
const brand = (rows: Row[], config: Record<string, Json> = {}, options: RunOptions = {}) =>
  runNode(sandbox, brandUpsert, { mapping: mapping({ Name: 'name' }), ...config }, rows, options);

async function call(method: string, path: string, body: object): Promise<void> {
  const headers = { 'X-VTEX-API-AppKey': sandbox.appKey, 'X-VTEX-API-AppToken': sandbox.appToken };
  const url = `${sandbox.url}/api/catalog/pvt/${path}`;
  const answer = await fetch(url, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
}

/** A brand, a category and what a product of them needs. */
async function shelf(): Promise<void> {
  await category([{ path: 'Casa/Cozinha' }]);
  await brand([{ name: 'Aurora' }]);
}

const productLines = { RefId: 'ref', Name: 'name', CategoryId: '2', BrandId: '2000000' };
const product = (rows: Row[], lines: Record<string, string> = {}, config = {}, options: RunOptions = {}) =>
  runNode(
    sandbox,
    productUpsert,
    { mapping: mapping({ ...productLines, ...lines }), ...config },
    rows,
    options,
  );

const skuLines = {
  RefId: 'ref',
  ProductId: '1',
  Name: 'name',
  PackagedWeightKg: '500',
  PackagedHeight: '10',
  PackagedWidth: '10',
  PackagedLength: '10',
};
const sku = (rows: Row[], lines: Record<string, string> = {}, config = {}, options: RunOptions = {}) =>
  runNode(sandbox, skuUpsert, { mapping: mapping({ ...skuLines, ...lines }), ...config }, rows, options);

describe('categories', () => {
  test('missing levels are created once, found levels are used, whatever their capitals', async () => {
    const { rows } = await category([
      { path: 'Casa/Cozinha' },
      { path: 'CASA / cozinha' },
      { path: 'Casa/Banho' },
    ]);
    expect(made('category').map(({ key }) => key)).toEqual(['Casa', 'Casa/Cozinha', 'Casa/Banho']);
    expect(rows.map((row) => (row['category'] as Row)['id'])).toEqual([2, 2, 3]);
    const again = await category([{ path: 'Casa/Banho' }]);
    expect(again.rows[0]?.['category']).toEqual({ id: 3, path: 'Casa/Banho', change: 'unchanged' });
    expect(made('category')).toHaveLength(3);
  });

  test('two workers that meet the same missing category make one', async () => {
    const host = hostOf({ store: storeConnection(sandbox) });
    // One host is one lock; each page prepared on a plan of its own is a worker of its own.
    await Promise.all(Array.from({ length: 6 }, () => category([{ path: 'A/B/C' }], {}, { host })));
    expect(sandbox.state.creates.doubled()).toEqual([]);
    expect(sandbox.state.categories.size).toBe(3);
  });

  test('an answer lost after the work does not make a second one', async () => {
    sandbox.faults.replace([{ kind: 'drop-after', route: 'POST /api/catalog/pvt/category', count: 1 }]);
    const { rows, failed } = await category([{ path: 'A/B' }]);
    expect(failed).toEqual([]);
    expect(rows[0]?.['category']).toMatchObject({ id: 2 });
    expect(sandbox.state.creates.doubled()).toEqual([]);
  });

  test('after a crash in the middle the row finds what was made', async () => {
    await category([{ path: 'A/B' }]);
    const effects = [{ node: 'node', item: '0', state: 'intent' as const }];
    const { failed } = await category([{ path: 'A/B' }], {}, { effects });
    expect(failed).toEqual([]);
    expect(sandbox.state.categories.size).toBe(2);
  });

  test('an inactive level is left alone unless asked to activate it', async () => {
    await category([{ path: 'A/B' }]);
    const root = sandbox.state.categories.get(1);
    if (root) sandbox.state.putCategory({ ...root, IsActive: false, Keywords: 'kept' });
    await category([{ path: 'A/B' }]);
    expect(sandbox.state.categories.get(1)?.IsActive).toBe(false);
    const { rows } = await category([{ path: 'A/B' }], { activate: true });
    expect(rows[0]?.['category']).toMatchObject({ change: 'updated' });
    expect(sandbox.state.categories.get(1)).toMatchObject({ IsActive: true, Keywords: 'kept' });
  });

  test('a path without names fails its row with a reason', async () => {
    const { failed } = await category([{ path: ' / ' }, { path: null }]);
    expect(failed.map(({ error }) => error.code)).toEqual([
      'vtex.category-path-empty',
      'nodes.value-missing',
    ]);
  });
});

describe('brands', () => {
  test('a space at the end or other capitals do not make a second brand', async () => {
    const { rows } = await brand([
      { name: 'Aurora' },
      { name: 'Aurora ' },
      { name: 'AURORA' },
      { name: 'Núcleo' },
    ]);
    expect(sandbox.state.brands.size).toBe(2);
    expect(rows.map((row) => (row['brand'] as Row)['id'])).toEqual([2000000, 2000000, 2000000, 2000001]);
    expect([...sandbox.state.brands.values()].every(({ Active }) => Active)).toBe(true);
  });

  test('an inactive brand is activated on request and keeps its other members', async () => {
    await brand([{ name: 'Aurora' }]);
    const held = sandbox.state.brands.get(2000000);
    if (held) sandbox.state.putBrand({ ...held, Active: false, Text: 'kept' });
    await brand([{ name: 'Aurora' }], { activate: true });
    expect(sandbox.state.brands.get(2000000)).toMatchObject({ Active: true, Text: 'kept' });
  });
});

describe('products', () => {
  beforeEach(shelf);

  test('a new product is created active and visible, without an id of ours', async () => {
    const { rows } = await product([{ ref: 'P-1', name: 'Panela ' }]);
    expect(rows[0]?.['product']).toEqual({ id: 1, refId: 'P-1', change: 'created' });
    expect(sandbox.state.products.get(1)).toMatchObject({ Name: 'Panela', IsActive: true, IsVisible: true });
    expect(sandbox.state.products.has(0)).toBe(false);
  });

  test('what nobody mapped stays through an update, and what is equal is not written', async () => {
    await product([{ ref: 'P-1', name: 'Panela' }], {
      Score: '7',
      ShowWithoutStock: 'true',
      Description: '"Boa"',
    });
    sandbox.journal.clear();
    expect((await product([{ ref: 'P-1', name: 'Panela' }])).rows[0]?.['product']).toMatchObject({
      change: 'unchanged',
    });
    expect(writes()).toEqual([]);
    const { rows } = await product([{ ref: 'P-1', name: 'Panela nova' }]);
    expect(rows[0]?.['product']).toEqual({ id: 1, refId: 'P-1', change: 'updated' });
    expect(sandbox.state.products.get(1)).toMatchObject({
      Name: 'Panela nova',
      Score: 7,
      ShowWithoutStock: true,
      Description: 'Boa',
      IsActive: true,
      LinkId: 'panela',
    });
  });

  test('"leave it as it is" writes nothing to a product that exists', async () => {
    await product([{ ref: 'P-1', name: 'Panela' }]);
    sandbox.journal.clear();
    await product([{ ref: 'P-1', name: 'Outra' }], {}, { existing: 'keep' });
    expect(writes()).toEqual([]);
  });

  test('a product created by somebody else meanwhile is found by the id in the 409', async () => {
    // Two rows with one code at once: both find nothing, the second create is refused with the first one's id.
    const { rows, failed } = await product([
      { ref: 'P-1', name: 'Panela' },
      { ref: 'P-1', name: 'Panela' },
    ]);
    expect(failed).toEqual([]);
    expect(rows.map((row) => (row['product'] as Row)['id'])).toEqual([1, 1]);
    expect(made('product')).toEqual([{ kind: 'product', key: 'P-1', created: 1, refused: 1 }]);
  });

  test('two products of one name get two addresses', async () => {
    const { failed } = await product([{ ref: 'P-1', name: 'Panela' }]);
    const second = await product([{ ref: 'P-2', name: 'Panela' }]);
    expect([...failed, ...second.failed]).toEqual([]);
    expect(sandbox.state.products.get(2)?.LinkId).toBe('panela-p-2');
  });

  test('an address that was mapped and is taken is a conflict, not another product’s update', async () => {
    await product([{ ref: 'P-1', name: 'Panela' }]);
    const { failed } = await product([{ ref: 'P-2', name: 'Outra' }], { LinkId: '"panela"' });
    expect(failed[0]?.error).toMatchObject({
      code: 'vtex.conflict',
      values: { on: 'LinkId', existingId: 1 },
    });
    expect(sandbox.state.products.get(1)?.Name).toBe('Panela');
  });

  test('a category that is not there is told in VTEX’s words', async () => {
    const { failed } = await product([{ ref: 'P-1', name: 'Panela' }], { CategoryId: '99' });
    expect(failed[0]?.error).toMatchObject({
      code: 'vtex.bad-request',
      values: { message: 'Category 99 not found.' },
    });
    expect(failed[0]?.error.request?.body).toMatchObject({ RefId: 'P-1' });
  });
});

describe('SKUs', () => {
  beforeEach(async () => {
    await shelf();
    await product([{ ref: 'P-1', name: 'Panela' }]);
  });

  test('a new SKU is inactive until it has an image, and has its EAN', async () => {
    const { rows } = await sku([{ ref: 'S-1', name: '20 cm', ean: '7891000315507' }], {
      Ean: 'ean',
      IsActive: 'true',
    });
    expect(rows[0]?.['sku']).toEqual({ id: 1, refId: 'S-1', productId: 1, active: false, change: 'created' });
    expect(sandbox.state.skus.get(1)).toMatchObject({ IsActive: false, ActivateIfPossible: true });
    expect(sandbox.state.eansOfSku.get(1)).toEqual(['7891000315507']);
  });

  test('an update keeps what nobody mapped, an active SKU stays active, an EAN is added once', async () => {
    await sku([{ ref: 'S-1', name: '20 cm' }], { ManufacturerCode: '"MF-9"', UnitMultiplier: '5' });
    const held = sandbox.state.skus.get(1);
    if (held) sandbox.state.putSku({ ...held, IsActive: true });
    sandbox.state.filesOfSku.set(1, [{}] as never);
    const lines = { Ean: '"7891000315507"' };
    await sku([{ ref: 'S-1', name: '24 cm' }], lines);
    const { rows } = await sku([{ ref: 'S-1', name: '24 cm' }], lines);
    expect(rows[0]?.['sku']).toMatchObject({ change: 'unchanged', active: true });
    expect(sandbox.state.skus.get(1)).toMatchObject({
      Name: '24 cm',
      IsActive: true,
      ManufacturerCode: 'MF-9',
      UnitMultiplier: 5,
      CommercialConditionId: 1,
    });
    expect(sandbox.state.eansOfSku.get(1)).toEqual(['7891000315507']);
  });

  test('asked to activate a SKU without image, VTEX is told to do it when the image comes', async () => {
    await sku([{ ref: 'S-1', name: '20 cm' }]);
    const { rows, failed } = await sku([{ ref: 'S-1', name: '20 cm' }], { IsActive: 'true' });
    expect(failed).toEqual([]);
    expect(rows[0]?.['sku']).toMatchObject({ active: false });
    expect(sandbox.state.skus.get(1)).toMatchObject({ IsActive: false, ActivateIfPossible: true });
  });

  test('switched off it stays off: VTEX does not bring it back, not even with its next image', async () => {
    const image = { Name: 'f', Url: 'https://a.b/f.jpg' };
    await sku([{ ref: 'S-1', name: '20 cm' }]);
    await call('POST', 'stockkeepingunit/1/file', image);
    await call('PUT', 'product/1', { ...sandbox.state.products.get(1), IsActive: true });
    await sku([{ ref: 'S-1', name: '20 cm' }], { IsActive: 'true' });
    expect(sandbox.state.skus.get(1)).toMatchObject({ IsActive: true, ActivateIfPossible: true });
    const { rows } = await sku([{ ref: 'S-1', name: '20 cm' }], { IsActive: 'false' });
    expect(rows[0]?.['sku']).toMatchObject({ active: false, change: 'updated' });
    await call('POST', 'stockkeepingunit/1/file', image);
    expect(sandbox.state.skus.get(1)?.IsActive).toBe(false);
    const again = await sku([{ ref: 'S-1', name: '20 cm' }], { IsActive: 'false' });
    expect(again.rows[0]?.['sku']).toMatchObject({ active: false, change: 'unchanged' });
  });

  test('one that waits for its image waits no more once it is switched off', async () => {
    await sku([{ ref: 'S-1', name: '20 cm' }]);
    expect(sandbox.state.skus.get(1)).toMatchObject({ IsActive: false, ActivateIfPossible: true });
    await sku([{ ref: 'S-1', name: '20 cm' }], { IsActive: 'false' });
    expect(sandbox.state.skus.get(1)).toMatchObject({ IsActive: false, ActivateIfPossible: false });
  });

  test('a packaged weight or size of 0 is refused before VTEX would break on it', async () => {
    const { failed } = await sku([{ ref: 'S-1', name: 'x' }], { PackagedWeightKg: '0' });
    expect(failed[0]?.error.code).toBe('nodes.value-too-small');
    expect(sandbox.state.skus.size).toBe(0);
  });

  test('two rows with one code make one SKU', async () => {
    const { failed } = await sku([
      { ref: 'S-1', name: 'a' },
      { ref: 'S-1', name: 'a' },
    ]);
    expect(failed).toEqual([]);
    expect(sandbox.state.skus.size).toBe(1);
  });

  test('an EAN of another SKU is a conflict', async () => {
    const lines = { Ean: '"7891000315507"' };
    await sku([{ ref: 'S-1', name: 'a' }], lines);
    const { failed } = await sku([{ ref: 'S-2', name: 'b' }], lines);
    expect(failed[0]?.error.code).toBe('vtex.conflict');
  });
});
