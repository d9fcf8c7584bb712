// Reads one invoice of customer credit.
import { vtexRead } from '../vtex/vtex-read';
import { oneCreditAccount } from './credit-account';
import { creditAccountId, invoiceId } from './payment-targets';

export default vtexRead({
  id: 'vtex.credit-invoice-get',
  version: 1,
  name: { en: 'Read credit invoice', es: 'Leer factura de crédito', pt: 'Ler fatura de crédito' },
  help: {
    en: 'Reads one invoice of a customer credit account: status, due date and value in decimal currency.',
    es: 'Lee una factura de una cuenta de crédito del cliente: estado, vencimiento y valor en moneda decimal.',
    pt: 'Lê uma fatura de uma conta de crédito do cliente: status, vencimento e valor em moeda com decimais.',
  },
  keywords: ['customer credit', 'invoice', 'factura', 'fatura', 'vencimento', 'vencimiento', 'crédito'],
  area: 'payments',
  request: `GET ${oneCreditAccount}/invoices/{invoiceId}`,
  path: { creditAccountId, invoiceId },
  saveAs: 'invoice',
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'creditAccountId', expression: '"11144477735_CPF"' },
        { target: 'invoiceId', expression: 'fatura' },
      ],
      saveAs: 'invoice',
    },
    input: [{ fatura: '00000000000040008000000000000001-01' }],
    output: {
      out: [
        {
          fatura: '00000000000040008000000000000001-01',
          invoice: {
            accountId: '11144477735_CPF',
            createdAt: '2026-11-23T12:00:00.000Z',
            creditAccountId: '11144477735_CPF',
            creditValue: 0,
            dueDate: '2026-12-23T12:00:00.000Z',
            friendlyId: '00000001-1',
            id: '00000000000040008000000000000001-01',
            installment: 1,
            numberOfInstallments: 2,
            observation: null,
            orderId: '',
            originalDueDate: '2026-12-23T12:00:00.000Z',
            paymentLink: null,
            resolvedAt: null,
            status: 'Opened',
            transactionId: '00000000000040008000000000000001',
            updatedAt: '2026-11-23T12:00:00.000Z',
            value: 150,
          },
        },
      ],
    },
  },
});
