// A store with the first twenty products of the ERP. The ERP lists ten more before the third run, five of which the store
// has by then, and of the last five none.
import { startErp } from '@eclusa/sandbox';
import { stockAndPrices, type Recipe } from './recipe.testing';

export const recipe: Recipe = {
  prepare: async (ground) => {
    await ground.run('products-prices-stock');
    for (const { skus } of ground.sandbox.products())
      for (const { id } of skus) ground.sandbox.state.stock.delete(id);
  },
  meanwhile: async (ground, run) => {
    if (run < 3) return;
    await change(ground, 25);
    await ground.run('products-prices-stock');
    await change(ground, 30);
  },
  left: stockAndPrices,
};

/** The ERP has so many products from now on. */
async function change(
  ground: Parameters<NonNullable<Recipe['prepare']>>[0],
  products: number,
): Promise<void> {
  await ground.erp.close();
  ground.erp = await startErp({ products });
}
