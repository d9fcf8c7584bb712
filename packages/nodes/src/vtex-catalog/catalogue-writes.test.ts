// The odd boxes of the catalogue against the sandbox: nothing doubled, nothing lost, refusals told in words.
import { locales, sentence, type ErrorValues, type Json, type NodeType, type Row } from '@eclusa/flow';
import { startSandbox, type Sandbox } from '@eclusa/sandbox';
import brandDelete from './brand-delete.node';
import categoryUpdate from './category-update.node';
import collectionSkuAdd from './collection-sku-add.node';
import kitComponentAdd from './kit-component-add.node';
import kitComponentRemove from './kit-component-remove.node';
import productActivate from './product-activate.node';
import productCreate from './product-create.node';
import productSpecificationSet from './product-specification-set.node';
import productUpdate from './product-update.node';
import skuActivate from './sku-activate.node';
import skuComplementAdd from './sku-complement-add.node';
import skuCreate from './sku-create.node';
import skuDeactivate from './sku-deactivate.node';
import skuGet from './sku-get.node';
import skuImageAdd from './sku-image-add.node';
import skuSpecificationSet from './sku-specification-set.node';
import skuUpdate from './sku-update.node';
import specificationCreate from './specification-create.node';
import specificationGroupCreate from './specification-group-create.node';
import { mapping, runNode, type RunOptions } from '../vtex/store.testing';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off' });
});
afterAll(() => sandbox.close());

const catalog = '/api/catalog/pvt';
const writes = () => sandbox.journal.recent().filter(({ method }) => method !== 'GET');

/** Runs rows whose members carry the names of the box's values. */
function run(node: NodeType, rows: Row[], config: Record<string, Json> = {}, options: RunOptions = {}) {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = Object.fromEntries(names.map((name) => [name, name]));
  return runNode(sandbox, node, { mapping: mapping(lines), ...config }, rows, options);
}

async function call(request: string, body: unknown): Promise<{ Id: number }> {
  const [method = '', path = ''] = request.split(' ');
  const headers = { 'X-VTEX-API-AppKey': sandbox.appKey, 'X-VTEX-API-AppToken': sandbox.appToken };
  const answer = await fetch(sandbox.url + path, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${request}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { Id: number };
}

const sizes = { PackagedHeight: 1, PackagedWidth: 1, PackagedLength: 1, PackagedWeightKg: 100 };
const newSku = (refId: string, more: object = {}) =>
  call(`POST ${catalog}/stockkeepingunit`, { ProductId: 1, Name: refId, RefId: refId, ...sizes, ...more });

/** Category 1 and 2, brand 2000000, product 1, SKU 1 without an image. */
beforeEach(async () => {
  sandbox.reset();
  await call(`POST ${catalog}/product`, {
    ...{ Name: 'Panela', RefId: 'P-1', CategoryPath: 'Casa/Cozinha', BrandName: 'Aurora' },
    ...{ IsActive: true, IsVisible: true, Score: 7, KeyWords: 'kept' },
  });
  await newSku('S-1', { ManufacturerCode: 'MF-1' });
  sandbox.journal.clear();
});

describe('images', () => {
  const Url = 'https://imagens.exemplo.com.br/a/Frente%20da%20panela.jpg?v=2';
  const plain = 'https://imagens.exemplo.com.br/frente.jpg';
  const files = () => sandbox.state.filesOfSku.get(1) ?? [];
  const route = `POST ${catalog}/stockkeepingunit/*/file`;

  test('an insert whose answer was lost is found again and not sent twice', async () => {
    sandbox.faults.replace([{ kind: 'drop-after', route, count: 1 }]);
    const { rows, failed } = await run(skuImageAdd, [{ skuId: 1, Url: plain }]);
    expect(failed).toEqual([]);
    expect(rows[0]?.['image']).toEqual({ id: 1, skuId: 1, name: 'frente', change: 'added' });
    expect(files()).toHaveLength(1);
    expect(sandbox.state.creates.doubled()).toEqual([]);
  });

  test('an insert that was refused for a moment is sent again', async () => {
    sandbox.faults.replace([{ kind: '503', route, count: 1 }]);
    const { failed } = await run(skuImageAdd, [{ skuId: 1, Url: plain }]);
    expect([failed, files().length]).toEqual([[], 1]);
  });

  test('a second run, and a second row with the same image, add nothing', async () => {
    await run(skuImageAdd, [
      { skuId: 1, Url: plain },
      { skuId: 1, Url: plain },
    ]);
    const { rows } = await run(skuImageAdd, [{ skuId: 1, Url: plain, Name: 'FRENTE' }]);
    expect(rows[0]?.['image']).toMatchObject({ id: 1, change: 'unchanged' });
    expect(files()).toHaveLength(1);
  });

  test('the name is the last part of the address, readable and without the ending', async () => {
    await run(skuImageAdd, [{ skuId: 1, Url: plain }]);
    const { failed, rows } = await run(skuImageAdd, [{ skuId: 1, Url: Url.replace('?v=2', '') }]);
    expect(failed).toEqual([]);
    expect(rows[0]?.['image']).toMatchObject({ name: 'Frente da panela' });
  });

  test('an image put in another’s place keeps its number, its place and being the main one', async () => {
    await run(skuImageAdd, [{ skuId: 1, Url: plain }]);
    const Name = 'frente';
    const other = 'https://imagens.exemplo.com.br/nova.jpg';
    const { rows } = await run(skuImageAdd, [{ skuId: 1, Url: other, Name }], { existing: 'replace' });
    expect(rows[0]?.['image']).toMatchObject({ id: 1, change: 'replaced' });
    expect(files()).toMatchObject([{ Id: 1, FileLocation: other, IsMain: true, Position: 0 }]);
  });

  test('an unknown SKU is told as one', async () => {
    const { failed } = await run(skuImageAdd, [{ skuId: 99, Url: plain }]);
    expect(failed[0]?.error.code).toBe('vtex.sku-unknown');
  });
});

describe('updates by id', () => {
  test('what nobody mapped stays, and what is equal is not written', async () => {
    const { rows } = await run(productUpdate, [{ productId: 1, Title: 'Panela boa' }]);
    expect(rows[0]?.['product']).toEqual({ id: 1, refId: 'P-1', change: 'updated' });
    expect(sandbox.state.products.get(1)).toMatchObject({
      ...{ Title: 'Panela boa', Name: 'Panela', IsActive: true, IsVisible: true, Score: 7, KeyWords: 'kept' },
    });
    await run(skuUpdate, [{ skuId: 1, PackagedWeightKg: 250 }]);
    expect(sandbox.state.skus.get(1)).toMatchObject({ PackagedWeightKg: 250, ManufacturerCode: 'MF-1' });
    await run(categoryUpdate, [{ categoryId: 2, Title: 'Tudo para cozinhar' }]);
    expect(sandbox.state.categories.get(2)).toMatchObject({ IsActive: true, FatherCategoryId: 1 });
    sandbox.journal.clear();
    await run(productUpdate, [{ productId: 1, Title: 'Panela boa' }]);
    await run(skuUpdate, [{ skuId: 1, PackagedWeightKg: 250 }]);
    await run(categoryUpdate, [{ categoryId: 2, Title: 'Tudo para cozinhar' }]);
    expect(writes()).toEqual([]);
  });

  test('a product that moves takes the department of its new category', async () => {
    const other = await call(`POST ${catalog}/category`, { Name: 'Jardim', IsActive: true });
    sandbox.journal.clear();
    await run(productUpdate, [{ productId: 1, CategoryId: other.Id }]);
    // The old department, sent along, could be kept by VTEX.
    expect(writes()[0]?.request).not.toHaveProperty('DepartmentId');
    expect(sandbox.state.products.get(1)).toMatchObject({ CategoryId: other.Id, DepartmentId: other.Id });
  });

  test('an id the store does not have is told with the id', async () => {
    const { failed } = await run(productUpdate, [{ productId: 99, Title: 'x' }]);
    expect(failed[0]?.error).toMatchObject({ code: 'vtex.product-unknown', values: { productId: 99 } });
  });

  test('a brand that products use is not deleted, one that is gone is no error', async () => {
    const { failed, rows } = await run(brandDelete, [{ brandId: 2000000 }, { brandId: 5 }]);
    expect(failed.map(({ error }) => error.code)).toEqual(['vtex.brand-in-use']);
    expect(rows.map((row) => row['brand'])).toEqual([{ id: 5, change: 'unchanged' }]);
  });
});

describe('creates', () => {
  const product = { RefId: 'P-2', Name: 'Panela', CategoryId: 2, BrandId: 2000000 };
  const sku = { RefId: 'S-2', Name: '24 cm', ProductId: 1, ...sizes };

  test('a lost answer does not make a second product or SKU', async () => {
    sandbox.faults.replace([
      { kind: 'drop-after', route: `POST ${catalog}/product`, count: 1 },
      { kind: 'drop-after', route: `POST ${catalog}/stockkeepingunit`, count: 1 },
    ]);
    const made = [await run(productCreate, [product]), await run(skuCreate, [sku])];
    expect(made.flatMap(({ failed }) => failed)).toEqual([]);
    expect(made.map(({ rows }) => rows[0]?.['product'] ?? rows[0]?.['sku'])).toMatchObject([
      { id: 2 },
      { id: 2 },
    ]);
    expect(sandbox.state.creates.doubled()).toEqual([]);
  });

  test('a code that is there already fails the row and names the id that has it', async () => {
    const products = await run(productCreate, [{ ...product, RefId: 'P-1' }]);
    const skus = await run(skuCreate, [{ ...sku, RefId: 'S-1' }]);
    expect([...products.failed, ...skus.failed].map(({ error }) => [error.code, error.values])).toMatchObject(
      [
        ['vtex.product-exists', { refId: 'P-1', productId: 1 }],
        ['vtex.sku-exists', { refId: 'S-1', skuId: 1 }],
      ],
    );
  });

  test('a product without category or brand is refused before VTEX is asked', async () => {
    const { failed } = await run(productCreate, [{ RefId: 'P-3', Name: 'x', CategoryId: 2 }]);
    expect(failed[0]?.error.code).toBe('vtex.product-without-place');
    expect(writes()).toEqual([]);
  });

  test('groups and specifications of one name are made once, whatever their capitals', async () => {
    const groups = await run(specificationGroupCreate, [
      { CategoryId: 2, Name: 'Medidas' },
      { CategoryId: 2, Name: 'MEDIDAS' },
    ]);
    expect(groups.rows.map((row) => (row['group'] as Row)['id'])).toEqual([1, 1]);
    const field = { FieldGroupId: 1, FieldTypeId: '5', IsStockKeepingUnit: true };
    const fields = await run(specificationCreate, [
      { ...field, Name: 'Cor' },
      { ...field, Name: 'cor' },
    ]);
    expect(fields.rows.map((row) => (row['specification'] as Row)['id'])).toEqual([1, 1]);
    // One for products is another thing than one for SKUs.
    await run(specificationCreate, [{ ...field, Name: 'Cor', IsStockKeepingUnit: false }]);
    expect(sandbox.state.specificationFields.size).toBe(2);
  });

  test('components and complements are not doubled by a lost answer or a second run', async () => {
    await newSku('K-1', { IsKit: true });
    sandbox.faults.replace([
      { kind: 'drop-after', route: `POST ${catalog}/stockkeepingunitkit`, count: 1 },
      { kind: 'drop-after', route: `POST ${catalog}/skucomplement`, count: 1 },
    ]);
    const part = { StockKeepingUnitParent: 2, StockKeepingUnitId: 1, Quantity: 2, UnitPrice: 9.9 };
    const pair = { ParentSkuId: 1, SkuId: 2, ComplementTypeId: '1' };
    for (const round of [1, 2]) {
      const outcomes = [await run(kitComponentAdd, [part]), await run(skuComplementAdd, [pair])];
      expect([round, outcomes.flatMap(({ failed }) => failed)]).toEqual([round, []]);
    }
    expect([sandbox.state.kitItems.size, sandbox.state.complements.size]).toEqual([1, 1]);
  });

  test('a component leaves the kit it is told and stays in the other', async () => {
    await newSku('K-1', { IsKit: true });
    await newSku('K-2', { IsKit: true });
    const part = { StockKeepingUnitId: 1, Quantity: 1, UnitPrice: 1 };
    await run(kitComponentAdd, [
      { StockKeepingUnitParent: 2, ...part },
      { StockKeepingUnitParent: 3, ...part },
    ]);
    await run(kitComponentRemove, [{ StockKeepingUnitParent: 2, StockKeepingUnitId: 1 }]);
    expect([...sandbox.state.kitItems.values()].map((one) => one.StockKeepingUnitParent)).toEqual([3]);
  });

  test('a group or SKU of a collection that is not there is told as one', async () => {
    const { failed } = await run(collectionSkuAdd, [{ subCollectionId: 9, SkuId: 1 }]);
    expect(failed[0]?.error.code).toBe('vtex.collection-or-sku-unknown');
  });
});

test('in a dry run the boxes go on with ids that only a real run would know', async () => {
  const skuId = '(new)';
  const named = { FieldName: 'Cor', GroupName: 'Geral', FieldValues: ['Azul'] };
  const shown = [
    await run(skuImageAdd, [{ skuId, Url: 'https://a.b/f.jpg' }], {}, { dryRun: true }),
    await run(skuSpecificationSet, [{ skuId, ...named }], {}, { dryRun: true }),
    await run(skuActivate, [{ skuId }], {}, { dryRun: true }),
    await run(productUpdate, [{ productId: '(new)', Title: 'x' }], {}, { dryRun: true }),
    await run(skuGet, [{ skuId }], {}, { dryRun: true }),
  ];
  expect(shown.flatMap(({ failed }) => failed)).toEqual([]);
  const requests = shown
    .flatMap((one) => one.requests)
    .map(({ request: { method, url } }) => [method, new URL(url).pathname]);
  const place = (path: string) => `${catalog}/${path}`;
  expect(requests).toEqual([
    ['POST', place('stockkeepingunit/(new)/file')],
    ['PUT', place('stockkeepingunit/(new)/specificationvalue')],
    ['PUT', place('stockkeepingunit/(new)')],
    ['PUT', place('product/(new)')],
  ]);
  expect(writes()).toEqual([]);
});

describe('specifications by name', () => {
  const named = { FieldName: 'Cor', GroupName: 'Geral' };

  test('a text with several values is split for a product and refused for a SKU', async () => {
    const product = { productId: 1, ...named, FieldValues: 'Azul; Verde;' };
    const { rows } = await run(productSpecificationSet, [product], { separator: ';' });
    expect(rows[0]?.['specification']).toMatchObject({ values: ['Azul', 'Verde'] });
    const { failed } = await run(skuSpecificationSet, [{ skuId: 1, ...named, FieldValues: ['P', 'M'] }]);
    expect(failed[0]?.error.code).toBe('vtex.sku-specification-one-value');
  });

  test('"Save the product again" writes the product as it was', async () => {
    const before = sandbox.state.products.get(1);
    const product = { productId: 1, ...named, FieldValues: 'Azul' };
    await run(productSpecificationSet, [product], { touch: true });
    expect(writes().map(({ route }) => route)).toContain(`${catalog}/product/{productId}`);
    expect(sandbox.state.products.get(1)).toEqual(before);
  });
});

describe('activation', () => {
  const told = (values: ErrorValues) =>
    locales.map((locale) => sentence('vtex.activation-refused', values, locale));
  const image = (id: number) =>
    call(`POST ${catalog}/stockkeepingunit/${id}/file`, { Name: 'f', Url: 'https://a.b/f.jpg' });

  test('with everything there the SKU is activated and keeps the rest', async () => {
    await image(1);
    const { rows } = await run(skuActivate, [{ skuId: 1 }]);
    expect(rows[0]?.['sku']).toEqual({ id: 1, active: true, change: 'updated' });
    expect(sandbox.state.skus.get(1)).toMatchObject({ IsActive: true, ManufacturerCode: 'MF-1' });
    sandbox.journal.clear();
    await run(skuActivate, [{ skuId: 1 }]);
    expect(writes()).toEqual([]);
  });

  test('all that is missing is told at once, in three languages', async () => {
    const group = await call(`POST ${catalog}/specificationgroup`, { CategoryId: 1, Name: 'Geral' });
    const field = { FieldTypeId: 5, FieldGroupId: group.Id, Name: 'Tamanho', IsActive: true };
    await call(`POST ${catalog}/specification`, { ...field, IsRequired: true, IsStockKeepingUnit: true });
    const { products, brands, categories } = sandbox.state;
    Object.assign(products.get(1) ?? {}, { IsActive: false });
    Object.assign(brands.get(2000000) ?? {}, { Active: false });
    Object.assign(categories.get(1) ?? {}, { IsActive: false });
    const { failed } = await run(skuActivate, [{ skuId: 1 }]);
    const [en, es, pt] = told(failed[0]?.error.values ?? {});
    for (const words of [
      'no image',
      'product 1 "Panela"',
      'brand 2000000 "Aurora"',
      'category 1 "Casa"',
      '"Tamanho"',
    ]) {
      expect(en).toContain(words);
    }
    expect(es).toContain('no tiene imagen');
    expect(pt).toContain('não tem imagem');
    expect(failed[0]?.error.response?.status).toBe(400);
    expect(sandbox.state.skus.get(1)?.IsActive).toBe(false);
  });

  test('a kit without components, or with inactive ones, is told as such', async () => {
    const kit = await newSku('K-1', { IsKit: true });
    await image(kit.Id);
    const empty = await run(skuActivate, [{ skuId: kit.Id }]);
    expect(told(empty.failed[0]?.error.values ?? {})[0]).toContain('a kit without components');
    await run(kitComponentAdd, [
      { StockKeepingUnitParent: kit.Id, StockKeepingUnitId: 1, Quantity: 1, UnitPrice: 1 },
    ]);
    const asleep = await run(skuActivate, [{ skuId: kit.Id }]);
    expect(told(asleep.failed[0]?.error.values ?? {})[0]).toContain('none of its components is active');
    await image(1);
    await run(skuActivate, [{ skuId: 1 }]);
    expect((await run(skuActivate, [{ skuId: kit.Id }])).failed).toEqual([]);
  });

  test('asked to wait, VTEX is told to activate the SKU when its image comes; switched off it stays off', async () => {
    const { rows } = await run(skuActivate, [{ skuId: 1 }], { refused: 'wait' });
    expect(rows[0]?.['sku']).toEqual({ id: 1, active: false, change: 'updated' });
    await image(1);
    expect(sandbox.state.skus.get(1)?.IsActive).toBe(true);
    await run(skuDeactivate, [{ skuId: 1 }]);
    await image(1);
    expect(sandbox.state.skus.get(1)).toMatchObject({ IsActive: false, ManufacturerCode: 'MF-1' });
  });

  test('an update that switches a SKU off keeps VTEX from switching it on again', async () => {
    await run(skuActivate, [{ skuId: 1 }], { refused: 'wait' });
    await image(1);
    expect(sandbox.state.skus.get(1)?.IsActive).toBe(true);
    const { rows } = await run(skuUpdate, [{ skuId: 1, IsActive: false }]);
    expect(rows[0]?.['sku']).toMatchObject({ active: false, change: 'updated' });
    await image(1);
    expect(sandbox.state.skus.get(1)).toMatchObject({ IsActive: false, ManufacturerCode: 'MF-1' });
  });

  test('an update that activates in vain says why, another refusal keeps VTEX’s words', async () => {
    const vain = await run(skuUpdate, [{ skuId: 1, IsActive: true }]);
    expect(vain.failed[0]?.error.code).toBe('vtex.activation-refused');
    await image(1);
    const other = await run(skuUpdate, [{ skuId: 1, IsActive: true, ProductId: 99 }]);
    expect(other.failed[0]?.error).toMatchObject({
      code: 'vtex.bad-request',
      values: { message: 'Product 99 not found.' },
    });
  });

  test('a product of an inactive brand or department is left alone and told why', async () => {
    Object.assign(sandbox.state.products.get(1) ?? {}, { IsActive: false, IsVisible: false });
    Object.assign(sandbox.state.categories.get(1) ?? {}, { IsActive: false });
    const { failed } = await run(productActivate, [{ productId: 1 }]);
    expect(failed[0]?.error.code).toBe('vtex.product-activation-refused');
    expect(writes()).toEqual([]);
    Object.assign(sandbox.state.categories.get(1) ?? {}, { IsActive: true });
    const { rows } = await run(productActivate, [{ productId: 1 }]);
    expect(rows[0]?.['product']).toMatchObject({ active: true, activeSkus: 0 });
    expect(sandbox.state.products.get(1)).toMatchObject({
      IsActive: true,
      IsVisible: true,
      KeyWords: 'kept',
    });
  });
});
