// Tells the gateway that money for a payment has arrived elsewhere. Part payments add up, so one is never told blindly twice.
import { target, units } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { paymentId } from './terms';

const request = 'POST /api/payments/pvt/payments/{paymentId}/payment-notification';

export default vtexAction({
  id: 'vtex.payment-notify',
  version: 1,
  name: {
    en: 'Notify payment to the gateway',
    es: 'Notificar pago al gateway',
    pt: 'Notificar pagamento ao gateway',
  },
  help: {
    en: 'Tells the gateway that money for a boleto or promissory note has arrived: day and amount, in decimal currency (unlike the rest of the gateway, which counts in cents). Amounts add up until the payment is covered, so when an answer is lost the row waits in doubt. For a whole order "Notify payment of an order" is simpler.',
    es: 'Avisa al gateway que llegó el dinero de un boleto o pagaré: día y monto, en moneda decimal (a diferencia del resto del gateway, que usa centavos). Los montos se suman hasta cubrir el pago, por eso si se pierde una respuesta la fila espera en duda. Para un pedido entero es más simple «Notificar pago de un pedido».',
    pt: 'Avisa ao gateway que o dinheiro de um boleto ou promissória chegou: dia e valor, em moeda com decimais (ao contrário do resto do gateway, que usa centavos). Os valores se somam até cobrir o pagamento, por isso se uma resposta se perder a linha espera em dúvida. Para um pedido inteiro é mais simples "Notificar pagamento de um pedido".',
  },
  keywords: [
    'payment notification',
    'boleto',
    'cnab',
    'retorno bancário',
    'notificar pagamento',
    'notificar pago',
    'baixa',
  ],
  area: 'payments',
  request,
  effect: 'create',
  concurrency: 1,
  path: { paymentId },
  body: {
    paymentDate: target.date(
      { en: 'Paid on', es: 'Pagado el', pt: 'Pago em' },
      { required: true, suggest: 'data' },
    ),
    valuePaid: target.number(
      { en: 'Amount paid', es: 'Monto pagado', pt: 'Valor pago' },
      { required: true, min: 0.01, unit: units.currency, suggest: '$parseNumber(preco, ",")' },
    ),
  },
  shape: ({ paymentDate, valuePaid }) => ({
    paymentDate: brazilian(String(paymentDate)),
    valuePaid: valuePaid ?? 0,
  }),
  saveAs: '',
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'paymentId', expression: 'pagamento' },
        { target: 'paymentDate', expression: 'data' },
        { target: 'valuePaid', expression: 'valor' },
      ],
      saveAs: '',
    },
    input: [{ pagamento: 'B1C2D3E4F5A60718293A4B5C6D7E8F90', data: '2026-11-23', valor: 199.9 }],
    output: { out: [{ pagamento: 'B1C2D3E4F5A60718293A4B5C6D7E8F90', data: '2026-11-23', valor: 199.9 }] },
  },
});

/** The gateway takes DD/MM/YYYY. */
function brazilian(date: string): string {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}
