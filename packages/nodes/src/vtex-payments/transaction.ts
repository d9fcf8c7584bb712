// A payment transaction as the boxes that move its money read it. VTEX has no key against repeats there, so before a
// repeat the transaction itself is asked what happened; where that does not tell, a person has to look.
import { isJsonObject, UserError, type Json, type JsonObject } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';

export const oneTransaction = '/api/pvt/transactions/{transactionId}';
export const getTransaction = `GET ${oneTransaction}`;
export const getSettlements = `GET ${oneTransaction}/settlements`;

const paramsOf = (values: Values) => ({ transactionId: String(values['transactionId']) });

/** Throws RemoteError `vtex.not-found` for an unknown transaction. */
export async function readTransaction(values: Values, store: Store): Promise<JsonObject> {
  const found = await store.send(getTransaction, { params: paramsOf(values) });
  return isJsonObject(found) ? found : {};
}

/** The amount in cents. Throws UserError for 0 and less: a settlement of 0 wedges the order for good. */
export function amountOf(values: Values): number {
  const value = Number(values['value']);
  if (value > 0) return value;
  throw new UserError('vtex.payment-zero', { values: { value } });
}

/** Sends one request of money and answers what became of it. */
export async function ask(
  request: string,
  values: Values,
  store: Store,
  more: JsonObject = {},
): Promise<Json> {
  const body = { value: amountOf(values), ...more };
  const answer = await store.send(request, { params: paramsOf(values), body });
  const { status, statusDetail, token } = isJsonObject(answer) ? answer : {};
  return {
    transactionId: values['transactionId'] ?? null,
    value: body.value,
    status: status ?? null,
    statusDetail: statusDetail ?? null,
    token: token ?? null,
    change: 'requested',
  };
}

/** What an earlier attempt is known to have done, as the box answers it. */
export const already = (values: Values): JsonObject => ({
  transactionId: values['transactionId'] ?? null,
  value: values['value'] ?? null,
  change: 'unchanged',
});

/** The settlements of this value that were asked for. */
export async function settlementsOf(values: Values, store: Store): Promise<JsonObject[]> {
  const found = await store.find(getSettlements, { params: paramsOf(values) });
  const requests = found?.['requests'];
  return Array.isArray(requests)
    ? requests.filter(isJsonObject).filter((one) => one['value'] === values['value'])
    : [];
}

/** Nobody can tell whether the lost request did it: a person has to look at the transaction. */
export function unclear(values: Values): never {
  throw new UserError('vtex.payment-unclear', {
    values: { transactionId: values['transactionId'] ?? null, value: values['value'] ?? null },
  });
}
