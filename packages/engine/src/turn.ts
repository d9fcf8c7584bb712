// Keeps a long loop over rows from holding the event loop: heartbeats, cancels and other pages get their turn.
import { setImmediate } from 'node:timers/promises';

/** Longest time a loop runs without letting others go, in milliseconds. */
const longest = 20;

/** Says when a pause is due, and takes it. `take` throws the signal's reason when aborted. */
export function turn(): { isDue(): boolean; take(signal: AbortSignal): Promise<void> } {
  let since = performance.now();
  return {
    isDue: () => performance.now() - since > longest,
    async take(signal) {
      await setImmediate();
      signal.throwIfAborted();
      since = performance.now();
    },
  };
}

/** True for what has to be awaited. */
export function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return typeof (value as { then?: unknown }).then === 'function';
}
