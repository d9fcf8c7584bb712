// Sentences about payments and customer credit.
import type { Text } from '../text';

export const vtexPaymentsMessages: Record<string, Text> = {
  'vtex.payment-zero': {
    en: 'The value is {value} cents, and nothing can be done with that: a settlement of 0 would even wedge the order for good. Map an amount above 0, or leave such rows out.',
    es: 'El valor es {value} centavos y con eso no se puede hacer nada: una liquidación de 0 incluso trabaría el pedido para siempre. Mapee un importe mayor que 0 o quite esas filas.',
    pt: 'O valor é {value} centavos e com isso não há o que fazer: uma liquidação de 0 até travaria o pedido para sempre. Mapeie um valor acima de 0 ou retire essas linhas.',
  },
  'vtex.payment-unclear': {
    en: 'The answer to a request of {value} for the transaction {transactionId} was lost, and what VTEX shows does not tell whether it was done. Look at the transaction in the VTEX Admin; replay the row only when it was not.',
    es: 'Se perdió la respuesta a una solicitud de {value} para la transacción {transactionId}, y lo que muestra VTEX no dice si se hizo. Mire la transacción en el Admin de VTEX y reprocese la fila solo si no se hizo.',
    pt: 'A resposta a um pedido de {value} para a transação {transactionId} se perdeu, e o que a VTEX mostra não diz se foi feito. Olhe a transação no Admin da VTEX e reprocesse a linha só se não foi.',
  },
  'vtex.payment-date-and-value': {
    en: 'A payment is notified with date and amount, or with neither. Map both, or remove the line of the one.',
    es: 'Un pago se notifica con fecha e importe, o sin ninguno. Mapee ambos o quite la línea del que está.',
    pt: 'Um pagamento é notificado com data e valor, ou sem nenhum dos dois. Mapeie ambos ou remova a linha do que está.',
  },
  'vtex.credit-account-unknown': {
    en: 'The store has no credit account {id}. Open it first ("Open or update credit account"), and map the id VTEX gave it.',
    es: 'La tienda no tiene la cuenta de crédito {id}. Ábrala primero («Abrir o actualizar cuenta de crédito») y mapee el id que le dio VTEX.',
    pt: 'A loja não tem a conta de crédito {id}. Abra-a antes ("Abrir ou atualizar conta de crédito") e mapeie o id que a VTEX deu a ela.',
  },
  'vtex.credit-invoice-unknown': {
    en: 'The credit account {creditAccountId} has no invoice {invoiceId}. Map both ids as "List credit invoices" shows them.',
    es: 'La cuenta de crédito {creditAccountId} no tiene la factura {invoiceId}. Mapee ambos ids como los muestra «Listar facturas de crédito».',
    pt: 'A conta de crédito {creditAccountId} não tem a fatura {invoiceId}. Mapeie os dois ids como "Listar faturas de crédito" mostra.',
  },
  'vtex.credit-invoice-closed': {
    en: 'The invoice {invoiceId} over {value} is {status} and cannot be paid. Open it again first ("Change credit invoice") if the payment is right.',
    es: 'La factura {invoiceId} por {value} está {status} y no se puede pagar. Reábrala primero («Cambiar factura de crédito») si el pago es correcto.',
    pt: 'A fatura {invoiceId} de {value} está {status} e não pode ser paga. Reabra-a antes ("Alterar fatura de crédito") se o pagamento está certo.',
  },
};
