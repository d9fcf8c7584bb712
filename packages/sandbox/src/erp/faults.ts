// Faults of the demo ERP on demand: an error status or broken JSON on a page, latency, a CSV line with a column too many,
// and work that is done while its answer comes late or never.

export interface ErpFault {
  /** `drop-after` does the work and cuts the connection; `slow-answer` does it and answers after `delayMs`. */
  kind: 'status' | 'broken-json' | 'latency' | 'csv-columns' | 'drop-after' | 'slow-answer';
  /** Page of the products that goes wrong; null means every page. */
  page: number | null;
  /** For orders instead of products: `METHOD /path` with `*` for any text, such as `POST /erp/v1/pedidos*`. */
  route: string | null;
  /** For `status`. Default 500. */
  status: number;
  /** Ends after so many hits; null means never. */
  count: number | null;
  /** For `latency` and `slow-answer`, in milliseconds. Default 1000. */
  delayMs: number;
  /** For `csv-columns`: line of the file, the header being line 1. */
  line: number;
  hits: number;
}

const kinds: readonly ErpFault['kind'][] = [
  'status',
  'broken-json',
  'latency',
  'csv-columns',
  'drop-after',
  'slow-answer',
];

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

  /** The fault that strikes this page of the products now, counted as a hit. */
  strike(kind: ErpFault['kind'], page: number | null): ErpFault | undefined {
    return this.hit(
      (fault) => fault.kind === kind && fault.route === null && (fault.page === null || fault.page === page),
    );
  }

  /** The fault that strikes a request about orders now, counted as a hit. `request` is `METHOD /path`. */
  strikeRoute(kind: ErpFault['kind'], request: string): ErpFault | undefined {
    return this.hit((fault) => fault.kind === kind && fault.route !== null && matches(fault.route, request));
  }

  private hit(strikes: (fault: ErpFault) => boolean): ErpFault | undefined {
    const found = this.faults.find((fault) => fault.hits < (fault.count ?? Infinity) && strikes(fault));
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

function matches(route: string, request: string): boolean {
  const parts = route.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'i').test(request);
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
    route: routeOf(kind, fault.route),
    status: number('status') ?? 500,
    count: number('count'),
    delayMs: number('delayMs') ?? 1000,
    line: number('line') ?? 2,
    hits: 0,
  };
}

/** The kinds that follow work done strike what orders write, unless told otherwise. */
function routeOf(kind: ErpFault['kind'], given: unknown): string | null {
  if (typeof given === 'string' && given.length <= 200) return given;
  return kind === 'drop-after' || kind === 'slow-answer' ? 'POST /erp/v1/pedidos*' : null;
}
