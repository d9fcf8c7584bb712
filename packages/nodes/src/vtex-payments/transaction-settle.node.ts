// Asks for the settlement (capture) of a transaction. Never of 0.
import { vtexAction } from '../vtex/vtex-action';
import { transactionId, value } from './payment-targets';
import {
  already,
  amountOf,
  ask,
  getSettlements,
  oneTransaction,
  settlementsOf,
  unclear,
} from './transaction';

const request = `POST ${oneTransaction}/settlement-request`;

export default vtexAction({
  id: 'vtex.transaction-settle',
  version: 1,
  name: { en: 'Settle transaction', es: 'Liquidar transacción', pt: 'Liquidar transação' },
  help: {
    en: 'Asks for the settlement (capture) of an approved transaction, wholly or in part, in cents. VTEX does this by itself when an order is invoiced; use the box only where your store settles otherwise. A settlement of 0 would wedge the order for good and is refused here. After a lost answer the settlements are read: one of this value counts as done, several fail the row so that a person looks.',
    es: 'Pide la liquidación (captura) de una transacción aprobada, total o parcial, en centavos. VTEX lo hace sola cuando se factura un pedido; use la caja solo si su tienda liquida de otro modo. Una liquidación de 0 trabaría el pedido para siempre y aquí se rechaza. Tras una respuesta perdida se leen las liquidaciones: una de este valor cuenta como hecha, varias hacen fallar la fila para que mire una persona.',
    pt: 'Pede a liquidação (captura) de uma transação aprovada, total ou parcial, em centavos. A VTEX faz isso sozinha quando um pedido é faturado; use a caixa só se a sua loja liquida de outro modo. Uma liquidação de 0 travaria o pedido para sempre e aqui é recusada. Após uma resposta perdida as liquidações são lidas: uma deste valor conta como feita, várias fazem a linha falhar para que uma pessoa olhe.',
  },
  keywords: ['settle', 'capture', 'liquidar', 'capturar', 'captura', 'liquidação', 'pagamento', 'cobrar'],
  area: 'payments',
  request,
  also: [getSettlements],
  effect: 'create',
  concurrency: 4,
  saveAs: 'settlement',
  path: { transactionId },
  body: { value },
  prepare: () => ({
    async run(values, { store, existing }) {
      amountOf(values);
      return existing ? already(values) : ask(request, values, store);
    },
    async findExisting(values, { store }) {
      const same = await settlementsOf(values, store);
      if (same.length > 1) unclear(values);
      return same[0] ?? null;
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'transactionId', expression: 'transacao' },
        { target: 'value', expression: '$cents(valor)' },
      ],
      saveAs: 'settlement',
    },
    input: [{ transacao: '00000000000040008000000000000001', valor: 100 }],
    output: {
      out: [
        {
          transacao: '00000000000040008000000000000001',
          valor: 100,
          settlement: {
            transactionId: '00000000000040008000000000000001',
            value: 10000,
            status: 11,
            statusDetail: 'Settling',
            token: '00000000000040008000000000000005',
            change: 'requested',
          },
        },
      ],
    },
  },
});
