// Finds out what keeps a SKU or a product from being active. Only reads; asked when VTEX has refused.
import { isJsonObject, locales, sentences, type Json, type JsonObject, type Text } from '@eclusa/flow';
import { hasStatus } from '../vtex/remote';
import type { Store } from '../vtex/store';

/** One thing that is missing: a code with a sentence, and its values. */
export interface Obstacle {
  code: string;
  values: JsonObject;
}

/** Everything these look-ups may ask for, for the boxes' lists of requests. */
export const obstacleRequests: readonly string[] = [
  'GET /api/catalog/pvt/stockkeepingunit/{skuId}',
  'GET /api/catalog/pvt/stockkeepingunit/{skuId}/file',
  'GET /api/catalog/pvt/stockkeepingunitkit',
  'GET /api/catalog/pvt/stockkeepingunit/{skuId}/specification',
  'GET /api/catalog/pvt/product/{productId}',
  'GET /api/catalog/pvt/product/{productId}/specification',
  'GET /api/catalog/pvt/brand/{brandId}',
  'GET /api/catalog/pvt/category/{categoryId}',
  'GET /api/catalog_system/pub/specification/field/listTreeByCategoryId/{categoryId}',
  'GET /api/catalog/pvt/specification/{specificationId}',
];

/** The obstacles as one text: each in its sentence, one after the other. */
export function reasonsOf(obstacles: readonly Obstacle[]): Text {
  const all = obstacles.length > 0 ? obstacles : [{ code: 'vtex.obstacle-unknown', values: {} }];
  const told = all.map(({ code, values }) => sentences(code, values));
  const entries = locales.map((locale) => [locale, told.map((one) => one[locale]).join('; ')]);
  return Object.fromEntries(entries) as unknown as Text;
}

/** What a SKU lacks. `sku` is as VTEX shows it. */
export async function obstaclesOf(sku: JsonObject, store: Store): Promise<Obstacle[]> {
  const found: Obstacle[] = [];
  const params = { skuId: sku['Id'] as number };
  const files = await listAt('GET /api/catalog/pvt/stockkeepingunit/{skuId}/file', { params }, store);
  if (files.length === 0) found.push({ code: 'vtex.obstacle-image', values: {} });
  if (sku['IsKit'] === true) found.push(...(await kitObstacles(params.skuId, store)));
  const product = await store.find('GET /api/catalog/pvt/product/{productId}', {
    params: { productId: sku['ProductId'] as number },
  });
  if (!product) return found;
  const { Id, Name, IsActive } = product;
  if (IsActive !== true)
    found.push({ code: 'vtex.obstacle-product', values: { id: Id ?? null, name: Name ?? '' } });
  found.push(...(await aboveObstacles(product, store)));
  found.push(...(await missingSpecifications(sku, product, store)));
  return found;
}

async function kitObstacles(parentSkuId: number, store: Store): Promise<Obstacle[]> {
  const items = await listAt('GET /api/catalog/pvt/stockkeepingunitkit', { query: { parentSkuId } }, store);
  if (items.length === 0) return [{ code: 'vtex.obstacle-kit', values: {} }];
  for (const item of items) {
    const params = { skuId: item['StockKeepingUnitId'] as number };
    const part = await store.find('GET /api/catalog/pvt/stockkeepingunit/{skuId}', { params });
    if (part?.['IsActive'] === true) return [];
  }
  return [{ code: 'vtex.obstacle-component', values: {} }];
}

/** Inactive brand and category of a product, the categories above it included. */
export async function aboveObstacles(product: JsonObject, store: Store): Promise<Obstacle[]> {
  const found: Obstacle[] = [];
  const brand = await store.find('GET /api/catalog/pvt/brand/{brandId}', {
    params: { brandId: product['BrandId'] as number },
  });
  if (brand && brand['Active'] !== true) {
    found.push({
      code: 'vtex.obstacle-brand',
      values: { id: brand['Id'] ?? null, name: brand['Name'] ?? '' },
    });
  }
  const seen = new Set<Json>();
  for (let id: Json = product['CategoryId'] ?? null; typeof id === 'number' && !seen.has(id);) {
    seen.add(id);
    const category: JsonObject | null = await store.find('GET /api/catalog/pvt/category/{categoryId}', {
      params: { categoryId: id },
    });
    if (category && category['IsActive'] !== true) {
      found.push({ code: 'vtex.obstacle-category', values: { id, name: category['Name'] ?? '' } });
    }
    id = category?.['FatherCategoryId'] ?? null;
  }
  return found;
}

/** Required specifications that have no value yet; each one without a value is read to know whether it is required. */
async function missingSpecifications(
  sku: JsonObject,
  product: JsonObject,
  store: Store,
): Promise<Obstacle[]> {
  const fields = await listAt(
    'GET /api/catalog_system/pub/specification/field/listTreeByCategoryId/{categoryId}',
    { params: { categoryId: product['CategoryId'] as number } },
    store,
  );
  const ofSku = await listAt(
    'GET /api/catalog/pvt/stockkeepingunit/{skuId}/specification',
    { params: { skuId: sku['Id'] as number } },
    store,
  );
  const ofProduct = await listAt(
    'GET /api/catalog/pvt/product/{productId}/specification',
    { params: { productId: product['Id'] as number } },
    store,
  );
  const held = new Set([...ofSku, ...ofProduct].map((one) => one['FieldId']));
  const found: Obstacle[] = [];
  for (const { FieldId, Name, IsActive } of fields) {
    if (IsActive !== true || held.has(FieldId)) continue;
    const field = await store.find('GET /api/catalog/pvt/specification/{specificationId}', {
      params: { specificationId: FieldId as number },
    });
    if (field?.['IsRequired'] !== true) continue;
    const code =
      field['IsStockKeepingUnit'] === true ? 'vtex.obstacle-sku-field' : 'vtex.obstacle-product-field';
    found.push({ code, values: { name: Name ?? '' } });
  }
  return found;
}

/** The objects in a list; a single object counts as a list of one, a 404 as none. */
export async function listAt(
  request: string,
  options: Parameters<Store['send']>[1],
  store: Store,
): Promise<JsonObject[]> {
  const answer = await store.send(request, options).catch((error: unknown) => {
    if (hasStatus(error, 404)) return [];
    throw error;
  });
  const items = Array.isArray(answer) ? answer : answer === null ? [] : [answer];
  return items.filter(isJsonObject);
}
