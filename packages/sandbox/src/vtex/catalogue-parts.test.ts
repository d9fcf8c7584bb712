import { startSandbox, type Sandbox } from '../sandbox';
import { clientOf, newProduct, newSku, skuBody, type Client } from '../sandbox.testing';

const catalog = '/api/catalog/pvt';
const legacy = '/api/catalog_system';
const skus = `${catalog}/stockkeepingunit`;
const image = { Name: 'frente', Url: 'https://imagens.exemplo/1.jpg' };

let sandbox: Sandbox;
let call: Client;

beforeAll(async () => {
  sandbox = await startSandbox({ limits: 'off' });
  call = clientOf(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const idOf = async (request: string, body: object): Promise<number> =>
  (await call(request, body)).json<{ Id: number }>().Id;

/** A group of category 1 with one field of it. */
async function field(more: object = {}): Promise<number> {
  const group = await idOf(`POST ${catalog}/specificationgroup`, { CategoryId: 1, Name: 'Geral' });
  const body = { FieldTypeId: 5, FieldGroupId: group, Name: 'Cor', IsActive: true, ...more };
  return idOf(`POST ${catalog}/specification`, body);
}

describe('specifications', () => {
  beforeEach(() => newProduct(call, 'R1'));

  it('are inherited by the categories below, which do not list the group', async () => {
    const id = await field();
    const list = (kind: string, category: number) =>
      call(`GET ${legacy}/pub/specification/field/${kind}/${category}`).then((one) => one.json<object[]>());
    expect(await list('listByCategoryId', 1)).toMatchObject([{ FieldId: id, Name: 'Cor', CategoryId: 1 }]);
    expect(await list('listByCategoryId', 2)).toEqual([]);
    expect(await list('listTreeByCategoryId', 2)).toMatchObject([{ FieldId: id }]);
    const groups = await call(`GET ${legacy}/pvt/specification/groupbycategory/2`);
    expect(groups.json()).toEqual([]);
  });

  it('are made twice when sent twice, and that shows', async () => {
    await field();
    await field();
    expect(sandbox.state.creates.doubled().map(({ kind }) => kind)).toEqual(['specification-group']);
    const body = { FieldId: 1, Name: 'Azul' };
    await call(`POST ${catalog}/specificationvalue`, body);
    await call(`POST ${catalog}/specificationvalue`, body);
    const values = await call(`GET ${legacy}/pub/specification/fieldvalue/1`);
    expect(values.json<object[]>()).toMatchObject([{ Value: 'Azul' }, { Value: 'Azul' }]);
  });

  it('of text have no values, and of an unknown group or type none are made', async () => {
    const text = await field({ FieldTypeId: 1 });
    expect((await call(`POST ${catalog}/specificationvalue`, { FieldId: text, Name: 'x' })).status).toBe(400);
    const body = { FieldTypeId: 3, FieldGroupId: 1, Name: 'x' };
    expect((await call(`POST ${catalog}/specification`, body)).status).toBe(400);
    const alone = { ...body, FieldTypeId: 1, FieldGroupId: 9 };
    expect((await call(`POST ${catalog}/specification`, alone)).status).toBe(400);
  });

  it('set by name use the field the category has or inherits', async () => {
    const id = await field();
    const body = {
      FieldName: 'cor',
      GroupName: 'GERAL',
      RootLevelSpecification: false,
      FieldValues: ['Azul'],
    };
    const set = await call(`PUT ${catalog}/product/1/specificationvalue`, body);
    expect(set.json<object[]>()).toMatchObject([{ FieldId: id, Text: 'Azul' }]);
    expect(sandbox.state.specificationFields.size).toBe(1);
  });
});

describe('activation', () => {
  const activate = (id: number) =>
    call(`PUT ${skus}/${id}`, { ...skuBody(1, 'R1'), IsActive: true }).then(({ status, text }) => [
      status,
      status === 200 ? '' : text,
    ]);

  it('needs a file, an active product, brand and category, and every required specification', async () => {
    const id = await newSku(call, 'R1');
    await field({ Name: 'Tamanho', IsRequired: true, IsStockKeepingUnit: true });
    expect((await activate(id))[1]).toMatch(/without a file/);
    await call(`POST ${skus}/${id}/file`, image);
    expect((await activate(id))[1]).toMatch(/required specification Tamanho/);
    await call(`PUT ${skus}/${id}/specificationvalue`, {
      ...{ FieldName: 'Tamanho', GroupName: 'Geral', RootLevelSpecification: false, FieldValues: ['M'] },
    });
    for (const [member, things] of [
      ['Active', sandbox.state.brands],
      ['IsActive', sandbox.state.categories],
      ['IsActive', sandbox.state.products],
    ] as const) {
      for (const one of things.values()) Object.assign(one, { [member]: false });
      expect((await activate(id))[0]).toBe(400);
      for (const one of things.values()) Object.assign(one, { [member]: true });
    }
    expect(await activate(id)).toEqual([200, '']);
    for (const brand of sandbox.state.brands.values()) brand.Active = false;
    expect(await activate(id)).toEqual([200, '']);
  });

  it('of a kit happens with its first active component', async () => {
    const part = await newSku(call, 'R1', { ActivateIfPossible: true });
    await call(`POST ${skus}/${part}/file`, image);
    const body = { ...skuBody(1, 'K1'), IsKit: true, ActivateIfPossible: true };
    const kit = await idOf(`POST ${skus}`, body);
    await call(`POST ${skus}/${kit}/file`, image);
    expect(sandbox.state.skus.get(kit)?.IsActive).toBe(false);
    const item = { StockKeepingUnitParent: kit, StockKeepingUnitId: part, Quantity: 2, UnitPrice: 9.9 };
    await call(`POST ${catalog}/stockkeepingunitkit`, item);
    expect(sandbox.state.skus.get(kit)?.IsActive).toBe(true);
  });
});

it('a kit takes only SKUs that are none, is listed both ways, and loses a component by its line', async () => {
  const [kit, part] = [await newSku(call, 'K1', { IsKit: true }), await newSku(call, 'R1')];
  const kits = `${catalog}/stockkeepingunitkit`;
  const item = { StockKeepingUnitParent: kit, StockKeepingUnitId: part, Quantity: 1, UnitPrice: 5 };
  const swapped = { ...item, StockKeepingUnitParent: part, StockKeepingUnitId: kit };
  expect((await call(`POST ${kits}`, swapped)).status).toBe(400);
  expect((await call(`POST ${kits}`, { ...item, Quantity: 0 })).status).toBe(400);
  const id = await idOf(`POST ${kits}`, item);
  for (const query of [`parentSkuId=${kit}`, `skuId=${part}`]) {
    expect((await call(`GET ${kits}?${query}`)).json()).toEqual([{ Id: id, ...item }]);
  }
  expect((await call(`DELETE ${kits}/${id}`)).status).toBe(200);
  expect((await call(`GET ${kits}/${id}`)).status).toBe(404);
});

it('complements hold one way, by kind', async () => {
  const [parent, sku] = [await newSku(call, 'R1'), await newSku(call, 'R2')];
  const body = { ParentSkuId: parent, SkuId: sku, ComplementTypeId: 2 };
  expect((await call(`POST ${catalog}/skucomplement`, { ...body, ComplementTypeId: 9 })).status).toBe(400);
  const made = await call(`POST ${catalog}/skucomplement`, body);
  expect(made.json()).toEqual([{ Id: 1, ...body }]);
  expect((await call(`GET ${skus}/${parent}/complement/1`)).json()).toEqual([]);
  expect((await call(`GET ${skus}/${parent}/complement/2`)).json()).toEqual([{ Id: 1, ...body }]);
  const ids = await call(`GET ${legacy}/pvt/sku/complements/${parent}/2`);
  expect(ids.json()).toEqual({ ParentSkuId: parent, ComplementSkuIds: [sku], Type: '2' });
  expect((await call(`GET ${skus}/${sku}/complement`)).json()).toEqual([]);
  expect((await call(`DELETE ${catalog}/skucomplement/1`)).status).toBe(200);
});

it('a SKU is in a group of a collection once, and its product is counted', async () => {
  const sku = await newSku(call, 'R1');
  const dates = { DateFrom: '2026-11-01T00:00:00', DateTo: '2027-11-01T00:00:00' };
  const collection = await idOf(`POST ${catalog}/collection`, { Name: 'Ofertas', ...dates });
  const group = { CollectionId: collection, Name: 'A', Type: 'Inclusive' };
  const subcollection = `${catalog}/subcollection/${await idOf(`POST ${catalog}/subcollection`, group)}`;
  await call(`POST ${subcollection}/stockkeepingunit`, { SkuId: sku });
  await call(`POST ${subcollection}/stockkeepingunit`, { SkuId: sku });
  const products = await call(`GET ${catalog}/collection/${collection}/products`);
  expect(products.json()).toMatchObject({ TotalRows: 1, Data: [{ SkuId: sku, Position: 1 }] });
  await call(`DELETE ${subcollection}/stockkeepingunit/${sku}`);
  expect((await call(`GET ${catalog}/collection/${collection}`)).json()).toMatchObject({ TotalProducts: 0 });
});

it('an image is replaced under its number, and shows VTEX’s address instead of its source', async () => {
  const id = await newSku(call, 'R1');
  await call(`POST ${skus}/${id}/file`, image);
  const put = await call(`PUT ${skus}/${id}/file/1`, { ...image, Url: 'https://imagens.exemplo/2.jpg' });
  expect(put.json<object[]>()).toMatchObject([{ Id: 1, ArchiveId: 155_002 }]);
  const [shown] = (await call(`GET ${skus}/${id}/file`)).json<{ FileLocation: string }[]>();
  expect(shown?.FileLocation).toBe('lojademo.vteximg.com.br/arquivos/ids/155002/frente');
  expect(sandbox.products()[0]?.skus[0]?.images).toEqual(['https://imagens.exemplo/2.jpg']);
  expect((await call(`PUT ${skus}/${id}/file/9`, image)).status).toBe(404);
});

it('SKUs are listed by the trade policies of their products, and policies by the price tables with a number', async () => {
  const sku = await newSku(call, 'R1');
  sandbox.state.priceTables.add('2').add('gold');
  const policies = await call(`GET ${legacy}/pvt/saleschannel/list`);
  expect(policies.json<{ Id: number }[]>().map(({ Id }) => Id)).toEqual([1, 2]);
  const ids = `${legacy}/pvt/sku/stockkeepingunitidsbysaleschannel`;
  expect((await call(`GET ${ids}?sc=2&page=1`)).json()).toEqual([]);
  await call(`POST ${catalog}/product/1/salespolicy/2`);
  expect((await call(`GET ${ids}?sc=2&page=1`)).json()).toEqual([sku]);
  expect((await call(`GET ${ids}`)).status).toBe(400);
});
