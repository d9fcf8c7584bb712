// Tells VTEX that the money of an order came from outside (bank slip, promissory note). Once, and only when it waits.
import { UserError, type Json } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { getOrder, isCanceled, objects, oneOrder, orderId, readOrder, textOf, type Order } from './order';

const request = `POST ${oneOrder}/payments/{paymentId}/payment-notification`;

export default vtexAction({
  id: 'vtex.order-payment-notify',
  version: 1,
  name: {
    en: 'Confirm payment of order',
    es: 'Confirmar pago del pedido',
    pt: 'Confirmar pagamento do pedido',
  },
  help: {
    en: 'Tells VTEX that the money was received outside of it, as with bank slips and promissory notes; the order moves on and cannot be moved back. Send it only when the funds are certain. An order that does not wait for a payment any more stays as it is; a cancelled one fails its row. Without a payment id the order’s only payment is meant.',
    es: 'Avisa a VTEX que el dinero se recibió fuera, como con boletos y pagarés; el pedido avanza y no retrocede. Envíelo solo cuando los fondos son seguros. Un pedido que ya no espera un pago queda como está; uno cancelado hace fallar su fila. Sin id de pago se entiende el único pago del pedido.',
    pt: 'Avisa a VTEX que o dinheiro foi recebido fora dela, como em boletos e promissórias; o pedido avança e não volta. Envie só quando o valor é certo. Um pedido que não espera mais pagamento fica como está; um cancelado faz a linha falhar. Sem id de pagamento vale o único pagamento do pedido.',
  },
  keywords: ['payment', 'pagamento', 'pago', 'boleto', 'promissória', 'conciliação', 'baixa', 'pedido'],
  area: 'orders',
  request,
  also: [getOrder],
  effect: 'idempotent',
  saveAs: 'payment',
  path: {
    orderId,
    paymentId: target.text({ en: 'Payment id', es: 'Id del pago', pt: 'Id do pagamento' }, { maxLength: 60 }),
  },
  prepare: () => ({ run: notify }),
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'orderId', expression: 'pedido' }],
      saveAs: 'payment',
    },
    input: [{ pedido: '1268540500001-01' }],
    output: {
      out: [
        {
          pedido: '1268540500001-01',
          payment: {
            orderId: '1268540500001-01',
            paymentId: 'BB000000000000000000000000000100',
            change: 'notified',
          },
        },
      ],
    },
  },
});

async function notify(values: Values, { store }: { store: Store }): Promise<Json> {
  const id = String(values['orderId']);
  const order = await readOrder(store, id);
  const { status } = order;
  if (isCanceled(status) || status === null)
    throw new UserError('vtex.order-canceled', { values: { orderId: id, status } });
  if (status !== 'payment-pending') return { orderId: id, change: 'unchanged' };
  const paymentId = textOf(values['paymentId']) || onlyPayment(order);
  await store.send(request, { params: { orderId: id, paymentId } });
  return { orderId: id, paymentId, change: 'notified' };
}

function onlyPayment({ id, raw }: Order): string {
  const data = raw['paymentData'];
  const transactions = objects((data as { transactions?: Json } | undefined)?.transactions);
  const payments = transactions
    .filter((one) => one['isActive'] !== false)
    .flatMap((one) => objects(one['payments']));
  if (payments.length !== 1)
    throw new UserError('vtex.payment-ambiguous', { values: { orderId: id, count: payments.length } });
  return textOf(payments[0]?.['id']);
}
