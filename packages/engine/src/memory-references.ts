// Tables of codes for tests and for runs without a database: they last as long as this object, and nothing waits here.
import type { CodePair } from '@eclusa/flow';
import type { Host, SavedPair } from './ports';

/** A `Host.references` over a Map, and what fills it from a page's outcome. */
export function memoryReferences(
  stored: Readonly<Record<string, readonly CodePair[]>> = {},
): Host['references'] & { keep(saved: readonly SavedPair[]): void } {
  const tables = new Map(
    Object.entries(stored).map(([table, pairs]) => [
      table,
      new Map(pairs.map((one) => [one.key, one.value])),
    ]),
  );
  return {
    canWait: false,
    async find(table, by, codes) {
      const asked = new Set(codes);
      const found = new Map<string, string[]>();
      for (const [key, value] of tables.get(table) ?? []) {
        const [given, other] = by === 'key' ? [key, value] : [value, key];
        if (asked.has(given)) found.set(given, [...(found.get(given) ?? []), other]);
      }
      return found;
    },
    keep(saved) {
      for (const { table, key, value, keepFirst } of saved) {
        const pairs = tables.get(table) ?? new Map<string, string>();
        tables.set(table, pairs);
        if (!keepFirst || !pairs.has(key)) pairs.set(key, value);
      }
    },
  };
}
