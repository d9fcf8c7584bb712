// The store has cancelled an order of the ERP, one that the ERP never got and one that the ERP has sent already; one
// stands, and is cancelled before the third run.
import type { Recipe } from './recipe.testing';
import { cancelInStore, openStore, ordersLeft, place, sendToErp } from './orders.testing';

let standing = '';

export const recipe: Recipe = {
  prepare: async (ground) => {
    await openStore(ground);
    const { now } = ground;
    ground.now = new Date(now.getTime() - 90_000);
    const sent = place(ground, { skuId: 1, price: 100 });
    await sendToErp(ground, sent);
    ground.now = now;
    const canceled = place(ground, { skuId: 2, price: 200 });
    await sendToErp(ground, canceled);
    const neverGot = place(ground, { skuId: 3, price: 300 });
    standing = place(ground, { skuId: 4, price: 400 });
    await sendToErp(ground, standing);
    for (const orderId of [sent, canceled, neverGot]) await cancelInStore(ground, orderId);
  },
  meanwhile: async (ground, run) => {
    if (run === 3) await cancelInStore(ground, standing);
  },
  left: ordersLeft,
};
