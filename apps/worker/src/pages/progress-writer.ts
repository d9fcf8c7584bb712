// Stores how far a page is, once a second at most, beside the work and never in its way: nobody waits for a write,
// one that fails is forgotten, and a page that is done within a second writes nothing.
import type { PageSoFar } from '@eclusa/db';

const paceMs = 1_000;

/** The progress of one attempt at a page. It must be stopped when the attempt ends. */
export class ProgressWriter {
  private readonly timer: NodeJS.Timeout;
  private latest: PageSoFar | undefined;
  private writing = false;

  /** `earlier`: what an attempt before this one was seen to have done, which people are not shown less than. */
  constructor(
    private readonly write: (progress: PageSoFar) => Promise<void>,
    private readonly earlier: PageSoFar | null,
  ) {
    this.timer = setInterval(() => void this.beat(), paceMs);
  }

  tell(progress: PageSoFar): void {
    this.latest = progress;
  }

  stop(): void {
    clearInterval(this.timer);
    this.latest = undefined;
  }

  private async beat(): Promise<void> {
    const { latest } = this;
    if (!latest || this.writing) return;
    this.latest = undefined;
    this.writing = true;
    try {
      await this.write(this.earlier ? atLeast(this.earlier, latest) : latest);
    } catch {
      // The next one says more; what became of the database shows where it matters.
    } finally {
      this.writing = false;
    }
  }
}

// The new attempt takes up what the earlier one did, and has soon counted at least as much.
function atLeast(earlier: PageSoFar, latest: PageSoFar): PageSoFar {
  const keyOf = (count: PageSoFar['counts'][number]): string => `${count.node} ${count.side} ${count.port}`;
  const counts = new Map(earlier.counts.map((count) => [keyOf(count), count]));
  for (const count of latest.counts) {
    const known = counts.get(keyOf(count));
    if (!known || known.rows < count.rows) counts.set(keyOf(count), count);
  }
  return { rows: Math.max(earlier.rows, latest.rows), counts: [...counts.values()] };
}
