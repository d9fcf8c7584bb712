// Tells VTEX that the ERP has the order. A second call is 409 in VTEX: the order is read again and decides.
import { UserError, type Json } from '@eclusa/flow';
import { hasStatus } from '../vtex/remote';
import type { Store } from '../vtex/store';
import { vtexAction } from '../vtex/vtex-action';
import { getOrder, isAskedToCancel, isCanceled, oneOrder, orderId, readOrder } from './order';

const request = `POST ${oneOrder}/start-handling`;

export default vtexAction({
  id: 'vtex.order-start-handling',
  version: 1,
  name: {
    en: 'Start handling order',
    es: 'Iniciar preparación del pedido',
    pt: 'Iniciar manuseio do pedido',
  },
  help: {
    en: 'Tells VTEX that your ERP has taken the order over, so put it after the box that saves the order there. Only orders in ready-for-handling can start; one that has started already stays as it is, and one that was cancelled meanwhile fails its row. From then on the shopper cannot cancel freely, and the next stock you send must be the one after picking.',
    es: 'Avisa a VTEX que su ERP tomó el pedido: póngala después de la caja que lo guarda allí. Solo pueden empezar pedidos en ready-for-handling; uno que ya empezó queda como está, y uno cancelado entretanto hace fallar su fila. Desde entonces el cliente no cancela libremente, y el próximo stock que envíe debe ser el posterior a la separación.',
    pt: 'Avisa a VTEX que o seu ERP assumiu o pedido: coloque depois da caixa que o grava lá. Só pedidos em ready-for-handling podem começar; um que já começou fica como está, e um cancelado nesse meio-tempo faz a linha falhar. A partir daí o cliente não cancela livremente, e o próximo estoque enviado deve ser o de depois da separação.',
  },
  keywords: ['order', 'pedido', 'handling', 'manuseio', 'preparación', 'picking', 'separação', 'status'],
  area: 'orders',
  request,
  also: [getOrder],
  effect: 'idempotent',
  saveAs: 'handling',
  path: { orderId },
  prepare: () => ({ run: (values, { store }) => start(String(values['orderId']), store) }),
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'orderId', expression: 'pedido' }],
      saveAs: 'handling',
    },
    input: [{ pedido: '1268540500001-01' }],
    output: {
      out: [
        {
          pedido: '1268540500001-01',
          handling: { orderId: '1268540500001-01', status: 'handling', change: 'started' },
        },
      ],
    },
  },
});

async function start(id: string, store: Store): Promise<Json> {
  try {
    await store.send(request, { params: { orderId: id } });
    return { orderId: id, status: 'handling', change: 'started' };
  } catch (error) {
    if (hasStatus(error, 404)) throw new UserError('vtex.order-unknown', { values: { orderId: id } });
    if (!hasStatus(error, 409)) throw error;
  }
  const { status } = await readOrder(store, id);
  if (isCanceled(status) || isAskedToCancel(status))
    throw new UserError('vtex.order-canceled', { values: { orderId: id, status } });
  if (!isUnderWay(status)) throw new UserError('vtex.order-not-ready', { values: { orderId: id, status } });
  return { orderId: id, status, change: 'unchanged' };
}

/** Statuses only an order reaches whose handling has started. */
export function isUnderWay(status: string | null): boolean {
  return [
    'start-handling',
    'handling',
    'waiting-for-fulfillment',
    'ready-for-invoicing',
    'invoice',
    'invoiced',
  ].includes(status ?? '');
}
