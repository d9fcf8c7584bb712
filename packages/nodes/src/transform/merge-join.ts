// Pairs the rows of two sides that are sorted by key. Holds the right rows of one key, whose number is limited.
import { UserError, type Json, type Row } from '@eclusa/flow';
import type { KeyedRow } from './external-sort';
import { shownKey } from './match-key';

export interface MergeJoinOptions {
  /** Which left rows go on: those with a partner, all, or those without. */
  kind: 'inner' | 'left' | 'left-only';
  /** Looks at the first right row of a key only. */
  firstOnly: boolean;
  /** The most right rows of one key, unless only the first counts. */
  maxMatches: number;
}

/** A left row, and a right row that has its key. */
export type Pair = { left: Row; right?: Row };

/**
 * The pairs of `left`, keyed by match key and place, and `right`, keyed by match key: for each left row its right
 * rows in their order, keyed by the left row's place. Throws UserError at more than `maxMatches` rows of one key.
 */
export async function* mergeJoin(
  left: AsyncIterable<KeyedRow>,
  right: AsyncIterable<KeyedRow>,
  { kind, firstOnly, maxMatches }: MergeJoinOptions,
): AsyncIterable<KeyedRow> {
  const groups = new Groups(right[Symbol.asyncIterator](), firstOnly ? 1 : maxMatches, firstOnly);
  for await (const { keys, row } of left) {
    const [key = null, place = null] = keys;
    const matches = typeof key === 'string' ? await groups.at(key) : [];
    if (kind !== 'inner' && matches.length === 0) yield pair(place, { left: row });
    if (kind === 'left-only') continue;
    for (const match of matches) yield pair(place, { left: row, right: match });
  }
}

function pair(place: Json, row: Pair): KeyedRow {
  return { keys: [place], row };
}

/** The rows of a sorted sequence by key, for keys that are asked for in order. */
class Groups {
  private next: IteratorResult<KeyedRow> | undefined;
  private key: string | undefined;
  private rows: Row[] = [];

  constructor(
    private readonly sorted: AsyncIterator<KeyedRow>,
    private readonly limit: number,
    private readonly dropsMore: boolean,
  ) {}

  async at(key: string): Promise<readonly Row[]> {
    if (this.key === key) return this.rows;
    this.key = key;
    this.rows = [];
    this.next ??= await this.sorted.next();
    while (!this.next.done) {
      const [nextKey = null] = this.next.value.keys;
      if (typeof nextKey !== 'string' || nextKey > key) break;
      if (nextKey === key) this.add(this.next.value.row);
      this.next = await this.sorted.next();
    }
    return this.rows;
  }

  private add(row: Row): void {
    if (this.rows.length < this.limit) this.rows.push(row);
    else if (!this.dropsMore) {
      const values = { key: shownKey(this.key ?? ''), limit: this.limit };
      throw new UserError('nodes.join-group-too-large', { values });
    }
  }
}
