// The pages this process works on, and which one comes next. A job of the queue only says that some page is due; which
// one a free lane takes is decided here and in Postgres, so that the shares are right whatever the queue's order is.
import { Inject, Injectable } from '@nestjs/common';
import type { WorkerConfig } from '../config';
import { CONFIG } from '../tokens';
import { PageStore, type ClaimedPage } from './page-store';
import { laneSizes, roomBeside, type LaneSizes } from './windows';

@Injectable()
export class PageLanes {
  private readonly busy = new Map<number, ClaimedPage>();
  private readonly sizes: LaneSizes;
  private taking: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: PageStore,
    @Inject(CONFIG) config: WorkerConfig,
  ) {
    this.sizes = laneSizes(config.pageConcurrency);
  }

  /** True while pages of some store have to go to other workers, because this one does enough of them. */
  get isClosed(): boolean {
    return roomBeside(this.busy.values(), this.sizes).closed.length > 0;
  }

  /** Claims the page that is next by share, urgency and age; null when nothing may be taken now. */
  take(): Promise<ClaimedPage | null> {
    // One after another: two that look at the same room would both fill its last place.
    const taken = this.taking.then(() => this.takeNext());
    this.taking = taken.catch(() => undefined);
    return taken;
  }

  /** The page is done or given back. */
  leave(page: ClaimedPage): void {
    this.busy.delete(page.id);
  }

  private async takeNext(): Promise<ClaimedPage | null> {
    const page = await this.store.claimNext(roomBeside(this.busy.values(), this.sizes));
    if (page) this.busy.set(page.id, page);
    return page;
  }
}
