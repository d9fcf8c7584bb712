// Three orders: one of two months ago, which is too old, and two of the last days, one of them with a discount.
import { exampleTime } from '../vtex/examples.testing';
import type { Recipe } from './recipe.testing';

export const recipe: Recipe = {
  prepare: async (ground) => {
    const { sandbox } = ground;
    const { orders } = sandbox.state;
    orders.times = { ...orders.times, indexLag: 0, change: 0 };
    ground.now = new Date('2026-09-20T12:00:00Z');
    await ground.run('products-prices-stock');
    const order = (at: string, wanted: Parameters<typeof sandbox.placeOrder>[0]) => {
      ground.now = new Date(at);
      sandbox.placeOrder(wanted);
    };
    order('2026-09-20T12:00:00Z', { skuId: 1, price: 1000, status: 'ready-for-handling' });
    order('2026-11-03T15:30:00Z', { skuId: 1, quantity: 2, price: 2500, shipping: 1500, status: 'handling' });
    order('2026-11-22T23:59:59Z', {
      items: [
        { skuId: 2, quantity: 1, price: 189_799 },
        { skuId: 3, quantity: 3, price: 19_050 },
      ],
      shipping: 3990,
      discount: 10_001,
      status: 'ready-for-handling',
    });
    ground.now = exampleTime;
  },
};
