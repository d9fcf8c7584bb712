// Invoices of customer credit as the boxes that change them read them.
import { UserError, type JsonObject } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import { oneCreditAccount } from './credit-account';

export const oneInvoice = `${oneCreditAccount}/invoices/{invoiceId}`;

export const invoiceParams = (values: Values) => ({
  creditAccountId: String(values['creditAccountId']),
  invoiceId: String(values['invoiceId']),
});

/** Throws UserError for an invoice that the account does not have. */
export async function readInvoice(values: Values, store: Store): Promise<JsonObject> {
  const found = await store.find(`GET ${oneInvoice}`, { params: invoiceParams(values) });
  if (found) return found;
  throw new UserError('vtex.credit-invoice-unknown', { values: invoiceParams(values) });
}
