// Gives back pages that could not be done: when they are due again, and what becomes of their run.
import { StopRun, type RemoteError } from '@eclusa/flow';
import { enqueue, enqueuePage, PAGE_QUEUE, type PageJob } from '@eclusa/queue';
import { InjectQueue } from '@nestjs/bull';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bull';
import type { WorkerConfig } from '../config';
import { awayOf, interruption, runFailure } from '../failures';
import { RunProgress } from '../runs/run-progress.service';
import { RunWaits } from '../runs/run-waits.service';
import { CONFIG } from '../tokens';
import { PageStore, type ClaimedPage } from './page-store';

/** Pause before a page is tried again whose node could not be prepared because the other side was away. */
const awayMs = 5_000;
/** Pages that wait for the same probe come after it, and not all at once. */
const spreadMs = 500;

/** The job comes this much later than the page is due, so that it is never too early by another clock. */
const clocksMs = 100;

/** How long a job rests that this process has no room for. */
const passOnMs = 250;

@Injectable()
export class PageReturns {
  private readonly log = new Logger('pages');

  constructor(
    private readonly store: PageStore,
    private readonly progress: RunProgress,
    private readonly waits: RunWaits,
    @InjectQueue(PAGE_QUEUE) private readonly queue: Queue,
    @Inject(CONFIG) private readonly config: WorkerConfig,
  ) {}

  /** Gives `page` back because of `error`; answers whether the lane may go on with another one. */
  async giveBack(page: ClaimedPage, error: unknown): Promise<boolean> {
    const why = interruption(error);
    if (why === 'lost') {
      this.log.warn(`page ${page.id} was taken over by another worker`);
      return true;
    }
    const away = awayOf(error);
    if (away) {
      this.waits.away(page.runId, away);
      await this.putOff(page, away.away.nextMs + Math.random() * spreadMs);
      return true;
    }
    if (why === 'remote' && page.age < this.config.retryAgeMs) {
      await this.putOff(page, Math.max((error as RemoteError).retryAfter ?? 0, awayMs));
      return true;
    }
    if (error instanceof StopRun && error.ending === 'cancelled') {
      await this.progress.stop(page.runId, runFailure(error));
    } else if (why === 'remote' || why === undefined) await this.progress.fail(page.runId, runFailure(error));
    else if (why === 'storage') this.log.warn(`page ${page.id}: ${String(error)}`);
    await this.store.release(page);
    return why !== 'stopped' && why !== 'storage';
  }

  /** Gives a job to whichever worker has room, now and then as long as this one has none. */
  async passOn(job: PageJob): Promise<void> {
    // One job in each stretch of time for all workers: those that have room go on by themselves from there.
    const jobId = `pages:${Math.floor(Date.now() / passOnMs)}`;
    await enqueue(this.queue, 'page', job, { jobId, delay: passOnMs });
  }

  // Should Redis lose the job, the sweep finds the page a little later.
  private async putOff(page: ClaimedPage, waitMs: number): Promise<void> {
    const ms = Math.ceil(waitMs);
    await this.store.release(page, ms);
    const job = { pageId: page.id, runId: page.runId };
    await enqueuePage(this.queue, job, page.fence, { delay: ms + clocksMs });
  }
}
