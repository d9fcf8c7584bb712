// A store with the products of the ERP; one of them is in the table gold already, for a quantity the sheet does not speak of.
import type { Recipe } from './recipe.testing';

const inSheet = ['SKU-00001', 'SKU-00002', 'SKU-00003'];

export const recipe: Recipe = {
  prepare: async (ground) => {
    await ground.run('products-prices-stock');
    const id = ground.sandbox.state.skuByRefId.get('SKU-00001');
    await ground.store(`PATCH /pricing/prices/${id}/fixed`, [
      { tradePolicyId: 'gold', value: 199, minQuantity: 5 },
    ]);
  },
  left: ({ sandbox }) =>
    sandbox
      .products()
      .flatMap(({ skus }) => skus)
      .filter(({ refId }) => inSheet.includes(String(refId)))
      .map(({ refId, price }) => ({
        refId,
        basePrice: price?.basePrice ?? null,
        listPrice: price?.listPrice ?? null,
        fixedPrices: JSON.parse(JSON.stringify(price?.fixedPrices ?? [])),
      })),
};
