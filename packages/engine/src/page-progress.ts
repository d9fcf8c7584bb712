// Tells how far a page is, a few times a second at most. For people to watch: nothing is decided from it.
import { FAILED } from '@eclusa/flow';
import type { Outbox } from './batch';
import type { CallOutcome } from './action-call';
import type { PageCount, PageProgress } from './ports';

/** Between two tellings, in milliseconds: the counts are copied for each. */
const paceMs = 200;

/** What has come out of a node that is still working on the rows that entered it. */
export interface AtWork {
  node: string;
  /** Rows by output port. */
  out: ReadonlyMap<string, number>;
  /** How many of the rows that entered it are done, 0 to 1. */
  share: number;
}

/** Decides when to tell, and adds what is being worked on to what has been counted. */
export class ProgressTeller {
  private told = performance.now();
  private rows = 0;

  constructor(
    private readonly counted: () => PageCount[],
    private readonly tell?: (progress: PageProgress) => void,
  ) {}

  get isDue(): boolean {
    return this.tell !== undefined && performance.now() - this.told >= paceMs;
  }

  /** Tells. `rows`: rows that are through, a row on its way counted in part. It never goes back. */
  say(rows: number, atWork?: AtWork): void {
    this.told = performance.now();
    this.rows = Math.max(this.rows, Math.floor(rows));
    this.tell?.({ rows: this.rows, counts: atWork ? added(this.counted(), atWork) : this.counted() });
  }
}

/** Rows so far in an outbox that is being filled, by port. */
export function outSoFar(outbox: Outbox): Map<string, number> {
  return new Map([...outbox].map(([port, { values }]) => [port, values.length]));
}

/** Adds one row's outcome, as it will leave the node, to `out`. */
export function countOutcome(out: Map<string, number>, outcome: CallOutcome): void {
  const add = (port: string): void => void out.set(port, (out.get(port) ?? 0) + 1);
  if ('failure' in outcome) add(FAILED);
  else for (const one of outcome.result) add(one.port ?? 'out');
}

function added(counts: PageCount[], { node, out }: AtWork): PageCount[] {
  for (const [port, rows] of out) {
    const known = counts.find((one) => one.node === node && one.side === 'out' && one.port === port);
    if (known) known.rows += rows;
    else counts.push({ node, port, side: 'out', rows });
  }
  return counts;
}
