// Faults on demand: which requests go wrong, how, and how often. Decides only; the dispatcher carries it out.

export const faultKinds = [
  'latency',
  '429',
  '423',
  '500',
  '503',
  '504',
  'timeout',
  'timeout-before',
  'drop',
  'drop-after',
  'broken-json',
  'down',
] as const;

/**
 * `timeout` does the work and never answers; `timeout-before` does not even do the work; `drop` cuts the connection before the
 * work and `drop-after` after it; `broken-json` cuts the answer in half; `down` is 503 for everything while `seconds` last.
 */
export type FaultKind = (typeof faultKinds)[number];

export interface FaultRule {
  /** `METHOD /path` with `*` for any text: `PUT /pricing/prices/*`. Default: every request. */
  route: string;
  kind: FaultKind;
  /** Only every nth request that matches. Default 1. */
  nth: number;
  /** Requests that match and still go well at first. Default 0. */
  after: number;
  /** Ends after so many hits. Default: no end. */
  count: number | null;
  /** Ends after so many seconds. Default: no end. */
  seconds: number | null;
  /** For `latency`, in milliseconds. Default 1000. */
  delayMs: number;
  /** For 429 and 503, in seconds; null leaves the header out. Default 1 for 429, none for 503. */
  retryAfter: number | null;
}

interface Armed extends FaultRule {
  matches: RegExp;
  seen: number;
  hits: number;
  until: number;
}

export class Faults {
  private rules: Armed[] = [];

  constructor(private readonly clock: () => number) {}

  /** The first rule that strikes this request; every matching rule counts it. */
  strike(request: string): FaultRule | undefined {
    if (this.rules.length === 0) return undefined;
    const now = this.clock();
    let struck: Armed | undefined;
    for (const rule of this.rules) {
      if (!rule.matches.test(request) || now >= rule.until || rule.hits >= (rule.count ?? Infinity)) continue;
      rule.seen += 1;
      const due = rule.seen > rule.after && (rule.seen - rule.after) % rule.nth === 0;
      if (!due || struck) continue;
      rule.hits += 1;
      struck = rule;
    }
    return struck;
  }

  /** Throws an Error with a sentence when a rule is not understood; then nothing is added. */
  add(rules: unknown[]): void {
    const armed = rules.map((rule) => this.arm(readRule(rule)));
    this.rules.push(...armed);
  }

  replace(rules: unknown[]): void {
    this.rules = rules.map((rule) => this.arm(readRule(rule)));
  }

  clear(): void {
    this.rules = [];
  }

  /** Rules with how many requests they saw and struck, and whether they are over. */
  list(): (FaultRule & { seen: number; hits: number; over: boolean })[] {
    const now = this.clock();
    return this.rules.map(({ matches: _, until, ...rule }) => ({
      ...rule,
      over: now >= until || rule.hits >= (rule.count ?? Infinity),
    }));
  }

  private arm(rule: FaultRule): Armed {
    const pattern = rule.route.split('*').map(escape).join('.*');
    const until = rule.seconds === null ? Infinity : this.clock() + rule.seconds * 1000;
    return { ...rule, matches: new RegExp(`^${pattern}$`, 'i'), seen: 0, hits: 0, until };
  }
}

const escape = (literal: string): string => literal.replace(/[.+?^${}()|[\]\\]/g, '\\$&');

function readRule(value: unknown): FaultRule {
  if (value === null || typeof value !== 'object')
    throw new Error('A fault is an object with at least "kind".');
  const given = value as Record<string, unknown>;
  const kind = faultKinds.find(
    (known) => known === aliases[String(given.kind)] || known === String(given.kind),
  );
  if (!kind) throw new Error(`Unknown fault kind "${String(given.kind)}". Known: ${faultKinds.join(', ')}.`);
  const route = given.route === undefined || given.route === '' ? '*' : String(given.route);
  if (route.length > 200 || route.split('*').length > 6) throw new Error('The route pattern is too long.');
  return {
    route: /^[A-Z]+ |^\*/i.test(route) ? route : `* ${route}`,
    kind,
    nth: number(given, 'nth', 1, 1),
    after: number(given, 'after', 0, 0),
    count: optional(given, 'count'),
    seconds: kind === 'down' ? number(given, 'seconds', 60, 0) : optional(given, 'seconds'),
    delayMs: number(given, 'delayMs', 1000, 0),
    retryAfter: optional(given, 'retryAfter') ?? (kind === '429' ? 1 : null),
  };
}

const aliases: Record<string, FaultKind> = { 'every-nth-503': '503' };

function number(given: Record<string, unknown>, name: string, otherwise: number, least: number): number {
  return Math.max(least, optional(given, name) ?? otherwise);
}

function optional(given: Record<string, unknown>, name: string): number | null {
  const value = given[name];
  if (value === undefined || value === null || value === '') return null;
  const read = Number(value);
  if (!Number.isFinite(read) || read < 0)
    throw new Error(`"${name}" of a fault must be a number that is not negative.`);
  return read;
}
