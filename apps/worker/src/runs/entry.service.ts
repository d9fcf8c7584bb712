// Reads one source or barrier: page after page into Postgres and onto the queue, and not faster than the run's
// pages are done.
import { readEntry, type EntryPage, type PlanEntry } from '@eclusa/engine';
import { Bug } from '@eclusa/flow';
import { enqueuePage, PAGE_QUEUE } from '@eclusa/queue';
import { InjectQueue } from '@nestjs/bull';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bull';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import type { WorkerConfig } from '../config';
import { awayOf, interruption, runFailure } from '../failures';
import { Leases, underLease, type Lease } from '../leases';
import { linked } from '../signals';
import { CONFIG } from '../tokens';
import { ActiveRuns, type ActiveRun } from './active-runs';
import { EntryStore, type ClaimedEntry } from './entry-store';
import { RunProgress } from './run-progress.service';
import { RunWaits } from './run-waits.service';

/** How often a reader looks whether there is room again. */
const lookMs = 50;
/** A source whose pages do not get done makes way for other runs after this; the sweeper calls it again. */
const stepAsideMs = 10_000;

@Injectable()
export class EntryService {
  private readonly log = new Logger('entries');

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: EntryStore,
    private readonly leases: Leases,
    private readonly runs: ActiveRuns,
    private readonly progress: RunProgress,
    private readonly waits: RunWaits,
    @InjectQueue(PAGE_QUEUE) private readonly pages: Queue,
    @Inject(CONFIG) private readonly config: WorkerConfig,
  ) {}

  /** Reads on unless somebody else does. Never rejects: what could not be read is due again. */
  async read(runId: string, node: string): Promise<void> {
    try {
      const claimedAt = performance.now();
      const entry = await this.store.claim(runId, node);
      if (!entry) return;
      const claim = { kind: 'entry', runId, node, fence: entry.fence } as const;
      const lease = this.leases.keep(claim, claimedAt);
      try {
        await this.runs.use(runId, (active) => underLease(lease, () => this.work(active, entry, lease)));
      } catch (error) {
        await this.giveUp(entry, error);
      } finally {
        lease.stop();
      }
      await this.progress.advance(runId);
    } catch (error) {
      this.log.warn(`run ${runId}, ${node}: ${String(error)}`);
    }
  }

  private async work(active: ActiveRun, entry: ClaimedEntry, lease: Lease): Promise<void> {
    const planned = active.plan.entries.find((one) => one.node === entry.node);
    if (!planned) throw new Bug('worker.entry-unknown', { values: { node: entry.node } });
    const { signal, unlink } = linked(active.signal, lease.signal, lease.postponed);
    try {
      if (!(await this.hasRoom(entry, planned, signal))) return await this.store.release(entry);
      for await (const page of this.pagesOf(active, entry, signal)) {
        lease.check();
        await this.keep(entry, planned, page);
        if (page.after !== undefined) {
          // A box that waits for runs goes on when they have ended, and the page of its run names them.
          if (!runsFlow(active, entry.node)) this.waits.held(entry.runId, entry.node, page.after);
          return await this.store.release(entry, page.after);
        }
        if (!(await this.hasRoom(entry, planned, signal))) return await this.store.release(entry);
      }
      await this.store.finish(entry);
    } finally {
      unlink();
    }
  }

  private pagesOf(active: ActiveRun, entry: ClaimedEntry, signal: AbortSignal): AsyncGenerator<EntryPage> {
    return readEntry(active.plan, entry.node, {
      host: active.host,
      cursor: entry.cursor,
      rowsBefore: entry.rowsBefore + entry.rows,
      pagesBefore: entry.pages,
      pageSize: this.config.pageSize,
      signal,
      dryRun: active.run.dryRun,
      spool: (port) => this.store.spool(entry.runId, entry.node, port),
    });
  }

  private async keep(entry: ClaimedEntry, { kind, port }: PlanEntry, page: EntryPage): Promise<void> {
    const pageId = await this.store.store(entry, kind, page, port);
    if (pageId === null) return;
    const queued = await enqueuePage(this.pages, { pageId, runId: entry.runId }, 0);
    if (!queued)
      await this.dataSource.query('UPDATE run_page SET enqueued_at = NULL WHERE id = $1', [pageId]);
  }

  // A barrier never steps aside: it would have to collect all of its rows again.
  private async hasRoom(entry: ClaimedEntry, { kind }: PlanEntry, signal: AbortSignal): Promise<boolean> {
    const until = performance.now() + stepAsideMs;
    while ((await this.store.openPages(entry.runId)) >= this.config.pagesInFlight) {
      if (kind === 'source' && performance.now() > until) return false;
      await sleep(lookMs, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
    signal.throwIfAborted();
    return true;
  }

  private async giveUp(entry: ClaimedEntry, error: unknown): Promise<void> {
    const why = interruption(error);
    if (why === 'lost')
      return this.log.warn(`run ${entry.runId}, ${entry.node}: taken over by another worker`);
    const away = awayOf(error);
    if (away) {
      this.waits.away(entry.runId, away);
      return this.store.release(entry, away.away.nextMs);
    }
    // A source that gave up on the other side has tried for as long as the policy allows.
    if (why === undefined || why === 'remote') {
      return this.store.fail(entry, runFailure(error, entry.node));
    }
    if (why === 'storage') this.log.warn(`run ${entry.runId}, ${entry.node}: ${String(error)}`);
    await this.store.release(entry);
  }
}

function runsFlow({ plan }: ActiveRun, node: string): boolean {
  const behaviour = plan.nodes.get(node)?.type.behaviour;
  return behaviour?.kind === 'barrier' && behaviour.runsFlow === true;
}
