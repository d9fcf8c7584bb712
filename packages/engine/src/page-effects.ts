// What an earlier attempt at a page did, in the form its boxes ask for.
import type { EffectWriter } from './effect-writer';
import type { EffectRecord } from './ports';

export interface PageEffects {
  /** What an earlier attempt at the page did, by node and item. */
  known: ReadonlyMap<string, ReadonlyMap<string, EffectRecord>>;
  writer?: EffectWriter;
}

/** Effects by node and item. */
export function byNode(records: readonly EffectRecord[]): PageEffects['known'] {
  const known = new Map<string, Map<string, EffectRecord>>();
  for (const record of records) {
    const ofNode = known.get(record.node) ?? new Map<string, EffectRecord>();
    // In the order written: a result stands after its intent.
    known.set(record.node, ofNode.set(record.item, record));
  }
  return known;
}
