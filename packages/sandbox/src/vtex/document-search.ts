// Master Data: search by REST-Range and scroll by token, over what the index has seen so far.
import { json, type Call, type Reply, type Route } from '../http/wire';
import {
  documentsAt,
  entityOf,
  isFirstVersion,
  nextGuid,
  type Entity,
  type Fields,
  type Scroll,
} from '../store/master-data';
import type { Store } from '../store/store';
import { shown, type DocumentSettings } from './document';
import { faultsOf, refuseDocument, schemaOf } from './document-schema';
import { BadWhere, equals, orderOf, parseWhere, type Condition } from './where';

const mostOfPage = 100;
const mostOfSearch = 10_000;
const mostOfScroll = 1000;
const mostScrolls = 10;
const scrollLifeMs = 20 * 60 * 1000;

export function documentSearchRoutes(store: Store, settings: DocumentSettings): Route[] {
  return [
    {
      request: 'GET /api/dataentities/{entity}/search',
      handler: (call) => search(store, settings, call),
    },
    {
      request: 'GET /api/dataentities/{entity}/scroll',
      handler: (call) =>
        call.query.has('_token') ? next(store, settings, call) : open(store, settings, call),
    },
  ];
}

function search(store: Store, settings: DocumentSettings, call: Call): Reply {
  const entity = entityOf(store, call.params['entity'] ?? '');
  const { from, to } = rangeOf(call);
  const all = found(entity, settings, call);
  const page = all.slice(from, to).map((document) => shown(entity, document, call.query.get('_fields')));
  const range = `resources ${from}-${to}/${all.length}`;
  return { ...json(page), headers: { 'REST-Content-Range': range } };
}

/** `resources=0-10` are ten documents. That a page or a total too large is 400 is a choice: no source tells. */
function rangeOf(call: Call): { from: number; to: number } {
  const header = String(call.headers['rest-range'] ?? 'resources=0-10');
  const [, from, to] = /^resources=(\d+)-(\d+)$/.exec(header) ?? refuseDocument(400, 'Invalid REST-Range');
  const range = { from: Number(from), to: Number(to) };
  if (range.to <= range.from || range.to - range.from > mostOfPage)
    refuseDocument(400, `The range may have 1 to ${mostOfPage} documents`);
  if (range.to > mostOfSearch)
    refuseDocument(400, `Only the first ${mostOfSearch} documents can be searched`);
  return range;
}

function found(entity: Entity, settings: DocumentSettings, call: Call): Fields[] {
  const seenUntil = settings.clock() - settings.searchDelayMs;
  const { conditions, fields } = conditionsOf(call);
  for (const field of fields) {
    if (entity.privateFields.has(field)) refuseDocument(403, 'Cannot filter by private fields');
  }
  checkSchema(entity, call, fields, seenUntil);
  const schema = schemaOf(entity, call.query.get('_schema'));
  const documents = documentsAt(entity, seenUntil).filter(
    (document) =>
      conditions.every((test) => test(document)) && (!schema || faultsOf(schema.body, document).length === 0),
  );
  return sorted(documents, call.query.get('_sort'));
}

function conditionsOf(call: Call): { conditions: Condition[]; fields: Set<string> } {
  const conditions: Condition[] = [];
  const fields = new Set<string>();
  for (const [name, value] of call.query) {
    if (name.startsWith('_') || name === 'an') continue;
    conditions.push(equals(name, value));
    fields.add(name);
  }
  const where = call.query.get('_where');
  if (where !== null && where !== '') {
    try {
      const parsed = parseWhere(where);
      conditions.push(parsed.test);
      parsed.fields.forEach((field) => fields.add(field));
    } catch (error) {
      if (!(error instanceof BadWhere)) throw error;
      refuseDocument(400, `Invalid _where: ${error.message}`);
    }
  }
  const sort = call.query.get('_sort')?.split(' ')[0];
  if (sort) fields.add(sort);
  return { conditions, fields };
}

const system = ['id', 'accountId', 'accountName', 'dataEntityId', 'createdIn', 'updatedIn'];

/** Version 2 needs a schema to filter, sort or name fields by, and filters only by what the schema has indexed. */
function checkSchema(entity: Entity, call: Call, filtered: Set<string>, seenUntil: number): void {
  if (isFirstVersion(entity.name)) return;
  const schema = schemaOf(entity, call.query.get('_schema'));
  const asked = (call.query.get('_fields') ?? '').split(',').filter((name) => name !== '' && name !== '_all');
  const isUsed = filtered.size > 0 || asked.length > 0;
  if (!schema) return isUsed ? refuseDocument(400, 'The _schema parameter is required') : undefined;
  const properties = (schema.body['properties'] ?? {}) as Fields;
  for (const name of asked) {
    if (!system.includes(name) && !(name in properties))
      refuseDocument(400, `Field '${name}' not found in schema`);
  }
  for (const name of filtered) {
    const since = schema.indexedSince[name];
    const isIndexed = since !== undefined && since <= seenUntil;
    if (!system.includes(name) && !isIndexed) refuseDocument(400, `Field '${name}' not found in schema`);
  }
}

function sorted(documents: Fields[], sort: string | null): Fields[] {
  const [field, direction] = sort?.split(' ') ?? [];
  if (!field) return documents;
  const sign = direction?.toUpperCase() === 'DESC' ? -1 : 1;
  return [...documents].sort((a, b) => sign * orderOf(a[field] ?? '', String(b[field] ?? '')));
}

function open(store: Store, settings: DocumentSettings, call: Call): Reply {
  const entity = entityOf(store, call.params['entity'] ?? '');
  const size = Number(call.query.get('_size') ?? mostOfPage);
  if (!(size >= 1 && size <= mostOfScroll)) refuseDocument(400, `_size may be 1 to ${mostOfScroll}`);
  const now = settings.clock();
  for (const [token, scroll] of store.scrolls) {
    if (now - scroll.usedAt > scrollLifeMs) store.scrolls.delete(token);
  }
  if (store.scrolls.size >= mostScrolls)
    refuseDocument(400, `Maximum simultaneous scrolls rate exceeded (${mostScrolls})`);
  const all = found(entity, settings, call).map((document) =>
    shown(entity, document, call.query.get('_fields')),
  );
  const scroll: Scroll = { entity: entity.name, rest: all, size, total: all.length, usedAt: now };
  const token = nextGuid(store);
  store.scrolls.set(token, scroll);
  return page(store, token, scroll);
}

function next(store: Store, settings: DocumentSettings, call: Call): Reply {
  const token = call.query.get('_token') ?? '';
  const scroll = store.scrolls.get(token);
  const now = settings.clock();
  if (!scroll || scroll.entity !== call.params['entity'] || now - scroll.usedAt > scrollLifeMs) {
    store.scrolls.delete(token);
    return refuseDocument(400, `Operation not found for this token: '${token}'`);
  }
  scroll.usedAt = now;
  return page(store, token, scroll);
}

/** Every call moves on: asked again, the same token answers the documents that follow. An empty page ends it. */
function page(store: Store, token: string, scroll: Scroll): Reply {
  const documents = scroll.rest.splice(0, scroll.size);
  if (documents.length === 0) store.scrolls.delete(token);
  const headers = { 'X-VTEX-MD-TOKEN': token, 'REST-Content-Total': String(scroll.total) };
  return { ...json(documents), headers };
}
