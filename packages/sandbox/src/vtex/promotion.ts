// Promotions and taxes: one object per configuration, written as a whole. There is no delete, only an archive.
import { objectBody, type JsonObject } from '../http/fields';
import { empty, json, Refusal, text, type Call, type Reply, type Route } from '../http/wire';
import type { Promotion } from '../store/promotions';
import type { Store } from '../store/store';

/** The figure in VTEX's own sample of a list. */
export const mostActive = 100;

const listed = ['skus', 'products', 'brands', 'categories', 'collections'] as const;

export function promotionRoutes(store: Store, clock: () => number): Route[] {
  const base = '/api/rnb/pvt';
  const one = '{idCalculatorConfiguration}';
  return [
    { request: `POST ${base}/calculatorconfiguration`, handler: (call) => save(store, clock, call) },
    { request: `GET ${base}/calculatorconfiguration/${one}`, handler: (call) => json(find(store, call)) },
    {
      request: `GET ${base}/benefits/calculatorconfiguration`,
      handler: () => json(list(store, isPromotion)),
    },
    {
      request: `GET ${base}/benefits/calculatorconfiguration/search`,
      handler: (call) => json(search(store, call)),
    },
    { request: `GET ${base}/taxes/calculatorconfiguration`, handler: () => json(list(store, isTax)) },
    {
      request: `GET ${base}/archive/benefits/calculatorConfiguration`,
      handler: () => json({ items: archived(store, isPromotion) }),
    },
    {
      request: `GET ${base}/archive/taxes/calculatorConfiguration`,
      handler: () => json({ items: archived(store, isTax) }),
    },
    {
      request: `POST ${base}/archive/calculatorConfiguration/${one}`,
      handler: (call) => archive(store, clock, call, true),
    },
    {
      request: `POST ${base}/unarchive/calculatorConfiguration/${one}`,
      handler: (call) => archive(store, clock, call, false),
    },
  ];
}

const isTax = ({ type }: Promotion): boolean => type === 'tax';
const isPromotion = (one: Promotion): boolean => !isTax(one);

function find(store: Store, call: Call): Promotion {
  const found = store.promotions.all.get(call.params.idCalculatorConfiguration ?? '');
  if (!found) throw new Refusal(text('Promotion not found.', 404));
  return found;
}

/** Writes the whole object: what is left out is gone. */
function save(store: Store, clock: () => number, call: Call): Reply {
  const body = objectBody(call.body);
  for (const name of ['beginDateUtc', 'isActive', 'percentualShippingDiscountValue', 'origin', 'type']) {
    if (body[name] === undefined || body[name] === null) refuseMember(`The ${name} field is required.`);
  }
  for (const name of listed) checkList(body, name);
  const given = typeof body.idCalculatorConfiguration === 'string' ? body.idCalculatorConfiguration : '';
  const before = store.promotions.all.get(given);
  if (given !== '' && !before) throw new Refusal(text('Promotion not found.', 404));
  if (body.isActive === true && !before?.isActive && activeOf(store) >= mostActive) {
    throw new Refusal(text(`The limit of ${mostActive} active promotions was reached.`, 400));
  }
  const promotion = {
    ...body,
    idCalculatorConfiguration: given || store.promotions.nextId(),
    name: typeof body.name === 'string' ? body.name : '',
    type: String(body.type),
    isActive: body.isActive === true,
    isArchived: body.isArchived === true,
    lastModified: new Date(clock()).toISOString(),
  };
  store.promotions.all.set(promotion.idCalculatorConfiguration, promotion);
  if (!before) store.creates.created('promotion', promotion.name);
  return json(promotion);
}

function checkList(body: JsonObject, name: (typeof listed)[number]): void {
  const list = body[name];
  if (list === undefined || list === null) return;
  const isGood =
    Array.isArray(list) &&
    list.every((one: unknown) => {
      const { id, name: own } = (one ?? {}) as Record<string, unknown>;
      return typeof id === 'string' && id !== '' && typeof own === 'string';
    });
  if (!isGood) refuseMember(`The \`${name}\` object needs to have a valid \`id\` attribute.`);
}

function refuseMember(message: string): never {
  const error = { '': [message] };
  throw new Refusal(
    json(
      { error, type: 'https://tools.ietf.org/html/rfc7231#section-6.5.1', title: 'Bad Request', status: 400 },
      400,
    ),
  );
}

/** How many of the active ones there may be are. */
export const activeOf = (store: Store): number =>
  [...store.promotions.all.values()].filter(({ isActive, isArchived }) => isActive && !isArchived).length;

function list(store: Store, wanted: (one: Promotion) => boolean): object {
  const items = [...store.promotions.all.values()].filter((one) => wanted(one) && !one.isArchived);
  return {
    limitConfigurationMaxPrice: { activesCount: 0, limit: 10 },
    limitConfiguration: { activesCount: activeOf(store), limit: mostActive },
    items: items.map(shown),
  };
}

function archived(store: Store, wanted: (one: Promotion) => boolean): object[] {
  return [...store.promotions.all.values()].filter((one) => wanted(one) && one.isArchived).map(shown);
}

/** The short form of lists: no discount, no list of things. */
function shown(one: Promotion): object {
  return {
    idCalculatorConfiguration: one.idCalculatorConfiguration,
    lastModifiedUtc: one.lastModified,
    name: one.name,
    beginDate: one.beginDateUtc ?? null,
    endDate: one.endDateUtc ?? null,
    isActive: one.isActive,
    isArchived: one.isArchived,
    description: one.description ?? '',
    type: one.type,
    status: one.isActive ? 'active' : 'inactive',
    isTax: isTax(one),
    utmSource: one.utmSource ?? '',
    utmCampain: one.utmCampaign ?? '',
    maxUsage: one.maxUsage ?? 0,
    idsSalesChannel: one.idsSalesChannel ?? [],
  };
}

function search(store: Store, call: Call): object[] {
  const part = (call.query.get('byName') ?? '').toLowerCase();
  return [...store.promotions.all.values()]
    .filter((one) => isPromotion(one) && one.name.toLowerCase().includes(part))
    .map(shown);
}

function archive(store: Store, clock: () => number, call: Call, isArchived: boolean): Reply {
  const promotion = find(store, call);
  Object.assign(promotion, { isArchived, lastModified: new Date(clock()).toISOString() });
  if (isArchived) promotion.isActive = false;
  return empty(204);
}
