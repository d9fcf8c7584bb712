// Joins abort signals. Not AbortSignal.any: on Node 20 its result is kept as long as the longest-lived source.
import { setMaxListeners } from 'node:events';

/**
 * An abort controller whose signal many calls listen to at once: that is no leak to warn of. Not 0 for
 * unlimited: Node 20's getMaxListeners, which undici asks before every fetch, throws on it.
 */
export function widelyHeard(): AbortController {
  const controller = new AbortController();
  setMaxListeners(10_000, controller.signal);
  return controller;
}

/** A signal that aborts with the first of `sources`; call `unlink` when the work is over. */
export function linked(...sources: AbortSignal[]): { signal: AbortSignal; unlink(): void } {
  const controller = widelyHeard();
  const stops = sources.map((source) => {
    const stop = (): void => controller.abort(source.reason);
    if (source.aborted) stop();
    source.addEventListener('abort', stop, { once: true });
    return () => source.removeEventListener('abort', stop);
  });
  return { signal: controller.signal, unlink: () => stops.forEach((stop) => stop()) };
}
