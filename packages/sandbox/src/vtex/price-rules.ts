// Pricing: rules of price tables. PUT replaces all rules of a table.
import { objectBody } from '../http/fields';
import { empty, json, type Call, type Reply, type Route } from '../http/wire';
import type { Store } from '../store/store';
import { refusePrice } from './pricing';

export function priceRuleRoutes(store: Store): Route[] {
  const all = '/pricing/pipeline/catalog';
  return [
    { request: `GET ${all}`, handler: () => json([...store.priceRules].map(shown)) },
    { request: `GET ${all}/{priceTableId}`, handler: (call) => one(store, call) },
    { request: `PUT ${all}/{priceTableId}`, handler: (call) => put(store, call) },
  ];
}

const shown = ([tradePolicyId, rules]: [string, object[]]): object => ({ tradePolicyId, rules });

function one(store: Store, call: Call): Reply {
  const table = call.params.priceTableId ?? '';
  if (!store.priceTables.has(table)) refusePrice(404, 'Price table not found');
  return json(shown([table, store.priceRules.get(table) ?? []]));
}

function put(store: Store, call: Call): Reply {
  const table = call.params.priceTableId ?? '';
  const { rules } = objectBody(call.body);
  if (!Array.isArray(rules)) return refusePrice(400, 'rules must be a list');
  const good = rules.every((rule) => {
    const { id, context, percentualModifier } = objectBody(rule);
    return (
      Number.isInteger(id) &&
      typeof context === 'object' &&
      context !== null &&
      typeof percentualModifier === 'number'
    );
  });
  if (!good) refusePrice(400, 'A rule needs id, context and percentualModifier');
  store.priceTables.add(table);
  store.priceRules.set(table, rules as object[]);
  return empty(201);
}
