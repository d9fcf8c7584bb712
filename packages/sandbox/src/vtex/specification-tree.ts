// Catalog: groups, fields and values of specifications. They hang on a category, or on level zero, and are inherited.
// Names are not unique: a repeated create makes a second one.
import {
  flag,
  objectBody,
  optionalId,
  optionalText,
  pathId,
  requiredId,
  requiredText,
  type JsonObject,
} from '../http/fields';
import { json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { SpecificationField, SpecificationGroup, SpecificationValue } from '../store/entities';
import type { Store } from '../store/store';

const legacy = '/api/catalog_system';

export function specificationTreeRoutes(store: Store): Route[] {
  const lists = `${legacy}/pub/specification/field`;
  return [
    { request: 'POST /api/catalog/pvt/specificationgroup', handler: (call) => createGroup(store, call) },
    {
      request: `GET ${legacy}/pvt/specification/groupbycategory/{categoryId}`,
      handler: (call) => json(groupsOf(store, categoryOf(store, call))),
    },
    {
      request: `GET ${legacy}/pub/specification/groupGet/{groupId}`,
      handler: (call) => json(findGroup(store, pathId(call.params.groupId))),
    },
    { request: 'POST /api/catalog/pvt/specification', handler: (call) => createField(store, call) },
    {
      request: 'GET /api/catalog/pvt/specification/{specificationId}',
      handler: (call) => json(findField(store, pathId(call.params.specificationId))),
    },
    {
      request: `GET ${legacy}/pub/specification/fieldGet/{fieldId}`,
      handler: (call) => json(legacyField(store, findField(store, pathId(call.params.fieldId)))),
    },
    {
      request: `GET ${lists}/listByCategoryId/{categoryId}`,
      handler: (call) => listFields(store, call, false),
    },
    {
      request: `GET ${lists}/listTreeByCategoryId/{categoryId}`,
      handler: (call) => listFields(store, call, true),
    },
    { request: 'POST /api/catalog/pvt/specificationvalue', handler: (call) => createValue(store, call) },
    {
      request: `GET ${legacy}/pub/specification/fieldvalue/{fieldId}`,
      handler: (call) => json(listValues(store, findField(store, pathId(call.params.fieldId)).Id)),
    },
  ];
}

function categoryOf(store: Store, call: Call): number {
  const id = pathId(call.params.categoryId);
  return store.categories.has(id) ? id : refuse(404, 'Category not found.');
}

function findGroup(store: Store, id: number): SpecificationGroup {
  return store.specificationGroups.get(id) ?? refuse(404, 'Group not found.');
}

function findField(store: Store, id: number): SpecificationField {
  return store.specificationFields.get(id) ?? refuse(404, 'Field not found.');
}

function groupsOf(store: Store, category: number): SpecificationGroup[] {
  return [...store.specificationGroups.values()].filter(({ CategoryId }) => CategoryId === category);
}

function createGroup(store: Store, call: Call): Reply {
  const body = objectBody(call.body);
  const category = requiredId(body, 'CategoryId');
  if (!store.categories.has(category)) refuse(400, `Category ${category} not found.`);
  return json(addGroup(store, category, requiredText(body, 'Name', 100)));
}

/** A new group below a category, or on level zero. */
export function addGroup(store: Store, category: number | null, name: string): SpecificationGroup {
  const Id = store.takeId('group', null);
  const group = { Id, CategoryId: category, Name: name, Position: store.specificationGroups.size + 1 };
  store.specificationGroups.set(Id, group);
  store.creates.created('specification-group', `${category ?? 0}/${name}`);
  return group;
}

const types: Readonly<Record<number, string>> = {
  1: 'Texto',
  2: 'Texto Grande',
  4: 'Número',
  5: 'Combo',
  6: 'Radio',
  7: 'CheckBox',
  8: 'Texto Indexado',
  9: 'Texto Grande Indexado',
};

function createField(store: Store, call: Call): Reply {
  const body = objectBody(call.body);
  const group = store.specificationGroups.get(requiredId(body, 'FieldGroupId'));
  if (!group) return refuse(400, `Group ${String(body.FieldGroupId)} not found.`);
  if (!types[requiredId(body, 'FieldTypeId')]) refuse(400, 'Field FieldTypeId is invalid');
  const category = optionalId(body, 'CategoryId');
  if (category !== null && !store.categories.has(category)) refuse(400, `Category ${category} not found.`);
  requiredText(body, 'Name', 100);
  return json(addField(store, group, { ...body, CategoryId: category ?? group.CategoryId }));
}

/** A new field of a group; members as the create takes them. */
export function addField(store: Store, group: SpecificationGroup, body: JsonObject): SpecificationField {
  const field: SpecificationField = {
    Id: store.takeId('field', null),
    FieldTypeId: requiredId(body, 'FieldTypeId'),
    CategoryId: optionalId(body, 'CategoryId'),
    FieldGroupId: group.Id,
    Name: requiredText(body, 'Name', 100),
    Description: optionalText(body, 'Description'),
    Position: optionalId(body, 'Position') ?? 1,
    IsFilter: flag(body, 'IsFilter'),
    IsRequired: flag(body, 'IsRequired'),
    IsOnProductDetails: flag(body, 'IsOnProductDetails'),
    IsStockKeepingUnit: flag(body, 'IsStockKeepingUnit'),
    IsWizard: flag(body, 'IsWizard'),
    IsActive: flag(body, 'IsActive'),
    IsTopMenuLinkActive: flag(body, 'IsTopMenuLinkActive'),
    IsSideMenuLinkActive: flag(body, 'IsSideMenuLinkActive'),
    DefaultValue: optionalText(body, 'DefaultValue'),
  };
  store.specificationFields.set(field.Id, field);
  store.creates.created('specification-field', `${group.Id}/${field.Name}`);
  return field;
}

function legacyField(store: Store, field: SpecificationField): object {
  const { Id, ...rest } = field;
  return {
    ...rest,
    FieldId: Id,
    FieldTypeName: types[field.FieldTypeId],
    FieldValueId: null,
    FieldGroupName: store.specificationGroups.get(field.FieldGroupId)?.Name ?? '',
  };
}

/** Alone, or with those of the categories above and of level zero. */
function listFields(store: Store, call: Call, inherited: boolean): Reply {
  const category = categoryOf(store, call);
  const all = fieldsFor(store, category).filter(({ CategoryId }) => inherited || CategoryId === category);
  return json(
    all.map(({ Id, Name, CategoryId, IsActive, IsStockKeepingUnit }) => ({
      Name,
      CategoryId,
      FieldId: Id,
      IsActive,
      IsStockKeepingUnit,
    })),
  );
}

/** Every field that products of a category have. */
export function fieldsFor(store: Store, category: number): SpecificationField[] {
  const path = new Set<number | null>(store.categoryPath(category).map(({ Id }) => Id));
  path.add(null);
  return [...store.specificationFields.values()].filter(({ CategoryId }) => path.has(CategoryId));
}

function createValue(store: Store, call: Call): Reply {
  const body = objectBody(call.body);
  const fieldId = requiredId(body, 'FieldId');
  const field = store.specificationFields.get(fieldId);
  if (!field) return refuse(400, `Field ${fieldId} not found.`);
  if (![5, 6, 7].includes(field.FieldTypeId)) refuse(400, 'Only fields of the types 5, 6 and 7 have values.');
  return json(addValue(store, fieldId, body));
}

/** A new value of a field; members as the create takes them. */
export function addValue(store: Store, fieldId: number, body: JsonObject): SpecificationValue {
  const value: SpecificationValue = {
    FieldValueId: store.takeId('value', null),
    FieldId: fieldId,
    Name: requiredText(body, 'Name'),
    Text: optionalText(body, 'Text'),
    IsActive: flag(body, 'IsActive'),
    Position: optionalId(body, 'Position') ?? 1,
  };
  store.specificationValues.set(value.FieldValueId, value);
  store.creates.created('specification-value', `${fieldId}/${value.Name}`);
  return value;
}

/** The values of a field in order of creation. */
export function valuesOf(store: Store, fieldId: number): SpecificationValue[] {
  return [...store.specificationValues.values()].filter(({ FieldId }) => FieldId === fieldId);
}

function listValues(store: Store, fieldId: number): object[] {
  return valuesOf(store, fieldId).map(({ FieldValueId, Name, IsActive, Position }) => ({
    FieldValueId,
    Value: Name,
    IsActive,
    Position,
  }));
}
