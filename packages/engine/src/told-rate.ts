// What a bucket really holds, worked out from the other side's `Ratelimit-*` headers. Pure; waits for nothing.
import type { Bucket, BucketAnswer } from '@eclusa/flow';

export type Rate = Pick<Bucket, 'ratePerSecond' | 'burst'>;

/** Seconds to full are whole: of fewer than this a rate cannot be told well enough. */
const leastReset = 5;
/** A header that means something else than we think must not stop a store, nor overrun it. */
const mostDifference = 4;

/**
 * The rate to keep from now on. `limit` is the burst. `resetMs` is the time the missing calls take to come back, in
 * whole seconds rounded up, so the true rate lies in (missing − 1) / reset ≤ rate < missing / (reset − 1); `current`
 * stays while it lies there, and is set to the lower end otherwise. Never further than four times from `given`.
 */
export function toldRate(current: Rate, given: Rate, answer: BucketAnswer): Rate {
  const { limit, remaining, resetMs } = answer;
  if (limit === undefined || limit < 1) return current;
  const burst = limit;
  const reset = (resetMs ?? 0) / 1000;
  let { ratePerSecond } = current;
  if (remaining !== undefined && remaining < limit && reset >= leastReset) {
    const missing = limit - remaining;
    const least = (missing - 1) / reset;
    if (ratePerSecond < least || ratePerSecond > missing / (reset - 1)) ratePerSecond = least;
  }
  const { ratePerSecond: start } = given;
  ratePerSecond = Math.min(Math.max(ratePerSecond, start / mostDifference), start * mostDifference);
  return burst === current.burst && ratePerSecond === current.ratePerSecond
    ? current
    : { ratePerSecond, burst };
}

/** True when both allow the same. */
export function sameRate(one: Rate, other: Rate): boolean {
  return one.ratePerSecond === other.ratePerSecond && one.burst === other.burst;
}

/**
 * Tokens of a full bucket that are left alone: two in a hundred, ten at most. The other side starts to count when the
 * first call arrives, a moment later than we do; without the difference the last call of a burst would be one too many.
 */
export function cushionOf({ burst }: Rate): number {
  return Math.min(10, Math.floor(burst / 50));
}
