import { startSandbox, type Sandbox } from '../sandbox';
import { clientOf, newProduct, newSku, type Client } from '../sandbox.testing';

const products = '/api/catalog/pvt/product';

describe('products', () => {
  let sandbox: Sandbox;
  let call: Client;

  beforeAll(async () => {
    sandbox = await startSandbox();
    call = clientOf(sandbox);
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  it('creates the missing category path and brand, and reuses them for the next product', async () => {
    await newProduct(call, 'R1');
    await newProduct(call, 'R2', { CategoryPath: 'casa/Mesa/Copos', BrandName: 'ipê' });
    expect([...sandbox.state.categories.values()].map((category) => category.Name)).toEqual([
      'Casa',
      'Mesa',
      'Copos',
    ]);
    expect(sandbox.state.brands.size).toBe(1);
    expect((await call(`GET ${products}/2`)).json()).toMatchObject({
      DepartmentId: 1,
      CategoryId: 3,
      LinkId: 'produto-r2',
    });
  });

  it('needs a name, a category and a brand, and both must exist', async () => {
    for (const body of [
      { CategoryPath: 'A', BrandName: 'B' },
      { Name: 'X', BrandName: 'B' },
      { Name: 'X', CategoryPath: 'A' },
      { Name: 'X', CategoryId: 9, BrandName: 'B' },
      { Name: 'X', CategoryPath: 'A', BrandId: 9 },
      { Name: 'x'.repeat(151), CategoryPath: 'A', BrandName: 'B' },
      { Name: 'X', CategoryPath: 'A', BrandName: 'B', RefId: 'r'.repeat(101) },
    ]) {
      expect((await call(`POST ${products}`, body)).status).toBe(400);
    }
    expect(sandbox.state.products.size).toBe(0);
  });

  it('names the product that has the RefId, the LinkId or the Id, with the id as the last word', async () => {
    await newProduct(call, 'R1', { Id: 50 });
    const base = { Name: 'Outro', CategoryPath: 'A', BrandName: 'B' };
    const post = async (more: object): Promise<[number, string]> => {
      const { status, text } = await call(`POST ${products}`, { ...base, ...more });
      return [status, text];
    };
    expect(await post({ RefId: 'R1' })).toEqual([
      409,
      'There is already a product created with the same RefId with Product Id 50',
    ]);
    expect(await post({ LinkId: 'produto-r1' })).toEqual([
      409,
      'There is already a product with the same LinkId with Product Id 50',
    ]);
    expect(await post({ Name: 'Produto R1' })).toEqual([
      409,
      'There is already a product with the same LinkId with Product Id 50',
    ]);
    expect(await post({ Id: 50, RefId: 'R9' })).toEqual([409, 'Product already created with this Id']);
  });

  it('replaces on PUT: members left out become null and flags false', async () => {
    const id = await newProduct(call, 'R1', { Description: 'Longa', IsVisible: true });
    const answer = await call(`PUT ${products}/${id}`, { Name: 'Novo', CategoryId: 1, BrandId: 2_000_000 });
    expect(answer.json()).toMatchObject({
      Description: null,
      RefId: null,
      IsActive: false,
      IsVisible: false,
    });
    expect(sandbox.state.productByRefId.has('R1')).toBe(false);
    expect((await call(`PUT ${products}/${id}`, { Name: 'Sem marca', CategoryId: 1 })).status).toBe(400);
    expect((await call(`PUT ${products}/99`, { Name: 'X', CategoryId: 1, BrandId: 2_000_000 })).status).toBe(
      404,
    );
  });

  it('finds a product by RefId and answers null to one it does not know', async () => {
    const id = await newProduct(call, 'R/1');
    const path = '/api/catalog_system/pvt/products/productgetbyrefid';
    expect((await call(`GET ${path}/R%2F1`)).json()).toMatchObject({ Id: id, ListStoreId: [1] });
    const unknown = await call(`GET ${path}/nada`);
    expect([unknown.status, unknown.text]).toEqual([200, 'null']);
  });

  it('lists products with their SKUs by position, never more than 250', async () => {
    for (let n = 1; n <= 3; n += 1) await newSku(call, `R${n}`);
    const path = '/api/catalog_system/pvt/products/GetProductAndSkuIds';
    expect((await call(`GET ${path}?_from=2&_to=3`)).json()).toEqual({
      data: { 2: [2], 3: [3] },
      range: { total: 3, from: 2, to: 3 },
    });
    expect((await call(`GET ${path}?_from=1&_to=900`)).json()).toMatchObject({ range: { to: 250 } });
    expect((await call(`GET ${path}?categoryId=99`)).json()).toMatchObject({ data: {}, range: { total: 0 } });
  });

  it('links and unlinks a trade policy', async () => {
    const id = await newProduct(call, 'R1');
    expect((await call(`POST ${products}/${id}/salespolicy/2`)).status).toBe(404);
    await call('PUT /pricing/tables/2');
    expect((await call(`POST ${products}/${id}/salespolicy/2`)).status).toBe(200);
    await call(`DELETE ${products}/${id}/salespolicy/1`);
    expect((await call(`GET ${products}/${id}/salespolicy`)).json<object[]>()).toEqual([
      { ProductId: id, StoreId: 2 },
    ]);
  });

  it('sets specifications by name, several for a product and exactly one for a SKU', async () => {
    const sku = await newSku(call, 'R1');
    const body = { FieldName: 'Cor', GroupName: 'Geral', RootLevelSpecification: true };
    const product = await call(`PUT ${products}/1/specificationvalue`, {
      ...body,
      FieldValues: ['Azul', 'Verde'],
    });
    expect(product.json<object[]>()).toMatchObject([
      { ProductId: 1, Text: 'Azul' },
      { ProductId: 1, Text: 'Verde' },
    ]);
    const path = `/api/catalog/pvt/stockkeepingunit/${sku}/specificationvalue`;
    expect((await call(`PUT ${path}`, { ...body, FieldValues: ['Azul', 'Verde'] })).status).toBe(400);
    expect((await call(`PUT ${path}`, { ...body, FieldValues: ['Azul'] })).json<object[]>()).toMatchObject([
      { SkuId: sku },
    ]);
    const context = await call(`GET /api/catalog_system/pvt/sku/stockkeepingunitbyid/${sku}`);
    expect(context.json()).toMatchObject({
      SkuSpecifications: [{ FieldName: 'Cor', FieldValues: ['Azul'] }],
      ProductSpecifications: [{ FieldName: 'Cor', FieldValues: ['Azul', 'Verde'] }],
    });
  });
});
