// Catalog: complements of a SKU (accessory, suggestion, similar, shown together). A repeat makes a second one.
import { objectBody, pathId, requiredId } from '../http/fields';
import { empty, json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { Complement } from '../store/entities';
import type { Store } from '../store/store';
import { findSku, skuNotFound } from './sku';

/** 4 is what the Web Service calls generic; the REST reference leaves it out. */
const types = [1, 2, 3, 4, 5];

export function complementRoutes(store: Store): Route[] {
  const base = '/api/catalog/pvt/skucomplement';
  const ofSku = '/api/catalog/pvt/stockkeepingunit/{skuId}/complement';
  return [
    { request: `POST ${base}`, handler: (call) => add(store, call) },
    { request: `GET ${base}/{skuComplementId}`, handler: (call) => json([find(store, call)]) },
    { request: `DELETE ${base}/{skuComplementId}`, handler: (call) => remove(store, call) },
    { request: `GET ${ofSku}`, handler: (call) => json(below(store, findSku(store, call).Id)) },
    {
      request: `GET ${ofSku}/{complementTypeId}`,
      handler: (call) => json(below(store, findSku(store, call).Id, pathId(call.params.complementTypeId))),
    },
    {
      request: 'GET /api/catalog_system/pvt/sku/complements/{parentSkuId}/{type}',
      handler: (call) => legacy(store, call),
    },
  ];
}

function find(store: Store, call: Call): Complement {
  return store.complements.get(pathId(call.params.skuComplementId)) ?? refuse(404, 'Complement not found.');
}

function add(store: Store, call: Call): Reply {
  const body = objectBody(call.body);
  const parent = requiredId(body, 'ParentSkuId');
  const sku = requiredId(body, 'SkuId');
  if (!store.skus.has(parent) || !store.skus.has(sku)) refuse(404, skuNotFound);
  const type = requiredId(body, 'ComplementTypeId');
  if (!types.includes(type)) refuse(400, 'Field ComplementTypeId is invalid');
  const Id = store.takeId('complement', null);
  const made: Complement = { Id, SkuId: sku, ParentSkuId: parent, ComplementTypeId: type };
  store.complements.set(Id, made);
  store.creates.created('complement', `${parent}/${sku}/${type}`);
  return json([made]);
}

function remove(store: Store, call: Call): Reply {
  store.complements.delete(find(store, call).Id);
  return empty();
}

function below(store: Store, parent: number, type?: number): Complement[] {
  return [...store.complements.values()].filter(
    (one) => one.ParentSkuId === parent && (type === undefined || one.ComplementTypeId === type),
  );
}

function legacy(store: Store, call: Call): Reply {
  const ParentSkuId = pathId(call.params.parentSkuId);
  if (!store.skus.has(ParentSkuId)) refuse(404, skuNotFound);
  const found = below(store, ParentSkuId, pathId(call.params.type));
  return json({ ParentSkuId, ComplementSkuIds: found.map(({ SkuId }) => SkuId), Type: call.params.type });
}
