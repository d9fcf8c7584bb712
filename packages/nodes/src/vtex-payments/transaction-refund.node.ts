// Refund transaction: a request to the gateway that a repeat would make a second one of.
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { transactionId } from './terms';

export default vtexAction({
  id: 'vtex.transaction-refund',
  version: 1,
  name: { en: 'Refund transaction', es: 'Reembolsar transacción', pt: 'Estornar transação' },
  help: {
    en: 'Asks the gateway to pay back an amount that was settled, in cents. A return invoice ("Return invoice") does this by itself. When the answer is lost the row waits in doubt, because a repeat would pay twice.',
    es: 'Pide al gateway devolver un monto liquidado, en centavos. Una factura de devolución lo hace sola. Si se pierde la respuesta la fila espera en duda, porque repetir pagaría dos veces.',
    pt: 'Pede ao gateway para devolver um valor liquidado, em centavos. Uma nota de devolução faz isso sozinha. Se a resposta se perder a linha espera em dúvida, porque repetir pagaria duas vezes.',
  },
  keywords: ['refund', 'chargeback', 'reembolso', 'devolución', 'estorno', 'devolução'],
  area: 'payments',
  request: 'POST /api/pvt/transactions/{transactionId}/refunding-request',
  effect: 'create',
  concurrency: 1,
  path: { transactionId },
  body: {
    value: target.integer(
      { en: 'Amount', es: 'Monto', pt: 'Valor' },
      {
        required: true,
        min: 1,
        unit: { en: 'cents', es: 'centavos', pt: 'centavos' },
        suggest: '$cents($parseNumber(preco, ","))',
      },
    ),
  },
  saveAs: 'refund',
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'transactionId', expression: 'transacao' },
        { target: 'value', expression: 'valor' },
      ],
      saveAs: 'refund',
    },
    input: [{ transacao: 'A0B1C2D3E4F506172839405162738495', valor: 5000 }],
    output: {
      out: [
        {
          transacao: 'A0B1C2D3E4F506172839405162738495',
          valor: 5000,
          refund: {
            id: null,
            token: '00000000000040008000000000000001',
            status: 11,
            statusDetail: 'Settling',
            processingDate: '2026-11-23T12:00:00.000Z',
            refundedValue: 5000,
            refundedToken: null,
            message: null,
            code: null,
            connectorRefundedValue: 0,
            cancelledValue: 0,
          },
        },
      ],
    },
  },
});
