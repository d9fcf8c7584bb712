// Runs one page: claim, engine, finish. Whatever goes wrong, the page is finished once or given back whole.
import { runPage } from '@eclusa/engine';
import { Bug, type RemoteError } from '@eclusa/flow';
import { PAGE_QUEUE, redeliverPage, type PageJob } from '@eclusa/queue';
import { InjectQueue } from '@nestjs/bull';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bull';
import { DataSource } from 'typeorm';
import type { WorkerConfig } from '../config';
import { interruption, runFailure } from '../failures';
import { Leases, underLease, type Lease } from '../leases';
import { ActiveRuns, type ActiveRun } from '../runs/active-runs';
import { RunProgress } from '../runs/run-progress.service';
import { linked } from '../signals';
import { CONFIG } from '../tokens';
import { effectLog } from './effect-log';
import { portKey } from './outcome-store';
import { followers } from './page-order';
import { PageStore, type ClaimedPage } from './page-store';
import { ProgressWriter } from './progress-writer';

/** A page taken this often and never finished takes its workers down with it: the run is stopped instead. */
const mostClaims = 30;
/** Pause before a page is tried again whose node could not be prepared because the other side was away. */
const awayMs = 5_000;

@Injectable()
export class PageService {
  private readonly log = new Logger('pages');

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: PageStore,
    private readonly leases: Leases,
    private readonly runs: ActiveRuns,
    private readonly progress: RunProgress,
    @InjectQueue(PAGE_QUEUE) private readonly queue: Queue,
    @Inject(CONFIG) private readonly config: WorkerConfig,
  ) {}

  /** Does the page unless somebody else has it. Never rejects: what could not be done is due again. */
  async run({ pageId, runId }: PageJob): Promise<void> {
    try {
      const claimedAt = performance.now();
      const page = await this.store.claim(pageId);
      if (!page) return await this.progress.advance(runId);
      const lease = this.leases.keep({ kind: 'page', id: page.id, fence: page.fence }, claimedAt);
      try {
        await this.runs.use(runId, (active) => underLease(lease, () => this.work(active, page, lease)));
      } catch (error) {
        await this.giveBack(page, error);
      } finally {
        lease.stop();
      }
      await this.callFollowers(page);
      await this.progress.advance(runId);
    } catch (error) {
      this.log.warn(`page ${pageId}: ${String(error)}`);
    }
  }

  private async work(active: ActiveRun, page: ClaimedPage, lease: Lease): Promise<void> {
    if (page.fence > mostClaims) throw new Bug('worker.page-given-up', { values: { attempts: mostClaims } });
    const { plan, host, run, sampled } = active;
    const { signal, unlink } = linked(active.signal, lease.signal);
    const shown = new ProgressWriter((progress) => this.store.showProgress(page, progress), page.progress);
    try {
      const outcome = await runPage(plan, page, {
        host,
        effects: effectLog(this.dataSource, page, lease),
        signal,
        dryRun: run.dryRun,
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

  /** Gives a page back that was interrupted, to be done again; a fault of the flow ends its run. */
  async giveBack(page: ClaimedPage, error: unknown): Promise<void> {
    const why = interruption(error);
    if (why === 'lost') return this.log.warn(`page ${page.id} was taken over by another worker`);
    if (why === 'remote' && page.age < this.config.retryAgeMs) {
      return this.store.release(page, Math.max((error as RemoteError).retryAfter ?? 0, awayMs));
    }
    if (why === 'remote' || why === undefined) await this.progress.fail(page.runId, runFailure(error));
    else if (why === 'storage') this.log.warn(`page ${page.id}: ${String(error)}`);
    await this.store.release(page);
  }
}
