// Looks through the times in which a store told nothing: at once, and once more when what is listed has caught up.
import { MOST_EVENTS, TriggerGap, type FlowTrigger } from '@eclusa/db';
import type { AttendedTrigger, TriggerEvent } from '@eclusa/flow';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';

/** Stores events and starts what they start; answers how many were new. */
export type Take = (events: readonly TriggerEvent[]) => Promise<number>;

@Injectable()
export class Gaps {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Seconds until a gap is due again; null when none is open. One that is broken off is looked through from its
   * beginning: what was found is known by then.
   */
  async search(
    trigger: FlowTrigger,
    attended: AttendedTrigger,
    take: Take,
    isFirst: boolean,
  ): Promise<number | null> {
    const gaps = this.dataSource.getRepository(TriggerGap);
    const open = await gaps.find({
      where: { triggerId: trigger.id, closedAt: IsNull() },
      order: { createdAt: 'ASC' },
    });
    let soonest: number | null = null;
    for (const gap of open) {
      const dueMs = gap.dueAt.getTime() - Date.now();
      if (dueMs > 0) soonest = Math.min(soonest ?? Infinity, dueMs / 1_000);
      if (dueMs > 0 && !isFirst) continue;
      const found = await this.searchOne(gap, attended, take);
      await gaps.increment({ id: gap.id }, 'found', found);
      if (dueMs <= 0) await gaps.update({ id: gap.id }, { closedAt: new Date() });
    }
    return soonest;
  }

  private async searchOne(gap: TriggerGap, attended: AttendedTrigger, take: Take): Promise<number> {
    let found = 0;
    for await (const events of attended.missed?.(gap.fromAt) ?? []) {
      for (let at = 0; at < events.length; at += MOST_EVENTS) {
        found += await take(events.slice(at, at + MOST_EVENTS));
      }
    }
    return found;
  }
}
