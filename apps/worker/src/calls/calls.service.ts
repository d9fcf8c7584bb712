// Does short runs: many are claimed with one statement, worked on side by side, and finished with one statement. One that
// takes its time becomes an ordinary run, which people see and can stop, and whose page others may take over.
import { runPage, type PageOutcome } from '@eclusa/engine';
import type { CallJob } from '@eclusa/queue';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Leases, underLease, type Lease } from '../leases';
import { effectLog } from '../pages/effect-log';
import { PageReturns } from '../pages/page-returns';
import { PageStore } from '../pages/page-store';
import { ActiveRuns } from '../runs/active-runs';
import { RunStopped } from '../runs/run-stopped';
import { RunProgress } from '../runs/run-progress.service';
import { RunWaits } from '../runs/run-waits.service';
import { linked, widelyHeard } from '../signals';
import { CallStore, type ShortPage } from './call-store';
import { FlowCache } from './flow-cache';

/** A run that takes longer than this is an ordinary one. */
const shortMs = 1_000;
/** And after this it makes way for others: its page goes where those of ordinary runs are. */
const longestMs = 10_000;

@Injectable()
export class CallsService implements OnApplicationShutdown {
  private readonly log = new Logger('calls');
  private readonly underWay = new Set<AbortController>();
  private stopping = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: CallStore,
    private readonly flows: FlowCache,
    private readonly leases: Leases,
    private readonly pageStore: PageStore,
    private readonly returns: PageReturns,
    private readonly runs: ActiveRuns,
    private readonly progress: RunProgress,
    private readonly waits: RunWaits,
  ) {}

  /** Does the pages that nobody else has. Never rejects: what could not be done is due again. */
  async run({ pageIds }: CallJob): Promise<void> {
    try {
      const claimedAt = performance.now();
      const pages = await this.store.claim(pageIds);
      await Promise.all(pages.map((page) => this.one(page, claimedAt)));
    } catch (error) {
      this.log.warn(String(error));
    }
  }

  /** Aborts all work of this process; for its end. */
  stopAll(): void {
    this.stopping = true;
    for (const own of this.underWay) own.abort(new RunStopped('worker stopping'));
  }

  onApplicationShutdown(): void {
    this.stopAll();
  }

  private async one(page: ShortPage, claimedAt: number): Promise<void> {
    const lease = this.leases.keep({ kind: 'page', id: page.id, fence: page.fence }, claimedAt);
    const own = widelyHeard();
    this.underWay.add(own);
    if (this.stopping) own.abort(new RunStopped('worker stopping'));
    const long = new LongCall(this.store, this.runs, page, own);
    try {
      const outcome = await this.work(page, lease, own.signal);
      lease.check();
      await this.finish(page, outcome, long);
      if (long.begun) await this.progress.advance(page.runId);
    } catch (error) {
      await this.goOnElsewhere(page, long, error);
    } finally {
      long.end();
      lease.stop();
      this.underWay.delete(own);
    }
  }

  private async work(page: ShortPage, lease: Lease, own: AbortSignal): Promise<PageOutcome> {
    const { signal, unlink } = linked(own, lease.signal, lease.postponed);
    const log = effectLog(this.dataSource, page, lease);
    // Nobody has worked on it before: there is nothing to load.
    const effects = page.fence > 1 ? log : { ...log, load: async () => [] };
    const onWait = this.waits.tell.bind(this.waits, page.runId);
    try {
      return await this.flows.use(page.runId, page, ({ plan, host }) =>
        underLease(lease, () => runPage(plan, page, { host, effects, signal, onWait, logRows: true })),
      );
    } finally {
      unlink();
    }
  }

  private async finish(page: ShortPage, outcome: PageOutcome, long: LongCall): Promise<void> {
    if (isPlain(outcome)) return this.store.finish({ page, outcome });
    await long.begin();
    await this.pageStore.finish(page, { outcome, entryIndex: 0, sampled: new Set() });
  }

  private async goOnElsewhere(page: ShortPage, long: LongCall, error: unknown): Promise<void> {
    try {
      await long.begin();
      await this.returns.giveBack(page, error);
      await this.progress.advance(page.runId);
    } catch (again) {
      this.log.warn(`page ${page.id}: ${String(again)}`);
    }
  }
}

/** What is stored for many runs in one statement: counts, samples, totals and failed rows. */
function isPlain({ spooled, remembered, saved, requests, totals }: PageOutcome): boolean {
  return spooled.length + remembered.length + saved.length + requests.length + totals.waiting === 0;
}

/** A short run on its way to becoming an ordinary one. */
class LongCall {
  private readonly timers = [
    setTimeout(() => void this.begin().catch(() => undefined), shortMs),
    setTimeout(() => this.own.abort(new RunStopped('handed over')), longestMs),
  ];
  private beginning: Promise<void> | undefined;
  private readonly over = widelyHeard();

  constructor(
    private readonly store: CallStore,
    private readonly runs: ActiveRuns,
    private readonly page: ShortPage,
    private readonly own: AbortController,
  ) {}

  /** True once the run is, or is about to be, an ordinary one. */
  get begun(): boolean {
    return this.beginning !== undefined;
  }

  /** From now on the run is an ordinary one; when it has been stopped meanwhile, so is the work on it. */
  begin(): Promise<void> {
    return (this.beginning ??= this.change());
  }

  end(): void {
    this.timers.forEach(clearTimeout);
    this.over.abort();
  }

  private async change(): Promise<void> {
    if (!(await this.store.makeOrdinary(this.page))) this.own.abort(new RunStopped('cancelled'));
    else void this.runs.use(this.page.runId, ({ signal }) => this.follow(signal)).catch(() => undefined);
  }

  // Until the work is over, whatever stops the run stops it.
  private follow(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const stop = () => this.own.abort(signal.reason);
      if (signal.aborted) stop();
      signal.addEventListener('abort', stop, { once: true });
      const end = () => {
        signal.removeEventListener('abort', stop);
        resolve();
      };
      if (this.over.signal.aborted) end();
      else this.over.signal.addEventListener('abort', end, { once: true });
    });
  }
}
