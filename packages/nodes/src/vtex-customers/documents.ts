// Documents of Master Data as its boxes need them: found by a key, compared, written only where they differ.
// Search sees a write seconds later than a read by id, so what was just made is remembered here.
import {
  isJsonObject,
  RemoteError,
  UserError,
  type Json,
  type JsonObject,
  type NodeContext,
} from '@eclusa/flow';
import { newId } from '../vtex/coerce';
import { differs } from '../vtex/entity';
import type { Values } from '../vtex/mapping';
import { asObject, hasStatus } from '../vtex/remote';
import type { Store } from '../vtex/store';
import { listOf } from '../vtex/vtex-list';

export const manyDocuments = '/api/dataentities/{dataEntityName}/documents';
export const oneDocument = `${manyDocuments}/{id}`;
export const searchDocuments = 'GET /api/dataentities/{dataEntityName}/search';

/** Where documents are: one entity of one store, and the schema that version 2 asks for. */
export interface Place {
  store: Store;
  entity: string;
  schema?: string;
}

export const entityParams = ({ entity }: Pick<Place, 'entity'>) => ({ dataEntityName: entity });
export const schemaQuery = ({ schema }: Pick<Place, 'schema'>) => (schema ? { _schema: schema } : {});

/** The id without the entity that VTEX writes before it: `CL-{guid}` is `{guid}`. */
export function bareId(id: string, entity: string): string {
  return id.startsWith(`${entity}-`) ? id.slice(entity.length + 1) : id;
}

/** The id in the answer to a create, whose letters differ by version; `(new)` in a dry run. */
export function idOfCreated(answer: Json, { store, entity }: Place, request: string): string {
  if (store.dryRun) return newId;
  const body = asObject(answer) ?? {};
  const id = body['DocumentId'] ?? body['documentId'] ?? body['Id'] ?? body['id'];
  if (typeof id !== 'string' || id === '')
    throw new UserError('vtex.answer-without-id', { values: { request } });
  return bareId(id, entity);
}

/** Version 2, which is any name but two letters, filters and names fields only with a schema. Throws without one. */
export function checkSchema({ entity, schema }: Pick<Place, 'entity' | 'schema'>): void {
  if (!/^[A-Za-z]{2}$/.test(entity) && !schema)
    throw new UserError('vtex.document-schema-missing', { values: { entity } });
}

/**
 * The id of the one document that holds these values, by search; null when search shows none. Throws UserError when
 * several do, or when a value would be a pattern.
 */
export async function findByKey(place: Place, keys: Record<string, string>): Promise<string | null> {
  checkSchema(place);
  const shown = Object.entries(keys).map(([name, value]) => `${name}=${value}`);
  if (Object.values(keys).some((value) => value.includes('*')))
    throw new UserError('vtex.document-key-wildcard', { values: { key: shown.join(', ') } });
  const { body } = await place.store.ask(searchDocuments, {
    params: entityParams(place),
    query: { ...keys, _fields: ['id', ...Object.keys(keys)].join(','), ...schemaQuery(place) },
    headers: { 'REST-Range': 'resources=0-10' },
  });
  const found = listOf(body as Json, searchDocuments).filter(isJsonObject);
  // The index may match by words; only the same text is the same document.
  const same = found.filter((one) => Object.entries(keys).every(([name, value]) => isText(one[name], value)));
  const [first, second] = same;
  if (second)
    throw new UserError('vtex.document-ambiguous', {
      values: { entity: place.entity, key: shown.join(', '), count: same.length },
    });
  return typeof first?.['id'] === 'string' ? first['id'] : null;
}

const isText = (held: Json | undefined, wanted: string): boolean =>
  String(held ?? '')
    .trim()
    .toLowerCase() === wanted.trim().toLowerCase();

/**
 * Asks `find` again, with the waits of the run's policy, until it finds or the policy ends: what an unanswered create
 * made may not be searchable yet.
 */
export async function patiently<T>(
  { retry }: Pick<NodeContext, 'retry'>,
  find: () => Promise<T | null>,
): Promise<T | null> {
  const unseen = 'vtex.document-not-searchable-yet';
  try {
    return await retry(async () => {
      const found = await find();
      if (found === null) throw new RemoteError(unseen, { retryable: true });
      return found;
    });
  } catch (error) {
    if (error instanceof RemoteError && error.code === unseen) return null;
    throw error;
  }
}

/** Ids of documents that were made a moment ago, by key; only the last ones. */
export class JustMade {
  private readonly ids = new Map<string, string>();

  get(key: string): string | undefined {
    return this.ids.get(key);
  }

  add(key: string, id: string): void {
    if (this.ids.size >= 5000) this.ids.delete(this.ids.keys().next().value as string);
    this.ids.set(key, id);
  }
}

/** Writes what differs of the document; null when there is no such document. */
export async function updateDocument(
  place: Place,
  id: string,
  values: Values,
  request = `PATCH ${oneDocument}`,
): Promise<'updated' | 'unchanged' | null> {
  const held = await readFields(place, id, Object.keys(values));
  if (held === null) return null;
  const changed = Object.entries(values).filter(([name, value]) => differs(held, { [name]: value }));
  if (changed.length === 0) return 'unchanged';
  const params = { ...entityParams(place), id, addressId: id };
  await place.store.send(request, { params, query: schemaQuery(place), body: Object.fromEntries(changed) });
  return 'updated';
}

// A key may be allowed to write fields that it may not read: those are written without a comparison.
async function readFields(place: Place, id: string, names: string[]): Promise<JsonObject | null> {
  const query = { _fields: ['id', ...names].join(','), ...schemaQuery(place) };
  try {
    return await place.store.find(`GET ${oneDocument}`, { params: { ...entityParams(place), id }, query });
  } catch (error) {
    if (hasStatus(error, 403)) return {};
    throw error;
  }
}

export interface Wanted {
  /** The values that tell it from others. */
  keys: Record<string, string>;
  values: Values;
  /** What becomes of one that is there. */
  existing: 'update' | 'keep';
  create?: string;
  update?: string;
}

export interface EnsureTools {
  made: JustMade;
  /** The id that an earlier attempt is known to have made, or how to look for one. */
  find(): Promise<string | null>;
}

/** Creates the document unless one with the same keys is there. Rows with the same keys take turns. */
export async function ensureDocument(
  place: Place,
  { keys, values, existing, create = `POST ${manyDocuments}`, update }: Wanted,
  { made, find }: EnsureTools,
): Promise<{ id: string; change: string }> {
  const key = JSON.stringify([place.entity, ...Object.values(keys)]).toLowerCase();
  return place.store.lock(`document:${key}`, async () => {
    const id = made.get(key) ?? (await find());
    if (id !== null) {
      const change = existing === 'keep' ? 'unchanged' : await updateDocument(place, id, values, update);
      // Search may still show a document that is gone.
      if (change !== null) return { id, change };
    }
    const request = { params: entityParams(place), query: schemaQuery(place), body: values };
    const fresh = idOfCreated(await place.store.send(create, request), place, create);
    if (!place.store.dryRun) made.add(key, fresh);
    return { id: fresh, change: 'created' };
  });
}
