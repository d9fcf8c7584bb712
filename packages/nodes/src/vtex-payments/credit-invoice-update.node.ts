// Changes status, note and payment link of a credit invoice. What is not mapped is read and sent along.
import type { JsonObject } from '@eclusa/flow';
import { differs, pick } from '../vtex/entity';
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { invoiceParams, oneInvoice, readInvoice } from './credit-invoice';
import { creditAccountId, invoiceId } from './payment-targets';

const request = `PUT ${oneInvoice}`;
const sent = ['status', 'observation', 'paymentLink'];

export default vtexAction({
  id: 'vtex.credit-invoice-update',
  version: 1,
  name: {
    en: 'Change credit invoice',
    es: 'Cambiar factura de crédito',
    pt: 'Alterar fatura de crédito',
  },
  help: {
    en: 'Changes the status, the note or the payment link of a credit invoice. The invoice is read first: what you did not map is kept, and an invoice that has all this already is not written. To record a payment use "Pay credit invoice": only that gives the value back to the customer’s credit for certain.',
    es: 'Cambia el estado, la observación o el enlace de pago de una factura de crédito. Primero se lee la factura: lo que usted no mapeó se conserva y una factura que ya tiene todo no se escribe. Para registrar un pago use «Pagar factura de crédito»: solo eso devuelve con certeza el valor al crédito del cliente.',
    pt: 'Altera o status, a observação ou o link de pagamento de uma fatura de crédito. A fatura é lida antes: o que você não mapeou é mantido e uma fatura que já tem tudo não é gravada. Para registrar um pagamento use "Pagar fatura de crédito": só isso devolve com certeza o valor ao crédito do cliente.',
  },
  keywords: [
    'customer credit',
    'invoice',
    'cancel',
    'payment link',
    'factura',
    'fatura',
    'link',
    'observação',
  ],
  area: 'payments',
  request,
  also: [`GET ${oneInvoice}`],
  effect: 'idempotent',
  saveAs: 'invoice',
  path: { creditAccountId, invoiceId },
  body: {
    status: target.text(
      { en: 'Status', es: 'Estado', pt: 'Status' },
      {
        choices: [
          { value: 'Opened', name: { en: 'Open', es: 'Abierta', pt: 'Aberta' } },
          { value: 'Paid', name: { en: 'Paid', es: 'Pagada', pt: 'Paga' } },
          { value: 'Cancelled', name: { en: 'Cancelled', es: 'Cancelada', pt: 'Cancelada' } },
        ],
      },
    ),
    observation: target.text({ en: 'Note', es: 'Observación', pt: 'Observação' }, { maxLength: 1000 }),
    paymentLink: target.text(
      { en: 'Payment link', es: 'Enlace de pago', pt: 'Link de pagamento' },
      { maxLength: 1000 },
    ),
  },
  prepare: () => ({
    async run(values, { store }): Promise<JsonObject> {
      const held = await readInvoice(values, store);
      const wanted = pick(values, sent);
      const id = values['invoiceId'] ?? null;
      if (!differs(held, wanted))
        return { invoiceId: id, status: held['status'] ?? null, change: 'unchanged' };
      const kept = Object.entries(pick(held, sent)).filter(([, value]) => value !== null);
      const body = { ...Object.fromEntries(kept), ...wanted };
      await store.send(request, { params: invoiceParams(values), body });
      return { invoiceId: id, status: body['status'] ?? null, change: 'updated' };
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'creditAccountId', expression: '"11144477735_CPF"' },
        { target: 'invoiceId', expression: 'fatura' },
        { target: 'paymentLink', expression: 'link' },
      ],
      saveAs: 'invoice',
    },
    input: [{ fatura: '00000000000040008000000000000001-01', link: 'https://pagar.exemplo.com.br/1' }],
    output: {
      out: [
        {
          fatura: '00000000000040008000000000000001-01',
          link: 'https://pagar.exemplo.com.br/1',
          invoice: {
            invoiceId: '00000000000040008000000000000001-01',
            status: 'Opened',
            change: 'updated',
          },
        },
      ],
    },
  },
});
