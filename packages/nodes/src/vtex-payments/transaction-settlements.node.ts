// Reads what of a transaction has been settled.
import { vtexRead } from '../vtex/vtex-read';
import { transactionId } from './payment-targets';
import { getSettlements } from './transaction';

export default vtexRead({
  id: 'vtex.transaction-settlements',
  version: 1,
  name: { en: 'Read settlements', es: 'Leer liquidaciones', pt: 'Ler liquidações' },
  help: {
    en: 'Reads the settlements (captures) of a transaction: what was asked for and what was done, in cents.',
    es: 'Lee las liquidaciones (capturas) de una transacción: lo que se pidió y lo que se hizo, en centavos.',
    pt: 'Lê as liquidações (capturas) de uma transação: o que foi pedido e o que foi feito, em centavos.',
  },
  keywords: ['settlement', 'capture', 'liquidación', 'captura', 'liquidação', 'pagamento', 'conciliação'],
  area: 'payments',
  request: getSettlements,
  path: { transactionId },
  saveAs: 'settlements',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'transactionId', expression: 'transacao' }],
      saveAs: 'settlements',
    },
    input: [{ transacao: '00000000000040008000000000000001' }],
    output: {
      out: [
        {
          transacao: '00000000000040008000000000000001',
          settlements: { requests: [], actions: [] },
        },
      ],
    },
  },
});
