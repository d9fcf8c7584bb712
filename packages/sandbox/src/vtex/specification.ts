// Catalog: specifications by name. Missing group, field and values are created; a SKU takes exactly one value.
import { flag, objectBody, pathId, requiredText } from '../http/fields';
import { json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { Specification } from '../store/entities';
import type { Store } from '../store/store';

type Owner = 'product' | 'sku';

export function specificationRoutes(store: Store): Route[] {
  const product = '/api/catalog/pvt/product/{productId}';
  const sku = '/api/catalog/pvt/stockkeepingunit/{skuId}';
  return [
    { request: `PUT ${product}/specificationvalue`, handler: (call) => set(store, 'product', call) },
    { request: `PUT ${sku}/specificationvalue`, handler: (call) => set(store, 'sku', call) },
    { request: `GET ${product}/specification`, handler: (call) => list(store, 'product', call) },
    { request: `GET ${sku}/specification`, handler: (call) => list(store, 'sku', call) },
  ];
}

function ownerId(store: Store, owner: Owner, call: Call): number {
  const id = pathId(owner === 'product' ? call.params.productId : call.params.skuId);
  if (owner === 'product' ? store.products.has(id) : store.skus.has(id)) return id;
  return refuse(404, owner === 'product' ? 'Product not found.' : 'SKU not found.');
}

function set(store: Store, owner: Owner, call: Call): Reply {
  const id = ownerId(store, owner, call);
  const body = objectBody(call.body);
  const field = requiredText(body, 'FieldName', 100);
  const group = requiredText(body, 'GroupName');
  flag(body, 'RootLevelSpecification');
  const values = Array.isArray(body.FieldValues) ? body.FieldValues.map(String) : [];
  if (values.length === 0) refuse(400, 'Field FieldValues is required');
  if (owner === 'sku' && values.length > 1) refuse(400, 'Field FieldValues of a SKU takes exactly one value');
  const fieldId = idOf(store, `field/${group}/${field}`);
  const written = values.map((value): Specification => {
    const FieldValueId = idOf(store, `value/${fieldId}/${value}`);
    const Id = idOf(store, `${owner}/${id}/${FieldValueId}`);
    return { Id, FieldId: fieldId, FieldValueId, FieldName: field, GroupName: group, Text: value };
  });
  const others = (store.specifications.get(`${owner}/${id}`) ?? []).filter(
    (value) => value.FieldId !== fieldId,
  );
  store.specifications.set(`${owner}/${id}`, [...others, ...written]);
  return json(written.map((value) => shown(owner, id, value)));
}

function list(store: Store, owner: Owner, call: Call): Reply {
  const id = ownerId(store, owner, call);
  return json((store.specifications.get(`${owner}/${id}`) ?? []).map((value) => shown(owner, id, value)));
}

function shown(owner: Owner, id: number, value: Specification): object {
  const { Id, FieldId, FieldValueId, Text } = value;
  return { Id, [owner === 'product' ? 'ProductId' : 'SkuId']: id, FieldId, FieldValueId, Text };
}

function idOf(store: Store, key: string): number {
  const known = store.specificationIds.get(key);
  if (known !== undefined) return known;
  const id = store.takeId('specification', null);
  store.specificationIds.set(key, id);
  return id;
}
