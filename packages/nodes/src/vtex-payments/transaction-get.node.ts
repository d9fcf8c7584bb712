// Reads a payment transaction.
import { vtexRead } from '../vtex/vtex-read';
import { transactionId } from './payment-targets';
import { getTransaction } from './transaction';

export default vtexRead({
  id: 'vtex.transaction-get',
  version: 1,
  name: { en: 'Read transaction', es: 'Leer transacción', pt: 'Ler transação' },
  help: {
    en: 'Reads the payment transaction of an order: its status, value and refunds in cents, and the dates of authorisation, settlement and cancellation. The "interactions" address in the answer is VTEX’s own and not for integrations.',
    es: 'Lee la transacción de pago de un pedido: estado, valor y reembolsos en centavos, y las fechas de autorización, liquidación y cancelación. La dirección «interactions» de la respuesta es interna de VTEX y no es para integraciones.',
    pt: 'Lê a transação de pagamento de um pedido: status, valor e reembolsos em centavos, e as datas de autorização, liquidação e cancelamento. O endereço "interactions" da resposta é interno da VTEX e não é para integrações.',
  },
  keywords: [
    'transaction',
    'payment',
    'transacción',
    'transação',
    'pagamento',
    'pago',
    'gateway',
    'conciliação',
  ],
  area: 'payments',
  request: getTransaction,
  path: { transactionId },
  saveAs: 'transaction',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'transactionId', expression: 'transacao' }],
      saveAs: 'transaction',
    },
    input: [{ transacao: '00000000000040008000000000000001' }],
    output: {
      out: [
        {
          transacao: '00000000000040008000000000000001',
          transaction: {
            id: '00000000000040008000000000000001',
            transactionId: '00000000000040008000000000000001',
            settlements: { href: '/api/pvt/transactions/00000000000040008000000000000001/settlements' },
            payments: { href: '/api/pvt/transactions/00000000000040008000000000000001/payments' },
            refunds: { href: '/api/pvt/transactions/00000000000040008000000000000001/refunds' },
            cancellations: { href: '/api/pvt/transactions/00000000000040008000000000000001/cancellations' },
            totalRefunds: 0,
            referenceKey: '505',
            status: 'Approved',
            value: 10000,
            salesChannel: '1',
            startDate: '2026-11-23T12:00:00.000Z',
            orderId: '1-01',
            authorizationDate: '2026-11-23T12:00:00.000Z',
            commitmentDate: null,
            refundingDate: null,
            cancelationDate: null,
          },
        },
      ],
    },
  },
});
