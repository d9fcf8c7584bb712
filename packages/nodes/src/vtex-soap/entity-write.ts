// Create or update over SOAP: the service nulls what a message leaves out, so what is there is read, merged and sent
// back whole, and nothing is sent when nothing differs.
import { UserError, type Json, type JsonObject } from '@eclusa/flow';
import { newId } from '../vtex/coerce';
import { differs, type Change, type EntityId } from '../vtex/entity';
import type { Values } from '../vtex/mapping';
import { asObject } from '../vtex/remote';
import type { SoapStore } from './soap-store';

export interface Written {
  id: EntityId;
  entity: JsonObject;
  change: Change;
}

export interface Entity {
  /** `ProductInsertUpdate` and the name of its parameter. */
  method: string;
  parameter: string;
  /** Members of what was read that are not sent back. */
  without?: readonly string[];
}

/** Sends the whole entity, `sent`, and answers what VTEX made of it. */
export async function write(soap: SoapStore, entity: Entity, sent: Values, isNew: boolean): Promise<Written> {
  const { method, parameter } = entity;
  const answer = asObject(await soap.call(method, { [parameter]: sent }, isNew ? undefined : 'again'));
  const id = answer?.['Id'] ?? (isNew ? undefined : sent['Id']);
  if (soap.dryRun && isNew) return { id: newId, entity: { ...sent }, change: 'created' };
  if (typeof id !== 'number' || id === 0) {
    throw new UserError('vtex.answer-without-id', { values: { request: method } });
  }
  return { id, entity: answer ?? { ...sent }, change: isNew ? 'created' : 'updated' };
}

/** Changes `found` where `wanted` differs. */
export async function change(
  soap: SoapStore,
  entity: Entity,
  found: JsonObject,
  wanted: Values,
  keep: boolean,
): Promise<Written> {
  const known = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== newId));
  const id = found['Id'];
  if (typeof id !== 'number')
    throw new UserError('vtex.answer-without-id', { values: { request: entity.method } });
  if (keep || !differs(found, known)) return { id, entity: found, change: 'unchanged' };
  const kept = Object.entries({ ...found, ...known }).filter(([name]) => !entity.without?.includes(name));
  return write(soap, entity, Object.fromEntries(kept), false);
}

/** The object a reading method found, or null. */
export async function found(soap: SoapStore, method: string, values: Values): Promise<JsonObject | null> {
  return asObject(await soap.call(method, values));
}

export const existing = (config: Record<string, Json>): boolean => config['existing'] === 'keep';
