// Master Data: documents by id, with creates, partial updates and alternate keys. A read here sees every write.
import { objectBody } from '../http/fields';
import { empty, json, type Call, type Reply, type Route } from '../http/wire';
import {
  documentNow,
  entityOf,
  holderOf,
  isFirstVersion,
  nextGuid,
  putDocument,
  type Entity,
  type Fields,
} from '../store/master-data';
import type { Store } from '../store/store';
import { faultsOf, refuseDocument, schemaOf } from './document-schema';

export interface DocumentSettings {
  account: string;
  clock: () => number;
  /** How much later than a read by id search and scroll see a write. */
  searchDelayMs: number;
}

const documents = '/api/dataentities/{entity}/documents';
const one = `${documents}/{id}`;

export function documentRoutes(store: Store, settings: DocumentSettings): Route[] {
  const desk = { store, ...settings };
  return [
    { request: `POST ${documents}`, handler: (call) => create(desk, call) },
    { request: `PATCH ${documents}`, handler: (call) => partial(desk, call) },
    { request: `GET ${one}`, handler: (call) => read(desk, call) },
    { request: `PUT ${one}`, handler: (call) => replace(desk, call) },
    { request: `PATCH ${one}`, handler: (call) => update(desk, call) },
    { request: `DELETE ${one}`, handler: (call) => remove(desk, call) },
  ];
}

type Desk = DocumentSettings & { store: Store };

/** A document may be asked for with its entity before its id: `CL-{guid}`. */
function idOf(call: Call): string {
  const { entity = '', id = '' } = call.params;
  return id.startsWith(`${entity}-`) ? id.slice(entity.length + 1) : id;
}

function create(desk: Desk, call: Call): Reply {
  const entity = entityOf(desk.store, call.params['entity'] ?? '');
  const body = checked(entity, call);
  const id = typeof body['id'] === 'string' ? body['id'] : nextGuid(desk.store);
  refuseDouble(desk, entity, body, id);
  insert(desk, entity, id, body);
  return json(created(desk, entity, id), 201);
}

function refuseDouble(desk: Desk, entity: Entity, body: Fields, id: string): void {
  if (holderOf(entity, body, id) === undefined) return;
  desk.store.creates.refused('document', keyOf(entity, body));
  refuseDocument(400, 'duplicated entry');
}

function insert(desk: Desk, entity: Entity, id: string, body: Fields): void {
  const now = new Date(desk.clock()).toISOString();
  const system = {
    id,
    accountId: '00000000-0000-4000-8000-000000000000',
    accountName: desk.account,
    dataEntityId: entity.name,
  };
  putDocument(entity, id, { ...body, ...system, createdIn: now, updatedIn: null }, desk.clock());
  desk.store.creates.created('document', keyOf(entity, body));
}

/** What tells a document from others, for the count of creates. */
function keyOf(entity: Entity, body: Fields): string {
  const unique = [...entity.indices.values()].filter(({ multiple }) => !multiple);
  const names = unique.flatMap(({ fields }) => fields.split(',').map((name) => name.trim()));
  const values = names.map((name) => body[name]).filter((value) => value !== undefined);
  return `${entity.name} ${values.length > 0 ? values.join(' ') : JSON.stringify(body)}`;
}

/** Version 1 answers in lower case, clients and addresses without the bare id: as the published samples do. */
function created({ account }: Desk, { name }: Entity, id: string): object {
  const href = `http://${account}.vtexcommercestable.com.br/api/dataentities/${name}/documents/${id}`;
  if (name === 'CL' || name === 'AD') return { Id: `${name}-${id}`, Href: href };
  if (isFirstVersion(name)) return { id: `${name}-${id}`, href, documentId: id };
  return { Id: `${name}-${id}`, Href: href, DocumentId: id };
}

function partial(desk: Desk, call: Call): Reply {
  const entity = entityOf(desk.store, call.params['entity'] ?? '');
  const body = checked(entity, call);
  const id = typeof body['id'] === 'string' ? body['id'] : holderOf(entity, body);
  const held = id === undefined ? undefined : documentNow(entity, id);
  if (id === undefined || !held) {
    const made = id ?? nextGuid(desk.store);
    insert(desk, entity, made, body);
    return json(created(desk, entity, made), isFirstVersion(entity.name) ? 201 : 200);
  }
  const isSame = Object.entries(body).every(([name, value]) => same(held[name], value));
  if (isSame && isFirstVersion(entity.name)) return empty(304);
  if (!isSame) write(desk, entity, id, { ...held, ...body });
  return json(created(desk, entity, id), isFirstVersion(entity.name) ? 201 : 200);
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function write(desk: Desk, entity: Entity, id: string, fields: Fields): void {
  if (holderOf(entity, fields, id) !== undefined) refuseDocument(400, 'duplicated entry');
  const updatedIn = new Date(desk.clock()).toISOString();
  putDocument(entity, id, { ...fields, id, updatedIn }, desk.clock());
}

function replace(desk: Desk, call: Call): Reply {
  const entity = entityOf(desk.store, call.params['entity'] ?? '');
  const body = checked(entity, call);
  const id = idOf(call);
  const held = documentNow(entity, id);
  if (held) {
    const { accountId, accountName, dataEntityId, createdIn } = held;
    write(desk, entity, id, { ...body, accountId, accountName, dataEntityId, createdIn });
  } else {
    refuseDouble(desk, entity, body, id);
    insert(desk, entity, id, body);
  }
  return empty(204);
}

function update(desk: Desk, call: Call): Reply {
  const entity = entityOf(desk.store, call.params['entity'] ?? '');
  const body = checked(entity, call);
  const held = documentNow(entity, idOf(call)) ?? refuseDocument(404, 'Document not found');
  write(desk, entity, idOf(call), { ...held, ...body });
  return empty(204);
}

function remove(desk: Desk, call: Call): Reply {
  const entity = entityOf(desk.store, call.params['entity'] ?? '');
  if (!documentNow(entity, idOf(call))) refuseDocument(404, 'Document not found');
  putDocument(entity, idOf(call), null, desk.clock());
  return empty(204);
}

function read(desk: Desk, call: Call): Reply {
  const entity = entityOf(desk.store, call.params['entity'] ?? '');
  const held = documentNow(entity, idOf(call)) ?? refuseDocument(404, 'Document not found');
  return json(shown(entity, held, call.query.get('_fields')));
}

const always = ['id', 'accountId', 'accountName', 'dataEntityId'];

/** The fields that were asked for; those of the system alone when none were. */
export function shown(entity: Entity, document: Fields, asked: string | null): Fields {
  const names = asked?.split(',').map((name) => name.trim()) ?? [];
  const all = names.includes('_all');
  if (entity.privateFields.size > 0 && (all || names.some((name) => entity.privateFields.has(name)))) {
    refuseDocument(403, 'Cannot read private fields');
  }
  if (all) return document;
  return Object.fromEntries([...always, ...names].map((name) => [name, document[name] ?? null]));
}

function checked(entity: Entity, call: Call): Fields {
  const body = objectBody(call.body);
  const schema = schemaOf(entity, call.query.get('_schema'));
  for (const fault of schema ? faultsOf(schema.body, body) : []) refuseDocument(400, fault);
  return body;
}
