// Reads one transaction of the payments gateway.
import { vtexRead } from '../vtex/vtex-read';
import { transactionId } from './terms';

export default vtexRead({
  id: 'vtex.transaction-read',
  version: 1,
  name: { en: 'Read payment transaction', es: 'Leer transacción de pago', pt: 'Ler transação de pagamento' },
  help: {
    en: 'Reads a transaction of the payments gateway: its status, its dates and what was paid. VTEX gives its values in whole cents: 19990 is 199.90.',
    es: 'Lee una transacción del gateway de pagos: su estado, sus fechas y lo pagado. VTEX da los valores en centavos enteros: 19990 es 199,90.',
    pt: 'Lê uma transação do gateway de pagamentos: o status, as datas e o que foi pago. A VTEX dá os valores em centavos inteiros: 19990 é 199,90.',
  },
  keywords: ['transaction status', 'transação', 'situação do pagamento', 'estado del pago', 'transacción'],
  area: 'payments',
  request: 'GET /api/pvt/transactions/{transactionId}',
  path: { transactionId },
  saveAs: 'transaction',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'transactionId', expression: 'transacao' }],
      whenMissing: 'fail',
      saveAs: 'transaction',
    },
    input: [{ transacao: 'A0B1C2D3E4F506172839405162738495' }],
    output: {
      out: [
        {
          transacao: 'A0B1C2D3E4F506172839405162738495',
          transaction: {
            id: 'A0B1C2D3E4F506172839405162738495',
            transactionId: 'A0B1C2D3E4F506172839405162738495',
            settlements: { href: '/api/pvt/transactions/A0B1C2D3E4F506172839405162738495/settlements' },
            payments: { href: '/api/pvt/transactions/A0B1C2D3E4F506172839405162738495/payments' },
            refunds: { href: '/api/pvt/transactions/A0B1C2D3E4F506172839405162738495/refunds' },
            cancellations: { href: '/api/pvt/transactions/A0B1C2D3E4F506172839405162738495/cancellations' },
            totalRefunds: 0,
            referenceKey: '1523400001',
            status: 'Approved',
            value: 19990,
            salesChannel: '1',
            orderId: '1523400001',
            startDate: '2026-11-22T12:00:00Z',
            authorizationDate: '2026-11-22T12:01:00Z',
            commitmentDate: null,
            refundingDate: null,
            cancelationDate: null,
          },
        },
      ],
    },
  },
});
