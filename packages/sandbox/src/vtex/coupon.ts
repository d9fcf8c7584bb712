// Coupons: known by their code; several at once get a random end. At most a thousand of one kind in a call.
import { randomInt } from 'node:crypto';
import {
  listBody,
  objectBody,
  optionalNumber,
  optionalText,
  requiredNumber,
  requiredText,
} from '../http/fields';
import { json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { Coupon } from '../store/promotions';
import type { Store } from '../store/store';

const mostAtOnce = 1000;

export function couponRoutes(store: Store, clock: () => number, account: string): Route[] {
  const base = '/api/rnb/pvt';
  return [
    { request: `POST ${base}/coupon`, handler: (call) => one(store, clock, call) },
    { request: `GET ${base}/coupon`, handler: () => json([...store.promotions.coupons.values()]) },
    { request: `GET ${base}/coupon/{couponCode}`, handler: (call) => json(find(store, call)) },
    {
      request: `GET ${base}/coupon/usage/{couponCode}`,
      handler: (call) => json(usageOf(store, account, call)),
    },
    {
      request: `GET ${base}/archive/coupon/{couponCode}`,
      handler: (call) => json(findArchived(store, call)),
    },
    { request: `POST ${base}/coupons`, handler: (call) => several(store, clock, call) },
    { request: `POST ${base}/multiple-coupons`, handler: (call) => multiple(store, clock, call) },
    { request: `POST ${base}/archive/coupon/{couponCode}`, handler: (call) => archive(store, call, true) },
    { request: `POST ${base}/unarchive/coupon/{couponCode}`, handler: (call) => archive(store, call, false) },
  ];
}

function find(store: Store, call: Call): Coupon {
  const code = (call.params.couponCode ?? '').toLowerCase();
  return store.promotions.coupons.get(code) ?? refuse(404, 'Coupon not found.');
}

function findArchived(store: Store, call: Call): Coupon {
  const coupon = find(store, call);
  return coupon.isArchived ? coupon : refuse(404, 'Coupon not found.');
}

/** Nobody has used one here. */
function usageOf(store: Store, hostName: string, call: Call): object {
  return { hostName, couponCode: find(store, call).couponCode, profileUsages: {} };
}

function couponOf(given: unknown, clock: () => number): Coupon {
  const body = objectBody(given);
  return {
    lastModifiedUtc: new Date(clock()).toISOString(),
    utmSource: requiredText(body, 'utmSource'),
    utmCampaign: optionalText(body, 'utmCampaign') ?? '',
    couponCode: requiredText(body, 'couponCode'),
    isArchived: body.isArchived === true,
    maxItemsPerClient: requiredNumber(body, 'maxItemsPerClient'),
    expirationIntervalPerUse: requiredText(body, 'expirationIntervalPerUse'),
    maxUsage: optionalNumber(body, 'maxUsage'),
  };
}

/** A code that is known is changed; another one is a new coupon. */
function one(store: Store, clock: () => number, call: Call): Reply {
  const coupon = couponOf(call.body, clock);
  const isNew = !store.promotions.coupons.has(coupon.couponCode.toLowerCase());
  keep(store, coupon, isNew);
  return json(coupon, isNew ? 201 : 200);
}

function keep(store: Store, coupon: Coupon, isNew: boolean): void {
  store.promotions.coupons.set(coupon.couponCode.toLowerCase(), coupon);
  if (isNew) store.creates.created('coupon', coupon.couponCode);
}

function several(store: Store, clock: () => number, call: Call): Reply {
  const quantity = Number(call.query.get('quantity') ?? Number.NaN);
  return json(made(store, couponOf(call.body, clock), quantity));
}

function multiple(store: Store, clock: () => number, call: Call): Reply {
  const codes = listBody(call.body).flatMap((entry) => {
    const body = objectBody(entry);
    return made(store, couponOf(body.couponConfiguration, clock), requiredNumber(body, 'quantity'));
  });
  return json(codes);
}

function made(store: Store, coupon: Coupon, quantity: number): string[] {
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > mostAtOnce) {
    return refuse(400, `quantity must be from 1 to ${mostAtOnce}`);
  }
  const codes = Array.from({ length: quantity }, () =>
    quantity === 1 ? coupon.couponCode : `${coupon.couponCode}-${suffix()}`,
  );
  for (const couponCode of codes) {
    keep(store, { ...coupon, couponCode }, !store.promotions.coupons.has(couponCode.toLowerCase()));
  }
  return codes;
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789';
const suffix = (): string => Array.from({ length: 15 }, () => letters[randomInt(letters.length)]).join('');

function archive(store: Store, call: Call, isArchived: boolean): Reply {
  const coupon = find(store, call);
  coupon.isArchived = isArchived;
  return json(coupon);
}
