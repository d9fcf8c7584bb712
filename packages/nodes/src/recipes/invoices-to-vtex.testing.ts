// Four orders with an invoice in the ERP, one of which the store has cancelled. The answer to one invoice is lost. Parcels
// are sent before the second run, delivered before the third, and nothing happens before the fourth.
import type { Recipe } from './recipe.testing';
import { cancelInStore, openStore, ordersLeft, place, sendToErp } from './orders.testing';

export const recipe: Recipe = {
  prepare: async (ground) => {
    await openStore(ground);
    const orders = [
      place(ground, { skuId: 1, quantity: 2, price: 4_990, shipping: 1_500, status: 'handling' }),
      place(ground, {
        items: [
          { skuId: 2, quantity: 1, price: 189_799 },
          { skuId: 3, quantity: 3, price: 1_905 },
        ],
        ...{ shipping: 3_990, discount: 10_001, status: 'handling' },
      }),
      place(ground, { skuId: 4, price: 2_000 }),
      place(ground, { skuId: 1, price: 100 }),
    ];
    for (const orderId of orders) await sendToErp(ground, orderId);
    await cancelInStore(ground, orders[3] as string);
    ground.sandbox.faults.add([{ kind: 'drop-after', route: 'POST */invoice', count: 1 }]);
  },
  meanwhile: (ground) => {
    ground.now = new Date(ground.now.getTime() + 60_000);
  },
  left: ordersLeft,
};
