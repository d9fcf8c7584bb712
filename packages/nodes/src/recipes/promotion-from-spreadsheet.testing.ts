// A store with the products of the ERP and neither promotions nor coupons.
import type { Recipe } from './recipe.testing';

export const recipe: Recipe = {
  prepare: async (ground) => {
    await ground.run('products-prices-stock');
  },
  left: ({ sandbox }) => {
    const { all, coupons } = sandbox.state.promotions;
    return JSON.parse(
      JSON.stringify({
        promotions: [...all.values()].map((one) => ({
          name: one.name,
          isActive: one.isActive,
          percent: one['percentualDiscountValue'],
          begins: one['beginDateUtc'],
          ends: one['endDateUtc'],
          skus: one['skus'],
          utm: [one['utmSource'], one['utmCampaign']],
        })),
        coupons: [...coupons.values()].map(({ couponCode, utmSource, utmCampaign }) => ({
          ...{ couponCode, utmSource, utmCampaign },
        })),
      }),
    );
  },
};
