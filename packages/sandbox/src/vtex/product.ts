// Catalog: products. RefId, LinkId and Id are unique; PUT replaces everything, what is left out becomes null or false.
import {
  flag,
  objectBody,
  optionalId,
  optionalText,
  pathId,
  requiredText,
  type JsonObject,
} from '../http/fields';
import { empty, json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { Product } from '../store/entities';
import { slug } from '../store/slug';
import type { Store } from '../store/store';
import { ensureBrand } from './brand';
import { ensureCategoryPath } from './category';

const notFound = 'Product not found.';

/** What the sandbox answers where no source tells: see the package's README. */
export interface ProductAnswers {
  /** `productgetbyrefid` of an unknown RefId. */
  unknownProductRefId: '200-null' | '404';
}

export function productRoutes(store: Store, answers: ProductAnswers): Route[] {
  const policy = '/api/catalog/pvt/product/{productId}/salespolicy';
  return [
    { request: 'POST /api/catalog/pvt/product', handler: (call) => create(store, call) },
    { request: 'PUT /api/catalog/pvt/product/{productId}', handler: (call) => update(store, call) },
    { request: 'GET /api/catalog/pvt/product/{productId}', handler: (call) => json(find(store, call)) },
    {
      request: 'GET /api/catalog_system/pvt/products/productget/{productId}',
      handler: (call) => json(legacy(store, find(store, call))),
    },
    {
      request: 'GET /api/catalog_system/pvt/products/productgetbyrefid/{refId}',
      handler: (call) => byRefId(store, answers, call),
    },
    {
      request: 'GET /api/catalog_system/pvt/products/GetProductAndSkuIds',
      handler: (call) => productAndSkuIds(store, call),
    },
    { request: `GET ${policy}`, handler: (call) => json(policies(store, find(store, call))) },
    { request: `POST ${policy}/{tradepolicyId}`, handler: (call) => setPolicy(store, call, true) },
    { request: `DELETE ${policy}/{tradepolicyId}`, handler: (call) => setPolicy(store, call, false) },
  ];
}

function find(store: Store, call: Call): Product {
  return store.products.get(pathId(call.params.productId)) ?? refuse(404, notFound);
}

function create(store: Store, call: Call): Reply {
  const body = objectBody(call.body);
  const wanted = optionalId(body, 'Id');
  const fields = productFields(store, body, undefined, () => {
    if (wanted !== null && store.products.has(wanted)) refuse(409, 'Product already created with this Id');
  });
  // Id 0 is taken literally: a known trap of the real route.
  const product = { Id: store.takeId('product', wanted), ...fields };
  store.putProduct(product);
  store.creates.created('product', product.RefId ?? product.LinkId);
  return json(product);
}

function update(store: Store, call: Call): Reply {
  const before = find(store, call);
  const product = { Id: before.Id, ...productFields(store, objectBody(call.body), before) };
  store.putProduct(product);
  return json(product);
}

function productFields(
  store: Store,
  body: JsonObject,
  before: Product | undefined,
  checkId = (): void => undefined,
): Omit<Product, 'Id'> {
  const name = requiredText(body, 'Name', 150);
  const refId = optionalText(body, 'RefId', 100) || null;
  const title = optionalText(body, 'Title', 150);
  const linkId = optionalText(body, 'LinkId') || before?.LinkId || slug(name).toLowerCase();
  checkId();
  checkUnique(store, refId, linkId, before?.Id);
  const { CategoryId, BrandId } = placeOf(store, body, before !== undefined);
  return {
    Name: name,
    DepartmentId: store.categoryPath(CategoryId)[0]?.Id ?? CategoryId,
    CategoryId,
    BrandId,
    LinkId: linkId,
    RefId: refId,
    IsVisible: flag(body, 'IsVisible'),
    Description: optionalText(body, 'Description'),
    DescriptionShort: optionalText(body, 'DescriptionShort'),
    ReleaseDate: optionalText(body, 'ReleaseDate'),
    KeyWords: optionalText(body, 'KeyWords'),
    Title: title,
    IsActive: flag(body, 'IsActive'),
    TaxCode: optionalText(body, 'TaxCode'),
    MetaTagDescription: optionalText(body, 'MetaTagDescription'),
    SupplierId: optionalId(body, 'SupplierId'),
    ShowWithoutStock: flag(body, 'ShowWithoutStock'),
    AdWordsRemarketingCode: optionalText(body, 'AdWordsRemarketingCode'),
    LomadeeCampaignCode: optionalText(body, 'LomadeeCampaignCode'),
    Score: optionalId(body, 'Score'),
  };
}

function checkUnique(store: Store, refId: string | null, linkId: string, own: number | undefined): void {
  const sameRef = refId === null ? undefined : store.productByRefId.get(refId);
  if (sameRef !== undefined && sameRef !== own) {
    store.creates.refused('product', refId ?? '');
    refuse(409, `There is already a product created with the same RefId with Product Id ${sameRef}`);
  }
  const sameLink = store.productByLinkId.get(linkId.toLowerCase());
  if (sameLink !== undefined && sameLink !== own) {
    store.creates.refused('product', refId ?? linkId);
    refuse(409, `There is already a product with the same LinkId with Product Id ${sameLink}`);
  }
}

/** Either both ids, which must exist, or (on create) path and name, which are created when missing. */
function placeOf(store: Store, body: JsonObject, idsOnly: boolean): { CategoryId: number; BrandId: number } {
  const categoryId = optionalId(body, 'CategoryId');
  const brandId = optionalId(body, 'BrandId');
  const path = idsOnly ? null : optionalText(body, 'CategoryPath');
  const brandName = idsOnly ? null : optionalText(body, 'BrandName');
  if (categoryId === null && !path)
    refuse(400, idsOnly ? 'Field CategoryId is required' : 'Field CategoryId or CategoryPath is required');
  if (brandId === null && !brandName)
    refuse(400, idsOnly ? 'Field BrandId is required' : 'Field BrandId or BrandName is required');
  if (categoryId !== null && !store.categories.has(categoryId))
    refuse(400, `Category ${categoryId} not found.`);
  if (brandId !== null && !store.brands.has(brandId)) refuse(400, `Brand ${brandId} not found.`);
  return {
    CategoryId: categoryId ?? ensureCategoryPath(store, path ?? ''),
    BrandId: brandId ?? ensureBrand(store, brandName ?? ''),
  };
}

function byRefId(store: Store, answers: ProductAnswers, call: Call): Reply {
  const id = store.productByRefId.get(call.params.refId ?? '');
  const product = id === undefined ? undefined : store.products.get(id);
  if (product) return json(legacy(store, product));
  return answers.unknownProductRefId === '404' ? refuse(404, notFound) : json(null);
}

function legacy(store: Store, product: Product): object {
  return { ...product, ListStoreId: [...(store.policiesOfProduct.get(product.Id) ?? [])] };
}

/** Positions from `_from` to `_to`, both counted from 1 and included; never more than 250. */
function productAndSkuIds(store: Store, call: Call): Reply {
  const number = (name: string, otherwise: number): number =>
    pathId(call.query.get(name) ?? undefined) || otherwise;
  const category = number('categoryId', 0);
  const from = number('_from', 1);
  const to = Math.min(number('_to', from + 249), from + 249);
  const ids = category === 0 ? [...store.products.keys()] : productsBelow(store, category);
  const data: Record<string, number[]> = {};
  for (const id of ids.slice(from - 1, to)) data[id] = store.skusOfProduct.get(id) ?? [];
  return json({ data, range: { total: ids.length, from, to } });
}

function productsBelow(store: Store, category: number): number[] {
  const inside = (product: Product): boolean =>
    store.categoryPath(product.CategoryId).some((c) => c.Id === category);
  return [...store.products.values()].filter(inside).map((product) => product.Id);
}

function policies(store: Store, product: Product): object[] {
  return [...(store.policiesOfProduct.get(product.Id) ?? [])].map((id) => ({
    ProductId: product.Id,
    StoreId: id,
  }));
}

function setPolicy(store: Store, call: Call, linked: boolean): Reply {
  const policy = pathId(call.params.tradepolicyId);
  if (policy !== 1 && !store.priceTables.has(String(policy))) refuse(404, 'Trade policy not found.');
  const linkedTo = store.policiesOfProduct.get(find(store, call).Id);
  if (linked) linkedTo?.add(policy);
  else linkedTo?.delete(policy);
  return empty();
}
