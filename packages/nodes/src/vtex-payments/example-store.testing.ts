// What the examples of payments stand on: an approved transaction of 199.90, settled by half, and a credit account.
import type { Sandbox } from '@eclusa/sandbox';

export function fill(sandbox: Sandbox): void {
  const payment = {
    ...{ id: 'B1C2D3E4F5A60718293A4B5C6D7E8F90', paymentSystem: 6, paymentSystemName: 'Boleto Bancário' },
    ...{ group: 'bankInvoicePaymentGroup', status: 'Approved', value: 19_990, installments: 1, paid: 19_990 },
  };
  const dates = { commitmentDate: null, refundingDate: null, cancelationDate: null };
  const settlement = { id: 'C0FFEE00C0FFEE00C0FFEE00C0FFEE00', date: '2026-11-22T15:00:00Z', value: 9_990 };
  const transaction = {
    ...{ id: 'A0B1C2D3E4F506172839405162738495', referenceKey: '1523400001', status: 'Approved' },
    ...{ value: 19_990, salesChannel: '1', orderId: '1523400001', refunded: 0, cancelled: 0 },
    ...{ startDate: '2026-11-22T12:00:00Z', authorizationDate: '2026-11-22T12:01:00Z', ...dates },
    ...{ payments: [payment], settlements: [settlement] },
  };
  sandbox.state.transactions.set(transaction.id, transaction);
  const at = '2026-11-22T12:00:00Z';
  sandbox.state.creditAccounts.set('22222222-2222-4222-8222-222222222222', {
    ...{ id: '22222222-2222-4222-8222-222222222222', document: '98765432100', documentType: 'CPF' },
    ...{ email: 'bia@example.com', status: 'Open', creditLimit: 500, tolerance: 0, balance: 0 },
    ...{ createdAt: at, updatedAt: at, held: new Map() },
  });
}
