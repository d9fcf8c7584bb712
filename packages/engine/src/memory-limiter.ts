// Token buckets within one process, slowed down by what the other side answers.
import type { Bucket, BucketAnswer, Limiter } from '@eclusa/flow';
import { memoryHolds } from './memory-holds';
import type { Clock } from './ports';
import { systemClock } from './system-clock';
import { cushionOf, sameRate, toldRate, type Rate } from './told-rate';

/** How long a bucket rests after a 429, or many 503 in a row, that name no time, in milliseconds. */
const restMs = 1000;
/** The rest after a single 503. */
const firstRestMs = 50;

/** True for an answer that asks for fewer calls. */
export function isRefusal({ status }: BucketAnswer): boolean {
  return status === 429 || status === 503;
}

/**
 * Milliseconds a bucket rests after `answer`; `inRow` counts the refusals since the last other answer. A 503
 * counts no calls: one among good answers must not slow down a store that works, so only a row of them does.
 */
export function restAfter(answer: BucketAnswer, inRow: number): number {
  // `resetMs` tells when the bucket is full again, which nobody has to wait for.
  if (answer.retryAfterMs !== undefined) return answer.retryAfterMs;
  if (answer.status === 429) return restMs;
  return answer.status === 503 ? Math.min(restMs, firstRestMs * 2 ** (inRow - 1)) : 0;
}

/** A `Limiter` for one process. Callers of one bucket go in the order they came. */
export function memoryLimiter(clock: Clock = systemClock): Limiter {
  const lines = new Map<string, Line>();
  const lineOf = (bucket: Bucket): Line => {
    const line = lines.get(bucket.key) ?? new Line(clock, bucket);
    lines.set(bucket.key, line);
    // The flow may have been changed since: the newest word on the rate counts.
    line.use(bucket);
    return line;
  };
  return {
    acquire: (bucket, signal) => lineOf(bucket).wait(signal),
    observe: (bucket, answer) => lineOf(bucket).observe(answer),
    hold: memoryHolds(),
  };
}

/** Tokens by which our count may differ from theirs: they tell whole numbers, and calls are on their way. */
const slack = 2;

const never = new AbortController().signal;

/** The callers of one bucket. */
class Line {
  private tokens: number;
  /** When `tokens` was right, in milliseconds. */
  private at: number;
  private pausedUntil = 0;
  private waiting: (() => void)[] = [];
  private serving = false;
  private refusalsInRow = 0;
  /** As given first, then as the other side tells it. */
  private rate: Rate;

  constructor(
    private readonly clock: Clock,
    private bucket: Bucket,
  ) {
    this.rate = bucket;
    this.tokens = bucket.burst - cushionOf(bucket);
    this.at = this.now();
  }

  use(bucket: Bucket): void {
    if (sameRate(bucket, this.bucket)) return;
    this.bucket = bucket;
    this.rate = bucket;
  }

  wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(signal.reason as Error);
        return;
      }
      const go = (): void => {
        signal.removeEventListener('abort', stop);
        resolve();
      };
      const stop = (): void => {
        this.waiting = this.waiting.filter((other) => other !== go);
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', stop, { once: true });
      this.waiting.push(go);
      void this.serve();
    });
  }

  observe(answer: BucketAnswer): void {
    this.refill();
    this.rate = toldRate(this.rate, this.bucket, answer);
    this.refusalsInRow = isRefusal(answer) ? this.refusalsInRow + 1 : 0;
    const rest = restAfter(answer, this.refusalsInRow);
    if (rest > 0) this.pausedUntil = Math.max(this.pausedUntil, this.now() + rest);
    if (answer.remaining !== undefined && this.tokens > answer.remaining + slack)
      this.tokens = answer.remaining;
    if (answer.status === 429) this.tokens = Math.min(this.tokens, 0);
  }

  private async serve(): Promise<void> {
    if (this.serving) return;
    this.serving = true;
    while (this.waiting.length > 0) {
      this.refill();
      const rest = this.pausedUntil - this.now();
      const ms = rest > 0 ? rest : ((1 - this.tokens) / this.rate.ratePerSecond) * 1000;
      if (ms > 0) {
        await this.clock.sleep(Math.ceil(ms), never);
      } else {
        this.tokens -= 1;
        this.waiting.shift()?.();
      }
    }
    this.serving = false;
  }

  private refill(): void {
    const now = this.now();
    const gained = (Math.max(0, now - this.at) / 1000) * this.rate.ratePerSecond;
    this.tokens = Math.min(Math.max(1, this.rate.burst - cushionOf(this.rate)), this.tokens + gained);
    this.at = now;
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}
