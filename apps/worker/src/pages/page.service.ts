// Runs pages, one after another: claim, engine, finish. Whatever goes wrong, the page is finished once or given back whole.
import { runPage } from '@eclusa/engine';
import { Bug } from '@eclusa/flow';
import { PAGE_QUEUE, redeliverPage, type PageJob } from '@eclusa/queue';
import { InjectQueue } from '@nestjs/bull';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bull';
import { DataSource } from 'typeorm';
import type { WorkerConfig } from '../config';
import { Leases, underLease, type Lease } from '../leases';
import { ActiveRuns, type ActiveRun } from '../runs/active-runs';
import { RunProgress } from '../runs/run-progress.service';
import { linked } from '../signals';
import { CONFIG } from '../tokens';
import { effectLog } from './effect-log';
import { portKey } from './outcome-store';
import { PageLanes } from './page-lanes';
import { followers } from './page-order';
import { PageReturns } from './page-returns';
import { PageStore, type ClaimedPage } from './page-store';
import { ProgressWriter } from './progress-writer';
import { shownWrites } from './shown-writes';

/** A page taken this often and neither finished nor given back takes its workers down with it: the run is stopped. */
const mostClaims = 30;

@Injectable()
export class PageService {
  private readonly log = new Logger('pages');

  constructor(
    private readonly dataSource: DataSource,
    private readonly lanes: PageLanes,
    private readonly store: PageStore,
    private readonly returns: PageReturns,
    private readonly leases: Leases,
    private readonly runs: ActiveRuns,
    private readonly progress: RunProgress,
    @InjectQueue(PAGE_QUEUE) private readonly queue: Queue,
    @Inject(CONFIG) private readonly config: WorkerConfig,
  ) {}

  /** Does pages for as long as one is due that this process has room for. Never rejects: what is left is due again. */
  async run({ pageId, runId }: PageJob): Promise<void> {
    try {
      while (!this.runs.isStopping) {
        const claimedAt = performance.now();
        const page = await this.lanes.take();
        if (!page) {
          if (this.lanes.isClosed) await this.returns.passOn({ pageId, runId });
          break;
        }
        const goesOn = await this.runOne(page, claimedAt).finally(() => this.lanes.leave(page));
        if (!goesOn) return;
      }
      await this.progress.advance(runId);
    } catch (error) {
      this.log.warn(`page ${pageId}: ${String(error)}`);
    }
  }

  private async runOne(page: ClaimedPage, claimedAt: number): Promise<boolean> {
    const { id, runId, fence, age } = page;
    const mayWait = age < this.config.retryAgeMs;
    const lease = this.leases.keep({ kind: 'page', id, fence }, claimedAt, mayWait);
    let goesOn = true;
    try {
      await this.runs.use(runId, (active) => underLease(lease, () => this.work(active, page, lease)));
      await this.callFollowers(page);
    } catch (error) {
      goesOn = await this.returns.giveBack(page, error);
    } finally {
      lease.stop();
    }
    await this.progress.advance(runId);
    return goesOn;
  }

  private async work(active: ActiveRun, page: ClaimedPage, lease: Lease): Promise<void> {
    if (page.fence - page.givenBack > mostClaims)
      throw new Bug('worker.page-given-up', { values: { attempts: mostClaims } });
    const { plan, host, run, sampled } = active;
    const { signal, unlink } = linked(active.signal, lease.signal, lease.postponed);
    const shown = new ProgressWriter((progress) => this.store.showProgress(page, progress), page.progress);
    try {
      const writes = run.applies && (await shownWrites(this.dataSource, run.applies, page));
      const outcome = await runPage(plan, page, {
        host,
        effects: effectLog(this.dataSource, page, lease),
        signal,
        dryRun: run.dryRun,
        logRows: true,
        ...(writes && { shown: writes }),
        onProgress: (progress) => shown.tell(progress),
      });
      shown.stop();
      lease.check();
      const entryIndex = plan.entries.findIndex((entry) => entry.node === page.entry);
      await this.store.finish(page, { outcome, entryIndex, sampled });
      for (const sample of outcome.samples) sampled.add(portKey(sample));
    } finally {
      shown.stop();
      unlink();
    }
  }

  // At once, and not with the next sweep: a key that many pages have would take a sweep for each of them.
  private async callFollowers(page: ClaimedPage): Promise<void> {
    for (const { pageId, fence } of await followers(this.dataSource, page)) {
      await redeliverPage(this.queue, { pageId, runId: page.runId }, fence);
    }
  }
}
