// Repeats a call that failed for a while, and only such a call.
import { RemoteError } from '@eclusa/flow';
import type { Clock, RetryPolicy } from './ports';

/** Rides out a store that is away for some minutes. Delays in milliseconds. */
export const defaultRetry: RetryPolicy = {
  maxAttempts: 16,
  maxAge: 15 * 60_000,
  baseDelay: 500,
  maxDelay: 30_000,
};

export interface RetryTools {
  policy: RetryPolicy;
  clock: Clock;
  random(): number;
  signal: AbortSignal;
  /** Told before each wait of `ms`. */
  onWait?(error: RemoteError, ms: number): void;
}

// A retry inside a retry must not multiply: what an inner one gave up on, an outer one does not repeat.
const givenUp = new WeakSet<object>();

/**
 * Calls until it succeeds, fails for good or the policy is spent; then throws the last error.
 * `call` gets the error of the attempt before it. Rejects with the signal's reason when aborted.
 */
export async function withRetry<T>(tools: RetryTools, call: (previous: unknown) => Promise<T>): Promise<T> {
  const { policy, clock, signal } = tools;
  const started = clock.now().getTime();
  let previous: unknown;
  for (let attempt = 1; ; attempt++) {
    try {
      signal.throwIfAborted();
      return await call(previous);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof RemoteError) || !error.retryable || givenUp.has(error)) throw error;
      const { tries = Infinity, longestWait = Infinity } = error.limits ?? {};
      const asked = error.retryAfter ?? 0;
      const delay = Math.max(Math.min(jitter(tools, attempt), longestWait), asked);
      const age = clock.now().getTime() - started;
      const isLast = attempt >= Math.min(policy.maxAttempts, tries);
      if (isLast || asked > longestWait || age + delay > policy.maxAge) {
        givenUp.add(error);
        throw error;
      }
      previous = error;
      tools.onWait?.(error, delay);
      await clock.sleep(delay, signal);
    }
  }
}

// Full jitter: anything from nothing to base × 2^(attempt − 1), so that many callers do not return at once.
function jitter({ policy, random }: RetryTools, attempt: number): number {
  return random() * Math.min(policy.maxDelay, policy.baseDelay * 2 ** (attempt - 1));
}
