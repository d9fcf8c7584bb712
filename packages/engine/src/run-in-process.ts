// Runs a whole plan in this process, for the command line and for tests: no queue, no database, no resume.
// Rows are held for the pages in flight only; barriers keep theirs in the host's scratch.
import { StopRun, toErrorRecord } from '@eclusa/flow';
import type { ErrorRecord } from '@eclusa/flow';
import type { Plan, PlanEntry } from './plan';
import type {
  EffectLog,
  EntryPage,
  FailedRow,
  Host,
  PageCount,
  PageInput,
  PageOutcome,
  PageProgress,
  Remembered,
  RowTotals,
  SavedPair,
} from './ports';
import { releasePrepared } from './prepared';
import { readEntry } from './read-entry';
import { runPage } from './run-page';
import { Spool } from './spool';

/** `read` and `derived` rows end as exactly one of the others. */
export interface RunTotals extends RowTotals {
  /** Rows that sources gave, refused ones included. */
  read: number;
  /** Rows that barriers gave. */
  derived: number;
}

export interface RunProgress {
  /** Of the pages that are done. */
  totals: RunTotals;
  /** Source rows that are through: those of pages that are done, and of the others by estimate. Never goes back. */
  rows: number;
  /** Rows at every port so far, those of pages that are not done included. Never goes back. */
  counts: PageCount[];
  /** Rows the sources say there are; absent while any of them has not said. */
  expected?: number;
  seconds: number;
}

export interface RunSummary extends RunProgress {
  state: 'completed' | 'failed' | 'cancelled';
  /** Why the run failed, or what the flow said when it stopped itself. */
  error?: ErrorRecord;
  /** What was under way when the run was stopped. Not part of the totals. */
  unfinished?: Unfinished;
}

export interface Unfinished {
  /** Rows that were read and whose page was cut off. */
  rows: number;
  /** Calls that were made for them and succeeded, by node. */
  calls: { node: string; done: number }[];
}

export interface RunOptions {
  host: Host;
  signal: AbortSignal;
  /** Rows; 500 when not given. */
  pageSize?: number;
  /** Pages being run while the next is read; 4 when not given. */
  pagesInFlight?: number;
  dryRun?: boolean;
  /** See `PageOptions`. */
  freezeRows?: boolean;
  /** After every page, and a few times a second while pages take longer. */
  onProgress?(progress: RunProgress): void;
  /** Every failed row, once; they are not kept. */
  onFailed?(row: FailedRow): void;
  /** Pairs of codes of a page that is done, for the host's `references` to know from then on. */
  onSaved?(saved: readonly SavedPair[]): void;
  /** What of a page that is done landed, for the host's `memory` to know in the next run. */
  onRemembered?(remembered: readonly Remembered[]): void;
  /** In a dry run: every request that would be sent. */
  onRequest?(request: PageOutcome['requests'][number]): void;
}

/** Runs the plan to its end. A run that fails or is cancelled resolves too: with its state, and what was done. */
export async function runInProcess(plan: Plan, options: RunOptions): Promise<RunSummary> {
  const run = new Run(plan, options);
  try {
    for (const entry of plan.entries) await run.entry(entry);
    return { state: 'completed', ...run.progress() };
  } catch (error) {
    run.forgetUnderWay();
    const stopped = { ...run.progress(), unfinished: run.unfinished };
    if (options.signal.aborted) return { state: 'cancelled', ...stopped };
    const state = error instanceof StopRun ? error.ending : 'failed';
    return { state, error: toErrorRecord(error), ...stopped };
  } finally {
    await run.close();
  }
}

/** Counts calls; keeps nothing, because nothing outlives the process that could be resumed. */
function countingLog(): EffectLog & { done: Map<string, number> } {
  const done = new Map<string, number>();
  return {
    done,
    load: async () => [],
    async write(records) {
      for (const { node, state } of records) if (state === 'done') done.set(node, (done.get(node) ?? 0) + 1);
    },
  };
}

class Run {
  readonly unfinished: Unfinished = { rows: 0, calls: [] };
  private readonly spool: Spool;
  private readonly started: number;
  private readonly totals: RunTotals = {
    read: 0,
    derived: 0,
    written: 0,
    skipped: 0,
    failed: 0,
    waiting: 0,
    collected: 0,
  };
  private readonly counts = new Map<string, PageCount>();
  private readonly underWay = new Map<PageInput, PageProgress & { fromSource: boolean }>();
  private readonly expected = new Map<string, number>();
  private readonly stop = new AbortController();
  private readonly signal: AbortSignal;

  constructor(
    private readonly plan: Plan,
    private readonly options: RunOptions,
  ) {
    this.spool = new Spool(options.host.scratch);
    this.started = options.host.clock.now().getTime();
    this.signal = AbortSignal.any([options.signal, this.stop.signal]);
  }

  /** Reads the entry to its end; resolves when all of its pages are done. */
  async entry(entry: PlanEntry): Promise<void> {
    const { host, pageSize = 500, pagesInFlight = 4, dryRun = false } = this.options;
    const inFlight = new Map<Promise<void>, readonly number[] | null>();
    const spool = (port: string) => this.spool.read(entry.node, port);
    const start = { cursor: null, rowsBefore: 0, pagesBefore: 0 };
    const own = { host, pageSize, dryRun, signal: this.signal, spool };
    let seq = 0;
    try {
      for await (const page of readEntry(this.plan, entry.node, { ...start, ...own })) {
        this.signal.throwIfAborted();
        if (page.after !== undefined) await host.clock.sleep(page.after, this.signal);
        const at = seq++;
        const running = this.after(inFlight, page.orderKeys, () => this.page(entry, page, at)).finally(() =>
          inFlight.delete(running),
        );
        running.catch((error: unknown) => this.stop.abort(error));
        inFlight.set(running, page.orderKeys);
        // Before the source is asked for more, so that at most this many pages are held.
        while (inFlight.size >= pagesInFlight) await Promise.race(inFlight.keys());
      }
      await Promise.all(inFlight.keys());
    } catch (error) {
      this.stop.abort(error);
      throw this.signal.reason;
    } finally {
      await Promise.allSettled(inFlight.keys());
    }
    await this.spool.drop(entry.node);
  }

  // A page after one that was cut off is begun all the same, and cut off in turn: so its rows are told as unfinished.
  private async after(
    inFlight: ReadonlyMap<Promise<void>, readonly number[] | null>,
    keys: readonly number[] | null,
    work: () => Promise<void>,
  ): Promise<void> {
    if (keys) {
      const own = new Set(keys);
      const ahead = [...inFlight].filter(([, others]) => others?.some((key) => own.has(key)));
      if (ahead.length > 0) await Promise.allSettled(ahead.map(([page]) => page));
    }
    await work();
  }

  async close(): Promise<void> {
    releasePrepared(this.plan, this.options.host);
    await this.spool.drop();
  }

  progress(): RunProgress {
    const { host } = this.options;
    const sources = this.plan.entries.filter((entry) => entry.kind === 'source');
    const told = sources.every((entry) => this.expected.has(entry.node));
    const expected = [...this.expected.values()].reduce((sum, rows) => sum + rows, 0);
    return {
      totals: { ...this.totals },
      rows: this.totals.read + sourceRows(this.underWay.values()),
      counts: this.countsSoFar(),
      ...(told && { expected }),
      seconds: (host.clock.now().getTime() - this.started) / 1000,
    };
  }

  /** Pages that were cut off are told as `unfinished` and counted nowhere. */
  forgetUnderWay(): void {
    this.underWay.clear();
  }

  private countsSoFar(): PageCount[] {
    const counts = new Map<string, PageCount>();
    for (const count of this.counts.values()) addCount(counts, count);
    for (const page of this.underWay.values()) for (const count of page.counts) addCount(counts, count);
    return [...counts.values()];
  }

  private async page(entry: PlanEntry, page: EntryPage, seq: number): Promise<void> {
    if (page.total !== undefined) this.expected.set(entry.node, page.total);
    const input: PageInput = {
      entry: entry.node,
      at: { node: entry.node, port: entry.port, side: 'output' },
      rows: page.rows,
    };
    const { host, dryRun = false, freezeRows = false } = this.options;
    const effects = countingLog();
    const { signal } = this;
    const fromSource = entry.kind === 'source';
    const onProgress = (progress: PageProgress): void => {
      this.underWay.set(input, { ...progress, fromSource });
      this.options.onProgress?.(this.progress());
    };
    const options = { host, effects, signal, dryRun, freezeRows, sampleSize: 0, onProgress };
    const outcome = await runPage(this.plan, input, options).catch((error: unknown) => {
      this.cutOff(page, effects.done);
      throw error;
    });
    await this.spool.add(this.plan.entries.indexOf(entry), seq, outcome.spooled);
    this.underWay.delete(input);
    this.count(entry, page, outcome);
  }

  private cutOff(page: EntryPage, done: ReadonlyMap<string, number>): void {
    const { unfinished } = this;
    unfinished.rows += page.rows.length;
    for (const [node, calls] of done) {
      const known = unfinished.calls.find((other) => other.node === node);
      if (known) known.done += calls;
      else unfinished.calls.push({ node, done: calls });
    }
  }

  private count(entry: PlanEntry, page: EntryPage, outcome: PageOutcome): void {
    const { totals, options } = this;
    totals[entry.kind === 'source' ? 'read' : 'derived'] += page.rows.length + page.refused.length;
    totals.failed += page.refused.length + outcome.totals.failed;
    totals.written += outcome.totals.written;
    totals.skipped += outcome.totals.skipped;
    totals.waiting += outcome.totals.waiting;
    totals.collected += outcome.totals.collected;
    for (const count of outcome.counts) addCount(this.counts, count);
    for (const failed of [...page.refused, ...outcome.failed]) options.onFailed?.(failed);
    if (outcome.saved.length > 0) options.onSaved?.(outcome.saved);
    if (outcome.remembered.length > 0) options.onRemembered?.(outcome.remembered);
    for (const request of outcome.requests) options.onRequest?.(request);
    options.onProgress?.(this.progress());
  }
}

function addCount(counts: Map<string, PageCount>, { node, port, side, rows }: PageCount): void {
  const key = `${node} ${side} ${port}`;
  const count = counts.get(key) ?? { node, port, side, rows: 0 };
  counts.set(key, count);
  count.rows += rows;
}

function sourceRows(pages: Iterable<PageProgress & { fromSource: boolean }>): number {
  let rows = 0;
  for (const page of pages) if (page.fromSource) rows += page.rows;
  return rows;
}
