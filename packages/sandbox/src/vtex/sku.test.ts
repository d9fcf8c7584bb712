import { startSandbox, type Sandbox } from '../sandbox';
import { clientOf, newProduct, newSku, skuBody, type Client } from '../sandbox.testing';

const skus = '/api/catalog/pvt/stockkeepingunit';
const legacy = '/api/catalog_system/pvt/sku';
const image = { Name: 'frente', Url: 'https://imagens.exemplo/1.jpg' };

describe('SKUs', () => {
  let sandbox: Sandbox;
  let call: Client;

  beforeAll(async () => {
    sandbox = await startSandbox();
    call = clientOf(sandbox);
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  it('is born inactive: a create with IsActive true is refused', async () => {
    const productId = await newProduct(call, 'R1');
    expect((await call(`POST ${skus}`, { ...skuBody(productId, 'R1'), IsActive: true })).status).toBe(400);
    const created = await call(`POST ${skus}`, skuBody(productId, 'R1'));
    expect(created.json()).toMatchObject({
      Id: 1,
      IsActive: false,
      CommercialConditionId: 1,
      MeasurementUnit: 'un',
    });
  });

  it('needs its packaged sizes, a product that exists, and a RefId or an EAN', async () => {
    const productId = await newProduct(call, 'R1');
    const good = skuBody(productId, 'R1');
    for (const name of [
      'ProductId',
      'Name',
      'PackagedHeight',
      'PackagedLength',
      'PackagedWidth',
      'PackagedWeightKg',
      'RefId',
    ]) {
      expect([name, (await call(`POST ${skus}`, { ...good, [name]: undefined })).status]).toEqual([
        name,
        400,
      ]);
    }
    expect((await call(`POST ${skus}`, { ...good, ProductId: 99 })).status).toBe(400);
    expect((await call(`POST ${skus}`, { ...good, PackagedWeightKg: '1,2' })).status).toBe(400);
    expect((await call(`POST ${skus}`, { ...good, CommercialConditionId: 0 })).status).toBe(400);
    expect((await call(`POST ${skus}`, { ...good, RefId: 'r'.repeat(51) })).status).toBe(400);
    expect((await call(`POST ${skus}`, { ...good, RefId: undefined, Ean: '7891000000373' })).status).toBe(
      200,
    );
    expect((await call(`GET ${skus}/1/ean`)).json()).toEqual(['7891000000373']);
  });

  it('names the SKU that has the RefId or the Id', async () => {
    const id = await newSku(call, 'R1');
    const again = await call(`POST ${skus}`, skuBody(1, 'R1'));
    expect([again.status, again.text]).toEqual([
      409,
      `Sku can not be created because the RefId is registered in Sku id ${id}`,
    ]);
    const sameId = await call(`POST ${skus}`, { ...skuBody(1, 'R2'), Id: id });
    expect([sameId.status, sameId.text]).toEqual([409, 'Sku already created with this Id']);
    expect([...sandbox.state.creates.all()].find((count) => count.kind === 'sku')).toMatchObject({
      created: 1,
      refused: 1,
    });
  });

  it('cannot be activated by PUT before it has a file, and leaving IsActive out deactivates it', async () => {
    const id = await newSku(call, 'R1');
    const full = { ...skuBody(1, 'R1'), IsActive: true };
    expect((await call(`PUT ${skus}/${id}`, full)).status).toBe(400);
    await call(`POST ${skus}/${id}/file`, image);
    expect((await call(`PUT ${skus}/${id}`, full)).json()).toMatchObject({ IsActive: true });
    expect((await call(`PUT ${skus}/${id}`, skuBody(1, 'R1'))).json()).toMatchObject({ IsActive: false });
  });

  it('keeps a kit inactive and a kit for ever', async () => {
    const id = await newSku(call, 'R1', { IsKit: true });
    await call(`POST ${skus}/${id}/file`, image);
    expect(
      (await call(`PUT ${skus}/${id}`, { ...skuBody(1, 'R1'), IsKit: true, IsActive: true })).status,
    ).toBe(400);
    expect((await call(`PUT ${skus}/${id}`, skuBody(1, 'R1'))).status).toBe(400);
  });

  it('activates itself with the first file when asked, if product, brand and category are active', async () => {
    const id = await newSku(call, 'R1', { ActivateIfPossible: true });
    expect((await call(`GET ${skus}/${id}`)).json()).toMatchObject({ IsActive: false });
    const answer = await call(`POST ${skus}/${id}/file`, image);
    expect(answer.json<object[]>()).toMatchObject([{ SkuId: id, IsMain: true, Position: 0 }]);
    expect((await call(`GET ${skus}/${id}`)).json()).toMatchObject({ IsActive: true });
    const other = await newProduct(call, 'R2', { IsActive: false });
    const sleeping = await call(`POST ${skus}`, { ...skuBody(other, 'R2'), ActivateIfPossible: true });
    await call(`POST ${skus}/${sleeping.json<{ Id: number }>().Id}/file`, image);
    expect((await call(`GET ${skus}/2`)).json()).toMatchObject({ IsActive: false });
  });

  it('takes images by address only, and a repeat makes a second one', async () => {
    const id = await newSku(call, 'R1');
    expect((await call(`POST ${skus}/${id}/file`, { ...image, Url: 'ftp://x/1.jpg' })).status).toBe(400);
    expect((await call(`POST ${skus}/${id}/file`, { Name: 'frente' })).text).toBe('Field Url is required');
    await call(`POST ${skus}/${id}/file`, image);
    await call(`POST ${skus}/${id}/file`, image);
    expect((await call(`GET ${skus}/${id}/file`)).json<object[]>()).toHaveLength(2);
    expect(sandbox.state.creates.doubled()).toMatchObject([{ kind: 'image', created: 2 }]);
    await call(`DELETE ${skus}/${id}/file`);
    expect((await call(`GET ${skus}/${id}/file`)).json()).toEqual([]);
  });

  it('has unique EANs that are deleted and added, never updated', async () => {
    const first = await newSku(call, 'R1');
    const second = await newSku(call, 'R2');
    expect((await call(`POST ${skus}/${first}/ean/789`)).status).toBe(200);
    const taken = await call(`POST ${skus}/${second}/ean/789`);
    expect([taken.status, taken.text]).toEqual([409, `The Ean is registered in Sku id ${first}`]);
    await call(`DELETE ${skus}/${first}/ean/789`);
    expect((await call(`POST ${skus}/${second}/ean/789`)).status).toBe(200);
    expect((await call(`DELETE ${skus}/${first}/ean/789`)).status).toBe(404);
  });

  it('is found by RefId in every documented way', async () => {
    const id = await newSku(call, 'R1');
    expect((await call(`GET ${skus}?RefId=R1`)).json()).toMatchObject({ Id: id });
    expect((await call(`GET ${legacy}/stockkeepingunitidbyrefid/R1`)).text).toBe(`"${id}"`);
    expect((await call(`GET ${legacy}/stockkeepingunitidbyrefid/nada`)).status).toBe(404);
    const list = '/api/catalog_system/pub/sku/stockkeepingunitidsbyrefids';
    expect((await call(`POST ${list}`, ['R1', 'nada'])).json()).toEqual({ R1: String(id), nada: null });
    expect((await call(`POST ${list}`, ['R1', 'R1'])).status).toBe(500);
  });

  it('is found by EAN only while it is active', async () => {
    const id = await newSku(call, 'R1', { Ean: '789', ActivateIfPossible: true });
    expect((await call(`GET ${legacy}/stockkeepingunitbyean/789`)).status).toBe(404);
    await call(`POST ${skus}/${id}/file`, image);
    expect((await call(`GET ${legacy}/stockkeepingunitbyean/789`)).json()).toMatchObject({
      Id: id,
      IsActive: true,
    });
  });

  it('shows its context with product, brand and category', async () => {
    const id = await newSku(call, 'R1', { Ean: '789' });
    expect((await call(`GET ${legacy}/stockkeepingunitbyid/${id}`)).json()).toMatchObject({
      Id: id,
      ProductRefId: 'R1',
      BrandName: 'Ipê',
      ProductCategories: { 1: 'Casa', 2: 'Mesa' },
      CategoriesFullPath: ['/1/2/'],
      Dimension: { height: 10, length: 20, width: 30, weight: 1250 },
      AlternateIds: { Ean: '789', RefId: 'R1' },
    });
    expect((await call(`GET ${legacy}/stockkeepingunitByProductId/1`)).json<object[]>()).toMatchObject([
      { Id: id },
    ]);
  });

  it('pages through all ids until a page is empty', async () => {
    for (let n = 1; n <= 3; n += 1) await newSku(call, `R${n}`);
    expect((await call(`GET ${legacy}/stockkeepingunitids?page=2&pagesize=2`)).json()).toEqual([3]);
    expect((await call(`GET ${legacy}/stockkeepingunitids?page=3&pagesize=2`)).json()).toEqual([]);
    expect((await call(`GET ${legacy}/stockkeepingunitids?page=1`)).status).toBe(400);
    expect((await call(`GET ${legacy}/stockkeepingunitids?page=1&pagesize=1001`)).status).toBe(400);
  });

  it('answers a change notification with 200 or 404', async () => {
    const id = await newSku(call, 'R1');
    const path = '/api/catalog_system/pvt/skuseller/changenotification';
    expect((await call(`POST ${path}/${id}`)).status).toBe(200);
    expect((await call(`POST ${path}/99`)).text).toBe(
      'Seller StockKeepingUnit `99` not found for this seller id `1`',
    );
  });
});
