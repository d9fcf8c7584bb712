// Puts the tracking of a parcel on an invoice that is there. VTEX wants four values together: the rest is kept.
import { UserError, type Json } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import { vtexAction } from '../vtex/vtex-action';
import { transportTargets } from './invoice-fields';
import { getOrder, invoiceNumber, oneOrder, orderId, readOrder, textOf, type Package } from './order';

const request = `PATCH ${oneOrder}/invoice/{invoiceNumber}`;
const members = ['trackingNumber', 'trackingUrl', 'courier', 'dispatchedDate'] as const;
const { trackingNumber, trackingUrl, courier, dispatchedDate } = transportTargets as Record<
  (typeof members)[number],
  (typeof transportTargets)[string]
>;

export default vtexAction({
  id: 'vtex.order-tracking',
  version: 1,
  name: { en: 'Tracking number of an invoice', es: 'Seguimiento de una factura', pt: 'Rastreio de uma nota' },
  help: {
    en: 'Puts carrier, tracking number, address and date of dispatch on an invoice the order has. VTEX wants all four: what you do not map is kept from the invoice. Nothing is sent when nothing differs.',
    es: 'Pone transportista, número de seguimiento, dirección y fecha de despacho en una factura del pedido. VTEX pide los cuatro: lo que no mapea se conserva de la factura. Nada se envía si nada cambia.',
    pt: 'Põe transportadora, código de rastreio, endereço e data de despacho em uma nota do pedido. A VTEX exige os quatro: o que você não mapear fica como está na nota. Nada é enviado se nada muda.',
  },
  keywords: [
    'tracking',
    'rastreio',
    'seguimiento',
    'transportadora',
    'carrier',
    'envio',
    'despacho',
    'pedido',
  ],
  area: 'orders',
  request,
  also: [getOrder],
  effect: 'idempotent',
  saveAs: 'tracking',
  path: { orderId, invoiceNumber },
  body: { trackingNumber, trackingUrl, courier, dispatchedDate },
  prepare: () => ({ run: track }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'orderId', expression: 'pedido' },
        { target: 'invoiceNumber', expression: '"1-4711"' },
        { target: 'trackingNumber', expression: 'rastreio' },
        { target: 'trackingUrl', expression: '"https://rastreio.exemplo/" & rastreio' },
        { target: 'dispatchedDate', expression: '"2026-11-23"' },
      ],
      saveAs: 'tracking',
    },
    input: [{ pedido: '1268540500001-01', rastreio: 'BR1' }],
    output: {
      out: [
        {
          pedido: '1268540500001-01',
          rastreio: 'BR1',
          tracking: {
            orderId: '1268540500001-01',
            invoiceNumber: '1-4711',
            trackingNumber: 'BR1',
            trackingUrl: 'https://rastreio.exemplo/BR1',
            courier: 'Transportadora Demo',
            dispatchedDate: '2026-11-23T00:00:00',
            change: 'updated',
          },
        },
      ],
    },
  },
});

async function track(values: Values, { store }: { store: Store }): Promise<Json> {
  const [id, number] = [String(values['orderId']), String(values['invoiceNumber'])];
  const held = await packageOf(store, id, number);
  const body = Object.fromEntries(
    members.map((name) => [name, textOf(values[name]) || textOf(held.raw[name])]),
  );
  const missing = members.filter((name) => body[name] === '');
  if (missing.length > 0)
    throw new UserError('vtex.tracking-incomplete', { values: { missing: missing.join(', ') } });
  const answer = (change: string) => ({ orderId: id, invoiceNumber: number, ...body, change });
  if (members.every((name) => body[name] === textOf(held.raw[name]))) return answer('unchanged');
  await store.send(request, { params: { orderId: id, invoiceNumber: number }, body });
  return answer('updated');
}

/** The invoice with this number. Throws UserError `vtex.invoice-unknown`. */
export async function packageOf(store: Store, id: string, number: string): Promise<Package> {
  const found = (await readOrder(store, id)).packages.find((one) => one.number === number);
  if (!found) throw new UserError('vtex.invoice-unknown', { values: { orderId: id, invoiceNumber: number } });
  return found;
}
