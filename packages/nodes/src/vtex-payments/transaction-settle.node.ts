// Asks for the settlement (capture) of a transaction. Never of 0.
import { isJsonObject } from '@eclusa/flow';
import { vtexAction } from '../vtex/vtex-action';
import { listOf } from '../vtex/vtex-list';
import { transactionId, value } from './payment-targets';
import {
  already,
  amountOf,
  ask,
  getSettlements,
  getTransaction,
  oneTransaction,
  readTransaction,
  unclear,
} from './transaction';

const request = `POST ${oneTransaction}/settlement-request`;

export default vtexAction({
  id: 'vtex.transaction-settle',
  version: 1,
  name: { en: 'Settle transaction', es: 'Liquidar transacción', pt: 'Liquidar transação' },
  help: {
    en: 'Asks for the settlement (capture) of an approved transaction, wholly or in part, in cents. VTEX does this by itself when an order is invoiced; use the box only where your store settles otherwise. A settlement of 0 would wedge the order for good and is refused here. After a lost answer the settlements are read: without one of this value it is sent again, the whole transaction counts as done, a part of it fails the row so that a person looks.',
    es: 'Pide la liquidación (captura) de una transacción aprobada, total o parcial, en centavos. VTEX lo hace sola cuando se factura un pedido; use la caja solo si su tienda liquida de otro modo. Una liquidación de 0 trabaría el pedido para siempre y aquí se rechaza. Tras una respuesta perdida se leen las liquidaciones: sin una de este valor se envía de nuevo, la transacción entera cuenta como hecha, una parte hace fallar la fila para que mire una persona.',
    pt: 'Pede a liquidação (captura) de uma transação aprovada, total ou parcial, em centavos. A VTEX faz isso sozinha quando um pedido é faturado; use a caixa só se a sua loja liquida de outro modo. Uma liquidação de 0 travaria o pedido para sempre e aqui é recusada. Após uma resposta perdida as liquidações são lidas: sem uma deste valor é enviado de novo, a transação inteira conta como feita, uma parte faz a linha falhar para que uma pessoa olhe.',
  },
  keywords: ['settle', 'capture', 'liquidar', 'capturar', 'captura', 'liquidação', 'pagamento', 'cobrar'],
  area: 'payments',
  request,
  also: [getSettlements, getTransaction],
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
      const params = { transactionId: String(values['transactionId']) };
      const requests = listOf((await store.find(getSettlements, { params }))?.['requests'], getSettlements);
      const same = requests.filter((one) => isJsonObject(one) && one['value'] === values['value']);
      if (same.length === 0) return null;
      // Two parts may be of one value; the whole can be settled only once.
      const { value: whole } = await readTransaction(values, store);
      return whole === values['value'] ? { settled: true } : unclear(values);
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
