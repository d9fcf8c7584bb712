// Adds what happened to a parcel to the tracking of an invoice. The call replaces the list: known events are kept.
import { UserError, type Json } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import { asObject } from '../vtex/remote';
import type { Store } from '../vtex/store';
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { getOrder, invoiceNumber, objects, oneOrder, orderId, textOf } from './order';
import { packageOf } from './order-tracking.node';

const request = `PUT ${oneOrder}/invoice/{invoiceNumber}/tracking`;

export default vtexAction({
  id: 'vtex.order-tracking-events',
  version: 1,
  name: {
    en: 'Tracking event or delivery',
    es: 'Evento de seguimiento o entrega',
    pt: 'Evento de rastreio ou entrega',
  },
  help: {
    en: 'Adds one event to the tracking of an invoice, which must have a tracking number. Events already there are kept, and the same event is not sent twice. "Delivered" ends the tracking; the status of the order stays invoiced.',
    es: 'Agrega un evento al seguimiento de una factura, que debe tener número de seguimiento. Los eventos existentes se conservan y el mismo evento no se envía dos veces. «Entregado» termina el seguimiento; el estado del pedido sigue invoiced.',
    pt: 'Acrescenta um evento ao rastreio de uma nota, que precisa ter código de rastreio. Os eventos que já existem ficam, e o mesmo evento não é enviado duas vezes. "Entregue" encerra o rastreio; o status do pedido continua invoiced.',
  },
  keywords: [
    'tracking',
    'rastreio',
    'seguimiento',
    'delivered',
    'entregue',
    'entregado',
    'entrega',
    'pedido',
  ],
  area: 'orders',
  request,
  also: [getOrder],
  effect: 'idempotent',
  saveAs: 'tracking',
  path: { orderId, invoiceNumber },
  body: {
    description: target.text(
      { en: 'What happened', es: 'Qué sucedió', pt: 'O que aconteceu' },
      { required: true, maxLength: 500, suggest: '$exists(evento) ? evento : descricao' },
    ),
    date: target.date(
      { en: 'When', es: 'Cuándo', pt: 'Quando' },
      { help: { en: 'Now when not mapped.', es: 'Ahora si no se mapea.', pt: 'Agora, se não mapeada.' } },
    ),
    city: target.text({ en: 'City', es: 'Ciudad', pt: 'Cidade' }, { required: true, suggest: 'cidade' }),
    state: target.text(
      { en: 'State', es: 'Estado o provincia', pt: 'Estado (UF)' },
      { required: true, suggest: 'uf' },
    ),
    isDelivered: target.boolean({ en: 'Delivered', es: 'Entregado', pt: 'Entregue' }),
  },
  prepare: ({ now }) => ({ run: (values, { store }) => tell(values, store, now().toISOString()) }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'orderId', expression: 'pedido' },
        { target: 'invoiceNumber', expression: '"1-4711"' },
        { target: 'description', expression: 'evento' },
        { target: 'date', expression: '"2026-11-24T10:30:00"' },
        { target: 'city', expression: '"São Paulo"' },
        { target: 'state', expression: '"SP"' },
        { target: 'isDelivered', expression: 'true' },
      ],
      saveAs: 'tracking',
    },
    input: [{ pedido: '1268540500001-01', evento: 'Entregue' }],
    output: {
      out: [
        {
          pedido: '1268540500001-01',
          evento: 'Entregue',
          tracking: {
            orderId: '1268540500001-01',
            invoiceNumber: '1-4711',
            events: 1,
            delivered: true,
            change: 'added',
          },
        },
      ],
    },
  },
});

async function tell(values: Values, store: Store, now: string): Promise<Json> {
  const [id, number] = [String(values['orderId']), String(values['invoiceNumber'])];
  return store.lock(`order:${id}`, async () => {
    const { raw } = await packageOf(store, id, number);
    if (textOf(raw['trackingNumber']) === '')
      throw new UserError('vtex.tracking-without-number', { values: { invoiceNumber: number } });
    const date = textOf(values['date']) || now;
    const event = {
      city: textOf(values['city']),
      state: textOf(values['state']),
      description: textOf(values['description']),
      date,
    };
    const held = asObject(raw['courierStatus'] ?? null);
    const known = objects(held?.['data']).map((one) => ({
      city: textOf(one['city']),
      state: textOf(one['state']),
      description: textOf(one['description']),
      date: textOf(one['createDate']) || textOf(one['lastChange']),
    }));
    const wasDelivered = held?.['finished'] === true;
    const delivered = wasDelivered || values['isDelivered'] === true;
    const isKnown = known.some(
      (one) => one.description === event.description && minute(one.date) === minute(date),
    );
    const events = isKnown ? known : [...known, event];
    const answer = { orderId: id, invoiceNumber: number, events: events.length, delivered };
    if (isKnown && delivered === wasDelivered) return { ...answer, change: 'unchanged' };
    const deliveredDate = wasDelivered ? textOf(held?.['deliveredDate']) : minute(date);
    const body = { isDelivered: delivered, events, ...(delivered && { deliveredDate }) };
    await store.send(request, { params: { orderId: id, invoiceNumber: number }, body });
    return { ...answer, change: 'added' };
  });
}

/** `2026-11-24 10:30`, as VTEX writes the date of a delivery. */
const minute = (date: string): string => date.slice(0, 16).replace('T', ' ');
