// Master Data of version 2: schemas, whose `v-indexed` makes fields searchable after a while, and indices.
import { objectBody, requiredText } from '../http/fields';
import { empty, json, Refusal, type Call, type Reply, type Route } from '../http/wire';
import { entityOf, type Entity, type Fields, type Index, type Schema } from '../store/master-data';
import type { Store } from '../store/store';

const schemas = '/api/dataentities/{entity}/schemas';
const indices = '/api/dataentities/{entity}/indices';
const mostSchemas = 60;

export function documentSchemaRoutes(store: Store, clock: () => number): Route[] {
  const entity = (call: Call) => entityOf(store, call.params['entity'] ?? '');
  return [
    { request: `GET ${schemas}`, handler: (call) => json(list(entity(call))) },
    { request: `GET ${schemas}/{schema}`, handler: (call) => json(one(entity(call), call).body) },
    { request: `PUT ${schemas}/{schema}`, handler: (call) => save(entity(call), call, clock()) },
    { request: `DELETE ${schemas}/{schema}`, handler: (call) => remove(entity(call), call) },
    {
      request: `GET ${indices}`,
      handler: (call) => json([...entity(call).indices.values()].map((index) => shown(entity(call), index))),
    },
    {
      request: `GET ${indices}/{index}`,
      handler: (call) => json(shown(entity(call), oneIndex(entity(call), call))),
    },
    { request: `PUT ${indices}`, handler: (call) => saveIndex(entity(call), call) },
    {
      request: `DELETE ${indices}/{index}`,
      handler(call) {
        entity(call).indices.delete(oneIndex(entity(call), call).name);
        return empty(204);
      },
    },
  ];
}

/** Stops the handler with Master Data's `{"Message": …}`. */
export function refuseDocument(status: number, Message: string): never {
  throw new Refusal(json({ Message }, status));
}

/** The schema a request names, undefined when it names none. */
export function schemaOf(entity: Entity, name: string | null): Schema | undefined {
  if (name === null || name === '') return undefined;
  return entity.schemas.get(name) ?? refuseDocument(404, `Schema '${name}' not found`);
}

function list(entity: Entity): object[] {
  return [...entity.schemas].map(([name, { body }]) => ({ name, schema: body }));
}

function one(entity: Entity, call: Call): Schema {
  return entity.schemas.get(call.params['schema'] ?? '') ?? refuseDocument(404, 'Schema not found');
}

function save(entity: Entity, call: Call, now: number): Reply {
  const body = objectBody(call.body);
  if (typeof body['properties'] !== 'object') refuseDocument(400, "Field 'properties' is required");
  const name = call.params['schema'] ?? '';
  const before = entity.schemas.get(name);
  if (!before && entity.schemas.size >= mostSchemas)
    refuseDocument(400, `Maximum of ${mostSchemas} schemas exceeded`);
  const asked = Array.isArray(body['v-indexed']) ? (body['v-indexed'] as string[]) : [];
  const indexedSince = Object.fromEntries(
    asked.map((field) => [field, before?.indexedSince[field] ?? now] as const),
  );
  entity.schemas.set(name, { body, indexedSince });
  return json({
    Message: 'JSON Schema persisted successfully. Revalidation and indexing process running in background.',
  });
}

function remove(entity: Entity, call: Call): Reply {
  one(entity, call);
  entity.schemas.delete(call.params['schema'] ?? '');
  return empty(204);
}

function oneIndex(entity: Entity, call: Call): Index {
  return entity.indices.get(call.params['index'] ?? '') ?? refuseDocument(404, 'Index not found');
}

function saveIndex(entity: Entity, call: Call): Reply {
  const body = objectBody(call.body);
  if (typeof body['multiple'] !== 'boolean') refuseDocument(400, "Field 'multiple' is required");
  const index = {
    name: requiredText(body, 'name'),
    multiple: body['multiple'] === true,
    fields: requiredText(body, 'fields'),
  };
  entity.indices.set(index.name, index);
  return empty();
}

const shown = (entity: Entity, index: Index): object => ({
  name: index.name,
  acronym: entity.name,
  isGlobal: false,
  multiple: index.multiple,
  fields: index.fields,
});

/** What keeps a document from complying with a schema: types and required members only. */
export function faultsOf(schema: Fields, document: Fields): string[] {
  const properties = (schema['properties'] ?? {}) as Record<string, { type?: string }>;
  const required = (schema['required'] ?? []) as string[];
  const missing = required.filter((name) => document[name] === undefined || document[name] === null);
  const wrong = Object.entries(properties).filter(([name, { type }]) => {
    const value = document[name];
    return value !== undefined && value !== null && type !== undefined && !isOf(type, value);
  });
  return [
    ...missing.map((name) => `Field '${name}' is required`),
    ...wrong.map(([name]) => `Invalid type for '${name}'`),
  ];
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && !Array.isArray(value);
  return typeof value === type;
}
