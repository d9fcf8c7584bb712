// Token buckets shared by all workers through Redis. A worker leases a few tokens at a time; what the other
// side answers slows all of them down, and while it is away nobody waits here. Without Redis it goes on with a small
// bucket of its own.
import type { Bucket, BucketAnswer, Limiter } from '@eclusa/flow';
import { cushionOf, isRefusal, memoryLimiter, restAfter, toldRate, type Rate } from '@eclusa/engine';
import { setTimeout as sleep } from 'node:timers/promises';
import { Breaker, ServiceAway, type Away, type AwayStore } from './breaker';
import { redisHolds, type HoldStore } from './redis-holds';

/** What came of asking for tokens. */
export interface Lease {
  granted: number;
  waitMs: number;
  /** Whole tokens that are left for others. */
  left: number;
  /** The bucket as the other side has told it so far. */
  rate: Rate;
  /** The one token is for the call that finds out whether the service answers again. */
  isProbe: boolean;
  /** Present while the bucket's service is away: nothing was granted. */
  away?: Away;
}

/** What an answer changes of a bucket for everybody. */
export interface BucketChange {
  restMs: number;
  remaining?: number;
  /** It was a 429. */
  refused: boolean;
  rate: Rate;
}

/** What the limiter asks of Redis; each call rejects soon when Redis is away. */
export interface BucketStore extends AwayStore {
  lease(bucket: Bucket, wanted: number): Promise<Lease>;
  observe(bucket: Bucket, change: BucketChange): Promise<void>;
}

interface Waiter {
  go(): void;
  refuse(error: ServiceAway): void;
}

interface Local {
  /** Tokens leased and not used, good until `until`. */
  lot: number;
  until: number;
  /** Tokens the last lot began with. */
  asked: number;
  /** Tokens Redis believed to be left when last asked. */
  left: number;
  rate: Rate;
  pausedUntil: number;
  toldAt: number;
  refusalsInRow: number;
  waiting: Set<Waiter>;
  pumping: boolean;
}

/** A lot not used within this is given up, so that an idle worker keeps nothing from a busy one. */
const lotMs = 250;
/** A lot used up within this was too small. */
const soonMs = 50;
/** A remaining count is passed on at most this often per bucket. */
const tellMs = 200;
/** How long the local bucket is used before Redis is asked again. */
const awayMs = 2_000;
/** How often those that wait for the outcome of a probe look. */
const probeLookMs = 50;
/** A worker on its own takes this part of the rate: it cannot see how many others do the same. */
const ownShare = 0.25;

/** Its `acquire` rejects with ServiceAway while what answers behind the bucket is away. */
export function redisLimiter(store: BucketStore & HoldStore, warn: (message: string) => void): Limiter {
  return new RedisLimiter(store, warn);
}

class RedisLimiter implements Limiter {
  private readonly buckets = new Map<string, Local>();
  private readonly own = memoryLimiter();
  private readonly breaker: Breaker;
  readonly hold: NonNullable<Limiter['hold']>;
  private awayUntil = 0;

  constructor(
    private readonly store: BucketStore & HoldStore,
    private readonly warn: (message: string) => void,
  ) {
    this.breaker = new Breaker(store, (error) => this.away(error));
    this.hold = redisHolds(store, (error) => this.away(error));
  }

  acquire(bucket: Bucket, signal: AbortSignal): Promise<void> {
    const local = this.local(bucket);
    // With tokens in hand and nobody before it, a call need not join the line.
    if (!signal.aborted && local.waiting.size === 0 && this.hasToken(local)) {
      local.lot -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason as Error);
      const stop = (): void => {
        local.waiting.delete(waiter);
        reject(signal.reason as Error);
      };
      const waiter: Waiter = {
        go() {
          signal.removeEventListener('abort', stop);
          resolve();
        },
        refuse(error) {
          signal.removeEventListener('abort', stop);
          reject(error);
        },
      };
      signal.addEventListener('abort', stop, { once: true });
      local.waiting.add(waiter);
      return void this.pump(bucket, local);
    });
  }

  observe(bucket: Bucket, answer: BucketAnswer): void {
    const local = this.local(bucket);
    if (bucket.service) this.breaker.note(bucket.service, answer);
    local.refusalsInRow = isRefusal(answer) ? local.refusalsInRow + 1 : 0;
    const rest = restAfter(answer, local.refusalsInRow);
    if (rest > 0) {
      local.pausedUntil = Math.max(local.pausedUntil, Date.now() + rest);
      local.lot = 0;
    }
    this.own.observe(ownBucket(bucket), answer);
    const lower = answer.remaining !== undefined && answer.remaining < local.left + cushionOf(local.rate) / 2;
    const rate = toldRate(local.rate, bucket, answer);
    const isFirst = local.toldAt === 0;
    const isNews = isFirst || rate !== local.rate || (lower && Date.now() - local.toldAt > tellMs);
    if (rest === 0 && !isNews) return;
    local.toldAt = Date.now();
    local.rate = rate;
    if (lower) local.left = answer.remaining ?? local.left;
    const { remaining } = answer;
    const refused = answer.status === 429;
    const change = { restMs: rest, refused, rate, ...(remaining !== undefined && { remaining }) };
    this.store.observe(bucket, change).catch((error: unknown) => this.away(error));
  }

  private local(bucket: Bucket): Local {
    let local = this.buckets.get(bucket.key);
    if (!local) {
      local = {
        lot: 0,
        until: 0,
        asked: 0,
        left: Infinity,
        rate: bucket,
        pausedUntil: 0,
        toldAt: 0,
        refusalsInRow: 0,
        waiting: new Set(),
        pumping: false,
      };
      this.buckets.set(bucket.key, local);
    }
    return local;
  }

  private async pump(bucket: Bucket, local: Local): Promise<void> {
    if (local.pumping) return;
    local.pumping = true;
    while (local.waiting.size > 0) {
      const rest = local.pausedUntil - Date.now();
      if (rest > 0) await sleep(Math.min(rest, 1_000));
      else if (this.hasToken(local)) this.give(local);
      else await this.refill(bucket, local);
    }
    local.pumping = false;
  }

  private hasToken(local: Local): boolean {
    const now = Date.now();
    return local.lot > 0 && now < local.until && now >= local.pausedUntil;
  }

  private give(local: Local): void {
    const [first] = local.waiting;
    if (!first) return;
    local.waiting.delete(first);
    local.lot -= 1;
    first.go();
  }

  private async refill(bucket: Bucket, local: Local): Promise<void> {
    if (Date.now() < this.awayUntil) return this.refillAlone(bucket, local);
    try {
      const lease = await this.store.lease(bucket, this.wanted(local));
      const { granted, waitMs, left, rate } = lease;
      if (bucket.service && (await this.isAway(bucket.service, local, lease))) return;
      Object.assign(local, { lot: granted, asked: granted, until: Date.now() + lotMs, left, rate });
      if (granted === 0) await sleep(Math.min(Math.max(waitMs, 5), 1_000));
    } catch (error) {
      this.away(error);
      await this.refillAlone(bucket, local);
    }
  }

  /** Tokens to ask for: for those who wait, or, while whole lots are used up, for as many as come in `soonMs`. */
  private wanted(local: Local): number {
    // A twentieth of a second's worth: enough to be quick, too little to be missed elsewhere.
    const most = Math.max(1, Math.min(50, Math.floor(local.rate.ratePerSecond / 20)));
    const left = local.lot === 0 ? local.until - Date.now() : 0;
    const steady = left > lotMs - soonMs ? local.asked * 2 : left > 0 ? local.asked : 0;
    return Math.min(most, Math.max(local.waiting.size, steady));
  }

  private async isAway(service: string, local: Local, lease: Lease): Promise<boolean> {
    this.breaker.learn(service, lease);
    if (!lease.away) return false;
    if (this.breaker.isProbing(service)) await sleep(Math.min(lease.waitMs, probeLookMs));
    else this.refuse(local, new ServiceAway(service, lease.away));
    return true;
  }

  private refuse(local: Local, error: ServiceAway): void {
    for (const waiter of local.waiting) waiter.refuse(error);
    local.waiting.clear();
  }

  private async refillAlone(bucket: Bucket, local: Local): Promise<void> {
    await this.own.acquire(ownBucket(bucket), new AbortController().signal);
    Object.assign(local, { lot: 1, until: Date.now() + lotMs });
  }

  private away(error: unknown): void {
    if (Date.now() >= this.awayUntil) {
      this.warn(`Redis is away; calls go on at a quarter of each limit until it is back (${String(error)})`);
    }
    this.awayUntil = Date.now() + awayMs;
  }
}

function ownBucket({ key, ratePerSecond, burst }: Bucket): Bucket {
  return { key, ratePerSecond: ratePerSecond * ownShare, burst: Math.max(1, Math.floor(burst * ownShare)) };
}
