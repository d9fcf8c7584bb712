// Settle transaction: a request to the gateway that a repeat would make a second one of.
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { transactionId } from './terms';

export default vtexAction({
  id: 'vtex.transaction-settle',
  version: 1,
  name: { en: 'Settle transaction', es: 'Liquidar transacción', pt: 'Liquidar transação' },
  help: {
    en: 'Asks the gateway to capture an authorised amount, in cents. Usually the invoice of the order does this by itself; a settlement of 0 would wedge the order, so it is refused here. When the answer is lost the row waits in doubt: look at the transaction before sending it again.',
    es: 'Pide al gateway capturar un monto autorizado, en centavos. Normalmente la factura del pedido lo hace sola; una liquidación de 0 trabaría el pedido, por eso aquí se rechaza. Si se pierde la respuesta la fila espera en duda: mire la transacción antes de reenviarla.',
    pt: 'Pede ao gateway para capturar um valor autorizado, em centavos. Normalmente a nota fiscal do pedido faz isso sozinha; uma liquidação de 0 travaria o pedido, por isso aqui é recusada. Se a resposta se perder a linha espera em dúvida: veja a transação antes de reenviar.',
  },
  keywords: ['settle', 'capture', 'liquidar', 'captura', 'liquidação', 'pagamento'],
  area: 'payments',
  request: 'POST /api/pvt/transactions/{transactionId}/settlement-request',
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
  saveAs: 'settlement',
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'transactionId', expression: 'transacao' },
        { target: 'value', expression: 'valor' },
      ],
      saveAs: 'settlement',
    },
    input: [{ transacao: 'A0B1C2D3E4F506172839405162738495', valor: 5000 }],
    output: {
      out: [
        {
          transacao: 'A0B1C2D3E4F506172839405162738495',
          valor: 5000,
          settlement: {
            id: null,
            token: '00000000000040008000000000000002',
            status: 11,
            statusDetail: 'Settling',
            processingDate: '2026-11-23T12:00:00.000Z',
            refundedValue: 0,
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
