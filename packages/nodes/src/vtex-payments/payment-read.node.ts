// Reads one payment of a transaction.
import { vtexRead } from '../vtex/vtex-read';
import { paymentId, transactionId } from './terms';

export default vtexRead({
  id: 'vtex.payment-read',
  version: 1,
  name: { en: 'Read payment', es: 'Leer pago', pt: 'Ler pagamento' },
  help: {
    en: 'Reads one payment of a transaction: method, status, instalments. VTEX gives its values in whole cents: 19990 is 199.90.',
    es: 'Lee un pago de una transacción: medio, estado, cuotas. VTEX da los valores en centavos enteros: 19990 es 199,90.',
    pt: 'Lê um pagamento de uma transação: meio, status, parcelas. A VTEX dá os valores em centavos inteiros: 19990 é 199,90.',
  },
  keywords: ['payment details', 'boleto', 'cartão', 'tarjeta', 'parcelas', 'cuotas'],
  area: 'payments',
  request: 'GET /api/pvt/transactions/{transactionId}/payments/{paymentId}',
  path: { paymentId, transactionId },
  saveAs: 'payment',
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'transactionId', expression: 'transacao' },
        { target: 'paymentId', expression: 'pagamento' },
      ],
      whenMissing: 'fail',
      saveAs: 'payment',
    },
    input: [{ transacao: 'A0B1C2D3E4F506172839405162738495', pagamento: 'B1C2D3E4F5A60718293A4B5C6D7E8F90' }],
    output: {
      out: [
        {
          transacao: 'A0B1C2D3E4F506172839405162738495',
          pagamento: 'B1C2D3E4F5A60718293A4B5C6D7E8F90',
          payment: {
            id: 'B1C2D3E4F5A60718293A4B5C6D7E8F90',
            paymentSystem: 6,
            paymentSystemName: 'Boleto Bancário',
            group: 'bankInvoicePaymentGroup',
            status: 'Approved',
            value: 19990,
            installments: 1,
            allowNotification: true,
            self: {
              href: '/api/pvt/transactions/A0B1C2D3E4F506172839405162738495/payments/B1C2D3E4F5A60718293A4B5C6D7E8F90',
            },
            referenceValue: 19990,
            installmentsValue: 19990,
            currencyCode: 'BRL',
            fields: [],
          },
        },
      ],
    },
  },
});
