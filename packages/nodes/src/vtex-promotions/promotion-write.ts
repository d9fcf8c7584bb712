// Promotions and taxes are written whole: found by name, read, merged, and sent only where something differs.
import { isJsonObject, UserError, type Json, type JsonObject } from '@eclusa/flow';
import { differs } from '../vtex/entity';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import type { Work } from '../vtex/vtex-action';

export const savePromotion = 'POST /api/rnb/pvt/calculatorconfiguration';
export const readPromotion = 'GET /api/rnb/pvt/calculatorconfiguration/{idCalculatorConfiguration}';
export const searchPromotions = 'GET /api/rnb/pvt/benefits/calculatorconfiguration/search';
export const listTaxes = 'GET /api/rnb/pvt/taxes/calculatorconfiguration';

/** What a new one has that nobody mapped. */
interface Kind {
  fresh: JsonObject;
  /** Those whose name may be the wanted one, in their short form. */
  candidates(name: string, store: Store): Promise<Json>;
}

export const promotionKind: Kind = {
  fresh: { type: 'regular', origin: 'marketplace', percentualShippingDiscountValue: 0 },
  candidates: (byName, store) => store.send(searchPromotions, { query: { byName } }),
};

export const taxKind: Kind = {
  fresh: { type: 'tax', origin: 'marketplace', percentualShippingDiscountValue: 0 },
  async candidates(_name, store) {
    return (await store.find(listTaxes))?.['items'] ?? [];
  },
};

const lists = ['skus', 'products', 'categories', 'brands', 'collections'];

/** Creates or updates by name. `now` is when one begins for which nobody says it. */
export function promotionWork(kind: Kind, now: () => Date): Work {
  return {
    async run(values, { store }) {
      const name = String(values['name']);
      return store.lock(`promotion:${name.toLowerCase()}`, () => save(kind, values, store, now));
    },
    async findExisting({ name }, { store }) {
      const id = await findId(kind, String(name), store);
      return id === undefined ? null : { id };
    },
  };
}

async function save(kind: Kind, values: Values, store: Store, now: () => Date): Promise<JsonObject> {
  const wanted = wholeValues(values);
  const name = String(values['name']);
  const id = await findId(kind, name, store);
  if (id === undefined) {
    const begins = { beginDateUtc: now().toISOString(), isActive: true };
    const made = await store.send(savePromotion, { body: { ...kind.fresh, ...begins, ...wanted } });
    return { id: idIn(made, store), name, change: 'created' };
  }
  const held = await store.find(readPromotion, { params: { idCalculatorConfiguration: id } });
  if (held && held['type'] !== kind.fresh['type']) {
    throw new UserError('vtex.promotion-other-type', { values: { name, type: held['type'] ?? null } });
  }
  if (held && !differs(held, wanted)) return { id, name, change: 'unchanged' };
  await store.send(savePromotion, { body: { ...held, ...wanted, idCalculatorConfiguration: id } });
  return { id, name, change: 'updated' };
}

/** The id of the one with exactly this name; throws UserError where there are several. */
export async function findId(kind: Kind, name: string, store: Store): Promise<string | undefined> {
  const found = await kind.candidates(name, store);
  const same = (Array.isArray(found) ? found : []).filter(
    (one): one is JsonObject => isJsonObject(one) && String(one['name']).trim() === name,
  );
  if (same.length > 1)
    throw new UserError('vtex.promotion-several', { values: { name, count: same.length } });
  const id = same[0]?.['idCalculatorConfiguration'];
  return typeof id === 'string' ? id : undefined;
}

function idIn(answer: Json, store: Store): Json {
  if (store.dryRun) return '(new)';
  return isJsonObject(answer) ? (answer['idCalculatorConfiguration'] ?? null) : null;
}

/** The mapped values as VTEX takes them: things with id and name, dates in UTC. */
function wholeValues(values: Values): JsonObject {
  const all = Object.entries(values).map(([name, value]): [string, Json] => {
    if (lists.includes(name)) return [name, (value as Json[]).map(named)];
    if (name === 'idsSalesChannel') return [name, (value as Json[]).map(String)];
    if (name.endsWith('DateUtc')) return [name, utc(String(value))];
    return [name, value];
  });
  return Object.fromEntries(all);
}

function named(thing: Json): JsonObject {
  const { id, name } = isJsonObject(thing) ? thing : { id: thing, name: undefined };
  return { id: String(id ?? ''), name: String(name ?? id ?? '') };
}

function utc(date: string): string {
  return new Date(/(Z|[+-]\d{2}:?\d{2})$/.test(date) ? date : `${date}Z`).toISOString();
}
