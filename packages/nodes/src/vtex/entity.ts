// What every create-or-update of the catalogue needs: ids of answers, and the merge that keeps what nobody mapped.
import { UserError, type Field, type Json, type JsonObject } from '@eclusa/flow';
import { newId } from './coerce';
import type { Values } from './mapping';
import { asObject } from './remote';
import type { Store } from './store';

/** An id VTEX gave, or `(new)` in a dry run. */
export type EntityId = number | typeof newId;

/** How a catalogue entity came out. */
export type Change = 'created' | 'updated' | 'unchanged';

/** The id in the answer to a create; in a dry run nobody knows it yet. Throws UserError when VTEX gave none. */
export function createdId(answer: Json, store: Store, request: string): EntityId {
  if (store.dryRun) return newId;
  const id = asObject(answer)?.['Id'];
  // 0 is what VTEX stores when it is sent one; nothing can be done with such an entity.
  if (typeof id !== 'number' || id === 0)
    throw new UserError('vtex.answer-without-id', { values: { request } });
  return id;
}

/** The id of an entity that was read. */
export function idOf(entity: JsonObject, request: string): number {
  const id = entity['Id'] ?? entity['id'];
  if (typeof id !== 'number') throw new UserError('vtex.answer-without-id', { values: { request } });
  return id;
}

/** True when a mapped value is not what the entity holds. A member the entity does not show counts as different. */
export function differs(entity: JsonObject, wanted: Values): boolean {
  return Object.entries(wanted).some(([name, value]) => !same(entity[name], value));
}

// VTEX answers dates with or without fractions and numbers as they are.
function same(held: Json | undefined, wanted: Json): boolean {
  if (held === wanted) return true;
  if (typeof held === 'string' && typeof wanted === 'string') return sameInstant(held, wanted);
  return typeof held === 'object' && held !== null && JSON.stringify(held) === JSON.stringify(wanted);
}

function sameInstant(held: string, wanted: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T/.test(held) || !/^\d{4}-\d{2}-\d{2}T/.test(wanted)) return false;
  return Date.parse(held) === Date.parse(wanted);
}

/** The entity as PUT wants it: all it has, what is mapped on top, without the members PUT does not take. */
export function merged(entity: JsonObject, wanted: Values, without: readonly string[]): JsonObject {
  const all = Object.entries({ ...entity, ...wanted });
  return Object.fromEntries(all.filter(([name]) => !without.includes(name)));
}

/** The values under these names only. */
export function pick(values: Values, names: readonly string[]): Record<string, Json> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

/** What to do with an entity that is already there. */
export const existingField: Field = {
  kind: 'choice',
  default: 'update',
  name: { en: 'When it exists', es: 'Cuando ya existe', pt: 'Quando já existe' },
  help: {
    en: '“Leave it as it is” protects what people changed in VTEX by hand.',
    es: '«Dejarlo como está» protege lo que las personas cambiaron a mano en VTEX.',
    pt: '“Deixar como está” protege o que as pessoas alteraram à mão na VTEX.',
  },
  choices: [
    {
      value: 'update',
      name: { en: 'Update what differs', es: 'Actualizar lo que cambió', pt: 'Atualizar o que mudou' },
    },
    { value: 'keep', name: { en: 'Leave it as it is', es: 'Dejarlo como está', pt: 'Deixar como está' } },
  ],
};
