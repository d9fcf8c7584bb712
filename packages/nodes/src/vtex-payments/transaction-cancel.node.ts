// Cancel transaction: a request to the gateway that a repeat would make a second one of.
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { transactionId } from './terms';

export default vtexAction({
  id: 'vtex.transaction-cancel',
  version: 1,
  name: { en: 'Cancel transaction', es: 'Cancelar transacción', pt: 'Cancelar transação' },
  help: {
    en: 'Asks the gateway to give up an authorised amount that was not settled, in cents. Cancelling the order does this by itself. When the answer is lost the row waits in doubt.',
    es: 'Pide al gateway anular un monto autorizado y no liquidado, en centavos. Cancelar el pedido lo hace solo. Si se pierde la respuesta la fila espera en duda.',
    pt: 'Pede ao gateway para anular um valor autorizado e não liquidado, em centavos. Cancelar o pedido faz isso sozinho. Se a resposta se perder a linha espera em dúvida.',
  },
  keywords: ['cancel payment', 'void', 'anular pago', 'cancelar pagamento', 'transação'],
  area: 'payments',
  request: 'POST /api/pvt/transactions/{transactionId}/cancellation-request',
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
  saveAs: 'cancellation',
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'transactionId', expression: 'transacao' },
        { target: 'value', expression: 'valor' },
      ],
      saveAs: 'cancellation',
    },
    input: [{ transacao: 'A0B1C2D3E4F506172839405162738495', valor: 5000 }],
    output: {
      out: [
        {
          transacao: 'A0B1C2D3E4F506172839405162738495',
          valor: 5000,
          cancellation: {
            id: null,
            token: '00000000000040008000000000000001',
            status: 13,
            statusDetail: 'Finished',
            processingDate: '2026-11-23T12:00:00.000Z',
            refundedValue: 0,
            refundedToken: null,
            message: null,
            code: null,
            connectorRefundedValue: 0,
            cancelledValue: 5000,
          },
        },
      ],
    },
  },
});
