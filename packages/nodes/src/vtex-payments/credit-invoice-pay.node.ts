// Records the payment of a credit invoice, which gives its value back to the account. Once.
import { UserError, type JsonObject } from '@eclusa/flow';
import { vtexAction } from '../vtex/vtex-action';
import { invoiceParams, oneInvoice, readInvoice } from './credit-invoice';
import { creditAccountId, invoiceId } from './payment-targets';

const request = `POST ${oneInvoice}/payments`;

export default vtexAction({
  id: 'vtex.credit-invoice-pay',
  version: 1,
  name: { en: 'Pay credit invoice', es: 'Pagar factura de crédito', pt: 'Pagar fatura de crédito' },
  help: {
    en: 'Records that a customer paid an invoice of the credit account; VTEX marks it as paid and gives its whole value back to the available credit. The invoice is read first: a paid one stays as it is and is never paid twice, a cancelled one fails its row.',
    es: 'Registra que un cliente pagó una factura de la cuenta de crédito; VTEX la marca como pagada y devuelve todo su valor al crédito disponible. Primero se lee la factura: una pagada queda como está y nunca se paga dos veces; una cancelada hace fallar su fila.',
    pt: 'Registra que um cliente pagou uma fatura da conta de crédito; a VTEX a marca como paga e devolve todo o valor ao crédito disponível. A fatura é lida antes: uma paga fica como está e nunca é paga duas vezes; uma cancelada faz a linha falhar.',
  },
  keywords: [
    'customer credit',
    'pay',
    'pagar',
    'baixa',
    'factura',
    'fatura',
    'crédito',
    'recebimento',
    'cobro',
  ],
  area: 'payments',
  request,
  also: [`GET ${oneInvoice}`],
  effect: 'create',
  concurrency: 4,
  saveAs: 'invoice',
  path: { creditAccountId, invoiceId },
  prepare: () => ({
    async run(values, { store }): Promise<JsonObject> {
      const { status, value = null } = await readInvoice(values, store);
      const shown = { invoiceId: values['invoiceId'] ?? null, value };
      if (status === 'Paid') return { ...shown, change: 'unchanged' };
      if (status !== 'Opened')
        throw new UserError('vtex.credit-invoice-closed', { values: { ...shown, status: status ?? null } });
      await store.send(request, { params: invoiceParams(values) });
      return { ...shown, change: 'paid' };
    },
    async findExisting(values, { store }) {
      const invoice = await readInvoice(values, store);
      return invoice['status'] === 'Paid' ? invoice : null;
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'creditAccountId', expression: '"11144477735_CPF"' },
        { target: 'invoiceId', expression: 'fatura' },
      ],
      saveAs: 'invoice',
    },
    input: [{ fatura: '00000000000040008000000000000001-01' }],
    output: {
      out: [
        {
          fatura: '00000000000040008000000000000001-01',
          invoice: { invoiceId: '00000000000040008000000000000001-01', value: 150, change: 'paid' },
        },
      ],
    },
  },
});
