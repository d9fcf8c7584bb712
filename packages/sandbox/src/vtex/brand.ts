// Catalog: brands. Two brands may have the same name: VTEX only refuses a repeated Id.
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
import type { Brand } from '../store/entities';
import { slug } from '../store/slug';
import type { Store } from '../store/store';

const notFound = 'Brand not found.';
const listLimit = 20_000;

export function brandRoutes(store: Store): Route[] {
  return [
    { request: 'POST /api/catalog/pvt/brand', handler: (call) => create(store, call) },
    { request: 'PUT /api/catalog/pvt/brand/{brandId}', handler: (call) => update(store, call) },
    { request: 'GET /api/catalog/pvt/brand/{brandId}', handler: (call) => json(find(store, call)) },
    { request: 'DELETE /api/catalog/pvt/brand/{brandId}', handler: (call) => remove(store, call) },
    { request: 'GET /api/catalog_system/pvt/brand/list', handler: () => json(list(store)) },
    { request: 'GET /api/catalog_system/pvt/brand/pagedlist', handler: (call) => paged(store, call) },
    {
      request: 'GET /api/catalog_system/pvt/brand/{brandId}',
      handler: (call) => json(legacy(find(store, call))),
    },
  ];
}

function find(store: Store, call: Call): Brand {
  return store.brands.get(pathId(call.params.brandId)) ?? refuse(404, notFound);
}

function create(store: Store, call: Call): Reply {
  const body = objectBody(call.body);
  const wanted = optionalId(body, 'Id');
  if (wanted !== null && store.brands.has(wanted)) refuse(409, 'Brand already created with this Id');
  return json(addBrand(store, brandFields(body), wanted));
}

function update(store: Store, call: Call): Reply {
  const brand = { Id: find(store, call).Id, ...brandFields(objectBody(call.body)) };
  store.putBrand(brand);
  return json(brand);
}

/** A brand that products still use stays: VTEX keeps referential integrity (its answer is unverified). */
function remove(store: Store, call: Call): Reply {
  const { Id } = find(store, call);
  for (const product of store.products.values()) {
    if (product.BrandId === Id) refuse(409, 'The brand is associated with products.');
  }
  store.removeBrand(Id);
  return empty();
}

function brandFields(body: JsonObject): Omit<Brand, 'Id'> {
  const name = requiredText(body, 'Name');
  return {
    Name: name,
    Text: optionalText(body, 'Text'),
    Keywords: optionalText(body, 'Keywords'),
    SiteTitle: optionalText(body, 'SiteTitle'),
    Active: flag(body, 'Active'),
    MenuHome: flag(body, 'MenuHome'),
    AdWordsRemarketingCode: optionalText(body, 'AdWordsRemarketingCode'),
    LomadeeCampaignCode: optionalText(body, 'LomadeeCampaignCode'),
    Score: optionalId(body, 'Score'),
    LinkId: optionalText(body, 'LinkId') ?? slug(name).toLowerCase(),
  };
}

function addBrand(store: Store, fields: Omit<Brand, 'Id'>, wanted: number | null): Brand {
  const brand = { Id: store.takeId('brand', wanted), ...fields };
  store.putBrand(brand);
  store.creates.created('brand', brand.Name);
  return brand;
}

/** Id of the brand with this name; created active when there is none. */
export function ensureBrand(store: Store, name: string): number {
  const found = store.brandByName.get(name.toLowerCase());
  return found ?? addBrand(store, brandFields({ Name: name, Active: true }), null).Id;
}

function legacy(brand: Brand): object {
  return {
    id: brand.Id,
    name: brand.Name,
    isActive: brand.Active,
    title: brand.SiteTitle ?? brand.Name,
    metaTagDescription: brand.Text ?? '',
    imageUrl: null,
  };
}

function list(store: Store): object[] {
  return [...store.brands.values()].slice(0, listLimit).map(legacy);
}

function paged(store: Store, call: Call): Reply {
  const page = pathId(call.query.get('page') ?? undefined);
  const perPage = pathId(call.query.get('pageSize') ?? undefined);
  if (!(page >= 1) || !(perPage >= 1)) refuse(400, 'The parameters page and pageSize are required.');
  const brands = [...store.brands.values()];
  const items = brands.slice((page - 1) * perPage, page * perPage).map(legacy);
  return json({
    items,
    paging: { page, perPage, total: brands.length, pages: Math.ceil(brands.length / perPage) },
  });
}
