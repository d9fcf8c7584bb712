// Which rows of a page differ from what landed before, and which of those are to be remembered now. The memory
// itself is the host's; here it is decided what may go into it.
import { createHash } from 'node:crypto';
import { isJsonObject, type Identity, type Json } from '@eclusa/flow';
import type { Host, Remembered } from './ports';

/** Sixteen bytes of SHA-256: rows of one key are told apart, and nobody can gain from a collision. */
const hashLength = 22;

/** The same for equal contents, however their members are ordered. */
export function hashOf(content: Json): string {
  const text = JSON.stringify(content, (_name, value: Json) =>
    isJsonObject(value) ? inOrder(value) : value,
  );
  return createHash('sha256').update(text).digest('base64url').slice(0, hashLength);
}

function inOrder(value: Record<string, Json>): Json {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A row that is compared; `origin` is its place in the page. */
export interface Compared extends Identity {
  origin: number;
}

/** The comparing nodes of one page. Rows come in pieces; what was seen in an earlier piece counts in the next. */
export class PageChanges {
  /** By node and key: the hash that stands for what was sent last. */
  private readonly known = new Map<string, Map<string, string>>();
  /** By node: keys the memory still holds. */
  private readonly held = new Map<string, Set<string>>();
  private readonly passed = new Map<string, Remembered & { origin: number; contested: boolean }>();

  constructor(
    private readonly memory: Host['memory'],
    private readonly dryRun: boolean,
  ) {}

  /**
   * Tells of each row whether it changed. What is about to be replaced on the other side is forgotten first: if this
   * page is cut off half-way, the next run must not take the old state for the present one.
   */
  async changed(node: string, rows: readonly Compared[]): Promise<boolean[]> {
    const known = this.known.get(node) ?? new Map<string, string>();
    this.known.set(node, known);
    const held = this.held.get(node) ?? new Set<string>();
    this.held.set(node, held);
    const keys = [...new Set(rows.map((row) => row.key))].filter((key) => !known.has(key));
    const stored = keys.length > 0 ? await this.memory.load(node, keys) : new Map<string, string>();
    for (const [key, hash] of stored) {
      known.set(key, hash);
      held.add(key);
    }
    const answers = rows.map(({ key, content, origin }) => {
      const hash = hashOf(content);
      if (known.get(key) === hash) return false;
      known.set(key, hash);
      this.pass({ node, key, hash, origin });
      return true;
    });
    const gone = rows.flatMap(({ key }, index) => (answers[index] && held.delete(key) ? [key] : []));
    if (gone.length > 0 && !this.dryRun) await this.memory.forget(node, gone);
    return answers;
  }

  /** What landed, one line per node and key. A key that came with two contents is left forgotten. */
  remembered(landed: (origin: number) => boolean): Remembered[] {
    if (this.dryRun) return [];
    return [...this.passed.values()]
      .filter(({ origin, contested }) => !contested && landed(origin))
      .map(({ node, key, hash }) => ({ node, key, hash }));
  }

  private pass(row: Remembered & { origin: number }): void {
    const id = JSON.stringify([row.node, row.key]);
    this.passed.set(id, { ...row, contested: this.passed.has(id) });
  }
}
