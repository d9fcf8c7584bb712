// Orders in the store and in the ERP, and what of them is looked at.
import type { Json } from '@eclusa/flow';
import type { Ground } from './recipe.testing';

export type Wanted = Parameters<Ground['sandbox']['placeOrder']>[0];

/** Fills the store from the ERP. Its list of orders is never behind, and nothing of an order takes time. */
export async function openStore(ground: Ground): Promise<void> {
  const { orders } = ground.sandbox.state;
  orders.times = { ...orders.times, indexLag: 0, change: 0 };
  await ground.run('products-prices-stock');
}

/** Places an order, ready for handling unless told otherwise, and answers its id. */
export function place({ sandbox }: Ground, wanted: Wanted): string {
  return sandbox.placeOrder({ status: 'ready-for-handling', ...wanted }).document.orderId;
}

/** Sends an order to the ERP as somebody does who has it by other ways than the flow. */
export async function sendToErp(ground: Ground, orderId: string): Promise<void> {
  const document = ground.sandbox.state.orders.find(orderId)?.document;
  if (!document) throw new Error(`no order ${orderId}`);
  const total = (id: string) => (document.totals.find((one) => one.id === id)?.value ?? 0) / 100;
  await askErp(ground, '', {
    numero: orderId,
    itens: document.items.map(({ refId, name, quantity, price }) => ({
      ...{ codigo: refId, descricao: name, quantidade: quantity, preco: price / 100 },
    })),
    frete: total('Shipping'),
    desconto: 0 - total('Discounts'),
    total: document.value / 100,
  });
}

/** `POST /erp/v1/pedidos…`. Throws when the ERP refuses. */
export async function askErp({ erp }: Ground, path: string, body: unknown = {}): Promise<void> {
  const answer = await fetch(`${erp.url}/erp/v1/pedidos${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

/** Cancels an order in the store, as a person does there. */
export async function cancelInStore(ground: Ground, orderId: string): Promise<void> {
  await ground.store(`POST /api/oms/pvt/orders/${orderId}/cancel`, { reason: 'Cliente desistiu' });
}

/** Orders of the store with their invoices, those of the ERP, and what was created twice. */
export function ordersLeft({ sandbox, erp }: Ground): Json {
  const store = [...sandbox.state.orders.entries.values()].map(({ document }) => ({
    ...{ orderId: document.orderId, status: document.status, value: document.value },
    ...(document.cancelReason !== null && { cancelReason: document.cancelReason }),
    ...(document.packageAttachment.packages.length > 0 && {
      invoices: document.packageAttachment.packages.map((one) => ({
        ...{ number: one.invoiceNumber, value: one.invoiceValue, tracking: one.trackingNumber },
        items: one.items.map(({ itemIndex, quantity, price }) => `${itemIndex}: ${quantity} × ${price}`),
        events: one.courierStatus.data.map(
          ({ createDate, description, city, state }) => `${createDate} ${description} ${city}/${state}`,
        ),
        delivered: one.courierStatus.deliveredDate,
      })),
    }),
  }));
  const taken = erp.orders.all().map(({ numero, situacao, cliente, entrega, itens, ...amounts }) => ({
    ...{ numero, situacao },
    ...{ cliente: `${cliente.nome} ${cliente.documento}`, cidade: entrega.cidade },
    itens: itens.map(({ codigo, quantidade, preco }) => `${codigo}: ${quantidade} × ${preco}`),
    ...{ frete: amounts.frete, desconto: amounts.desconto, acrescimo: amounts.acrescimo },
  }));
  // Orders that are sent side by side arrive in any order.
  taken.sort((a, b) => (a.numero < b.numero ? -1 : 1));
  const doubled = sandbox.state.creates.doubled();
  return JSON.parse(JSON.stringify({ store, erp: taken, doubled })) as Json;
}
