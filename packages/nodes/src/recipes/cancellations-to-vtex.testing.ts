// The ERP has cancelled an order that is being handled, one that its shopper wants cancelled, one that the store has
// cancelled itself, and one that has an invoice.
import type { Recipe } from './recipe.testing';
import { askErp, cancelInStore, openStore, ordersLeft, place, sendToErp } from './orders.testing';

export const recipe: Recipe = {
  prepare: async (ground) => {
    await openStore(ground);
    const orders = [
      place(ground, { skuId: 1, price: 100, status: 'handling' }),
      place(ground, { skuId: 2, price: 200, status: 'cancellation-requested' }),
      place(ground, { skuId: 3, price: 300 }),
      place(ground, { skuId: 4, price: 400, status: 'handling' }),
      place(ground, { skuId: 6, price: 500 }),
    ];
    for (const orderId of orders) await sendToErp(ground, orderId);
    await ground.store(`POST /api/oms/pvt/orders/${orders[3]}/invoice`, {
      ...{ type: 'Output', issuanceDate: '2026-11-23', invoiceNumber: '1', invoiceValue: '400' },
      items: [{ id: '4', price: 400, quantity: 1 }],
    });
    await cancelInStore(ground, orders[2] as string);
    for (const orderId of orders.slice(0, 4)) await askErp(ground, `/${orderId}/cancelamento`);
  },
  left: ordersLeft,
};
