// Credit accounts as their boxes find and read them.
import { isJsonObject, type JsonObject } from '@eclusa/flow';
import { hasStatus } from '../vtex/remote';
import type { Store } from '../vtex/store';
import { listOf } from '../vtex/vtex-list';

export const creditAccounts = '/api/creditcontrol/accounts';
export const oneCreditAccount = `${creditAccounts}/{creditAccountId}`;

/**
 * The account of a document: by the id VTEX makes of document and type, else among those of the e-mail. Accounts have no
 * search by document.
 */
export async function findAccount(
  store: Store,
  { document, documentType, email }: Record<string, string>,
): Promise<JsonObject | null> {
  const params = { creditAccountId: `${document}_${documentType}` };
  const byId = await store.find(`GET ${oneCreditAccount}`, { params }).catch((error: unknown) => {
    // Where ids are made otherwise this one may be refused as none.
    if (hasStatus(error, 400)) return null;
    throw error;
  });
  if (byId) return byId;
  const list = await store.find(`GET ${creditAccounts}`, { query: { email, from: 1, to: 100 } });
  const found = listOf(list?.['data'], creditAccounts).filter(isJsonObject);
  return found.find((one) => digits(one['document']) === digits(document)) ?? null;
}

const digits = (value: unknown): string => String(value ?? '').replace(/[.\-/\s]/g, '');
