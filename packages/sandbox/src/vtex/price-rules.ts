// Price rules of a table: a percentage on the base price for categories, brands, a range of markups or dates. PUT replaces
// all rules of a table.
import { objectBody, type JsonObject } from '../http/fields';
import { empty, json, type Call, type Reply, type Route } from '../http/wire';
import type { Price } from '../store/entities';
import type { PriceRule } from '../store/price-rules';
import type { Store } from '../store/store';
import { refusePrice } from './refuse-price';

export function priceRuleRoutes(store: Store): Route[] {
  const all = '/pricing/pipeline/catalog';
  const one = `${all}/{priceTableId}`;
  const shown = (table: string): object => ({
    tradePolicyId: table,
    rules: store.priceRules.byTable.get(table) ?? [],
  });
  return [
    { request: `GET ${all}`, handler: () => json([...store.priceTables].map(shown)) },
    {
      request: `GET ${one}`,
      handler: ({ params: { priceTableId = '' } }) =>
        store.priceTables.has(priceTableId)
          ? json(shown(priceTableId))
          : refusePrice(404, 'Price table not found'),
    },
    { request: `PUT ${one}`, handler: (call) => replace(store, call) },
  ];
}

function replace(store: Store, call: Call): Reply {
  const { rules } = objectBody(call.body);
  if (!Array.isArray(rules)) return refusePrice(400, 'rules is required');
  const read = rules.map(ruleOf);
  if (new Set(read.map(({ id }) => id)).size < read.length) refusePrice(400, 'Rule ids must be unique');
  const table = call.params.priceTableId ?? '';
  store.priceTables.add(table);
  store.priceRules.byTable.set(table, read);
  return empty(201);
}

function ruleOf(entry: unknown): PriceRule {
  const { id, context, percentualModifier } = objectBody(entry);
  if (
    typeof id !== 'number' ||
    typeof percentualModifier !== 'number' ||
    context === null ||
    typeof context !== 'object'
  )
    return refusePrice(400, 'A rule has id, context and percentualModifier');
  return { id, context: context as PriceRule['context'], percentualModifier };
}

/** The percentage that the first fitting rule of the table puts on the base price; 0 without one. */
export function modifierOf(store: Store, price: Price, table: string, now: number): number {
  const rules = store.priceRules.byTable.get(table) ?? [];
  return rules.find(({ context }) => fits(store, price, context, now))?.percentualModifier ?? 0;
}

function fits(store: Store, price: Price, context: JsonObject, now: number): boolean {
  const product = store.products.get(store.skus.get(Number(price.itemId))?.ProductId ?? 0);
  const names = (value: unknown): string[] => Object.keys((value ?? {}) as object);
  const [categories, brands] = [names(context.categories), names(context.brands)];
  const own = product ? store.categoryPath(product.CategoryId).map(({ Id }) => String(Id)) : [];
  if (categories.length > 0 && !categories.some((id) => own.includes(id))) return false;
  if (brands.length > 0 && !brands.includes(String(product?.BrandId))) return false;
  const markups = context.markupRange as { from: number; to: number } | null | undefined;
  if (markups && !(markups.from <= (price.markup ?? 0) && (price.markup ?? 0) <= markups.to)) return false;
  const dates = context.dateRange as { from: string; to: string } | null | undefined;
  return !dates || (Date.parse(dates.from) <= now && now <= Date.parse(dates.to));
}
