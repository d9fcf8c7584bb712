// A store with the products of the ERP; one balance is off, one SKU never had any, and one code was changed in the store.
import type { Recipe } from './recipe.testing';

export const recipe: Recipe = {
  prepare: async (ground) => {
    const { sandbox, store } = ground;
    await ground.run('products-prices-stock');
    const [first, second, third] = sandbox.products().flatMap(({ skus }) => skus);
    await store(`PATCH /api/logistics/pvt/inventory/skus/${first?.id}/warehouses/1_1/quantity`, {
      quantity: 1,
      unlimitedQuantity: false,
    });
    sandbox.state.stock.delete(Number(second?.id));
    sandbox.state.skuByRefId.delete(String(third?.refId));
  },
};
