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
}

/** Decides when to tell, and adds what is being worked on to what has been counted. */
export class ProgressTeller {
  private rows = 0;
  private atWork: AtWork | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(
    private readonly counted: () => PageCount[],
    private readonly tell: ((progress: PageProgress) => void) | undefined,
  ) {}

  /** `rows`: rows that are through, a row on its way counted in part. It never goes back. Cheap: call it at will. */
  moved(rows: number, atWork?: AtWork): void {
    this.rows = Math.max(this.rows, Math.floor(rows));
    this.atWork = atWork;
    // Told later, so that the last state before a standstill is told too.
    if (this.tell && !this.isClosed) this.timer ??= setTimeout(() => this.say(), paceMs);
  }

  /** What was at work is being counted from now on. */
  settled(): void {
    this.atWork = undefined;
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
  }

  private say(): void {
    this.timer = undefined;
    const counts = this.counted();
    this.tell?.({ rows: this.rows, counts: this.atWork ? added(counts, this.atWork) : counts });
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
