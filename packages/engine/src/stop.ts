// Ends work that is aborted or cannot go on: calls in flight get a moment to be seen through, then nobody waits.
import { once, setMaxListeners } from 'node:events';

/** How long calls in flight may take to end after an abort, in milliseconds. */
const grace = 500;

/**
 * Work that has begun. `flush` makes durable what it did, for somebody else to go on; `settle` only what its result must
 * not be lost without. After `close` it must do nothing more.
 */
export interface Stoppable<T> {
  done: Promise<T>;
  flush(): Promise<void>;
  settle(): Promise<void>;
  close(): void;
}

/**
 * Runs `begin` under a signal of its own that is aborted with `outer`, or by `fail`. Resolves with the work's
 * result when that is settled. Aborted, it waits a moment for the work to end, flushes, and rejects with the reason.
 */
export async function stoppable<T>(
  outer: AbortSignal,
  begin: (signal: AbortSignal, fail: (error: unknown) => void) => Promise<Stoppable<T>>,
): Promise<T> {
  outer.throwIfAborted();
  const inner = new AbortController();
  // Every call in flight listens to it: no leak. Not 0 for unlimited: Node 20's getMaxListeners, which undici
  // asks, throws on it.
  setMaxListeners(10_000, inner.signal);
  const stop = (): void => inner.abort(outer.reason);
  outer.addEventListener('abort', stop, { once: true });
  let work: Stoppable<T> | undefined;
  try {
    work = await begin(inner.signal, (error) => inner.abort(error));
    const result = await Promise.race([work.done, afterGrace(inner.signal, work.done)]);
    await work.settle();
    inner.signal.throwIfAborted();
    return result;
  } catch (error) {
    inner.abort(error);
    await work?.flush().catch(() => undefined);
    throw inner.signal.reason;
  } finally {
    outer.removeEventListener('abort', stop);
    work?.close();
  }
}

// Never resolves: rejects a moment after the abort, or as soon after it as the work has ended.
async function afterGrace(signal: AbortSignal, done: Promise<unknown>): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort');
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise((resolve) => (timer = setTimeout(resolve, grace)));
  await Promise.race([over, done.catch(() => undefined)]);
  clearTimeout(timer);
  throw signal.reason;
}
