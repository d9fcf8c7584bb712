// A memory of what landed, for tests and for runs without a database: it lasts as long as this object.
import type { Host, Remembered } from './ports';

/** A `Host.memory` over a Map, and what fills it from a page's outcome. */
export function memoryChanges(): Omit<Host['memory'], 'keep'> & {
  keep(remembered: readonly Remembered[]): void;
} {
  const hashes = new Map<string, string>();
  const id = (node: string, key: string) => JSON.stringify([node, key]);
  return {
    async load(node, keys) {
      return new Map(
        keys.flatMap((key): [string, string][] => {
          const hash = hashes.get(id(node, key));
          return hash === undefined ? [] : [[key, hash]];
        }),
      );
    },
    async forget(node, keys) {
      for (const key of keys) hashes.delete(id(node, key));
    },
    keep(remembered) {
      for (const { node, key, hash } of remembered) hashes.set(id(node, key), hash);
    },
  };
}
