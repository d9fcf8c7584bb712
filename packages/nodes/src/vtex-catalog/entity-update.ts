// Changes a thing of the catalogue that is known by its id: read, merge, write. Writes nothing when nothing differs,
// because VTEX's PUT replaces all: what it is not sent becomes empty or false.
import { UserError, type JsonObject } from '@eclusa/flow';
import { newId } from '../vtex/coerce';
import { differs, merged, type Change } from '../vtex/entity';
import type { Values } from '../vtex/mapping';
import { hasStatus, retold } from '../vtex/remote';
import type { Store } from '../vtex/store';

export type Params = Record<string, string | number>;

/** `GET` and `PUT` of one thing: `/api/catalog/pvt/brand/{brandId}`, and the code for an id the store does not have. */
export interface Place {
  path: string;
  params: Params;
  unknown: string;
}

export interface Update extends Place {
  wanted: Values;
  /** Members that GET shows and PUT does not take. */
  without: readonly string[];
}

/** What a write came to: the thing as it is now, as far as it is known. */
export interface Updated {
  now: JsonObject;
  change: Change;
}

/**
 * The thing at a place. Empty in a dry run whose earlier box would make it. Throws UserError with the place's code
 * when the store does not have it.
 */
export async function readAt({ path, params, unknown }: Place, store: Store): Promise<JsonObject> {
  if (Object.values(params).includes(newId)) return {};
  const found = await store.find(`GET ${path}`, { params });
  if (!found) throw new UserError(unknown, { values: { ...params } });
  return found;
}

/** Reads, merges, writes. Throws what `readAt` throws. */
export async function updateAt(update: Update, store: Store): Promise<Updated> {
  const before = await readAt(update, store);
  return writeOver(before, update, store);
}

/** The second half of `updateAt`, for something that has been read. */
export async function writeOver(before: JsonObject, update: Update, store: Store): Promise<Updated> {
  const { path, params, wanted, without } = update;
  const known = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== newId));
  if (!differs(before, known)) return { now: before, change: 'unchanged' };
  const body = merged(before, wanted, without);
  await store.send(`PUT ${path}`, { params, body });
  return { now: { ...before, ...body }, change: 'updated' };
}

/** Does it, telling a 404 by the code of the thing that is not there. */
export async function tellUnknown<T>(unknown: string, values: Params, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (hasStatus(error, 404)) throw retold(unknown, error, values);
    throw error;
  }
}
