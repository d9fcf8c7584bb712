// Pricing v2: base price and fixed prices. PUT deletes every fixed price it does not bring; PATCH merges.
import { listBody, objectBody, optionalNumber, pathId, type JsonObject } from '../http/fields';
import { empty, json, Refusal, type Call, type Reply, type Route } from '../http/wire';
import type { FixedPrice, Price } from '../store/entities';
import type { Store } from '../store/store';
import { computed, fixedPrice, samePlace } from './fixed-price';
import { modifierOf } from './price-modifier';

export interface PricingSettings {
  clock: () => number;
  /** Status for a SKU the store does not have: no source tells. */
  unknownSku: number;
}

export function pricingRoutes(store: Store, settings: PricingSettings): Route[] {
  const one = '/pricing/prices/{itemId}';
  const table = `${one}/fixed/{priceTableId}`;
  return [
    { request: `PUT ${one}`, handler: (call) => put(store, settings, call) },
    { request: `GET ${one}`, handler: (call) => json(find(store, call)) },
    { request: `DELETE ${one}`, handler: (call) => remove(store, call) },
    { request: `GET ${one}/fixed`, handler: (call) => json(find(store, call).fixedPrices) },
    { request: `PATCH ${one}/fixed`, handler: (call) => merge(store, settings, call) },
    { request: `GET ${table}`, handler: (call) => json(find(store, call).fixedPrices.filter(ofTable(call))) },
    { request: `POST ${table}`, handler: (call) => merge(store, settings, call) },
    { request: `DELETE ${table}`, handler: (call) => removeTable(store, call) },
    { request: `GET ${one}/computed`, handler: (call) => computedAll(store, settings, call) },
    { request: `GET ${one}/computed/{priceTableId}`, handler: (call) => computedOne(store, settings, call) },
    { request: 'GET /pricing/tables', handler: () => json([...store.priceTables]) },
    { request: 'PUT /pricing/tables/{priceTableId}', handler: (call) => addTable(store, call) },
    { request: 'GET /pricing/config', handler: () => json(config) },
    { request: 'GET /pricing/migration', handler: () => json({ isActive: true, hasMigrated: true }) },
  ];
}

/** The shape of Pricing's refusals is not published; this one is ours. */
export function refusePrice(status: number, message: string): never {
  throw new Refusal(json({ error: { code: String(status), message } }, status));
}

const config = {
  hasMigrated: true,
  migrationStatus: 'Completed',
  defaultMarkup: 0,
  priceVariation: { upperLimit: null, lowerLimit: null },
  minimumMarkups: null,
  tradePolicyConfigs: [],
  sellersToOverride: [],
  hasPriceInheritance: false,
  priceInheritance: 'never',
  hasOptionalBasePrice: false,
  blockAccount: false,
  blockedRoutes: null,
  priceTableSelectionStrategy: 'first',
  priceTableLimit: null,
};

function knownSku(store: Store, settings: PricingSettings, call: Call): number {
  const id = pathId(call.params.itemId);
  if (store.skus.has(id)) return id;
  return refusePrice(settings.unknownSku, `SKU ${call.params.itemId} not found`);
}

function find(store: Store, call: Call): Price {
  return store.prices.get(pathId(call.params.itemId)) ?? refusePrice(404, 'Price not found');
}

function put(store: Store, settings: PricingSettings, call: Call): Reply {
  const id = knownSku(store, settings, call);
  const body = objectBody(call.body);
  const fixed = body.fixedPrices ?? [];
  if (!Array.isArray(fixed)) return refusePrice(400, 'fixedPrices must be a list');
  const fixedPrices = fixed.map((entry) => fixedPrice(entry, undefined));
  for (const { tradePolicyId } of fixedPrices) store.priceTables.add(tradePolicyId);
  store.prices.set(id, { itemId: String(id), ...baseOf(body), fixedPrices });
  return empty();
}

/** One or two of the three values; the third is worked out: base = cost × (1 + markup / 100). */
function baseOf(body: JsonObject): Omit<Price, 'itemId' | 'fixedPrices'> {
  const base = amount(body, 'basePrice');
  const cost = amount(body, 'costPrice');
  const markup = optionalNumber(body, 'markup');
  if (base !== null && cost !== null && markup !== null) {
    refusePrice(400, 'Send at most two of basePrice, costPrice and markup: the third is calculated.');
  }
  const listPrice = amount(body, 'listPrice');
  if (base !== null) {
    const costPrice = cost ?? (markup === null ? base : round(base / (1 + markup / 100)));
    return { listPrice, basePrice: base, costPrice, markup: markup ?? markupOf(base, costPrice) };
  }
  if (cost === null) return refusePrice(400, 'basePrice, or costPrice with markup, is required.');
  const used = markup ?? config.defaultMarkup;
  return { listPrice, basePrice: round(cost * (1 + used / 100)), costPrice: cost, markup: used };
}

const round = (value: number): number => Math.round((value + Number.EPSILON) * 100) / 100;
const markupOf = (base: number, cost: number): number => (cost > 0 ? round((base / cost - 1) * 100) : 0);

function amount(body: JsonObject, name: string): number | null {
  const value = optionalNumber(body, name);
  return value === null || value >= 0 ? value : refusePrice(400, `${name} must not be negative`);
}

/** Upserts by table, period and minimum quantity; what is not named stays. A SKU without a base price may have fixed ones. */
function merge(store: Store, settings: PricingSettings, call: Call): Reply {
  const id = knownSku(store, settings, call);
  const table = call.params.priceTableId;
  const entries = listBody(call.body).map((entry) => fixedPrice(entry, table));
  const before = store.prices.get(id) ?? {
    itemId: String(id),
    listPrice: null,
    costPrice: null,
    markup: null,
    basePrice: null,
    fixedPrices: [],
  };
  const kept = before.fixedPrices.filter((old) => !entries.some((entry) => samePlace(entry, old)));
  for (const { tradePolicyId } of entries) store.priceTables.add(tradePolicyId);
  store.prices.set(id, { ...before, fixedPrices: [...kept, ...entries] });
  return empty();
}

function remove(store: Store, call: Call): Reply {
  store.prices.delete(Number(find(store, call).itemId));
  return empty();
}

const ofTable = (call: Call) => (price: FixedPrice) => price.tradePolicyId === call.params.priceTableId;

function removeTable(store: Store, call: Call): Reply {
  const price = find(store, call);
  const inTable = ofTable(call);
  store.prices.set(Number(price.itemId), {
    ...price,
    fixedPrices: price.fixedPrices.filter((fixed) => !inTable(fixed)),
  });
  return empty();
}

function addTable(store: Store, call: Call): Reply {
  store.priceTables.add(call.params.priceTableId ?? '');
  return empty();
}

function quantityOf(call: Call): number {
  return pathId(call.query.get('quantity') ?? undefined) || 1;
}

/** Tables in which the SKU has no price are left out. */
function computedAll(store: Store, settings: PricingSettings, call: Call): Reply {
  const price = find(store, call);
  const now = settings.clock();
  const inTable = (table: string): object[] => {
    const found = computed(price, table, quantityOf(call), now, modifierOf(store, price, table, now));
    return found ? [found] : [];
  };
  return json([...store.priceTables].flatMap(inTable));
}

function computedOne(store: Store, settings: PricingSettings, call: Call): Reply {
  const table = call.params.priceTableId ?? '';
  if (!store.priceTables.has(table)) refusePrice(404, 'Price table not found');
  const [price, now] = [find(store, call), settings.clock()];
  const found = computed(price, table, quantityOf(call), now, modifierOf(store, price, table, now));
  return json(found ?? refusePrice(404, 'Price not found'));
}
