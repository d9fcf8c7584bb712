// Sends the return invoice of an order that was invoiced: VTEX gives its value back to the shopper by itself.
import { vtexAction } from '../vtex/vtex-action';
import { amountsField, invoiceTargets } from './invoice-fields';
import { findInvoice, invoiceOrder, sendInvoice, startHandling } from './invoicing';
import { getOrder, invoiceNumber, orderId } from './order';
import { invoiceFrom } from './order-invoice.node';

export default vtexAction({
  id: 'vtex.order-return',
  version: 1,
  name: { en: 'Return of an order', es: 'Devolución de un pedido', pt: 'Devolução de um pedido' },
  help: {
    en: 'Sends the invoice of a return (type Input). VTEX refunds its value to the shopper by itself, so send it once and only for goods that are back. Possible only after the order was invoiced whole; before that, cancel or change it. Amounts are cents. A number the order has already is not sent again.',
    es: 'Envía la factura de una devolución (tipo Input). VTEX reembolsa su valor al cliente por sí sola: envíela una vez y solo por mercadería que volvió. Solo es posible cuando el pedido se facturó entero; antes, cancélelo o modifíquelo. Los importes son centavos. Un número que el pedido ya tiene no se reenvía.',
    pt: 'Envia a nota de uma devolução (tipo Input). A VTEX reembolsa o valor ao cliente sozinha: envie uma vez e só por mercadoria que voltou. Só é possível depois que o pedido foi faturado inteiro; antes disso, cancele ou altere. Os valores são centavos. Um número que o pedido já tem não é enviado de novo.',
  },
  keywords: ['return', 'devolução', 'devolución', 'reembolso', 'refund', 'input', 'estorno', 'pedido'],
  area: 'orders',
  request: sendInvoice,
  also: [getOrder, startHandling],
  effect: 'create',
  saveAs: 'returned',
  path: { orderId },
  body: { invoiceNumber, ...invoiceTargets },
  options: { amounts: amountsField },
  prepare: ({ config, now }) => ({
    run: (values, { store }) =>
      invoiceOrder(store, invoiceFrom('Input', values, config['amounts'], now().toISOString())),
    findExisting: (values, { store }) =>
      findInvoice(store, String(values['orderId']), String(values['invoiceNumber'])),
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'orderId', expression: 'pedido' },
        { target: 'invoiceNumber', expression: 'nota' },
        { target: 'invoiceValue', expression: 'centavos' },
        { target: 'items', expression: '[{ "id": "1", "price": 2500, "quantity": 1 }]' },
      ],
      saveAs: 'returned',
    },
    input: [{ pedido: '1268540500001-01', nota: 'DEV-1', centavos: 2500 }],
    output: {
      out: [
        {
          pedido: '1268540500001-01',
          nota: 'DEV-1',
          centavos: 2500,
          returned: {
            orderId: '1268540500001-01',
            invoiceNumber: 'DEV-1',
            invoiceValue: 2500,
            remaining: 0,
            receipt: '67e8124b184cdc2fa2e75fcc2b8c3696',
            change: 'created',
          },
        },
      ],
    },
  },
});
