// Orders that are simple, discounted, cancelled too early, begun by hand, or of a SKU without a code. The answer to one of
// them is lost. Later one comes a second time, and one is cancelled while the ERP takes it.
import type { Recipe } from './recipe.testing';
import { cancelInStore, openStore, ordersLeft, place, sendToErp } from './orders.testing';

export const recipe: Recipe = {
  prepare: async (ground) => {
    const { sandbox, erp } = ground;
    await openStore(ground);
    place(ground, { skuId: 1, quantity: 2, price: 4_990, shipping: 1_500 });
    place(ground, {
      items: [
        { skuId: 2, quantity: 1, price: 189_799 },
        { skuId: 3, quantity: 3, price: 1_905 },
      ],
      ...{ shipping: 3_990, discount: 10_001 },
      client: { isCorporate: true, corporateName: 'Café & Cia Ltda', corporateDocument: '12345678000195' },
    });
    await cancelInStore(ground, place(ground, { skuId: 1, price: 100 }));
    const begun = place(ground, { skuId: 4, price: 2_000 });
    await ground.store(`POST /api/oms/pvt/orders/${begun}/start-handling`, {});
    const nameless = sandbox.state.skus.get(5);
    if (nameless) nameless.RefId = null;
    place(ground, { skuId: 5, price: 3_000 });
    erp.faults.add([{ kind: 'drop-after', count: 1 }]);
  },
  meanwhile: async (ground, run) => {
    if (run < 3) return;
    const { erp } = ground;
    const known = place(ground, { skuId: 1, price: 700 });
    await sendToErp(ground, known);
    const late = place(ground, { skuId: 1, price: 900 });
    const answer = erp.orders.answer.bind(erp.orders);
    erp.orders.answer = async (request, ...more) => {
      const reply = await answer(request, ...more);
      if (request.method === 'POST' && erp.orders.report().taken[late] === 1) {
        erp.orders.answer = answer;
        await cancelInStore(ground, late);
      }
      return reply;
    };
  },
  left: ordersLeft,
};
