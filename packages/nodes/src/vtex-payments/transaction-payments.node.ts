// Reads the payments of a transaction, or one of them.
import { UserError, type Json } from '@eclusa/flow';
import { hasStatus, retold } from '../vtex/remote';
import { vtexAction } from '../vtex/vtex-action';
import { whenMissingField } from '../vtex/vtex-read';
import { paymentId, transactionId } from './payment-targets';
import { oneTransaction } from './transaction';

const all = `GET ${oneTransaction}/payments`;
const one = `${all}/{paymentId}`;

export default vtexAction({
  id: 'vtex.transaction-payments',
  version: 1,
  name: {
    en: 'Read payments of transaction',
    es: 'Leer pagos de la transacción',
    pt: 'Ler pagamentos da transação',
  },
  help: {
    en: 'Reads how a transaction is paid: method, instalments, status, NSU, TID and value in cents. With a payment id it reads that payment, without one a list of all.',
    es: 'Lee cómo se paga una transacción: medio, cuotas, estado, NSU, TID y valor en centavos. Con un id de pago lee ese pago; sin él, la lista de todos.',
    pt: 'Lê como uma transação é paga: meio, parcelas, status, NSU, TID e valor em centavos. Com um id de pagamento lê esse pagamento; sem ele, a lista de todos.',
  },
  keywords: [
    'payment',
    'NSU',
    'TID',
    'installments',
    'cuotas',
    'parcelas',
    'pagamento',
    'pago',
    'conciliação',
  ],
  area: 'payments',
  request: one,
  also: [all],
  effect: 'read',
  saveAs: 'payments',
  path: { transactionId, paymentId },
  options: { whenMissing: whenMissingField },
  prepare: ({ config }) => ({
    async run(values, { store }): Promise<Json> {
      const request = values['paymentId'] === undefined ? all : one;
      try {
        const answer = await store.send(request, { params: values as Record<string, string> });
        if (answer !== null || config['whenMissing'] === 'empty') return answer;
      } catch (error) {
        if (!hasStatus(error, 404)) throw error;
        if (config['whenMissing'] === 'empty') return null;
        throw retold('vtex.nothing-found', error, { request, values: { ...values } });
      }
      throw new UserError('vtex.nothing-found', { values: { request, values: { ...values } } });
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'transactionId', expression: 'transacao' }],
      saveAs: 'payments',
    },
    input: [{ transacao: '00000000000040008000000000000001' }],
    output: {
      out: [
        {
          transacao: '00000000000040008000000000000001',
          payments: [
            {
              id: '00000000000040008000000000000002',
              paymentSystem: 2,
              paymentSystemName: 'Visa',
              group: 'creditCard',
              status: 'Approved',
              value: 10000,
              installments: 1,
              allowNotification: false,
              self: {
                href: '/api/pvt/transactions/00000000000040008000000000000001/payments/00000000000040008000000000000002',
              },
              referenceValue: 10000,
              installmentsValue: 10000,
              currencyCode: 'BRL',
              fields: [],
            },
          ],
        },
      ],
    },
  },
});
