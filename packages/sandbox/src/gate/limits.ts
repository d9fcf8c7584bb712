// Rate limits as token buckets over a clock that can be given: capacity = burst, refill = requests per second.
import type { Family } from './family';

export interface Rate {
  perSecond: number;
  burst: number;
}

/** Null switches one limit off. Pricing counts per route; Catalog per route and per account; orders only when read. */
export interface Limits {
  pricingWrite: Rate | null;
  pricingDelete: Rate | null;
  pricingRead: Rate | null;
  catalogRoute: Rate | null;
  catalogAccount: Rate | null;
  ordersRead: Rate | null;
}

/** The published limits. Pricing reads have none: theirs is so high that only the headers show. */
export const publishedLimits: Limits = {
  pricingWrite: { perSecond: 33, burst: 500 },
  pricingDelete: { perSecond: 16, burst: 300 },
  pricingRead: { perSecond: 5000, burst: 50_000 },
  catalogRoute: { perSecond: 250, burst: 15_000 },
  catalogAccount: { perSecond: 750, burst: 45_000 },
  ordersRead: { perSecond: 100, burst: 6000 },
};

export const noLimits: Limits = {
  pricingWrite: null,
  pricingDelete: null,
  pricingRead: null,
  catalogRoute: null,
  catalogAccount: null,
  ordersRead: null,
};

export interface Verdict {
  /** Ratelimit-* on every Pricing answer, Retry-After on a refusal. */
  headers: Record<string, string>;
  refused: boolean;
}

interface Bucket {
  tokens: number;
  at: number;
}

export class Limiter {
  private buckets = new Map<string, Bucket>();

  constructor(
    public limits: Limits,
    private readonly clock: () => number,
  ) {}

  /** Takes one token per bucket that the request touches; a refused request takes none. */
  take(family: Family, method: string, route: string): Verdict {
    if (family === 'pricing') return this.pricing(method, route);
    if (family === 'orders') return this.orders(method);
    if (family !== 'catalog') return { headers: {}, refused: false };
    const wait = Math.max(
      this.wait('catalog', this.limits.catalogAccount),
      this.wait(route, this.limits.catalogRoute),
    );
    if (wait > 0) return { headers: { 'Retry-After': String(wait) }, refused: true };
    this.spend('catalog', this.limits.catalogAccount);
    this.spend(route, this.limits.catalogRoute);
    return { headers: {}, refused: false };
  }

  /** Full buckets again. */
  reset(limits: Limits): void {
    this.limits = limits;
    this.buckets = new Map();
  }

  // An answer of the OMS names no time to wait: its advice is a minute.
  private orders(method: string): Verdict {
    const rate = method === 'GET' ? this.limits.ordersRead : null;
    if (this.wait('orders', rate) > 0) return { headers: {}, refused: true };
    this.spend('orders', rate);
    return { headers: {}, refused: false };
  }

  private pricing(method: string, route: string): Verdict {
    const kind = method === 'GET' ? 'pricingRead' : method === 'DELETE' ? 'pricingDelete' : 'pricingWrite';
    const rate = this.limits[kind];
    const wait = this.wait(route, rate);
    if (wait === 0) this.spend(route, rate);
    const shown = rate ?? publishedLimits[kind] ?? { perSecond: 1, burst: 1 };
    const tokens = rate ? this.refilled(route, rate).tokens : shown.burst;
    const headers: Record<string, string> = {
      'Ratelimit-Limit': String(shown.burst),
      'Ratelimit-Remaining': String(Math.floor(tokens)),
      'Ratelimit-Reset': String(Math.ceil((shown.burst - tokens) / shown.perSecond)),
    };
    if (wait > 0) headers['Retry-After'] = String(wait);
    return { headers, refused: wait > 0 };
  }

  /** Whole seconds until a token is there; 0 when there is one now. */
  private wait(key: string, rate: Rate | null): number {
    if (!rate) return 0;
    const { tokens } = this.refilled(key, rate);
    return tokens >= 1 ? 0 : Math.max(1, Math.ceil((1 - tokens) / rate.perSecond));
  }

  private spend(key: string, rate: Rate | null): void {
    if (rate) this.refilled(key, rate).tokens -= 1;
  }

  private refilled(key: string, rate: Rate): Bucket {
    const now = this.clock();
    let bucket = this.buckets.get(key);
    if (!bucket) this.buckets.set(key, (bucket = { tokens: rate.burst, at: now }));
    bucket.tokens = Math.min(rate.burst, bucket.tokens + ((now - bucket.at) / 1000) * rate.perSecond);
    bucket.at = now;
    return bucket;
  }
}
