// Creating or updating things that have an id of ours: VTEX replaces the whole, so what is there is read and merged first.
import { UserError, type Json, type JsonObject } from '@eclusa/flow';
import { differs } from '../vtex/entity';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';

export interface Kept {
  /** `GET …/{dockId}` */
  read: string;
  /** The place of `read` and, where it has one, of the write. */
  place: string;
  id: string;
  /** What is wanted of it, as VTEX shows it. */
  wanted(held: JsonObject | null): Values;
  /** Names that must have a value before it can be created. */
  needed: readonly string[];
  write(body: JsonObject, held: JsonObject | null): Promise<unknown>;
}

/**
 * Writes nothing when nothing differs. Rows of one id wait for each other, or one would undo what the other wrote.
 * Throws UserError `vtex.new-needs` when something new lacks a value.
 */
export function keep(store: Store, kept: Kept): Promise<JsonObject> {
  return store.lock(`${kept.place}:${kept.id}`, () => readAndWrite(store, kept));
}

async function readAndWrite(store: Store, kept: Kept): Promise<JsonObject> {
  const { place, id, needed } = kept;
  const held = await store.find(kept.read, { params: { [place]: id } });
  const wanted = kept.wanted(held);
  if (held && !differs(held, wanted)) return { id, change: 'unchanged' };
  const missing = held ? [] : needed.filter((name) => wanted[name] === undefined);
  if (missing.length > 0) {
    throw new UserError('vtex.new-needs', { values: { id, fields: missing.join(', ') } });
  }
  await kept.write({ ...held, ...wanted }, held);
  return { id, change: held ? 'updated' : 'created' };
}

/** The body without the members that only VTEX writes. */
export function without(body: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));
}

/** `held` where it has a value, else `otherwise`: VTEX shows null for what nobody gave. */
export const orElse = (held: Json | undefined, otherwise: Json): Json => held ?? otherwise;
