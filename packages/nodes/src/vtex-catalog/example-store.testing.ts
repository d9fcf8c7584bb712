// What the examples of the catalogue stand on, beside product 1 with SKU 1: a second SKU, a kit of it, a file on SKU 1, a group
// of specifications with a field and its values.
import type { Sandbox } from '@eclusa/sandbox';

const catalog = '/api/catalog/pvt';

export async function fill(sandbox: Sandbox): Promise<void> {
  const call = callerOf(sandbox);
  await call(`POST ${catalog}/brand`, { Name: 'Sem uso', Active: true });
  const sku = {
    ProductId: 1,
    PackagedHeight: 10,
    PackagedLength: 20,
    PackagedWidth: 15,
    PackagedWeightKg: 500,
  };
  await call(`POST ${catalog}/stockkeepingunit`, { ...sku, Name: 'Filtro', RefId: 'S-2' });
  await call(`POST ${catalog}/stockkeepingunit`, { ...sku, Name: 'Conjunto', RefId: 'S-3', IsKit: true });
  await call(`POST ${catalog}/stockkeepingunitkit`, {
    StockKeepingUnitParent: 3,
    StockKeepingUnitId: 2,
    Quantity: 2,
    UnitPrice: 9.9,
  });
  await call(`POST ${catalog}/stockkeepingunit/1/file`, {
    Name: 'frente',
    Url: 'https://images.example/frente.jpg',
    IsMain: true,
  });
  await call(`POST ${catalog}/skucomplement`, { ParentSkuId: 1, SkuId: 2, ComplementTypeId: 1 });
  await call(`PUT ${catalog}/product/1/specificationvalue`, {
    FieldName: 'Voltagem',
    GroupName: 'Técnicas',
    RootLevelSpecification: false,
    FieldValues: ['110 V'],
  });
}

function callerOf(sandbox: Sandbox) {
  return async (request: string, body: object): Promise<void> => {
    const [method = '', path = ''] = request.split(' ');
    const response = await fetch(sandbox.url + path, {
      method,
      body: JSON.stringify(body),
      headers: { 'X-VTEX-API-AppKey': sandbox.appKey, 'X-VTEX-API-AppToken': sandbox.appToken },
    });
    if (!response.ok) throw new Error(`${request}: ${response.status} ${await response.text()}`);
  };
}
