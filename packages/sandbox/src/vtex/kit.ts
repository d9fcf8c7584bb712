// Catalog: components of kits. The parent must have been created as a kit; a repeat makes a second line.
import { objectBody, pathId, requiredId, requiredNumber } from '../http/fields';
import { empty, json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { KitItem } from '../store/entities';
import type { Store } from '../store/store';
import { activateIfPossible, skuNotFound } from './sku';

export function kitRoutes(store: Store): Route[] {
  const base = '/api/catalog/pvt/stockkeepingunitkit';
  return [
    { request: `POST ${base}`, handler: (call) => add(store, call) },
    { request: `GET ${base}`, handler: (call) => json(list(store, call)) },
    { request: `GET ${base}/{kitId}`, handler: (call) => json(find(store, call)) },
    { request: `DELETE ${base}/{kitId}`, handler: (call) => remove(store, [find(store, call)]) },
    { request: `DELETE ${base}`, handler: (call) => remove(store, list(store, call)) },
  ];
}

function find(store: Store, call: Call): KitItem {
  return store.kitItems.get(pathId(call.params.kitId)) ?? refuse(404, 'Kit not found.');
}

function add(store: Store, call: Call): Reply {
  const body = objectBody(call.body);
  const parent = store.skus.get(requiredId(body, 'StockKeepingUnitParent')) ?? refuse(404, skuNotFound);
  const part = store.skus.get(requiredId(body, 'StockKeepingUnitId')) ?? refuse(404, skuNotFound);
  if (!parent.IsKit) refuse(400, `The SKU ${parent.Id} is not a kit.`);
  if (part.IsKit) refuse(400, `The SKU ${part.Id} is a kit and cannot be a component.`);
  const Quantity = requiredId(body, 'Quantity');
  if (Quantity < 1) refuse(400, 'Field Quantity must be greater than 0');
  const item: KitItem = {
    Id: store.takeId('kit', null),
    StockKeepingUnitParent: parent.Id,
    StockKeepingUnitId: part.Id,
    Quantity,
    UnitPrice: requiredNumber(body, 'UnitPrice'),
  };
  store.kitItems.set(item.Id, item);
  store.creates.created('kit-item', `${parent.Id}/${part.Id}`);
  activateIfPossible(store, parent);
  return json(item);
}

function list(store: Store, call: Call): KitItem[] {
  const [sku, parent] = [call.query.get('skuId'), call.query.get('parentSkuId')];
  if (sku === null && parent === null) refuse(400, 'The parameter skuId or parentSkuId is required.');
  return [...store.kitItems.values()].filter(
    (item) =>
      (sku === null || String(item.StockKeepingUnitId) === sku) &&
      (parent === null || String(item.StockKeepingUnitParent) === parent),
  );
}

function remove(store: Store, items: readonly KitItem[]): Reply {
  for (const { Id } of items) store.kitItems.delete(Id);
  return empty();
}
