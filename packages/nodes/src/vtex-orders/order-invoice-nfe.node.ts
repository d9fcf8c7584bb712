// Sends the invoice of an order straight from the XML of its NF-e: key, number, date, items and total come from there.
import { UserError, type Json, type JsonObject } from '@eclusa/flow';
import { pick } from '../vtex/entity';
import type { Values } from '../vtex/mapping';
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { exampleNfe } from './nfe-example';
import { transportTargets } from './invoice-fields';
import {
  findInvoice,
  invoiceOrder,
  sendInvoice,
  startHandling,
  toCents,
  type Invoice,
  type InvoiceItem,
} from './invoicing';
import { readNfe, type Nfe, type NfeItem } from './nfe';
import { takesTestField } from './nfe-fields';
import { getOrder, orderId, textOf, type Order } from './order';

export default vtexAction({
  id: 'vtex.order-invoice-nfe',
  version: 1,
  name: {
    en: 'Invoice order from an NF-e XML',
    es: 'Facturar pedido con el XML de la NF-e',
    pt: 'Faturar pedido com o XML da NF-e',
  },
  help: {
    en: 'Reads an authorised NF-e (the nfeProc XML) and sends it as the order’s invoice: number, key, date, items and total, turned into cents. Codes of the XML are matched with the order by reference, EAN or SKU id. A document that was not authorised, has a wrong key or a DOCTYPE is refused, as are the things "Invoice order" refuses. The XML goes along for marketplaces that want it.',
    es: 'Lee una NF-e autorizada (el XML nfeProc) y la envía como factura del pedido: número, clave, fecha, ítems y total, convertidos a centavos. Los códigos del XML se comparan con el pedido por referencia, EAN o id de SKU. Se rechaza un documento no autorizado, con clave incorrecta o con DOCTYPE, y todo lo que rechaza «Facturar pedido». El XML va junto para los marketplaces que lo piden.',
    pt: 'Lê uma NF-e autorizada (o XML nfeProc) e a envia como nota do pedido: número, chave, data, itens e total, convertidos em centavos. Os códigos do XML são comparados com o pedido por referência, EAN ou id do SKU. Um documento não autorizado, com chave errada ou com DOCTYPE é recusado, assim como tudo o que "Faturar pedido" recusa. O XML vai junto para os marketplaces que o exigem.',
  },
  keywords: [
    'nf-e',
    'nfe',
    'xml',
    'nota fiscal',
    'danfe',
    'procNFe',
    'sefaz',
    'invoice',
    'faturar',
    'facturar',
  ],
  area: 'orders',
  request: sendInvoice,
  also: [getOrder, startHandling],
  effect: 'create',
  saveAs: 'invoice',
  path: { orderId },
  body: {
    embeddedInvoice: target.text(
      { en: 'XML of the NF-e', es: 'XML de la NF-e', pt: 'XML da NF-e' },
      { required: true, suggest: '$exists(xml) ? xml : nfe' },
    ),
    ...transportTargets,
  },
  options: {
    matchBy: {
      kind: 'choice',
      default: 'refId',
      name: { en: 'Code of an item is the', es: 'El código del ítem es', pt: 'O código do item é' },
      help: {
        en: "What the invoice's item code (cProd) is in VTEX, to find the item of the order.",
        es: 'Qué es en VTEX el código del ítem de la factura (cProd), para hallar el ítem del pedido.',
        pt: 'O que o código do item da nota (cProd) é na VTEX, para achar o item do pedido.',
      },
      choices: [
        {
          value: 'refId',
          name: {
            en: 'reference code (RefId)',
            es: 'código de referencia (RefId)',
            pt: 'código de referência (RefId)',
          },
        },
        { value: 'ean', name: { en: 'EAN', es: 'EAN', pt: 'EAN' } },
        { value: 'id', name: { en: 'SKU id', es: 'id del SKU', pt: 'id do SKU' } },
      ],
    },
    takesTest: takesTestField,
    embed: {
      kind: 'toggle',
      default: true,
      name: { en: 'Send the XML along', es: 'Enviar también el XML', pt: 'Enviar o XML junto' },
      help: {
        en: 'The customer can then download the invoice from the order. Off when the file is very large.',
        es: 'Así el cliente puede descargar la factura desde el pedido. Apagado cuando el archivo es muy grande.',
        pt: 'Assim o cliente pode baixar a nota pelo pedido. Desligado quando o arquivo é muito grande.',
      },
    },
  },
  prepare: ({ config }) => ({
    run(values, { store }) {
      const nfe = read(values, config);
      return invoiceOrder(store, invoiceOf(nfe, values, config['embed'] !== false), (order) =>
        nfe.items.map((item) => itemFor(order, item, String(config['matchBy'] ?? 'refId'))),
      );
    },
    findExisting: (values, { store }) =>
      findInvoice(store, String(values['orderId']), numberOf(read(values, config))),
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'orderId', expression: 'pedido' },
        { target: 'embeddedInvoice', expression: 'xml' },
      ],
      matchBy: 'id',
      saveAs: 'invoice',
    },
    input: [{ pedido: '1268540500001-01', xml: exampleNfe }],
    output: {
      out: [
        {
          pedido: '1268540500001-01',
          xml: exampleNfe,
          invoice: {
            orderId: '1268540500001-01',
            invoiceNumber: '4711-1',
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

const read = (values: Values, config: JsonObject): Nfe =>
  readNfe(String(values['embeddedInvoice']), { takesTest: config['takesTest'] === true });

/** Number and series: numbers repeat between series. */
const numberOf = ({ number, series }: Nfe): string => `${number}-${series}`;

function invoiceOf(nfe: Nfe, values: Values, embed: boolean): Invoice {
  const more: JsonObject = { invoiceKey: nfe.key, ...pick(values, Object.keys(transportTargets)) };
  const xml: Json = values['embeddedInvoice'] ?? null;
  return {
    orderId: String(values['orderId']),
    type: 'Output',
    number: numberOf(nfe),
    value: toCents(nfe.total, 'currency'),
    issuanceDate: nfe.issuedAt,
    more: embed ? { ...more, embeddedInvoice: xml } : more,
  };
}

function itemFor(order: Order, item: NfeItem, by: string): InvoiceItem {
  const wanted = by === 'ean' ? item.ean : item.code;
  const found = order.items.find((one) => wanted !== null && textOf(one[by]) === wanted);
  if (!found)
    throw new UserError('vtex.nfe-item-unknown', {
      values: { orderId: order.id, code: wanted ?? item.code },
    });
  // The NF-e counts in the unit of sale, the order in packs of `unitMultiplier` of them.
  const packs = item.quantity / (Number(found['unitMultiplier']) || 1);
  return {
    id: textOf(found['id']),
    price: toCents(item.total / packs, 'currency'),
    quantity: Number(packs.toFixed(4)),
  };
}
