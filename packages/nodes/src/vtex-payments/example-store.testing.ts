// What the examples of payments stand on: one transaction of 100.00, or a credit account with invoices.
import type { NodeType } from '@eclusa/flow';
import type { Sandbox } from '@eclusa/sandbox';
import { send } from '../vtex-customers/example-store.testing';

/** Puts there what the example speaks of, by the store's own routes. */
export async function fill(sandbox: Sandbox, { id }: NodeType): Promise<void> {
  if (id.startsWith('vtex.credit')) {
    if (id !== 'vtex.credit-account-open') await fillCredit(sandbox);
    return;
  }
  const transaction = await fillTransaction(sandbox, id === 'vtex.payment-notify' ? 6 : 2);
  if (id === 'vtex.transaction-refund')
    await send(sandbox, `POST /api/pvt/transactions/${transaction}/settlement-request`, { value: 10000 });
}

/** An authorised transaction with one payment: 2 is a card, 6 a bank slip that waits. Answers its id. */
export async function fillTransaction(sandbox: Sandbox, paymentSystem: number): Promise<string> {
  const body = { value: 10000, referenceId: '505', channel: 'lojademo', salesChannel: '1' };
  const { id } = (await (await send(sandbox, 'POST /api/pvt/transactions', body)).json()) as { id: string };
  const payments = [{ paymentSystem, value: 10000, installments: 1 }];
  await send(sandbox, `POST /api/payments/transactions/${id}/payments?orderId=1-01`, payments);
  await send(sandbox, `POST /api/pvt/transactions/${id}/authorization-request`, { transactionId: id });
  return id;
}

/** An account with a limit of 1000 and two open invoices of 150. Answers the first invoice's id. */
export async function fillCredit(sandbox: Sandbox): Promise<string> {
  const accounts = '/api/creditcontrol/accounts';
  const account = { document: '11144477735', documentType: 'CPF', email: 'ana@exemplo.com.br' };
  await send(sandbox, `POST ${accounts}`, { ...account, creditLimit: '1000', tolerance: '0' });
  const hold = { value: 300, settle: false, installments: 2 };
  const held = await send(sandbox, `POST ${accounts}/11144477735_CPF/transactions`, hold);
  const { id } = (await held.json()) as { id: string };
  const settlement = `PUT ${accounts}/11144477735_CPF/transactions/${id}/settlement`;
  await send(sandbox, settlement, { value: 300 });
  return `${id}-01`;
}
