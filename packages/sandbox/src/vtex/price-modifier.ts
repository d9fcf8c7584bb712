// What the rules of a price table put on a base price: a percentage for categories, brands, a range of markups or dates.
import type { Price } from '../store/entities';
import type { Store } from '../store/store';

interface Rule {
  percentualModifier: number;
  /** Categories and brands by id; what is absent restricts nothing. */
  context: {
    categories?: object | null;
    brands?: object | null;
    markupRange?: { from: number; to: number } | null;
    dateRange?: { from: string; to: string } | null;
  };
}

/** The percentage of the first fitting rule of the table; 0 without one. */
export function modifierOf(store: Store, price: Price, table: string, now: number): number {
  const rules = (store.priceRules.get(table) ?? []) as Rule[];
  return rules.find(({ context }) => fits(store, price, context, now))?.percentualModifier ?? 0;
}

function fits(store: Store, price: Price, context: Rule['context'], now: number): boolean {
  const product = store.products.get(store.skus.get(Number(price.itemId))?.ProductId ?? 0);
  const [categories, brands] = [Object.keys(context.categories ?? {}), Object.keys(context.brands ?? {})];
  const own = product ? store.categoryPath(product.CategoryId).map(({ Id }) => String(Id)) : [];
  if (categories.length > 0 && !categories.some((id) => own.includes(id))) return false;
  if (brands.length > 0 && !brands.includes(String(product?.BrandId))) return false;
  const { markupRange: markups, dateRange: dates } = context;
  const markup = price.markup ?? 0;
  if (markups && !(markups.from <= markup && markup <= markups.to)) return false;
  return !dates || (Date.parse(dates.from) <= now && now <= Date.parse(dates.to));
}
