// The tables of codes as one page sees them: what is stored, and over it what the page itself has saved so far. The
// tables are the host's; here it is decided what a page finds and what is to be stored with it.
import type { CodePair, LookupBy } from '@eclusa/flow';
import type { Host, SavedPair } from './ports';

type Found = readonly string[];

/** The codes of one page. Rows come in pieces; what was saved in an earlier piece is found in the next. */
export class PageReferences {
  /** By table and key: what this page saves. */
  private readonly own = new Map<string, Map<string, SavedPair>>();
  /** By table and side: what is stored under a code, an empty list for nothing. */
  private readonly stored = new Map<string, Map<string, Found>>();

  constructor(
    private readonly references: Host['references'],
    private readonly dryRun: boolean,
  ) {}

  /** What each code stands for, asked for in one go: none when it is unknown, several when it is not clear. */
  async find(table: string, by: LookupBy, codes: readonly string[]): Promise<ReadonlyMap<string, Found>> {
    const stored = await this.load(table, by, codes);
    const own = this.own.get(table) ?? new Map<string, SavedPair>();
    const values = by === 'value' ? keysByValue(own.values()) : undefined;
    return new Map(
      codes.map((code): [string, Found] => {
        const found = stored.get(code) ?? [];
        if (!values) return [code, own.has(code) ? [(own.get(code) as SavedPair).value] : found];
        // What the page has given another value does not have this one any more.
        const kept = found.filter((key) => !own.has(key));
        return [code, [...kept, ...(values.get(code) ?? [])]];
      }),
    );
  }

  /** From now on the page finds these, the later of two with one key unless the first is to be kept. */
  async save(table: string, pairs: readonly CodePair[], keepFirst: boolean): Promise<void> {
    const own = this.own.get(table) ?? new Map<string, SavedPair>();
    this.own.set(table, own);
    const keys = pairs.map(({ key }) => key);
    const stored = keepFirst ? await this.load(table, 'key', keys) : new Map<string, Found>();
    for (const { key, value } of pairs) {
      if (keepFirst && (own.has(key) || (stored.get(key)?.length ?? 0) > 0)) continue;
      own.set(key, { table, key, value, keepFirst });
    }
  }

  /** What is to be stored, one per table and key. A dry run stores nothing. */
  saved(): SavedPair[] {
    return this.dryRun ? [] : [...this.own.values()].flatMap((pairs) => [...pairs.values()]);
  }

  private async load(table: string, by: LookupBy, codes: readonly string[]): Promise<Map<string, Found>> {
    const side = `${by} ${table}`;
    const known = this.stored.get(side) ?? new Map<string, Found>();
    this.stored.set(side, known);
    const asked = [...new Set(codes)].filter((code) => !known.has(code));
    if (asked.length === 0) return known;
    const found = await this.references.find(table, by, asked);
    for (const code of asked) known.set(code, found.get(code) ?? []);
    return known;
  }
}

function keysByValue(pairs: Iterable<SavedPair>): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  for (const { key, value } of pairs) keys.set(value, [...(keys.get(value) ?? []), key]);
  return keys;
}
