// What the examples of prices stand on, beside SKU 1 with a base price of 1299.90.
import type { Sandbox } from '@eclusa/sandbox';

/** A table gold with a fixed price of the SKU and a rule, and an empty one. */
export function fill({ state }: Sandbox): void {
  const price = state.prices.get(1);
  if (!price) throw new Error('SKU 1 has no price');
  const fixedPrices = [{ tradePolicyId: 'gold', value: 1199.9, listPrice: null, minQuantity: 1 }];
  state.prices.set(1, { ...price, fixedPrices });
  state.priceTables.add('gold').add('b2b');
  const context = { categories: {}, brands: { '2000000': 'Aurora' }, markupRange: null, dateRange: null };
  state.priceRules.byTable.set('b2b', [{ id: 1, context, percentualModifier: -10 }]);
}
