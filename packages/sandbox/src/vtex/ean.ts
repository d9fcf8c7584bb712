// Catalog: EANs of a SKU. There is no update: delete one and add another.
import { pathId } from '../http/fields';
import { empty, json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { Store } from '../store/store';

export function eanRoutes(store: Store): Route[] {
  const base = '/api/catalog/pvt/stockkeepingunit/{skuId}/ean';
  return [
    { request: `GET ${base}`, handler: (call) => json(store.eansOfSku.get(skuId(store, call)) ?? []) },
    { request: `POST ${base}/{ean}`, handler: (call) => add(store, call) },
    { request: `DELETE ${base}/{ean}`, handler: (call) => remove(store, call) },
    { request: `DELETE ${base}`, handler: (call) => removeAll(store, call) },
  ];
}

function skuId(store: Store, call: Call): number {
  const id = pathId(call.params.skuId);
  return store.skus.has(id) ? id : refuse(404, 'SKU not found.');
}

/** Adding an EAN the SKU already has changes nothing (unverified); one of another SKU is a conflict. */
function add(store: Store, call: Call): Reply {
  const id = skuId(store, call);
  const ean = call.params.ean ?? '';
  const owner = store.skuByEan.get(ean);
  if (owner === id) return empty();
  if (owner !== undefined) {
    store.creates.refused('ean', ean);
    refuse(409, `The Ean is registered in Sku id ${owner}`);
  }
  attachEan(store, id, ean);
  return empty();
}

/** Links an EAN that is free. */
export function attachEan(store: Store, id: number, ean: string): void {
  store.skuByEan.set(ean, id);
  store.eansOfSku.set(id, [...(store.eansOfSku.get(id) ?? []), ean]);
  store.creates.created('ean', ean);
}

function remove(store: Store, call: Call): Reply {
  const id = skuId(store, call);
  const ean = call.params.ean ?? '';
  const eans = store.eansOfSku.get(id) ?? [];
  if (!eans.includes(ean)) refuse(404, 'Ean not found.');
  store.skuByEan.delete(ean);
  store.eansOfSku.set(
    id,
    eans.filter((other) => other !== ean),
  );
  return empty();
}

function removeAll(store: Store, call: Call): Reply {
  const id = skuId(store, call);
  for (const ean of store.eansOfSku.get(id) ?? []) store.skuByEan.delete(ean);
  store.eansOfSku.delete(id);
  return empty();
}
