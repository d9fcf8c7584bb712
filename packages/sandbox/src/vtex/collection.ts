// Catalog: collections, their groups (subcollections) and the SKUs in them. Adding one that is there changes nothing.
import { flag, objectBody, optionalText, pathId, requiredId, requiredText } from '../http/fields';
import { empty, json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { Collection, Subcollection } from '../store/entities';
import type { Store } from '../store/store';
import { skuNotFound } from './sku';

export function collectionRoutes(store: Store): Route[] {
  const base = '/api/catalog/pvt/collection';
  const group = '/api/catalog/pvt/subcollection';
  return [
    { request: `POST ${base}`, handler: (call) => create(store, call) },
    { request: `GET ${base}/{collectionId}`, handler: (call) => json(shown(store, find(store, call))) },
    { request: `GET ${base}/{collectionId}/products`, handler: (call) => products(store, call) },
    {
      request: `GET ${base}/{collectionId}/subcollection`,
      handler: (call) => json(groupsOf(store, find(store, call).Id).map(groupShown)),
    },
    { request: `POST ${group}`, handler: (call) => createGroup(store, call) },
    {
      request: `GET ${group}/{subCollectionId}`,
      handler: (call) => json(groupShown(findGroup(store, call))),
    },
    { request: `POST ${group}/{subCollectionId}/stockkeepingunit`, handler: (call) => add(store, call) },
    {
      request: `DELETE ${group}/{subCollectionId}/stockkeepingunit/{skuId}`,
      handler: (call) => remove(store, call),
    },
  ];
}

function find(store: Store, call: Call): Collection {
  return store.collections.get(pathId(call.params.collectionId)) ?? refuse(404, 'Collection not found.');
}

function findGroup(store: Store, call: Call): Subcollection {
  const id = pathId(call.params.subCollectionId);
  return store.subcollections.get(id) ?? refuse(404, 'SubCollection not found.');
}

function create(store: Store, call: Call): Reply {
  const body = objectBody(call.body);
  const collection: Collection = {
    Id: store.takeId('collection', null),
    Name: requiredText(body, 'Name'),
    Description: optionalText(body, 'Description'),
    Searchable: flag(body, 'Searchable'),
    Highlight: flag(body, 'Highlight'),
    DateFrom: requiredText(body, 'DateFrom'),
    DateTo: requiredText(body, 'DateTo'),
    Type: 'Manual',
  };
  store.collections.set(collection.Id, collection);
  return json(shown(store, collection));
}

function shown(store: Store, collection: Collection): object {
  const skus = groupsOf(store, collection.Id).flatMap((group) => group.skus);
  const productIds = new Set(skus.map((id) => store.skus.get(id)?.ProductId));
  return { ...collection, TotalProducts: productIds.size };
}

function groupsOf(store: Store, collection: number): Subcollection[] {
  return [...store.subcollections.values()].filter(({ CollectionId }) => CollectionId === collection);
}

function createGroup(store: Store, call: Call): Reply {
  const body = objectBody(call.body);
  const collection = requiredId(body, 'CollectionId');
  if (!store.collections.has(collection)) refuse(404, 'Collection not found.');
  const type = requiredText(body, 'Type');
  if (!['Inclusive', 'Exclusive'].includes(type)) refuse(400, 'Field Type is invalid');
  const group: Subcollection = {
    Id: store.takeId('subcollection', null),
    CollectionId: collection,
    Name: requiredText(body, 'Name'),
    Type: type,
    PreSale: flag(body, 'PreSale'),
    Release: flag(body, 'Release'),
    skus: [],
  };
  store.subcollections.set(group.Id, group);
  return json(groupShown(group));
}

function groupShown({ skus: _inside, ...group }: Subcollection): object {
  return group;
}

function add(store: Store, call: Call): Reply {
  const group = findGroup(store, call);
  const sku = requiredId(objectBody(call.body), 'SkuId');
  if (!store.skus.has(sku)) refuse(404, skuNotFound);
  if (!group.skus.includes(sku)) group.skus.push(sku);
  return json({ SubCollectionId: group.Id, SkuId: sku });
}

function remove(store: Store, call: Call): Reply {
  const group = findGroup(store, call);
  group.skus = group.skus.filter((id) => String(id) !== call.params.skuId);
  return empty();
}

function products(store: Store, call: Call): Reply {
  const Page = pathId(call.query.get('page') ?? undefined) || 1;
  const Size = pathId(call.query.get('pageSize') ?? undefined) || 20;
  const all = groupsOf(store, find(store, call).Id).flatMap((group) =>
    group.skus.map((skuId, index) => {
      const product = store.products.get(store.skus.get(skuId)?.ProductId ?? 0);
      return {
        ProductId: product?.Id ?? 0,
        SkuId: skuId,
        SubCollectionId: group.Id,
        Position: index + 1,
        ProductName: product?.Name ?? '',
        SkuImageUrl: store.filesOfSku.get(skuId)?.[0]?.Url ?? '',
      };
    }),
  );
  const Data = all.slice((Page - 1) * Size, Page * Size);
  return json({ Page, Size, TotalRows: all.length, TotalPage: Math.ceil(all.length / Size), Data });
}
