// VTEX's published limits as token buckets: per account and API family, and per route where VTEX counts routes.
// It does not wait or count; a limiter given from outside does.

/** A token bucket: `burst` calls at once, refilled at `ratePerSecond`. */
export interface Bucket {
  key: string;
  ratePerSecond: number;
  burst: number;
  /** What answers the calls: one API family of one account. Of the buckets a call pays, the narrowest names it. */
  service?: string;
}

/** What an answer tells about the bucket that paid for it. */
export interface BucketAnswer {
  /** 0: the call was sent and not answered. */
  status: number;
  /** Calls the bucket holds when it is full. */
  limit?: number;
  remaining?: number;
  resetMs?: number;
  retryAfterMs?: number;
}

/** The part of a limiter the client needs. */
export interface RateLimiter {
  acquire(bucket: Bucket, signal: AbortSignal): Promise<void>;
  observe(bucket: Bucket, answer: BucketAnswer): void;
}

export type Rate = Pick<Bucket, 'ratePerSecond' | 'burst'>;

/** Rates in calls per second. Change one only for an account for which VTEX agreed to another figure. */
export interface Rates {
  /** "2,000/min = 33/s per route per account, 500 burst credits" (Pricing API reference). */
  pricingWrite: Rate;
  /** "1,000/min = 16/s, 300 burst credits" (Pricing API reference). */
  pricingDelete: Rate;
  /** 15,000/min per endpoint (Catalog API reference). */
  catalogRoute: Rate;
  /** 45,000/min per account (Catalog API reference). */
  catalogAccount: Rate;
  /** 6,000/min per account (Orders API reference; older copies say 5,000). */
  orders: Rate;
  /** 60/min for `multiple-coupons` (Promotions API reference). */
  coupons: Rate;
  /** Ours: VTEX says "under review", an older guide "unlimited". Every price write is preceded by a read. */
  pricingRead: Rate;
  /** Ours, not VTEX's: logistics, checkout, payments and Master Data have no published number. */
  other: Rate;
}

// Where VTEX publishes no burst it is one second's worth, so a minute never exceeds the figure by much.
export const publishedRates: Rates = {
  pricingWrite: { ratePerSecond: 33, burst: 500 },
  pricingDelete: { ratePerSecond: 16, burst: 300 },
  catalogRoute: { ratePerSecond: 250, burst: 250 },
  catalogAccount: { ratePerSecond: 750, burst: 750 },
  orders: { ratePerSecond: 100, burst: 100 },
  coupons: { ratePerSecond: 1, burst: 1 },
  pricingRead: { ratePerSecond: 200, burst: 400 },
  other: { ratePerSecond: 100, burst: 200 },
};

/** A call as the limits see it: `path` is the template, so that all ids of a route share one bucket. */
export interface LimitedCall {
  account: string;
  method: string;
  path: string;
}

const orders = /^\/api\/(oms|orders|order-system)\//;

/** The buckets a call must pay, narrowest first; that one names the family as the service that answers. */
export function bucketsOf(call: LimitedCall, rates: Rates = publishedRates): Bucket[] {
  const account = `vtex:${call.account.toLowerCase()}`;
  const [narrowest, ...wider] = countedOf(call, account, rates);
  return [{ ...narrowest, service: `${account}:${familyOf(call.path)}` }, ...wider];
}

/** The API family of a path: what VTEX counts together and what is up or down together. */
export function familyOf(path: string): string {
  if (/^\/(pricing|api\/price-importer)\//.test(path)) return 'pricing';
  if (/^\/api\/catalog(_system)?\//.test(path)) return 'catalog';
  if (orders.test(path)) return 'orders';
  if (/^\/api\/(payments|pvt)\//.test(path)) return 'payments';
  return /^\/(?:api\/)?([\w-]+)/.exec(path)?.[1] ?? 'other';
}

/** What a call is about, most urgent first: 0 orders, 1 stock, 2 prices, 3 the catalogue and everything else. */
export function urgencyOf(path: string): 0 | 1 | 2 | 3 {
  const family = familyOf(path);
  if (family === 'orders') return 0;
  if (family === 'logistics') return 1;
  return family === 'pricing' ? 2 : 3;
}

function countedOf(call: LimitedCall, account: string, rates: Rates): [Bucket, ...Bucket[]] {
  const route = `${call.method} ${call.path}`;
  const { path, method } = call;
  const family = familyOf(path);
  if (family === 'pricing') {
    if (method === 'GET') return [{ key: `${account}:pricing:read`, ...rates.pricingRead }];
    const rate = method === 'DELETE' ? rates.pricingDelete : rates.pricingWrite;
    return [{ key: `${account}:pricing:${route}`, ...rate }];
  }
  if (family === 'catalog') {
    return [
      { key: `${account}:catalog:${route}`, ...rates.catalogRoute },
      { key: `${account}:catalog`, ...rates.catalogAccount },
    ];
  }
  if (family === 'orders') return [{ key: `${account}:orders`, ...rates.orders }];
  if (path === '/api/rnb/pvt/multiple-coupons') return [{ key: `${account}:coupons`, ...rates.coupons }];
  return [{ key: `${account}:${family}`, ...rates.other }];
}

/** What an answer to `path` says about the limit. Times in milliseconds from `now`. */
export function readLimitHeaders(headers: Headers, status: number, now: number, path: string): BucketAnswer {
  const limit = number(headers.get('ratelimit-limit'));
  const remaining = number(headers.get('ratelimit-remaining'));
  const reset = number(headers.get('ratelimit-reset'));
  // Orders block without a header; VTEX's advice there is one minute, and insisting locks people out of the Admin.
  const silent = status === 429 && orders.test(path) ? 60_000 : undefined;
  const retryAfterMs = retryAfter(headers.get('retry-after'), now) ?? silent;
  return {
    status,
    ...(limit !== undefined && { limit }),
    ...(remaining !== undefined && { remaining }),
    ...(reset !== undefined && { resetMs: reset * 1000 }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

function number(text: string | null): number | undefined {
  if (text === null || text.trim() === '') return undefined;
  const value = Number(text);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** `Retry-After` is seconds or an HTTP date. */
function retryAfter(text: string | null, now: number): number | undefined {
  const seconds = number(text);
  if (seconds !== undefined) return seconds * 1000;
  const date = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
