// Mapping lines by what they fill: two people who fill different targets of one box have not touched the same thing.
import { isJsonObject, type Json } from '../json';

/** The lines of a mapping by target, or null when the value is no mapping or fills a target twice. */
export function linesByTarget(value: Json | undefined): Record<string, Json> | null {
  if (!Array.isArray(value)) return null;
  const lines = new Map<string, Json>();
  for (const line of value) {
    if (!isJsonObject(line) || typeof line['target'] !== 'string' || line['target'] === '') return null;
    if (lines.has(line['target'])) return null;
    lines.set(line['target'], line);
  }
  return Object.fromEntries(lines);
}
