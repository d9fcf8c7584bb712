// What a key reaches, so that people may write names where programs write ids.
import { dataOf } from '@eclusa/client';
import { UserError } from '@eclusa/flow';
import type { Service } from './service';

const isId = (word: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(word);

/** The id of a flow given by id or by name. Throws UserError `cli.flow-unknown`. */
export function flowIdOf(service: Service, given: string): Promise<string> {
  return idOf(service, 'flow', given);
}

/** The id of a store given by id or by name; undefined stays undefined. Throws UserError `cli.store-unknown`. */
export async function storeIdOf(service: Service, given: string | undefined): Promise<string | undefined> {
  return given === undefined ? undefined : idOf(service, 'store', given);
}

async function idOf({ client, signal }: Service, what: 'flow' | 'store', given: string): Promise<string> {
  if (isId(given)) return given;
  const reach = await dataOf(client.GET('/keys/current', { signal }));
  const all = what === 'flow' ? reach.flows : reach.stores;
  const exact = all.filter(({ name }) => name === given);
  const close = all.filter(({ name }) => name.toLowerCase() === given.toLowerCase());
  const found = exact.length > 0 ? exact : close;
  if (found.length === 1) return found[0]!.id;
  const listed = (found.length > 0 ? found : all).slice(0, 20);
  const known = listed.map(({ id, name }) => `${name} (${id})`).join(', ') || '-';
  throw new UserError(`cli.${what}-unknown`, { values: { given, count: found.length, known } });
}
