// A customer's values as VTEX's own checkout stores them, and what a customer is known by.
import { UserError } from '@eclusa/flow';
import { pick } from '../vtex/entity';
import type { Values } from '../vtex/mapping';
import { clientFields } from './customer-fields';

/** The client's values as VTEX's own checkout stores them. */
export function clientOf(values: Values): Values {
  const client: Record<string, string> = {
    ...(pick(values, Object.keys(clientFields)) as Record<string, string>),
  };
  for (const name of ['document', 'corporateDocument']) {
    const value = client[name];
    if (value !== undefined) client[name] = value.replace(/[.\-/\s]/g, '');
  }
  if (client['email'] !== undefined) client['email'] = client['email'].toLowerCase();
  return client;
}

/** The value a customer is known by. Throws UserError when the row has none. */
export function keyOf(field: 'email' | 'document', client: Values): Record<string, string> {
  const value = client[field];
  if (value === undefined) throw new UserError('vtex.document-without-key', { values: { field } });
  return { [field]: String(value) };
}
