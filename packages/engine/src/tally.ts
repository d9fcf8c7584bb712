// What became of one page: counts, samples, failures, and how each of its rows ended.
import type { ErrorRecord, RecordedRequest, Row } from '@eclusa/flow';
import { PageAnswers } from './answers';
import type { Batch, Inbox } from './batch';
import { portOf } from './batch';
import type { PageChanges } from './changes';
import type { FailedRow, MissingCode, NumberedRow, PageCount, PageOutcome, RowTotals } from './ports';
import type { PlanNode } from './plan';
import type { PageReferences } from './references';
import type { RowEnd } from './row-log';

const FAILED = 1;
const WRITTEN = 2;
const COLLECTED = 4;
const ENDED = 8;
const MISSED = 16;
const WAITING = 32;

type Side = 'in' | 'out';

/** Collects the outcome of one page. A row's end is decided once, when the outcome is asked for. */
export class Tally {
  readonly failed: FailedRow[] = [];
  readonly requests: PageOutcome['requests'] = [];
  private readonly unchanged: PageOutcome['unchanged'] = [];
  private readonly ends: Uint8Array;
  private readonly answers = new PageAnswers((origin) => this.numberOf(origin));
  private readonly counts = new Map<string, PageCount>();
  private readonly samples = new Map<string, PageOutcome['samples'][number]>();
  private readonly spooled = new Map<string, PageOutcome['spooled'][number]>();

  constructor(
    private readonly rows: readonly NumberedRow[],
    private readonly sampleSize: number,
  ) {
    this.ends = new Uint8Array(rows.length);
  }

  /** The number of a page's row in its entry. */
  numberOf(origin: number): number {
    return (this.rows[origin] as NumberedRow).row;
  }

  entered(node: string, inbox: Inbox): void {
    if (typeof inbox.ports === 'string') return this.passed(node, 'in', inbox.ports, inbox.values);
    const byPort = new Map<string, Row[]>();
    inbox.values.forEach((value, index) => {
      const port = portOf(inbox, index);
      const values = byPort.get(port);
      if (values) values.push(value);
      else byPort.set(port, [value]);
    });
    for (const [port, values] of byPort) this.passed(node, 'in', port, values);
  }

  left(node: string, port: string, values: readonly Row[]): void {
    this.passed(node, 'out', port, values);
  }

  /** Rows that go on by a port, and may be answers. */
  wentOn(node: PlanNode, port: string, batch: Batch): void {
    this.passed(node.id, 'out', port, batch.values);
    this.answers.left(node, port, batch);
  }

  written(origins: readonly number[]): void {
    this.mark(origins, WRITTEN);
  }

  ended(origins: readonly number[]): void {
    this.mark(origins, ENDED);
  }

  /** A row that failed somewhere, also where the flow goes on with it. */
  missed(origin: number): void {
    this.mark([origin], MISSED);
  }

  collected(node: string, inbox: Inbox): void {
    this.mark(inbox.origins, COLLECTED);
    inbox.values.forEach((value, index) => {
      const port = portOf(inbox, index);
      const key = `${node} ${port}`;
      const spool = this.spooled.get(key) ?? { node, port, rows: [] };
      this.spooled.set(key, spool);
      spool.rows.push({ row: this.numberOf(inbox.origins[index] as number), value });
    });
  }

  failedRow(node: string, port: string, origin: number, input: Row, error: ErrorRecord): void {
    this.mark([origin], FAILED);
    this.failed.push({ node, port, row: this.numberOf(origin), input, error });
  }

  waitingRow(row: Omit<FailedRow, 'row'> & { waitsFor: MissingCode }, origin: number): void {
    this.mark([origin], WAITING);
    this.failed.push({ ...row, row: this.numberOf(origin) });
  }

  request(node: string, origin: number, request: RecordedRequest): void {
    this.requests.push({ node, row: this.numberOf(origin), request });
  }

  nothingToChange(node: string, origin: number): void {
    this.unchanged.push({ node, row: this.numberOf(origin) });
  }

  /** The counts so far, as values that do not change any more. */
  counted(): PageCount[] {
    return [...this.counts.values()].map((count) => ({ ...count }));
  }

  /** `endsCount`: rows that reached an end were written, because the flow has nothing else that writes. */
  outcome(endsCount: boolean, changes: PageChanges, references: PageReferences): PageOutcome {
    const landing = endsCount ? WRITTEN | ENDED : WRITTEN;
    const landed = (origin: number): boolean => {
      const end = this.ends[origin] ?? 0;
      return (end & landing) > 0 && (end & (FAILED | MISSED | COLLECTED | WAITING)) === 0;
    };
    return {
      totals: this.totals(endsCount),
      log: [],
      remembered: changes.remembered(landed),
      saved: references.saved(),
      answers: this.answers.all(),
      counts: [...this.counts.values()],
      failed: this.failed,
      spooled: [...this.spooled.values()],
      samples: [...this.samples.values()],
      requests: this.requests,
      unchanged: this.unchanged,
    };
  }

  private totals(endsCount: boolean): RowTotals {
    const totals: RowTotals = { written: 0, skipped: 0, failed: 0, waiting: 0, collected: 0 };
    for (let origin = 0; origin < this.ends.length; origin++) totals[this.endOf(origin, endsCount)]++;
    return totals;
  }

  /** How a row ended. */
  endOf(origin: number, endsCount: boolean): RowEnd {
    const end = this.ends[origin] ?? 0;
    if (end & FAILED) return 'failed';
    if (end & WAITING) return 'waiting';
    if (end & (endsCount ? WRITTEN | ENDED : WRITTEN)) return 'written';
    return end & COLLECTED ? 'collected' : 'skipped';
  }

  private mark(origins: readonly number[], end: number): void {
    for (const origin of origins) this.ends[origin] = (this.ends[origin] ?? 0) | end;
  }

  private passed(node: string, side: Side, port: string, values: readonly Row[]): void {
    if (values.length === 0) return;
    const key = `${node} ${side} ${port}`;
    const count = this.counts.get(key) ?? { node, port, side, rows: 0 };
    this.counts.set(key, count);
    count.rows += values.length;
    const sample = this.samples.get(key) ?? { node, port, side, rows: [] };
    this.samples.set(key, sample);
    const room = this.sampleSize - sample.rows.length;
    if (room > 0) sample.rows.push(...values.slice(0, room));
  }
}
