// Denies a shopper's request to cancel: the order goes back to where it was.
import { UserError } from '@eclusa/flow';
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { getOrder, isAskedToCancel, objects, orderId, readOrder, textOf } from './order';

const request = 'POST /api/orders/pvt/document/{orderId}/deny-cancellation-request';

export default vtexAction({
  id: 'vtex.order-cancellation-deny',
  version: 1,
  name: {
    en: 'Deny cancellation request',
    es: 'Rechazar solicitud de cancelación',
    pt: 'Negar pedido de cancelamento',
  },
  help: {
    en: 'Says no to a shopper who asked to cancel, and the order goes back to where it was. To say yes, use "Cancel order". Only while the request is open; without an id the order’s open request is meant.',
    es: 'Le dice que no a un cliente que pidió cancelar, y el pedido vuelve a donde estaba. Para decir que sí, use «Cancelar pedido». Solo mientras la solicitud está abierta; sin id se entiende la solicitud abierta del pedido.',
    pt: 'Diz não a um cliente que pediu para cancelar, e o pedido volta para onde estava. Para dizer sim, use "Cancelar pedido". Só enquanto a solicitação está aberta; sem id vale a solicitação aberta do pedido.',
  },
  keywords: ['cancel', 'cancelamento', 'cancelación', 'deny', 'negar', 'rechazar', 'pedido', 'order'],
  area: 'orders',
  request,
  also: [getOrder],
  effect: 'idempotent',
  saveAs: 'denial',
  path: { orderId },
  body: {
    denyReason: target.text(
      { en: 'Reason', es: 'Motivo', pt: 'Motivo' },
      { required: true, maxLength: 500, suggest: '$exists(motivo) ? motivo : descricao' },
    ),
    cancellationRequestId: target.text({
      en: 'Id of the request',
      es: 'Id de la solicitud',
      pt: 'Id da solicitação',
    }),
  },
  prepare: () => ({
    async run(values, { store }) {
      const id = String(values['orderId']);
      const { status, raw } = await readOrder(store, id);
      const last = objects(raw['cancellationRequests']).at(-1);
      if (!isAskedToCancel(status)) {
        if (last && status !== 'canceled' && status !== 'cancel') return { orderId: id, change: 'unchanged' };
        throw new UserError('vtex.cancellation-not-requested', { values: { orderId: id, status } });
      }
      const cancellationRequestId = textOf(values['cancellationRequestId']) || textOf(last?.['id']);
      const body = { cancellationRequestId, denyReason: values['denyReason'] ?? '' };
      await store.send(request, { params: { orderId: id }, body });
      return { orderId: id, change: 'denied' };
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'orderId', expression: 'pedido' },
        { target: 'denyReason', expression: '"Já foi despachado"' },
      ],
      saveAs: 'denial',
    },
    input: [{ pedido: '1268540500001-01' }],
    output: {
      out: [{ pedido: '1268540500001-01', denial: { orderId: '1268540500001-01', change: 'denied' } }],
    },
  },
});
