// Sends the invoice of an order from the row's fields: whole or a part, once per number.
import type { Json } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import { pick } from '../vtex/entity';
import { vtexAction } from '../vtex/vtex-action';
import { amountsField, invoiceTargets, transportTargets } from './invoice-fields';
import {
  findInvoice,
  invoiceOrder,
  itemsFrom,
  sendInvoice,
  startHandling,
  toCents,
  type Invoice,
} from './invoicing';
import { getOrder, invoiceNumber, orderId } from './order';

export default vtexAction({
  id: 'vtex.order-invoice',
  version: 1,
  name: { en: 'Invoice order', es: 'Facturar pedido', pt: 'Faturar pedido' },
  help: {
    en: 'Sends the invoice of an order; when the invoices add up to the order, freight included, VTEX captures the payment. Amounts are cents. Less than the total is a part: the order stays open and can no longer be cancelled, and "remaining" says what is left. A number the order has already is not sent again, and another value under it is refused. Refused too: an order that was cancelled or asked to be, more than what is left, an item the order has not. An order still in ready-for-handling is started first. If items fall out, change the order before you invoice. With several accounts, use the connection of the one that delivers (the seller).',
    es: 'Envía la factura de un pedido; cuando las facturas suman el pedido, envío incluido, VTEX captura el pago. Los importes son centavos. Menos que el total es una parte: el pedido queda abierto y ya no se puede cancelar, y «remaining» dice cuánto falta. Un número que el pedido ya tiene no se reenvía, y otro valor con ese número se rechaza. También se rechaza un pedido cancelado o con solicitud de cancelación, más de lo que falta, o un ítem que el pedido no tiene. Un pedido aún en ready-for-handling se inicia antes. Si faltan ítems, modifique el pedido antes de facturar. Con varias cuentas, use la conexión de la que entrega (el vendedor).',
    pt: 'Envia a nota fiscal de um pedido; quando as notas somam o pedido, frete incluído, a VTEX captura o pagamento. Os valores são centavos. Menos que o total é uma parte: o pedido fica aberto e não pode mais ser cancelado, e "remaining" diz quanto falta. Um número que o pedido já tem não é enviado de novo, e outro valor com esse número é recusado. Também se recusa um pedido cancelado ou com cancelamento solicitado, mais do que falta, ou um item que o pedido não tem. Um pedido ainda em ready-for-handling é iniciado antes. Se itens faltarem, altere o pedido antes de faturar. Com várias contas, use a conexão da que entrega (o seller).',
  },
  keywords: [
    'invoice',
    'factura',
    'facturar',
    'nota fiscal',
    'faturar',
    'faturamento',
    'nf-e',
    'order',
    'pedido',
  ],
  area: 'orders',
  request: sendInvoice,
  also: [getOrder, startHandling],
  effect: 'create',
  saveAs: 'invoice',
  path: { orderId },
  body: { invoiceNumber, ...invoiceTargets },
  options: { amounts: amountsField },
  prepare: ({ config, now }) => ({
    run: (values, { store }) =>
      invoiceOrder(store, invoiceFrom('Output', values, config['amounts'], now().toISOString())),
    findExisting: (values, { store }) =>
      findInvoice(store, String(values['orderId']), String(values['invoiceNumber'])),
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'orderId', expression: 'pedido' },
        { target: 'invoiceNumber', expression: 'nota' },
        { target: 'invoiceValue', expression: 'valor' },
      ],
      amounts: 'currency',
      saveAs: 'invoice',
    },
    input: [{ pedido: '1268540500001-01', nota: '1-4711', valor: 65 }],
    output: {
      out: [
        {
          pedido: '1268540500001-01',
          nota: '1-4711',
          valor: 65,
          invoice: {
            orderId: '1268540500001-01',
            invoiceNumber: '1-4711',
            invoiceValue: 6500,
            remaining: 0,
            receipt: 'c67ef1396b9b284f368c1b270cee9707',
            change: 'created',
          },
        },
      ],
    },
  },
});

/** The invoice a row speaks of. Throws UserError for amounts that are not what the form says. */
export function invoiceFrom(
  type: Invoice['type'],
  values: Values,
  amounts: Json | undefined,
  now: string,
): Invoice {
  const { invoiceValue, items, issuanceDate } = values;
  return {
    orderId: String(values['orderId']),
    type,
    number: String(values['invoiceNumber']),
    value: invoiceValue === undefined ? undefined : toCents(invoiceValue, amounts),
    items: items === undefined ? undefined : itemsFrom(items, (value) => toCents(value, amounts)),
    issuanceDate: typeof issuanceDate === 'string' ? issuanceDate : now,
    more: pick(values, ['invoiceKey', ...Object.keys(transportTargets)]),
  };
}
