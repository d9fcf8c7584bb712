// Cancels an order. Reads it before: a cancelled one is left alone, an invoiced one is a return and refused here.
import { RemoteError, UserError, type Json } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import { asObject } from '../vtex/remote';
import type { Store } from '../vtex/store';
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { getOrder, isCanceled, oneOrder, orderId, readOrder } from './order';
import { isUnderWay } from './order-start-handling.node';

const request = `POST ${oneOrder}/cancel`;

export default vtexAction({
  id: 'vtex.order-cancel',
  version: 1,
  name: { en: 'Cancel order', es: 'Cancelar pedido', pt: 'Cancelar pedido' },
  help: {
    en: 'Cancels the order for good and gives the payment back; nothing undoes it. An order with an invoice, even of a part, cannot be cancelled: send a return invoice. Also the way to grant a shopper’s request. When handling had begun VTEX does not give the units back: "resendStock" in the answer says that you must send the stock again.',
    es: 'Cancela el pedido definitivamente y devuelve el pago; nada lo deshace. Un pedido con factura, aun parcial, no se puede cancelar: envíe una factura de devolución. Sirve también para aceptar la solicitud de un cliente. Si la preparación ya había empezado VTEX no devuelve las unidades: «resendStock» en la respuesta indica que debe reenviar el stock.',
    pt: 'Cancela o pedido de vez e devolve o pagamento; nada desfaz isso. Um pedido com nota, mesmo parcial, não pode ser cancelado: envie uma nota de devolução. Serve também para aceitar a solicitação do cliente. Se o manuseio já tinha começado a VTEX não devolve as unidades: "resendStock" na resposta diz que é preciso reenviar o estoque.',
  },
  keywords: ['order', 'pedido', 'cancel', 'cancelar', 'cancelamento', 'cancelación', 'estorno', 'refund'],
  area: 'orders',
  request,
  also: [getOrder],
  effect: 'idempotent',
  saveAs: 'cancellation',
  path: { orderId },
  body: {
    reason: target.text({ en: 'Reason', es: 'Motivo', pt: 'Motivo' }, { maxLength: 500, suggest: 'motivo' }),
  },
  prepare: () => ({ run: cancel }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'orderId', expression: 'pedido' },
        { target: 'reason', expression: '"Sem estoque"' },
      ],
      saveAs: 'cancellation',
    },
    input: [{ pedido: '1268540500001-01' }],
    output: {
      out: [
        {
          pedido: '1268540500001-01',
          cancellation: { orderId: '1268540500001-01', resendStock: false, change: 'canceled' },
        },
      ],
    },
  },
});

async function cancel(values: Values, { store }: { store: Store }): Promise<Json> {
  const id = String(values['orderId']);
  const order = await readOrder(store, id);
  const { status } = order;
  const answer = (change: string, resendStock: boolean) => ({ orderId: id, resendStock, change });
  if (isCanceled(status)) return answer('unchanged', false);
  if (status === null) throw new UserError('vtex.order-incomplete', { values: { orderId: id } });
  if (status === 'invoiced' || order.packages.some(({ type }) => type === 'Output'))
    throw new UserError('vtex.order-cancel-invoiced', { values: { orderId: id, status } });
  const { reason } = values;
  try {
    await store.send(request, { params: { orderId: id }, body: { ...(reason !== undefined && { reason }) } });
  } catch (error) {
    // Somebody else may have been quicker, or the answer was lost.
    if (!(error instanceof RemoteError)) throw error;
    const now = asObject(await store.find(getOrder, { params: { orderId: id } }));
    if (!isCanceled(typeof now?.['status'] === 'string' ? now['status'] : null)) throw error;
  }
  return answer('canceled', isUnderWay(status) || status === 'cancellation-requested');
}
