// Counts the calls that are under way within one process, so that no more go on at once than may.
import type { Limiter } from '@eclusa/flow';

interface Line {
  inside: number;
  waiting: Set<() => void>;
}

/** `hold` of a Limiter for one process. Callers of one key go in the order they came. */
export function memoryHolds(): NonNullable<Limiter['hold']> {
  const lines = new Map<string, Line>();
  return async (key, most, signal) => {
    signal.throwIfAborted();
    const line = lines.get(key) ?? { inside: 0, waiting: new Set() };
    lines.set(key, line);
    // Whoever leaves hands its place on, so nobody who comes later takes it.
    if (line.inside < most && line.waiting.size === 0) line.inside += 1;
    else await turn(line, signal);
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      const [next] = line.waiting;
      if (next) next();
      else if (--line.inside === 0) lines.delete(key);
    };
  };
}

function turn(line: Line, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const go = (): void => {
      line.waiting.delete(go);
      signal.removeEventListener('abort', stop);
      resolve();
    };
    const stop = (): void => {
      line.waiting.delete(go);
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', stop, { once: true });
    line.waiting.add(go);
  });
}
