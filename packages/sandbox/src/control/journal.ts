// What was asked and answered: the last requests in a ring, and counters per route and status. Secrets never get in.

export interface JournalEntry {
  at: string;
  method: string;
  /** Path with query; values of secret parameters are replaced. */
  url: string;
  /** Pattern of the route, or `(unknown)`. */
  route: string;
  /** Status sent, or what happened instead: `timeout`, `dropped`. */
  status: number | string;
  milliseconds: number;
  /** Kind of the fault that struck. */
  fault?: string;
  request?: unknown;
  response?: unknown;
}

const kept = 200;
const secretName = /token|secret|password|appkey|authorization|cookie/i;

export class Journal {
  private ring: JournalEntry[] = [];
  private next = 0;
  private counts = new Map<string, Map<string, number>>();
  total = 0;

  record(entry: JournalEntry): void {
    this.total += 1;
    this.ring[this.next] = entry;
    this.next = (this.next + 1) % kept;
    const key = entry.route === '(unknown)' ? entry.route : `${entry.method} ${entry.route}`;
    let byStatus = this.counts.get(key);
    if (!byStatus) this.counts.set(key, (byStatus = new Map<string, number>()));
    const status = String(entry.status);
    byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
  }

  /** Newest first, with secrets replaced. */
  recent(): JournalEntry[] {
    const ordered = [...this.ring.slice(this.next), ...this.ring.slice(0, this.next)].reverse();
    return ordered.map((entry) => ({
      ...entry,
      url: hideQuery(entry.url),
      request: hide(entry.request),
      response: hide(entry.response),
    }));
  }

  /** `{ 'PUT /pricing/prices/{itemId}': { '200': 12, '429': 1 } }` */
  counters(): Record<string, Record<string, number>> {
    return Object.fromEntries(
      [...this.counts].map(([route, byStatus]) => [route, Object.fromEntries(byStatus)]),
    );
  }

  clear(): void {
    this.ring = [];
    this.next = 0;
    this.counts = new Map();
    this.total = 0;
  }
}

function hide(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hide);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, secretName.test(name) ? '•••' : hide(member)]),
  );
}

function hideQuery(url: string): string {
  return url.replace(/([?&])([^=&]+)=([^&]*)/g, (whole, mark: string, name: string) =>
    secretName.test(name) ? `${mark}${name}=•••` : whole,
  );
}
