// Master Data's state: entities of documents, schemas and indices. Documents are kept by version, because search
// sees them later than a read by id does. Knows no HTTP and no query language.
import type { Store } from './store';

export type Fields = Record<string, unknown>;

/** What a document was from `at` on; null once it is deleted. */
interface Version {
  at: number;
  fields: Fields | null;
}

export interface Schema {
  body: Fields;
  /** Since when each field of `v-indexed` is asked to be searchable. */
  indexedSince: Record<string, number>;
}

export interface Index {
  name: string;
  multiple: boolean;
  /** One name, or several with commas between. */
  fields: string;
}

/** One kind of document, such as `CL`. Plain data, so that a store can be kept in a file. */
export interface Entity {
  name: string;
  documents: Map<string, Version[]>;
  schemas: Map<string, Schema>;
  indices: Map<string, Index>;
  /** Fields the key may neither read nor filter by. */
  privateFields: Set<string>;
}

/** An open scroll: what is left of its snapshot, and when it was asked last. */
export interface Scroll {
  entity: string;
  rest: Fields[];
  size: number;
  total: number;
  usedAt: number;
}

/** Two letters are an acronym of version 1; any other name is an entity of version 2. */
export const isFirstVersion = (entity: string): boolean => /^[A-Za-z]{2}$/.test(entity);

/** The entity, made when nobody used it yet. */
export function entityOf(store: Store, name: string): Entity {
  const known = store.entities.get(name);
  if (known) return known;
  const made: Entity = {
    name,
    documents: new Map(),
    schemas: new Map(),
    indices: new Map(),
    privateFields: new Set(),
  };
  // A client of version 1 is known by its e-mail: its alternate key.
  if (name === 'CL') made.indices.set('email', { name: 'email', multiple: false, fields: 'email' });
  store.entities.set(name, made);
  return made;
}

/** The document as a read by id sees it. */
export function documentNow(entity: Entity, id: string): Fields | undefined {
  return entity.documents.get(id)?.at(-1)?.fields ?? undefined;
}

/** Every document as it was at `time`, oldest first. */
export function documentsAt(entity: Entity, time: number): Fields[] {
  return [...entity.documents.values()].flatMap((versions) => {
    const seen = versions.findLast((version) => version.at <= time)?.fields;
    return seen ? [seen] : [];
  });
}

/** Writes a new version of a document; null deletes it. */
export function putDocument(entity: Entity, id: string, fields: Fields | null, at: number): void {
  const versions = entity.documents.get(id);
  if (versions) versions.push({ at, fields });
  else entity.documents.set(id, [{ at, fields }]);
}

/** The document that holds the same values in the fields of a unique index, read strongly. */
export function holderOf(entity: Entity, fields: Fields, except?: string): string | undefined {
  for (const index of entity.indices.values()) {
    const names = index.fields.split(',').map((name) => name.trim());
    if (index.multiple || names.some((name) => fields[name] === undefined || fields[name] === null)) continue;
    for (const [id, versions] of entity.documents) {
      const held = versions.at(-1)?.fields;
      if (held && id !== except && names.every((name) => sameKey(held[name], fields[name]))) return id;
    }
  }
  return undefined;
}

const sameKey = (a: unknown, b: unknown): boolean => String(a).toLowerCase() === String(b).toLowerCase();

/** Ids in order, so that a test knows them. */
export function nextGuid(store: Store): string {
  const last = (store.lastGuid.get('guid') ?? 0) + 1;
  store.lastGuid.set('guid', last);
  return `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
}
