// How the base price of a SKU is written: read, merged, and sent only where something differs.
import { UserError, type Json, type JsonObject } from '@eclusa/flow';
import { newId } from '../vtex/coerce';
import type { Values } from '../vtex/mapping';
import { hasStatus, retold } from '../vtex/remote';
import type { Store } from '../vtex/store';
import { target, units, type Targets } from '../vtex/targets';

export const readPrice = 'GET /pricing/prices/{itemId}';
export const writePrice = 'PUT /pricing/prices/{itemId}';

/** Base price, list price, cost and markup: at most two of the first, third and fourth. */
export const basePriceTargets: Targets = {
  basePrice: target.number(
    { en: 'Base price', es: 'Precio base', pt: 'Preço base' },
    { min: 0, unit: units.currency, suggest: '$parseNumber(preco, ",")' },
  ),
  listPrice: target.number(
    { en: 'List price ("from")', es: 'Precio de lista («antes»)', pt: 'Preço de lista ("de")' },
    { min: 0, unit: units.currency },
  ),
  costPrice: target.number(
    { en: 'Cost price', es: 'Precio de costo', pt: 'Preço de custo' },
    { min: 0, unit: units.currency },
  ),
  markup: target.number(
    { en: 'Markup', es: 'Margen (markup)', pt: 'Markup' },
    {
      unit: units.percent,
      help: {
        en: 'A percentage on the cost: cost 100 and markup 30 make a base price of 130.',
        es: 'Un porcentaje sobre el costo: costo 100 y margen 30 dan un precio base de 130.',
        pt: 'Uma porcentagem sobre o custo: custo 100 e markup 30 dão preço base de 130.',
      },
    },
  ),
};

/** Sets the price of `values`; answers it with what changed. */
export async function setPrice(values: Values, store: Store): Promise<JsonObject> {
  const { itemId, ...wanted } = values;
  const params = { itemId: itemId as number };
  const held = itemId === newId ? null : await store.find(readPrice, { params });
  const body = priceBody(wanted, held);
  const shown = { skuId: itemId ?? null, ...wanted };
  if (held && Object.entries(wanted).every(([name, value]) => held[name] === value)) {
    return { ...shown, change: 'unchanged' };
  }
  try {
    await store.send(writePrice, { params, body });
  } catch (error) {
    if (hasStatus(error, 404)) throw retold('vtex.sku-unknown', error, { skuId: itemId });
    throw error;
  }
  return { ...shown, change: 'set' };
}

/** The whole price as PUT wants it: fixed and list prices kept, at most two of base, cost and markup. */
export function priceBody(wanted: Values, held: JsonObject | null): JsonObject {
  const listPrice = wanted['listPrice'] ?? held?.['listPrice'] ?? null;
  const fixedPrices = held?.['fixedPrices'] ?? [];
  return {
    ...twoOf(wanted, held),
    ...(listPrice !== null && { listPrice }),
    ...(Array.isArray(fixedPrices) && fixedPrices.length > 0 && { fixedPrices }),
  };
}

function twoOf(wanted: Values, held: JsonObject | null): JsonObject {
  const { basePrice, costPrice, markup } = wanted;
  const before = (name: string): Json | undefined => held?.[name] ?? undefined;
  if (basePrice !== undefined && costPrice !== undefined && markup !== undefined) {
    throw new UserError('vtex.price-three-values');
  }
  if (basePrice !== undefined && costPrice !== undefined) return { basePrice, costPrice };
  if (basePrice !== undefined && markup !== undefined) return { basePrice, markup };
  if (basePrice !== undefined) {
    // Markup 0 is what VTEX makes up when it only ever got a base price: that cost is not worth keeping.
    const cost = before('markup') === 0 ? undefined : before('costPrice');
    return cost === undefined ? { basePrice } : { basePrice, costPrice: cost };
  }
  if (costPrice !== undefined && markup !== undefined) return { costPrice, markup };
  if (costPrice !== undefined) return withBefore({ costPrice }, 'basePrice', before('basePrice'));
  if (markup !== undefined) return withBefore({ markup }, 'costPrice', before('costPrice'));
  // Only the list price is mapped: the base price has to go along or it would be lost.
  return withBefore({}, 'basePrice', before('basePrice'));
}

function withBefore(values: JsonObject, name: string, before: Json | undefined): JsonObject {
  if (before === undefined) throw new UserError('vtex.price-without-base');
  return { ...values, [name]: before };
}
