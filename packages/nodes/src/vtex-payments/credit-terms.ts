// What the boxes of customer credit share. Amounts are decimal currency.
import { target, units } from '../vtex/targets';

export const accounts = '/api/creditcontrol/accounts';
export const oneAccount = `${accounts}/{creditAccountId}`;
export const oneInvoice = `${oneAccount}/invoices/{invoiceId}`;

export const creditAccountId = target.text(
  { en: 'Credit account id', es: 'Id de la cuenta de crédito', pt: 'Id da conta de crédito' },
  { required: true, maxLength: 100, suggest: '$exists(account.id) ? account.id : creditAccountId' },
);

export const invoiceId = target.text(
  { en: 'Invoice id', es: 'Id de la factura', pt: 'Id da fatura' },
  { required: true, maxLength: 100, suggest: '$exists(invoiceId) ? invoiceId : nota' },
);

export const creditLimit = target.number(
  { en: 'Credit limit', es: 'Límite de crédito', pt: 'Limite de crédito' },
  { required: true, min: 0, unit: units.currency, suggest: '$parseNumber(preco, ",")' },
);
