// What the examples of the orders stand on: one order of two units at 25.00 and 15.00 freight, in the status they need.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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
  if (/^vtex\.(feed|hook)-config-(read|delete|save)$/.test(id)) await configure(sandbox, id);
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

const filter = { type: 'FromWorkflow', status: ['ready-for-handling'] };
const hook = { url: 'https://erp.example/vtex', headers: { 'x-secret': 'segredo' } };

/** A feed or a hook for the examples that read or delete one. The address of a hook's example is nobody's. */
async function configure(sandbox: Sandbox, id: string): Promise<void> {
  const { hooks } = sandbox.state;
  if (id === 'vtex.hook-config-save') hooks.configure = () => Promise.resolve(true);
  if (id.endsWith('-save')) return;
  const queue = { visibilityTimeoutInSeconds: 240, MessageRetentionPeriodInSeconds: 345_600 };
  if (id.startsWith('vtex.feed')) return post(sandbox, '/api/orders/feed/config', { filter, queue });
  const server = createServer((_request, response) => response.end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await post(sandbox, '/api/orders/hook/config', { filter, hook: { ...hook, url } });
  for (const one of hooks.all()) one.url = hook.url;
  server.closeAllConnections();
  server.close();
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
