// Triggers in Postgres: claimed by one worker at a time, and given back with what came of it.
import { FlowTrigger, type TriggerTrouble } from '@eclusa/db';
import { toErrorRecord, type AttendedTrigger, type FoundThere } from '@eclusa/flow';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { WorkerConfig } from '../config';
import { rowsOf } from '../sql';
import { CONFIG } from '../tokens';

/** SQL over a trigger `t`: its flow or its store is paused. */
const isPaused = `(EXISTS (SELECT FROM flow f WHERE f.id = t.flow_id AND f.paused_at IS NOT NULL)
  OR EXISTS (SELECT FROM store s WHERE s.id = t.store_id AND s.paused_at IS NOT NULL))`;

/** What went by before this time is believed to have come: events may be hidden or on their way for minutes. */
const marginMs = 10 * 60_000;
/** No gap is longer: events before it may be forgotten, and would come again. */
const longestGapDays = 30;
/** The longest wait after something went wrong. */
const longestMs = 60_000;

@Injectable()
export class TriggerStore {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: WorkerConfig,
  ) {}

  /** Claims triggers that are due, not paused, and looked after by nobody at this moment. */
  async claim(most: number): Promise<FlowTrigger[]> {
    const claimed = await rowsOf<{ id: string }>(
      this.dataSource,
      `UPDATE flow_trigger SET fence = fence + 1, lease_until = now() + $2 * interval '1 ms' WHERE id IN (
         SELECT t.id FROM flow_trigger t WHERE t.active AND t.next_at <= now()
           AND (t.lease_until IS NULL OR t.lease_until < now()) AND NOT ${isPaused}
         ORDER BY t.next_at LIMIT $1 FOR UPDATE OF t SKIP LOCKED)
       RETURNING id`,
      [most, this.config.leaseMs],
    );
    const triggers = this.dataSource.getRepository(FlowTrigger);
    const found = await Promise.all(claimed.map(({ id }) => triggers.findOneBy({ id })));
    return found.filter((one) => one !== null);
  }

  /**
   * Keeps a claim alive. False when it is somebody else's by now, or there is no more to be done: paused, unpublished, or
   * published anew, when what is attended may be another queue.
   */
  async keep({ id, fence, nextAt }: FlowTrigger): Promise<boolean> {
    const kept = await rowsOf(
      this.dataSource,
      `UPDATE flow_trigger t SET lease_until = now() + $3 * interval '1 ms'
       WHERE t.id = $1 AND t.fence = $2 AND t.active AND NOT ${isPaused}
         AND date_trunc('milliseconds', t.next_at) IS NOT DISTINCT FROM $4::timestamptz RETURNING t.id`,
      [id, fence, this.config.leaseMs, nextAt],
    );
    return kept.length > 0;
  }

  /** Gives a trigger back: due again after `seconds`, or never when that is null. */
  async release({ id, fence }: FlowTrigger, seconds: number | null): Promise<void> {
    await this.dataSource.query(
      `UPDATE flow_trigger SET lease_until = NULL, trouble = NULL,
         next_at = CASE WHEN checked_at IS NULL AND written IS NOT NULL THEN now() ELSE now() + $3 * interval '1 s' END
       WHERE id = $1 AND fence = $2`,
      [id, fence, seconds],
    );
  }

  /** Whatever was wrong is so no longer. */
  async recovered({ id, fence }: FlowTrigger): Promise<void> {
    await this.dataSource.query('UPDATE flow_trigger SET trouble = NULL WHERE id = $1 AND fence = $2', [
      id,
      fence,
    ]);
  }

  /** Gives a trigger back that met with `error`: tried again later and later, at most a minute apart. */
  async fail({ id, fence, trouble }: FlowTrigger, error: unknown): Promise<void> {
    const since = trouble?.since ?? new Date().toISOString();
    const told: TriggerTrouble = { error: toErrorRecord(error), since };
    const waitedMs = Date.now() - Date.parse(since);
    const pauseMs = Math.min(longestMs, Math.max(1_000, waitedMs / 2));
    await this.dataSource.query(
      `UPDATE flow_trigger SET lease_until = NULL, trouble = $3, next_at = now() + $4 * interval '1 ms'
       WHERE id = $1 AND fence = $2`,
      [id, fence, JSON.stringify(told), pauseMs],
    );
  }

  /** The flow that takes the events of this source already, and was first; null when it is ours. */
  async ownerOf({ id, createdAt }: FlowTrigger, { source }: AttendedTrigger): Promise<string | null> {
    await this.dataSource.query('UPDATE flow_trigger SET source = $2 WHERE id = $1', [id, source]);
    const [other] = await rowsOf<{ name: string }>(
      this.dataSource,
      `SELECT f.name FROM flow_trigger t JOIN flow f ON f.id = t.flow_id
       WHERE t.source = $2 AND t.active AND t.id <> $1 AND (t.created_at, t.id) < ($3, $1) LIMIT 1`,
      [id, source, createdAt],
    );
    return other?.name ?? null;
  }

  /** The other side was told that the events are stored: none of them comes again. */
  async forgetKept({ id, fence }: FlowTrigger): Promise<void> {
    await this.dataSource.query('UPDATE flow_trigger SET kept = NULL WHERE id = $1 AND fence = $2', [
      id,
      fence,
    ]);
  }

  /** Opens the gap of a loss, before it is made good; one that is still open goes on. */
  async lost({ id, workspaceId }: FlowTrigger): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO trigger_gap (workspace_id, trigger_id, from_at, until_at, due_at)
       SELECT $2, t.id, greatest(t.began_at, t.covered_at - $3 * interval '1 ms', now() - $5 * interval '1 day'), now(),
         now() + $4 * interval '1 ms'
       FROM flow_trigger t WHERE t.id = $1 AND t.covered_at IS NOT NULL
         AND NOT EXISTS (SELECT FROM trigger_gap g WHERE g.trigger_id = t.id AND g.closed_at IS NULL)`,
      [id, workspaceId, marginMs, this.config.listLagMs, longestGapDays],
    );
  }

  /** Writes down what the look at the configuration found. A gap ends when the other side sends again. */
  async checked({ id }: FlowTrigger, { kept, print }: { kept: FoundThere; print: string }): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      if (kept === 'restored') {
        await manager.query(
          `UPDATE trigger_gap SET until_at = now(), due_at = now() + $2 * interval '1 ms'
           WHERE trigger_id = $1 AND closed_at IS NULL`,
          [id, this.config.listLagMs],
        );
      }
      await manager.query(
        `UPDATE flow_trigger SET written = $2, checked_at = now(), began_at = coalesce(began_at, now()),
           covered_at = CASE WHEN $3 THEN now() ELSE coalesce(covered_at, now()) END
         WHERE id = $1`,
        [id, print, kept !== 'there'],
      );
    });
  }

  /** Everything that happened until `at` has come. */
  async covered({ id }: FlowTrigger, at: Date): Promise<void> {
    await this.dataSource.query('UPDATE flow_trigger SET polled_at = now(), covered_at = $2 WHERE id = $1', [
      id,
      at,
    ]);
  }
}
