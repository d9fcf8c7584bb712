// Asks for a refund of what was settled of a transaction.
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

const request = `POST ${oneTransaction}/refunding-request`;

export default vtexAction({
  id: 'vtex.transaction-refund',
  version: 1,
  name: { en: 'Refund transaction', es: 'Reembolsar transacción', pt: 'Reembolsar transação' },
  help: {
    en: 'Asks for the refund of a settled transaction, wholly or in part, in cents. An order’s return (invoice of type Input) refunds by itself: do not do both. The acquirer works later, and VTEX tells the store by e-mail when it fails. After a lost answer the transaction is read: no refund yet means it is sent again, exactly this value counts as done, anything else fails the row so that a person looks.',
    es: 'Pide el reembolso de una transacción liquidada, total o parcial, en centavos. La devolución de un pedido (factura tipo Input) reembolsa sola: no haga ambas cosas. La adquirente trabaja después, y VTEX avisa por correo si falla. Tras una respuesta perdida se lee la transacción: sin reembolso aún, se envía de nuevo; exactamente este valor cuenta como hecho; cualquier otra cosa hace fallar la fila para que mire una persona.',
    pt: 'Pede o reembolso (estorno) de uma transação liquidada, total ou parcial, em centavos. A devolução de um pedido (nota do tipo Input) já reembolsa sozinha: não faça as duas coisas. A adquirente trabalha depois, e a VTEX avisa por e-mail se falhar. Após uma resposta perdida a transação é lida: sem reembolso ainda, é enviado de novo; exatamente este valor conta como feito; qualquer outra coisa faz a linha falhar para que uma pessoa olhe.',
  },
  keywords: ['refund', 'reembolso', 'estorno', 'devolução', 'devolución', 'chargeback', 'pagamento'],
  area: 'payments',
  request,
  also: [getTransaction],
  effect: 'create',
  concurrency: 4,
  saveAs: 'refund',
  path: { transactionId },
  body: { value },
  prepare: () => ({
    async run(values, { store, existing }) {
      amountOf(values);
      return existing ? already(values) : ask(request, values, store);
    },
    async findExisting(values, { store }) {
      const { totalRefunds } = await readTransaction(values, store);
      if (!totalRefunds) return null;
      return totalRefunds === values['value'] ? { totalRefunds } : unclear(values);
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'transactionId', expression: 'transacao' },
        { target: 'value', expression: '2500' },
      ],
      saveAs: 'refund',
    },
    input: [{ transacao: '00000000000040008000000000000001' }],
    output: {
      out: [
        {
          transacao: '00000000000040008000000000000001',
          refund: {
            transactionId: '00000000000040008000000000000001',
            value: 2500,
            status: 11,
            statusDetail: 'Settling',
            token: '00000000000040008000000000000006',
            change: 'requested',
          },
        },
      ],
    },
  },
});
