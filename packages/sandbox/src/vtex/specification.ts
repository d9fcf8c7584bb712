// Catalog: specifications of products and SKUs, set by name. Missing group, field and values are created; a SKU takes
// exactly one value.
import { flag, objectBody, pathId, requiredText } from '../http/fields';
import { json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { Specification, SpecificationField } from '../store/entities';
import type { Store } from '../store/store';
import { addField, addGroup, addValue, fieldsFor, valuesOf } from './specification-tree';

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

interface Named {
  owner: Owner;
  category: number;
  group: string;
  field: string;
  rootLevel: boolean;
}

function set(store: Store, owner: Owner, call: Call): Reply {
  const id = ownerId(store, owner, call);
  const body = objectBody(call.body);
  const product = store.products.get(owner === 'product' ? id : (store.skus.get(id)?.ProductId ?? 0));
  const named: Named = {
    owner,
    category: product?.CategoryId ?? 0,
    field: requiredText(body, 'FieldName', 100),
    group: requiredText(body, 'GroupName'),
    rootLevel: flag(body, 'RootLevelSpecification'),
  };
  const values = Array.isArray(body.FieldValues) ? body.FieldValues.map(String) : [];
  if (values.length === 0) refuse(400, 'Field FieldValues is required');
  if (owner === 'sku' && values.length > 1) refuse(400, 'Field FieldValues of a SKU takes exactly one value');
  const { Id: FieldId, Name: FieldName } = ensureField(store, named);
  const written = values.map((value): Specification => {
    const FieldValueId = ensureValue(store, FieldId, value);
    const Id = idOf(store, `${owner}/${id}/${FieldValueId}`);
    return { Id, FieldId, FieldValueId, FieldName, GroupName: named.group, Text: value };
  });
  const others = (store.specifications.get(`${owner}/${id}`) ?? []).filter(
    (value) => value.FieldId !== FieldId,
  );
  store.specifications.set(`${owner}/${id}`, [...others, ...written]);
  return json(written.map((value) => shown(owner, id, value)));
}

/** The field of this name and group that the category has or inherits. */
function ensureField(store: Store, named: Named): SpecificationField {
  const isSku = named.owner === 'sku';
  const found = fieldsFor(store, named.category).find(
    (field) =>
      same(field.Name, named.field) &&
      field.IsStockKeepingUnit === isSku &&
      same(store.specificationGroups.get(field.FieldGroupId)?.Name ?? '', named.group),
  );
  if (found) return found;
  const category = named.rootLevel ? null : named.category;
  const group =
    [...store.specificationGroups.values()].find(
      (one) => one.CategoryId === category && same(one.Name, named.group),
    ) ?? addGroup(store, category, named.group);
  const flags = { IsActive: true, IsStockKeepingUnit: isSku, IsOnProductDetails: true };
  return addField(store, group, { Name: named.field, FieldTypeId: 5, CategoryId: category, ...flags });
}

function ensureValue(store: Store, fieldId: number, name: string): number {
  const found = valuesOf(store, fieldId).find((value) => same(value.Name, name));
  return (found ?? addValue(store, fieldId, { Name: name, IsActive: true })).FieldValueId;
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
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
