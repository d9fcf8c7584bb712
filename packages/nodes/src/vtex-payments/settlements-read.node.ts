// Reads what of a transaction was settled.
import { vtexRead } from '../vtex/vtex-read';
import { transactionId } from './terms';

export default vtexRead({
  id: 'vtex.settlements-read',
  version: 1,
  name: { en: 'Read settlements', es: 'Leer liquidaciones', pt: 'Ler liquidações' },
  help: {
    en: 'Reads what of a transaction was requested and captured so far, for your accounting. VTEX gives its values in whole cents: 9990 is 99.90.',
    es: 'Lee lo que se pidió y se capturó de una transacción hasta ahora, para su contabilidad. VTEX da los valores en centavos enteros: 9990 es 99,90.',
    pt: 'Lê o que já foi pedido e capturado de uma transação, para a sua contabilidade. A VTEX dá os valores em centavos inteiros: 9990 é 99,90.',
  },
  keywords: ['settlement', 'capture', 'captura', 'liquidação', 'liquidación', 'conciliação', 'conciliación'],
  area: 'payments',
  request: 'GET /api/pvt/transactions/{transactionId}/settlements',
  path: { transactionId },
  saveAs: 'settlements',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'transactionId', expression: 'transacao' }],
      whenMissing: 'fail',
      saveAs: 'settlements',
    },
    input: [{ transacao: 'A0B1C2D3E4F506172839405162738495' }],
    output: {
      out: [
        {
          transacao: 'A0B1C2D3E4F506172839405162738495',
          settlements: {
            requests: [{ id: 'C0FFEE00C0FFEE00C0FFEE00C0FFEE00', date: '2026-11-22T15:00:00Z', value: 9990 }],
            actions: [
              {
                paymentId: 'B1C2D3E4F5A60718293A4B5C6D7E8F90',
                date: '2026-11-22T15:00:00Z',
                type: 'upon-request',
                value: 9990,
                connectorResponse: null,
              },
            ],
          },
        },
      ],
    },
  },
});
