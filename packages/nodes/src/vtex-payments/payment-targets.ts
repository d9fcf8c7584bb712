// The values that boxes of payments and customer credit take, with their units. Data only.
import type { Text } from '@eclusa/flow';
import { target } from '../vtex/targets';

/** Transactions count in whole cents; credit and notifications in decimal currency. */
export const cents: Text = { en: 'cents', es: 'centavos', pt: 'centavos' };

export const transactionId = target.text(
  { en: 'Transaction id', es: 'Id de la transacción', pt: 'Id da transação' },
  {
    required: true,
    maxLength: 60,
    suggest: '$exists(transactionId) ? transactionId : "(transactionId)"',
    help: {
      en: 'The payment transaction of the order: paymentData.transactions[].transactionId.',
      es: 'La transacción de pago del pedido: paymentData.transactions[].transactionId.',
      pt: 'A transação de pagamento do pedido: paymentData.transactions[].transactionId.',
    },
  },
);

export const paymentId = target.text(
  { en: 'Payment id', es: 'Id del pago', pt: 'Id do pagamento' },
  {
    maxLength: 60,
    help: {
      en: 'One payment of the transaction: paymentData.transactions[].payments[].id.',
      es: 'Un pago de la transacción: paymentData.transactions[].payments[].id.',
      pt: 'Um pagamento da transação: paymentData.transactions[].payments[].id.',
    },
  },
);

/** An amount of a transaction. */
export const value = target.integer(
  { en: 'Value', es: 'Valor', pt: 'Valor' },
  {
    required: true,
    unit: cents,
    suggest: '$exists(valor) ? $cents(valor) : 100',
    help: {
      en: 'In whole cents: 2499, not 24.99. $cents() makes them of a decimal value.',
      es: 'En centavos enteros: 2499, no 24.99. $cents() los calcula de un valor decimal.',
      pt: 'Em centavos inteiros: 2499, não 24.99. $cents() calcula a partir de um valor decimal.',
    },
  },
);

export const creditAccountId = target.text(
  { en: 'Credit account id', es: 'Id de la cuenta de crédito', pt: 'Id da conta de crédito' },
  {
    required: true,
    maxLength: 100,
    suggest: '$exists(account.id) ? account.id : "(account)"',
    help: {
      en: 'As VTEX gave it, often document_type: 11144477735_CPF. "Open or update credit account" leaves it in the row.',
      es: 'Como lo dio VTEX, a menudo documento_tipo: 11144477735_CPF. «Abrir o actualizar cuenta de crédito» lo deja en la fila.',
      pt: 'Como a VTEX deu, muitas vezes documento_tipo: 11144477735_CPF. "Abrir ou atualizar conta de crédito" deixa o id na linha.',
    },
  },
);

export const invoiceId = target.text(
  { en: 'Invoice id', es: 'Id de la factura', pt: 'Id da fatura' },
  { required: true, maxLength: 100, suggest: '$exists(invoice.id) ? invoice.id : "(invoice)"' },
);
