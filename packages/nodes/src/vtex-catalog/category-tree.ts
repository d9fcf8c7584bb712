// The store's categories by parent and name, read once and kept while a run lasts. It never deletes: VTEX cannot.
import type { Json } from '@eclusa/flow';
import type { EntityId } from '../vtex/entity';
import { asObject } from '../vtex/remote';
import { SharedRead } from '../vtex/shared-read';
import type { Store } from '../vtex/store';

interface Entry {
  id: EntityId;
  name: string;
}

export interface Level {
  name: string;
  id?: EntityId;
}

/** Deep enough for any store: VTEX shows three levels, its catalogue keeps more. */
const levels = 20;

/** Two spellings that a person would call one name. Accents count: "Pá" and "Pa" are different words. */
export function sameName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

export class CategoryTree {
  private readonly children = new SharedRead(load);
  /** Made in this run: VTEX's public tree may show them late. */
  private readonly made = new Map<string, Entry>();

  /** The ids along a path of names, as far as it exists. */
  async walk(names: readonly string[], store: Store): Promise<Level[]> {
    const known = await this.children.get(store);
    let parent: EntityId | undefined = 0;
    return names.map((name) => {
      const key: string | undefined = parent === undefined ? undefined : place(parent, name);
      const found: Entry | undefined = key === undefined ? undefined : (known.get(key) ?? this.made.get(key));
      parent = found?.id;
      return { name, ...(found && { id: found.id }) };
    });
  }

  /** Remembers a category made by this run. */
  add(parent: EntityId, name: string, id: EntityId): void {
    this.made.set(place(parent, name), { id, name });
  }

  /** Forgets what was read, so that the next walk asks VTEX. */
  forget(): void {
    this.children.forget();
  }
}

function place(parent: EntityId, name: string): string {
  return `${parent}/${sameName(name)}`;
}

async function load(store: Store): Promise<Map<string, Entry>> {
  const tree = await store.send('GET /api/catalog_system/pub/category/tree/{categoryLevels}', {
    params: { categoryLevels: levels },
  });
  const byPlace = new Map<string, Entry>();
  collect(tree, 0, byPlace);
  return byPlace;
}

function collect(nodes: Json, parent: EntityId, byPlace: Map<string, Entry>): void {
  if (!Array.isArray(nodes)) return;
  for (const node of nodes) {
    const { id, name, children } = asObject(node) ?? {};
    if (typeof id !== 'number' || typeof name !== 'string') continue;
    const key = place(parent, name);
    // Names are not unique in VTEX: of two equal ones the first stays the one that is used.
    if (!byPlace.has(key)) byPlace.set(key, { id, name });
    collect(children ?? null, id, byPlace);
  }
}
