// What several boxes of payments ask for.
import { target } from '../vtex/targets';

export const transactionId = target.text(
  { en: 'Transaction id', es: 'Id de la transacción', pt: 'Id da transação' },
  {
    help: {
      en: 'The transaction of the payments gateway, 32 letters and digits. An order has it in paymentData.transactions.',
      es: 'La transacción del gateway de pagos, 32 letras y cifras. Un pedido la trae en paymentData.transactions.',
      pt: 'A transação do gateway de pagamentos, 32 letras e números. Um pedido a traz em paymentData.transactions.',
    },
    required: true,
    maxLength: 64,
    suggest: '$exists(transactionId) ? transactionId : transacao',
  },
);

export const paymentId = target.text(
  { en: 'Payment id', es: 'Id del pago', pt: 'Id do pagamento' },
  {
    help: {
      en: 'One payment of the transaction: the id under paymentData.transactions.payments of the order.',
      es: 'Un pago de la transacción: el id que está en paymentData.transactions.payments del pedido.',
      pt: 'Um pagamento da transação: o id que está em paymentData.transactions.payments do pedido.',
    },
    required: true,
    maxLength: 64,
    suggest: '$exists(paymentId) ? paymentId : pagamento',
  },
);
