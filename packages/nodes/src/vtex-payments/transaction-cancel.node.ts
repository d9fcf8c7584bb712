// Cancels what of a transaction is approved and not settled.
import { vtexAction } from '../vtex/vtex-action';
import { transactionId, value } from './payment-targets';
import {
  already,
  amountOf,
  ask,
  getTransaction,
  oneTransaction,
  readTransaction,
  unclear,
} from './transaction';

const request = `POST ${oneTransaction}/cancellation-request`;

export default vtexAction({
  id: 'vtex.transaction-cancel',
  version: 1,
  name: { en: 'Cancel transaction', es: 'Cancelar transacción', pt: 'Cancelar transação' },
  help: {
    en: 'Cancels a transaction that is approved and not settled, wholly or in part, in cents. What is settled is refunded instead. Cancelling an order cancels its transaction by itself. After a lost answer the transaction is read: without a cancellation it is sent again, cancelled as a whole counts as done, a part fails the row so that a person looks.',
    es: 'Cancela una transacción aprobada y no liquidada, total o parcial, en centavos. Lo ya liquidado se reembolsa. Cancelar un pedido cancela su transacción sola. Tras una respuesta perdida se lee la transacción: sin cancelación se envía de nuevo, cancelada por completo cuenta como hecha, una parte hace fallar la fila para que mire una persona.',
    pt: 'Cancela uma transação aprovada e não liquidada, total ou parcial, em centavos. O que já foi liquidado se reembolsa. Cancelar um pedido cancela a transação dele sozinho. Após uma resposta perdida a transação é lida: sem cancelamento é enviado de novo, cancelada por inteiro conta como feita, uma parte faz a linha falhar para que uma pessoa olhe.',
  },
  keywords: ['cancel', 'void', 'cancelar', 'anular', 'cancelamento', 'estorno', 'pagamento', 'transação'],
  area: 'payments',
  request,
  also: [getTransaction],
  effect: 'create',
  concurrency: 4,
  saveAs: 'cancellation',
  path: { transactionId },
  body: { value },
  prepare: () => ({
    async run(values, { store, existing }) {
      amountOf(values);
      return existing ? already(values) : ask(request, values, store);
    },
    async findExisting(values, { store }) {
      const transaction = await readTransaction(values, store);
      if (!transaction['cancelationDate']) return null;
      return transaction['value'] === values['value'] ? { cancelled: true } : unclear(values);
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'transactionId', expression: 'transacao' },
        { target: 'value', expression: '10000' },
      ],
      saveAs: 'cancellation',
    },
    input: [{ transacao: '00000000000040008000000000000001' }],
    output: {
      out: [
        {
          transacao: '00000000000040008000000000000001',
          cancellation: {
            transactionId: '00000000000040008000000000000001',
            value: 10000,
            status: 13,
            statusDetail: 'Finished',
            token: '00000000000040008000000000000004',
            change: 'requested',
          },
        },
      ],
    },
  },
});
