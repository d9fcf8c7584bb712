// Token buckets within one process, slowed down by what the other side answers.
import type { Bucket, Limiter } from '@eclusa/flow';
import type { Clock } from './ports';
import { systemClock } from './system-clock';

interface Waiter {
  go(): void;
}

interface State {
  tokens: number;
  /** When `tokens` was right, in milliseconds. */
  at: number;
  pausedUntil: number;
  waiting: Waiter[];
  pumping: boolean;
}

/** How long a bucket rests after a 429 or 503 that does not say, in milliseconds. */
const restMs = 1000;

/** A `Limiter` for one process. Callers of one bucket go in the order they came. */
export function memoryLimiter(clock: Clock = systemClock): Limiter {
  const buckets = new Map<string, State>();
  const never = new AbortController().signal;
  const now = () => clock.now().getTime();

  function refilled(bucket: Bucket): State {
    const state = buckets.get(bucket.key) ?? fresh(bucket, now());
    buckets.set(bucket.key, state);
    const gained = (Math.max(0, now() - state.at) / 1000) * bucket.ratePerSecond;
    state.tokens = Math.min(bucket.burst, state.tokens + gained);
    state.at = now();
    return state;
  }

  async function pump(bucket: Bucket): Promise<void> {
    const state = refilled(bucket);
    if (state.pumping) return;
    state.pumping = true;
    while (state.waiting.length > 0) {
      refilled(bucket);
      const rest = state.pausedUntil - now();
      const wait = rest > 0 ? rest : ((1 - state.tokens) / bucket.ratePerSecond) * 1000;
      if (wait > 0) {
        await clock.sleep(Math.ceil(wait), never);
      } else {
        state.tokens -= 1;
        state.waiting.shift()?.go();
      }
    }
    state.pumping = false;
  }

  return {
    acquire(bucket, signal) {
      return new Promise((resolve, reject) => {
        if (signal.aborted) {
          reject(signal.reason as Error);
          return;
        }
        const state = refilled(bucket);
        const stop = () => {
          state.waiting = state.waiting.filter((other) => other !== waiter);
          reject(signal.reason as Error);
        };
        const waiter: Waiter = {
          go() {
            signal.removeEventListener('abort', stop);
            resolve();
          },
        };
        signal.addEventListener('abort', stop, { once: true });
        state.waiting.push(waiter);
        void pump(bucket);
      });
    },
    observe(bucket, answer) {
      const state = refilled(bucket);
      const refused = answer.status === 429 || answer.status === 503;
      const spent = answer.remaining === 0 ? (answer.resetMs ?? 0) : 0;
      const rest = answer.retryAfterMs ?? (refused ? (answer.resetMs ?? restMs) : spent);
      if (rest > 0) state.pausedUntil = Math.max(state.pausedUntil, now() + rest);
      if (answer.remaining !== undefined) state.tokens = Math.min(state.tokens, answer.remaining);
      if (refused) state.tokens = Math.min(state.tokens, 0);
    },
  };
}

function fresh(bucket: Bucket, at: number): State {
  return { tokens: bucket.burst, at, pausedUntil: 0, waiting: [], pumping: false };
}
