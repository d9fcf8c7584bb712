// Faults of the demo ERP on demand: an error status or broken JSON on a page, latency, a CSV line with a column too many.

export interface ErpFault {
  kind: 'status' | 'broken-json' | 'latency' | 'csv-columns';
  /** Page that goes wrong; null means every page. */
  page: number | null;
  /** For `status`. Default 500. */
  status: number;
  /** Ends after so many hits; null means never. */
  count: number | null;
  /** For `latency`, in milliseconds. Default 1000. */
  delayMs: number;
  /** For `csv-columns`: line of the file, the header being line 1. */
  line: number;
  hits: number;
}

const kinds: readonly ErpFault['kind'][] = ['status', 'broken-json', 'latency', 'csv-columns'];

export class ErpFaults {
  private faults: ErpFault[] = [];

  /** Throws an Error with a sentence when a fault is not understood. */
  add(given: unknown[]): void {
    this.faults.push(...given.map(read));
  }

  replace(given: unknown[]): void {
    this.faults = given.map(read);
  }

  clear(): void {
    this.faults = [];
  }

  list(): readonly ErpFault[] {
    return this.faults;
  }

  /** The fault that strikes this page now, counted as a hit. */
  strike(kind: ErpFault['kind'], page: number | null): ErpFault | undefined {
    const found = this.faults.find(
      (fault) =>
        fault.kind === kind &&
        (fault.page === null || fault.page === page) &&
        fault.hits < (fault.count ?? Infinity),
    );
    if (found) found.hits += 1;
    return found;
  }

  brokenLines(): Set<number> {
    const struck = this.faults.filter(
      (fault) => fault.kind === 'csv-columns' && fault.hits < (fault.count ?? Infinity),
    );
    for (const fault of struck) fault.hits += 1;
    return new Set(struck.map((fault) => fault.line));
  }
}

function read(given: unknown): ErpFault {
  const fault = (given ?? {}) as Record<string, unknown>;
  const kind = kinds.find((known) => known === fault.kind);
  if (!kind) throw new Error(`Unknown fault kind "${String(fault.kind)}". Known: ${kinds.join(', ')}.`);
  const number = (name: string): number | null => {
    const value = fault[name];
    if (value === undefined || value === null) return null;
    if (!Number.isInteger(value) || Number(value) < 0)
      throw new Error(`"${name}" must be an integer from 0 on.`);
    return Number(value);
  };
  return {
    kind,
    page: number('page'),
    status: number('status') ?? 500,
    count: number('count'),
    delayMs: number('delayMs') ?? 1000,
    line: number('line') ?? 2,
    hits: 0,
  };
}
