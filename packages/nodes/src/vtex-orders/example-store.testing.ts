// What the examples of the orders stand on: one order of two units at 25.00 and 15.00 freight, in the status they need.
import type { NodeType } from '@eclusa/flow';
import type { Sandbox } from '@eclusa/sandbox';

type Wanted = Parameters<Sandbox['placeOrder']>[0];

const wanted: Readonly<Record<string, Partial<Wanted>>> = {
  'vtex.order-invoice': { status: 'handling' },
  'vtex.order-invoice-nfe': { status: 'handling' },
  'vtex.order-change': { status: 'handling' },
  'vtex.order-cancellation-deny': { status: 'handling' },
  'vtex.order-payment-notify': { payment: 'notification', status: 'payment-pending' },
};
const invoiced = ['vtex.order-return', 'vtex.order-tracking', 'vtex.order-tracking-events'];

/** Places the order an example speaks of. */
export async function fill(sandbox: Sandbox, { id }: NodeType): Promise<void> {
  const after = invoiced.includes(id) ? { status: 'handling' as const } : wanted[id];
  sandbox.placeOrder({
    skuId: 1,
    quantity: 2,
    price: 2500,
    shipping: 1500,
    status: 'ready-for-handling',
    ...after,
  });
  sandbox.state.orders.times = { ...sandbox.state.orders.times, indexLag: 0, change: 0 };
  if (invoiced.includes(id)) await invoice(sandbox);
  if (id === 'vtex.order-cancellation-deny')
    await post(sandbox, '/_sandbox/orders/1268540500001-01/request-cancellation', { reason: 'Demora' });
}

async function invoice(sandbox: Sandbox): Promise<void> {
  await post(sandbox, '/api/oms/pvt/orders/1268540500001-01/invoice', {
    type: 'Output',
    issuanceDate: '2026-11-23T10:00:00',
    invoiceNumber: '1-4711',
    invoiceValue: '6500',
    items: [{ id: '1', price: 2500, quantity: 2 }],
    courier: 'Transportadora Demo',
    trackingNumber: 'T-1',
  });
}

async function post(sandbox: Sandbox, path: string, body: object): Promise<void> {
  const answer = await fetch(`${sandbox.url}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      'x-vtex-api-appkey': sandbox.appKey,
      'x-vtex-api-apptoken': sandbox.appToken,
    },
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
}
