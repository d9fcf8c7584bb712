// What the examples of the catalogue stand on, beside product 1 with SKU 1: images, a second SKU, a kit, specifications,
// a complement, a collection, a brand nobody uses, an inactive product, a second trade policy.
import type { Sandbox } from '@eclusa/sandbox';

const catalog = '/api/catalog/pvt';

export async function fill(sandbox: Sandbox): Promise<void> {
  const call = callerOf(sandbox);
  sandbox.state.priceTables.add('2');
  await fillProducts(call);
  await fillSpecifications(call);
  await call(`POST ${catalog}/stockkeepingunitkit`, {
    ...{ StockKeepingUnitParent: 3, StockKeepingUnitId: 1, Quantity: 1, UnitPrice: 1199.9 },
  });
  await call(`POST ${catalog}/skucomplement`, { ParentSkuId: 1, SkuId: 2, ComplementTypeId: 1 });
  const dates = { DateFrom: '2026-11-01T00:00:00', DateTo: '2027-11-01T00:00:00' };
  await call(`POST ${catalog}/collection`, { Name: 'Ofertas', Searchable: true, Highlight: false, ...dates });
  await call(`POST ${catalog}/subcollection`, { CollectionId: 1, Name: 'Cozinha', Type: 'Inclusive' });
  await call(`POST ${catalog}/subcollection/1/stockkeepingunit`, { SkuId: 2 });
}

type Caller = (request: string, body: unknown) => Promise<void>;

/** SKU 1 active with the image frente, SKU 2 inactive with one, SKU 3 a kit, product 2 inactive, brand 2000001 unused. */
async function fillProducts(call: Caller): Promise<void> {
  const image = (name: string) => ({ Name: name, Url: `https://imagens.exemplo.com.br/${name}.jpg` });
  const sku = (name: string, refId: string) => ({
    ...{ ProductId: 1, Name: name, RefId: refId },
    ...{ PackagedHeight: 30, PackagedWidth: 20, PackagedLength: 20, PackagedWeightKg: 1250 },
  });
  await call(`POST ${catalog}/stockkeepingunit/1/file`, image('frente'));
  await call(`POST ${catalog}/stockkeepingunit`, sku('220V', 'S-2'));
  await call(`POST ${catalog}/stockkeepingunit/2/file`, image('frente-220'));
  await call(`POST ${catalog}/stockkeepingunit`, { ...sku('Kit 2 unidades', 'K-1'), IsKit: true });
  await call(`POST ${catalog}/product`, { Name: 'Chaleira', RefId: 'P-2', CategoryId: 2, BrandId: 2000000 });
  await call(`POST ${catalog}/brand`, { Name: 'Marca antiga', Active: false });
}

/** Group 1 of category 1, field 1 for SKUs with 110V, field 2 for products with Inox. */
async function fillSpecifications(call: Caller): Promise<void> {
  const GroupName = 'Características';
  const flags = { FieldTypeId: 5, FieldGroupId: 1, IsActive: true };
  await call(`POST ${catalog}/specificationgroup`, { CategoryId: 1, Name: GroupName });
  await call(`POST ${catalog}/specification`, { ...flags, Name: 'Voltagem', IsStockKeepingUnit: true });
  const set = (FieldName: string, value: string) => ({
    ...{ FieldName, GroupName, RootLevelSpecification: false, FieldValues: [value] },
  });
  await call(`PUT ${catalog}/stockkeepingunit/1/specificationvalue`, set('Voltagem', '110V'));
  await call(`PUT ${catalog}/product/1/specificationvalue`, set('Material', 'Inox'));
}

function callerOf(sandbox: Sandbox): Caller {
  return async (request, body) => {
    const [method = '', path = ''] = request.split(' ');
    const response = await fetch(sandbox.url + path, {
      method,
      body: JSON.stringify(body),
      headers: { 'X-VTEX-API-AppKey': sandbox.appKey, 'X-VTEX-API-AppToken': sandbox.appToken },
    });
    if (!response.ok) throw new Error(`${request}: ${response.status} ${await response.text()}`);
  };
}
